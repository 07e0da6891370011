"""What could be tidied in a cut: silence at its ends, long pauses, sentences said twice or broken off.

Everything here is a suggestion: a person hears and sees it before it is taken.
Words keep their ends, and pauses that the script asks for stay.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from skriptstudio.domain.captions import TimedWord
from skriptstudio.domain.cut import LEAD_IN, LEAD_OUT, Segment, placed, within
from skriptstudio.domain.readings import Stretch, said_again, shown_words
from skriptstudio.domain.take import Span
from skriptstudio.domain.timecode import FRAME, on_frame

LONG_PAUSE = Fraction(12, 10)
"""Seconds without a voice from which a pause is worth a suggestion (issue "Trim and tidy")."""

WORTH_TRIMMING = Fraction(3, 10)
"""Seconds of silence at an end of a segment, over what the default cut leaves, that are worth a suggestion."""

FILLER_SECONDS = (Fraction(2, 10), Fraction(9, 10))
"""Shortest and longest sound between two words that may be an "äh" (measured.md: only to be marked)."""

_AROUND_WORDS = Fraction(1, 10)
"""Speech this close to a word belongs to it: nobody knows its edges better (measured.md, "Voice activity")."""


class TidyKind(StrEnum):
    """What is suggested; the words for it are in ``messages/``."""

    START = "start"
    END = "end"
    PAUSE = "pause"
    REPEATED = "repeated"
    BROKEN_OFF = "broken_off"
    FILLER = "filler"
    FREE_SPEECH = "free_speech"


@dataclass(frozen=True)
class Heard:
    """What is known about a take.

    Attributes:
        sentences: what was to be said.
        words: what was said of it, in seconds of the take, in spoken order.
        speech: where somebody speaks, in seconds of the take.
        wanted_pauses: sentence and word after which the script asks for a pause.
    """

    sentences: tuple[str, ...] = ()
    words: tuple[TimedWord, ...] = ()
    speech: tuple[Span, ...] = ()
    wanted_pauses: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True)
class Suggestion:
    """A piece of the clip that could go; a filler is only marked.

    Attributes:
        segment: its number in the cut.
        start, end: what would go, in seconds of the take; on frames.
        at: the moment of the clip at which it begins, in seconds.
        text: what is said there, for repeated and broken sentences.
    """

    kind: TidyKind
    segment: int
    start: Fraction
    end: Fraction
    at: Fraction
    text: str = ""

    @property
    def seconds(self) -> Fraction:
        """How much shorter the clip gets."""
        return self.end - self.start

    @property
    def can_be_taken(self) -> bool:
        """Fillers can't be cut by machine: too many are missed, and too much else is hit (measured.md)."""
        return self.kind != TidyKind.FILLER


def suggestions(segments: Sequence[Segment], heard: Mapping[str, Heard]) -> tuple[Suggestion, ...]:
    """Everything that could be tidied, in the order of the clip.

    Args:
        segments: the cut.
        heard: by take; takes that are missing are left alone.
    """
    found = []
    for number, (segment, at) in enumerate(placed(segments)):
        for kind, stretch, text in _in_segment(segment, heard.get(segment.take, Heard())):
            start, end = max(segment.start, on_frame(stretch.start)), min(segment.end, on_frame(stretch.end))
            if end - start >= 2 * FRAME:
                found.append(Suggestion(kind, number, start, end, at + start - segment.start, text))
    return tuple(sorted(found, key=lambda suggestion: suggestion.at))


def without(segments: Sequence[Segment], suggestion: Suggestion) -> tuple[Segment, ...]:
    """The cut without what is suggested to go; at least one frame of it stays."""
    whole = segments[suggestion.segment]
    parts = (replace(whole, end=suggestion.start), replace(whole, start=suggestion.end))
    left = tuple(part for part in parts if part.end - part.start >= FRAME)
    changed = (*segments[: suggestion.segment], *left, *segments[suggestion.segment + 1 :])
    return changed or tuple(segments)


