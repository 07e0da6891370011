"""Word times from syllables alone: the script is laid evenly over speech in which no word was understood.

A place to begin by hand. It knows when somebody speaks and how long each word
should take, and nothing of what was really said; therefore no word is ever
``sure``. Sentences are held to the pauses: a break of the voice attracts the
sentence end nearest to it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate, pairwise
from pathlib import Path

from skriptstudio.domain.captions import TimedWord
from skriptstudio.domain.cut import Segment, within
from skriptstudio.domain.ports.language import Syllables
from skriptstudio.domain.ports.speech import SpeechDetector
from skriptstudio.domain.take import Span

SNAP_SECONDS = 1
"""A pause of the voice this close to where a sentence should end is taken for that end."""


class EvenAligner:
    """The ``Aligner`` port without listening to words.

    Args:
        detector: says where the voice is.
        syllables: says how long a word is.
    """

    def __init__(self, detector: SpeechDetector, syllables: Syllables) -> None:
        self._detector = detector
        self._syllables = syllables

    def align(self, sentences: Sequence[str], media: Path, within: Span | None = None) -> tuple[TimedWord, ...]:
        spans = self._detector.spans(media)
        return lay_over(sentences, _clipped(spans, within), self._syllables)


def _clipped(spans: Sequence[Span], limit: Span | None) -> list[Span]:
    if limit is None:
        return list(spans)
    window = Segment("", limit.start, limit.end)
    return [part for span in spans if (part := within(span, window)) is not None]


def lay_over(sentences: Sequence[str], spans: Sequence[Span], syllables: Syllables) -> tuple[TimedWord, ...]:
    """Give every word of the sentences a time inside the spans of speech.

    Returns nothing where there is no speech or no word: a time is never invented.
    """
    placed = _placed(sentences, syllables)
    if not spans or not placed:
        return ()
    voice = _Voice(spans)
    warp = _Warp(_anchors(placed, voice))
    return tuple(
        TimedWord(
            word.text,
            voice.moment(warp(word.start)),
            voice.moment(warp(word.end), ending=True),
            word.sentence,
            word.word,
        )
        for word in placed
    )


def _placed(sentences: Sequence[str], syllables: Syllables) -> list[TimedWord]:
    """The words on a scale of syllables instead of seconds."""
    placed: list[TimedWord] = []
    at = Fraction(0)
    for number, sentence in enumerate(sentences):
        for index, word in enumerate(sentence.split()):
            end = at + syllables(word)
            placed.append(TimedWord(word, at, end, number, index))
            at = end
    return placed


class _Voice:
    """Voiced time: the spans pushed together, without the pauses between them."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._ends = list(accumulate(span.seconds for span in spans))
        self.seconds = self._ends[-1]
        self.pauses = self._ends[:-1]

    def moment(self, voiced: Fraction, ending: bool = False) -> Fraction:
        """Seconds of the sound; at a pause its far side, or for an ``ending`` its near one."""
        find = bisect_left if ending else bisect_right
        index = min(find(self._ends, voiced), len(self._spans) - 1)
        return self._spans[index].end - (self._ends[index] - voiced)


class _Warp:
    """Piecewise linear way from syllables to voiced seconds through fixed points."""

    def __init__(self, anchors: Sequence[tuple[Fraction, Fraction]]) -> None:
        self._from = [anchor[0] for anchor in anchors]
        self._to = [anchor[1] for anchor in anchors]

    def __call__(self, position: Fraction) -> Fraction:
        index = min(max(bisect_right(self._from, position), 1), len(self._from) - 1)
        x0, x1, y0, y1 = self._from[index - 1], self._from[index], self._to[index - 1], self._to[index]
        return y0 + (position - x0) * (y1 - y0) / (x1 - x0)


def _anchors(placed: Sequence[TimedWord], voice: _Voice) -> list[tuple[Fraction, Fraction]]:
    """Both ends of the text, and each pause that lies close to the end of a sentence or clause."""
    total = placed[-1].end
    anchors = [(Fraction(0), Fraction(0))]
    breaks = [word.end for word, after in pairwise(placed) if _breaks(word, after)]
    for pause in voice.pauses:
        x0, y0 = anchors[-1]
        rate = (voice.seconds - y0) / (total - x0)
        later = [at for at in breaks if at > x0]
        nearest = min(later, key=lambda at: abs(y0 + (at - x0) * rate - pause), default=None)
        if nearest is not None and abs(y0 + (nearest - x0) * rate - pause) <= SNAP_SECONDS and pause > y0:
            anchors.append((nearest, pause))
    return [*anchors, (total, voice.seconds)]


def _breaks(word: TimedWord, after: TimedWord) -> bool:
    return after.sentence != word.sentence or word.text[-1] in ",;:–"
