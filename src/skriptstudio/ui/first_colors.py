"""The three colours of the very first picture; a test holds them to ``tokens.py``, which costs more to load."""

from typing import NamedTuple


class FirstColors(NamedTuple):
    """What an empty window is painted with."""

    canvas: str
    rail: str
    surface: str


LIGHT = FirstColors(canvas="#F7F5F0", rail="#E9EFEC", surface="#FFFFFF")
DARK = FirstColors(canvas="#141A1B", rail="#192122", surface="#1D2527")
