"""From when to when something is seen, in seconds of the clip, end not included. No widgets here."""

from fractions import Fraction

from skriptstudio.domain.timecode import FRAME, on_frame

NEW_SECONDS = Fraction(3)
"""How long a new name line or picture is seen."""

Stretch = tuple[Fraction, Fraction]


def new_span(at: Fraction, spoken: Fraction, seconds: Fraction = NEW_SECONDS) -> Stretch:
    """When something new is seen: from here on; near the end of ``spoken`` seconds it begins earlier instead."""
    length = max(FRAME, min(on_frame(seconds), on_frame(spoken)))
    start = max(Fraction(0), min(on_frame(at), on_frame(spoken) - length))
    return start, start + length


def begun_at(old: Stretch, start: Fraction, spoken: Fraction) -> Stretch:
    """The stretch with another beginning; its end moves along where it would come first, up to the end of the clip."""
    if start < min(old[1], spoken):
        return start, min(old[1], spoken)
    length = old[1] - old[0]
    if start >= spoken:
        start = max(Fraction(0), spoken - length)
    return start, min(start + length, spoken)


def ended_at(old: Stretch, end: Fraction, spoken: Fraction) -> Stretch:
    """The stretch with another end; its beginning moves along where it would come later."""
    end = max(FRAME, min(end, spoken))
    start = old[0] if old[0] < end else end - (old[1] - old[0])
    return max(Fraction(0), start), end
