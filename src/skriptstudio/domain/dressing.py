"""What is laid over the cut's picture: hook title, name lines, logo, other pictures over the voice, and boxes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from skriptstudio.domain.errors import BadSegment
from skriptstudio.domain.take import Take
from skriptstudio.domain.timecode import FRAME, on_frame

TITLE_SECONDS = Fraction(3)
"""The hook is over by then (domain.md 1.1)."""


@dataclass(frozen=True)
class NameLine:
    """Who speaks, in the lower third.

    Attributes:
        name: e.g. "Lena".
        role: e.g. "Ausbildung Vermessung"; may be empty.
        start: in seconds of the clip, like ``end``.
    """

    name: str
    role: str
    start: Fraction
    end: Fraction


@dataclass(frozen=True)
class Insert:
    """Another take's picture while the voice goes on.

    Attributes:
        take: id of the take whose picture is seen; its sound isn't heard.
        source: where in that take it begins, in seconds.
        start: when it is seen, in seconds of the clip, like ``end``.
    """

    take: str
    source: Fraction
    start: Fraction
    end: Fraction


@dataclass(frozen=True)
class Box:
    """A place of the picture that nobody shall recognise: a name plate, a screen, a passer-by.

    Attributes:
        left: share of the clip's picture from the left edge, 0 to 1; the others likewise.
        start: when it is hidden, in seconds of the clip, like ``end``.
    """

    left: Fraction
    top: Fraction
    width: Fraction
    height: Fraction
    start: Fraction
    end: Fraction


@dataclass(frozen=True)
class Dressing:
    """Everything over the picture but the captions. Part of the cut, and so of the seal.

    Attributes:
        title: hook in large letters over the first seconds; empty for none.
        logo: SHA-256 of the house's logo as it was when it was chosen; empty for none.
    """

    title: str = ""
    names: tuple[NameLine, ...] = ()
    inserts: tuple[Insert, ...] = ()
    boxes: tuple[Box, ...] = ()
    logo: str = ""


def insert_of(take: Take, source: Fraction, start: Fraction, seconds: Fraction) -> Insert:
    """A checked insert on the nearest frames.

    Raises:
        BadSegment: empty, or beyond the end of the take.
    """
    begin, at, length = on_frame(source), on_frame(start), on_frame(seconds)
    if length < FRAME or begin + length > on_frame(take.seconds):
        raise BadSegment(
            segment=f"{take.id}:{float(source):g}:{float(source + seconds):g}", seconds=float(take.seconds)
        )
    return Insert(take.id, begin, at, at + length)


def seen_spans(spans: Sequence[tuple[int, int]], total: int) -> Iterator[tuple[int, int, int]]:
    """Which of several stretches is seen when, in order of time.

    Where they overlap, the one that begins first is seen to its end; what goes
    beyond the end of the clip is cut off.

    Args:
        spans: first clip frame and the one behind the last, of each.
        total: clip frames.

    Yields:
        Number in ``spans``, first clip frame, and the one behind the last.
    """
    at = 0
    for number, (first, last) in sorted(enumerate(spans), key=lambda one: one[1][0]):
        begin, end = max(at, first), min(total, last)
        if begin < end:
            yield number, begin, end
            at = end


def box_of(left: Fraction, top: Fraction, width: Fraction, height: Fraction, start: Fraction, end: Fraction) -> Box:
    """A checked box on the nearest frames.

    Raises:
        BadSegment: it has no area inside the picture, or no time.
    """
    inside = 0 <= left < 1 and 0 <= top < 1 and 0 < width <= 1 - left and 0 < height <= 1 - top
    if not inside or on_frame(end) <= on_frame(start):
        raise BadSegment(segment=f"{float(left):g},{float(top):g},{float(width):g},{float(height):g}", seconds=1.0)
    return Box(left, top, width, height, on_frame(start), on_frame(end))


def logo_name(logo: str) -> str:
    """The file among the takes that holds the logo of this hash."""
    return f"logo-{logo[:16]}.png"
