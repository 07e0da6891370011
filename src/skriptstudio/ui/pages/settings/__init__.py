"""The settings: a list of sections, each change holds at once."""
