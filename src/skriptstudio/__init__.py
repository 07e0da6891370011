"""SkriptStudio: from an idea to a released, captioned vertical clip, all offline."""

__version__ = "0.1.0"
