"""Spoken German: sentences, syllables, tempo, readability."""
