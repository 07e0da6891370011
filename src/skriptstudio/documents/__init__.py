"""Word and subtitle files in and out."""
