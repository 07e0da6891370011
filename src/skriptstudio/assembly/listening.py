"""Puts together what hears speech."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from skriptstudio.assembly.places import own_pronunciations

if TYPE_CHECKING:
    from skriptstudio.domain.ports.speech import Aligner, ReadingPlace, SpeechDetector, VoiceFollower
    from skriptstudio.speech.sounds.pronunciation import Pronouncer


def syllables(text: str) -> int:
    """Spoken syllables of a text; the counter is loaded with the first one."""
    from skriptstudio.language.syllables import count_syllables

    return count_syllables(text)


class Listening:
    """Everything that hears speech, each part made when it is first asked for."""

    @cached_property
    def detector(self) -> SpeechDetector:
        from skriptstudio.media.look.listen import read_sound
        from skriptstudio.speech.activity import SileroDetector

        return SileroDetector(read_sound)

    @cached_property
    def aligner(self) -> Aligner:
        from skriptstudio.media.look.listen import read_sound
        from skriptstudio.speech.script_aligner import ScriptAligner

        return ScriptAligner(read_sound, self._pronounce)

    @cached_property
    def even_aligner(self) -> Aligner:
        """Spreads words evenly over what is spoken, where nobody understood them."""
        from skriptstudio.speech.even_aligner import EvenAligner

        return EvenAligner(self.detector, syllables)

    def follower(self, sentences: Sequence[str]) -> VoiceFollower:
        """Hears where in these sentences somebody is reading; takes some tenths of a second to make."""
        from skriptstudio.speech.follower import ScriptFollower

        return ScriptFollower(sentences, self._pronounce)

    def followed(self, sentences: Sequence[str], audio: Path) -> Iterator[tuple[Fraction, ReadingPlace]]:
        """Where a prompter would have stood: seconds of the sound heard so far, each time the place changed.

        Raises:
            MissingFile, NotMedia, DriveFault: the sound can't be read.
        """
        from skriptstudio.media.look.listen import read_sound
        from skriptstudio.speech.activity import RATE
        from skriptstudio.speech.follower import places_over

        yield from places_over(self.follower(sentences), read_sound(audio, RATE))

    @cached_property
    def _pronounce(self) -> Pronouncer:
        from skriptstudio.language.spoken.lexicon import own_lexicon
        from skriptstudio.language.spoken.reader import SpokenGerman
        from skriptstudio.speech.sounds.pronunciation import Pronouncer

        return Pronouncer(SpokenGerman(own_lexicon(own_pronunciations())))
