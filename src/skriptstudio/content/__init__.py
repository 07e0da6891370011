"""Hooks, formats, platform profiles: data files in assets/ and their loader."""
