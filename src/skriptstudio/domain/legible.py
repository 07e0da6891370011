"""Whether what stands in the picture can be read: in its time, and at its size."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from skriptstudio.domain.caption_rules import MAX_CPS

FINDING_SECONDS = Fraction(1, 2)
"""So long the eye takes to find a text that comes in (proposal)."""

TextKind = Literal["title", "name", "caption", "card"]


@dataclass(frozen=True)
class SmallText:
    """A text that is longer than its place allows, so that its letters are too small for a phone.

    Attributes:
        number: its place among those of its kind, from 0.
        text: what stands there.
    """

    kind: TextKind
    number: int
    text: str


def reading_seconds(text: str) -> Fraction:
    """So long a text must stand to be read by most people (domain.md 5: 15 characters a second)."""
    letters = len(" ".join(text.split()))
    return Fraction(letters, MAX_CPS) + FINDING_SECONDS if letters else Fraction(0)
