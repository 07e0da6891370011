"""The first run, and what is shown while there is no library."""
