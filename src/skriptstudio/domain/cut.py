"""Which piece of which take is seen when: the ordered list of segments."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from skriptstudio.domain.dressing import Dressing
from skriptstudio.domain.errors import BadSegment
from skriptstudio.domain.script import MATERIAL, WHOLE, Script
from skriptstudio.domain.take import Span, Take
from skriptstudio.domain.timecode import FRAME, from_frames, on_frame, to_frames

LEAD_IN = Fraction(15, 100)
"""Picture kept before the first word, in seconds (issue "default cut")."""

LEAD_OUT = Fraction(30, 100)
"""Picture kept after the last word, in seconds."""

END_CARD_SECONDS = Fraction(2)
"""So long the end card is seen, without a sound."""

CROSSFADE_FRAMES = 4
"""Over so many clip frames one take's sound goes over into the next one's, where that is wished."""


@dataclass(frozen=True)
class Segment:
    """A stretch of one take; both ends lie on clip frames.

    Attributes:
        across: where the 9:16 window lies in a wider picture, 0 left to 1 right.
        all_of_it: the whole picture is seen on a blurred ground instead of a window of it.
    """

    take: str
    start: Fraction
    end: Fraction
    across: Fraction = Fraction(1, 2)
    all_of_it: bool = False

    @property
    def frames(self) -> int:
        return to_frames(self.end) - to_frames(self.start)


@dataclass(frozen=True)
class Cut:
    """The edited film.

    Attributes:
        end_card: text of an animated card after the last segment; empty for none.
        held: nobody set the segments; the hand-in froze the default cut, and a return lets it go.
        dressing: what is laid over the picture.
        crossfade: at each cut one sound goes over into the next within ``CROSSFADE_FRAMES``; the picture doesn't.
        denoise: steady noise is made quieter under the voices.
    """

    segments: tuple[Segment, ...] = ()
    end_card: str = ""
    held: bool = False
    dressing: Dressing = field(default_factory=Dressing)
    crossfade: bool = False
    denoise: bool = False

    @property
    def frames(self) -> int:
        """Length of the segments in clip frames, the end card not counted."""
        return sum(segment.frames for segment in self.segments)

    @property
    def card_frames(self) -> int:
        """Length of the end card in clip frames; 0 without one."""
        return to_frames(END_CARD_SECONDS) if self.end_card.strip() else 0

    @property
    def clip_seconds(self) -> Fraction:
        """Length of the clip, its end card counted."""
        return from_frames(self.frames + self.card_frames)


def best_takes(takes: Sequence[Take]) -> dict[str, Take]:
    """The take to use of each section: the starred one, otherwise the newest."""
    best: dict[str, Take] = {}
    for take in sorted(takes, key=lambda t: (t.starred, t.recorded)):
        best[take.section] = take
    return best


def default_segments(script: Script, takes: Sequence[Take]) -> tuple[Segment, ...]:
    """The cut that nobody had to make: the best take of each section, trimmed to the speech.

    Sections win over a take of the whole script as soon as each of them has a
    take; before that, the whole one is used where it exists.
    """
    best = best_takes(takes)
    sections = [s.name for s in script.sections if s.text.strip()]
    spoken = [best[name] for name in sections if name in best]
    whole = best.get(WHOLE)
    if whole is not None and (whole.starred or len(spoken) < max(1, len(sections))):
        return (trimmed(whole),)
    if not spoken:
        spoken = [best[name] for name in best if name not in (WHOLE, MATERIAL)]
    return tuple(trimmed(take) for take in spoken)


def trimmed(take: Take) -> Segment:
    """The take from just before its first to just after its last word."""
    last_frame = on_frame(take.seconds)
    if not take.speech:
        return Segment(take.id, Fraction(0), last_frame)
    start = max(Fraction(0), on_frame(take.speech[0].start - LEAD_IN))
    end = min(last_frame, on_frame(take.speech[-1].end + LEAD_OUT))
    return Segment(take.id, start, max(end, start + FRAME))


def segment_of(take: Take, start: Fraction, end: Fraction) -> Segment:
    """A checked segment on the nearest frames.

    Raises:
        BadSegment: empty, backwards, or beyond the end of the take.
    """
    first, last = on_frame(start), on_frame(end)
    if not first < last or last > on_frame(take.seconds):
        raise BadSegment(segment=f"{take.id}:{float(start):g}:{float(end):g}", seconds=float(take.seconds))
    return Segment(take.id, first, last)


def placed(segments: Iterable[Segment]) -> list[tuple[Segment, Fraction]]:
    """Each segment with the moment of the clip at which it begins, in seconds."""
    at = Fraction(0)
    result = []
    for segment in segments:
        result.append((segment, at))
        at += segment.end - segment.start
    return result


def within(span: Span, segment: Segment) -> Span | None:
    """The part of ``span`` (seconds of the take) that the segment shows, or None."""
    start, end = max(span.start, segment.start), min(span.end, segment.end)
    return Span(start, end) if start < end else None
