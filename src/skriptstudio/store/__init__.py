"""The library folder, its index, and the settings."""
