"""Listening: where somebody speaks, and when each word was said."""
