"""The page on which takes are made: choose a section, see oneself, read, record, look at it."""