_Found = tuple[TidyKind, Span, str]


def _in_segment(segment: Segment, heard: Heard) -> Iterator[_Found]:
    words = shown_words(heard.words, segment)
    voice = _joined([*_clipped(heard.speech, segment), *(Span(word.start, word.end) for word in words)])
    if not voice:
        return
    again = [(_kind(stretch, heard), _span(stretch, words), _text(stretch)) for stretch in said_again(words)]
    yield from again
    yield from _ends(segment, voice)
    removed = [span for _, span, _ in again]
    yield from _pauses(voice, words, heard.wanted_pauses, removed)
    yield from _strange_sounds(segment, words, heard.speech)


def _ends(segment: Segment, voice: Sequence[Span]) -> Iterator[_Found]:
    first, last = voice[0].start - LEAD_IN, voice[-1].end + LEAD_OUT
    if first - segment.start > WORTH_TRIMMING:
        yield TidyKind.START, Span(segment.start, first), ""
    if segment.end - last > WORTH_TRIMMING:
        yield TidyKind.END, Span(last, segment.end), ""


def _pauses(
    voice: Sequence[Span], words: Sequence[TimedWord], wanted: frozenset[tuple[int, int]], removed: Sequence[Span]
) -> Iterator[_Found]:
    for before, after in pairwise(voice):
        silence = Span(before.end, after.start)
        spoken = [word for word in words if word.end <= silence.start]
        asked = bool(spoken) and (spoken[-1].sentence, spoken[-1].word) in wanted
        goes_anyway = any(span.start <= silence.start and silence.end <= span.end + LEAD_IN for span in removed)
        if silence.seconds > LONG_PAUSE and not asked and not goes_anyway:
            yield TidyKind.PAUSE, Span(silence.start + LEAD_OUT, silence.end - LEAD_IN), ""


def _strange_sounds(segment: Segment, words: Sequence[TimedWord], speech: Sequence[Span]) -> Iterator[_Found]:
    """Speech that is no word of the script: between two words and short perhaps a filler, long freely spoken.

    Where no word was found at all, nobody knows what is strange.
    """
    if not words:
        return
    around = _joined([Span(word.start - _AROUND_WORDS, word.end + _AROUND_WORDS) for word in words])
    edges = [segment.start, *(edge for span in around for edge in (span.start, span.end)), segment.end]
    gaps = list(zip(edges[::2], edges[1::2], strict=True))
    shortest, longest = FILLER_SECONDS
    for number, (start, end) in enumerate(gaps):
        inner = 0 < number < len(gaps) - 1
        for sound in _clipped(speech, Segment(segment.take, start, max(start, end))):
            if sound.seconds > longest:
                yield TidyKind.FREE_SPEECH, sound, ""
            elif sound.seconds >= shortest and inner:
                yield TidyKind.FILLER, sound, ""


def _kind(stretch: Stretch, heard: Heard) -> TidyKind:
    last = stretch.words[-1]
    length = len(heard.sentences[last.sentence].split()) if last.sentence < len(heard.sentences) else 0
    return TidyKind.BROKEN_OFF if last.word + 1 < length else TidyKind.REPEATED


def _text(stretch: Stretch) -> str:
    return " ".join(word.text for word in stretch.words)


def _span(stretch: Stretch, words: Sequence[TimedWord]) -> Span:
    """From just before its first word to just before what follows; the word before it keeps its end."""
    end = stretch.words[-1].end + LEAD_OUT if stretch.until is None else _before(stretch.until, words)
    return Span(_before(stretch.words[0], words), end)


def _before(word: TimedWord, words: Sequence[TimedWord]) -> Fraction:
    ends = [other.end for other in words if other.end <= word.start]
    return max([word.start - LEAD_IN, *ends[-1:]])


def _clipped(spans: Iterable[Span], segment: Segment) -> list[Span]:
    return [part for span in spans if (part := within(span, segment)) is not None]


def _joined(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that touch or overlap made one."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
