"""A text as it is read aloud from a prompter."""

from collections.abc import Iterable
from dataclasses import dataclass

from skriptstudio.domain.take import TakeFinding

PAUSE_SECONDS = {"·": 0.3, "//": 0.8}
"""Pause marks that a writer may put into a text, each a word of its own, and how long they last (domain.md 8.2)."""

BREATH_SECONDS = 0.8
"""Between two sections (domain.md 1.6)."""

TEMPO_BANDS = (3.3, 3.8, 4.6, 5.2, 6.0)
"""Edges of very calm, calm, good, brisk, too fast and far too fast, in gross syllables a second (domain.md 1.6)."""

HURRIED_FROM = TEMPO_BANDS[3]
"""Gross syllables a second, pauses included, from which a listener no longer follows."""

DRAGGING_BELOW = 2.6
"""Gross syllables a second below which a reading drags."""

PLAUSIBLE_TEMPO = (1.3, 8.0)
"""Outside of these, in gross syllables a second, it can't have been this text, once: a hectic reading reaches 7.1
(domain.md 1.6), and half of ``DRAGGING_BELOW`` is what two attempts in one take come to."""

FEWEST_SYLLABLES = 10
"""A shorter text says nothing about the tempo."""


@dataclass(frozen=True)
class ReadSentence:
    """One sentence of a text, as it is read.

    Attributes:
        start, end: its place in the text, in characters; its pause marks lie inside.
        text: what the reader sees: the pause marks are in it, line breaks and double spaces are not.
        key_words: a few words that bring the sentence back to mind.
        syllables: spoken ones.
        pause_seconds: all pauses of a calm reading: at commas, at marks and after the sentence.
    """

    start: int
    end: int
    text: str
    key_words: str
    syllables: int
    pause_seconds: float

    def seconds(self, syllables_per_second: float) -> float:
        """Length with the pause after it, for a reader of this net articulation."""
        return self.syllables / syllables_per_second + self.pause_seconds


def tempo_band(gross: float) -> int:
    """Number of the band of ``TEMPO_BANDS``: 0 is very calm, 5 far too fast."""
    return sum(gross > edge for edge in TEMPO_BANDS)


def tempo_finding(syllables: int, seconds: float) -> TakeFinding | None:
    """What to say about the tempo of a take.

    Args:
        syllables: of the text that was to be spoken.
        seconds: from the first word to the last, pauses included.
    """
    gross = syllables / seconds if seconds > 0 else float("inf")
    if syllables < FEWEST_SYLLABLES or not PLAUSIBLE_TEMPO[0] <= gross <= PLAUSIBLE_TEMPO[1]:
        return None
    if gross > HURRIED_FROM:
        return TakeFinding.TOO_FAST
    return TakeFinding.TOO_SLOW if gross < DRAGGING_BELOW else None


def tempo_of(sentences: Iterable[ReadSentence], seconds: float) -> float:
    """Net syllables a second of somebody who read these sentences in so many seconds, pauses as calm as usual.

    Infinite where the pauses alone would have taken longer.
    """
    read = tuple(sentences)
    speaking = seconds - sum(one.pause_seconds for one in read)
    return sum(one.syllables for one in read) / speaking if speaking > 0 else float("inf")
