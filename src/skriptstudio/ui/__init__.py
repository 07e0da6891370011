"""The window. PySide6 is imported here only."""
