"""The figures that captions keep to (domain.md 5, "App default")."""

from fractions import Fraction

from skriptstudio.domain.timecode import FRAME

MAX_LINE_CHARS = 28
"""Characters a line; more don't fit the safe lane at a legible size (domain.md 5, measured)."""

MAX_LINES = 2
MAX_CPS = 15
"""Characters a second that most people can read (ARD/ZDF standard, domain.md 5)."""

RED_CPS = 17
"""Characters a second beyond which hardly anybody can follow (domain.md 5)."""

MIN_SECONDS = Fraction(1)
MAX_SECONDS = Fraction(6)
MIN_GAP = 2 * FRAME
"""Cues either touch or leave at least this gap."""

MAX_DRIFT = Fraction(1, 10)
"""A cue starts at most this far from its voice, in seconds (domain.md 5, EN 301 549 7.1.2)."""

MERGE_GAP = Fraction(1, 4)
"""Shorter gaps than this are closed, so that the captions don't flicker."""
