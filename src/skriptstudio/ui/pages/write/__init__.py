"""Station 2: the script, written with a listener at one's side."""
