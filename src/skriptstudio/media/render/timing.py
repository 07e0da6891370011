"""Which picture of a source is seen in which frame of the clip."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import TypeVar

from skriptstudio.domain.timecode import FRAME

Shown = TypeVar("Shown")

EARLY = Fraction(15, 1000)
"""How much earlier than its time a picture may be shown, in seconds.

Just under half a clip frame: so the picture nearest in time is taken, jitter of
a phone's clock and the rounded milliseconds of Matroska change nothing, and a
picture after a long pause isn't shown too soon.
"""


def picked(pictures: Iterable[tuple[Fraction, Shown]], start: Fraction, count: int) -> Iterator[Shown]:
    """Choose a picture for each of ``count`` clip frames.

    A frame shows the last picture that is due by then; before the first one,
    the first; after the end, the last again.

    Args:
        pictures: moment in seconds and the picture, in order of time.
        start: moment of the first clip frame on the same clock.
        count: clip frames, at least 0.

    Yields:
        ``count`` pictures, the same one repeatedly where the source is slower;
        none at all if there are no pictures.
    """
    source = iter(pictures)
    shown = next(source, None)
    upcoming = next(source, None)
    for index in range(count):
        due = start + index * FRAME + EARLY
        while upcoming is not None and upcoming[0] <= due:
            shown, upcoming = upcoming, next(source, None)
        if shown is None:
            return
        yield shown[1]
