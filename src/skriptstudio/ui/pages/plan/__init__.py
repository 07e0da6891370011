"""Planen: find what is in work, and start something new."""
