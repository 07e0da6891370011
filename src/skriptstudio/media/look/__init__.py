"""Looking at media files without changing them."""
