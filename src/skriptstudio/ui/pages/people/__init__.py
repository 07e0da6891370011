"""Menschen: who is in the house, and who may be shown where."""
