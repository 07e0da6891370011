"""Exact time: seconds are ``Fraction``, positions in a clip are whole frames.

Floats are for measuring and printing only. Whatever is added up, compared or
stored is a ``Fraction``, so that a cut of a thousand segments ends on the frame
it should.
"""

from decimal import Decimal, InvalidOperation
from fractions import Fraction
from math import floor

from skriptstudio.domain.errors import BadTime

CLIP_FPS = 30
"""Frames a second of every take that we record and of every clip (domain.md 2.1)."""

FRAME = Fraction(1, CLIP_FPS)
"""Length of one clip frame in seconds."""


LONGEST = 10_000_000
"""Seconds; more than any film, and a bound on what has to be computed exactly."""


def parse_seconds(text: str) -> Fraction:
    """Read decimal seconds, with point or comma, as an exact number.

    Raises:
        BadTime: ``text`` is no number from 0 to ``LONGEST``.
    """
    try:
        value = Decimal(text.strip().replace(",", "."))
    except InvalidOperation as error:
        raise BadTime(text=text) from error
    if not value.is_finite() or not 0 <= value <= LONGEST:
        raise BadTime(text=text)
    return Fraction(value)


def to_frames(seconds: Fraction) -> int:
    """Index of the clip frame nearest to ``seconds``; halves go up."""
    return floor(seconds * CLIP_FPS + Fraction(1, 2))


def from_frames(frames: int) -> Fraction:
    """Start of clip frame ``frames`` in seconds."""
    return Fraction(frames, CLIP_FPS)


def on_frame(seconds: Fraction) -> Fraction:
    """``seconds`` moved to the nearest frame."""
    return from_frames(to_frames(seconds))


def as_decimal(seconds: Fraction) -> float:
    """``seconds`` for printing: rounded to the microsecond, which names every frame uniquely."""
    return round(float(seconds), 6)
