"""The prompter: its text, its band, its further screen, and how it is set up. Used by several pages."""
