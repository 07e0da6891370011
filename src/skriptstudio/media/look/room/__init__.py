"""The room check: measures of picture and sound before anybody records."""
