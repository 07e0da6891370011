"""Listening: who speaks when, and which word was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from skriptstudio.domain.captions import TimedWord
    from skriptstudio.domain.take import Span


class SpeechDetector(Protocol):
    """Hears where somebody speaks."""

    def spans(self, path: Path) -> tuple[Span, ...]:
        """Stretches of speech in the sound of a media file, in seconds, in order; empty without sound."""
        ...


class Aligner(Protocol):
    """Finds out when each word of a text was spoken."""

    def align(self, sentences: Sequence[str], media: Path, within: Span | None = None) -> tuple[TimedWord, ...]:
        """Word times in seconds of ``media``, in spoken order.

        Args:
            sentences: the text, one sentence each.
            media: any file with sound.
            within: only this stretch of the sound, or all of it.
        """
        ...


@dataclass(frozen=True)
class ReadingPlace:
    """How far somebody has read.

    Attributes:
        sentence: from 0.
        word: the one of that sentence that was spoken last, from 0, as words stand between blanks; -1 before its first.
    """

    sentence: int
    word: int


class VoiceFollower(Protocol):
    """Follows one reading of a text by what is heard, and knows nothing of what comes. For one thread at a time."""

    def hear(self, sound: bytes) -> ReadingPlace | None:
        """The place after this piece of sound; None as long as nothing of the text was understood.

        Args:
            sound: the next 100 ms, mono, 16 kHz, signed 16 bit. Takes less than 20 ms for nearly all pieces.
        """
        ...

    def go_to(self, place: ReadingPlace) -> None:
        """The reader's hand says that this word was the last one; following goes on from there."""
        ...
