"""Where in the script somebody is reading right now: the prompter's ear.

Fed with pieces of sound as they come. The decoder hears the whole script at once; its best guess at every moment is
weighed here: what is near counts at once, another sentence only after a while of agreement, and neither silence nor an
ad-lib moves anything. The hand always wins.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from skriptstudio.domain.ports import ReadingPlace, VoiceFollower
from skriptstudio.speech.decoder import Decoder
from skriptstudio.speech.denoise import Denoiser
from skriptstudio.speech.features import CepstraStream, ShapingStream
from skriptstudio.speech.grammar import Sounds, Weights, script_grammar

NEAR_WORDS = 4
"""Words ahead that may be gone to at once: a reader is never further within a tenth of a second."""

AGREED_SECONDS = 0.3
"""So long the decoder must hold to another sentence before the prompter jumps there."""

_RATE = 16_000
PIECE = _RATE // 10
"""Samples of 100 ms."""

Samples = NDArray[np.float32]


class ScriptFollower:
    """The ``VoiceFollower`` port on pocketsphinx. Not for two threads at once.

    Args:
        sentences: the script.
        pronounce: the sounds of each blank-separated word of a sentence.
    """

    def __init__(self, sentences: Sequence[str], pronounce: Callable[[str], Sounds]) -> None:
        sounds = {number: pronounce(sentence) for number, sentence in enumerate(sentences)}
        self._grammar = script_grammar(sounds, Weights())
        self._offsets = np.cumsum([0, *(len(words) for words in sounds.values())])
        self._decoder = Decoder(self._grammar) if self._grammar.places else None
        self._denoiser, self._cepstra, self._shaping = Denoiser(), CepstraStream(), ShapingStream()
        self._place: ReadingPlace | None = None
        self._candidate = -1
        self._agreed = 0.0
        if self._decoder is not None:
            self._decoder.begin()

    def hear(self, sound: bytes) -> ReadingPlace | None:
        if self._decoder is None:
            return self._place
        samples = np.frombuffer(sound, "<i2").astype(np.float32) / np.float32(32_768)
        ready = self._shaping.feed(self._cepstra.feed(self._denoiser.feed(samples)))
        if len(ready):
            self._decoder.feed(ready)
            self._weigh(self._guess(), len(samples) / _RATE)
        return self._place

    def go_to(self, place: ReadingPlace) -> None:
        self._place = place
        self._candidate, self._agreed = -1, 0.0
        if self._decoder is not None:
            self._decoder.end()
            self._decoder.begin()

    def _guess(self) -> ReadingPlace | None:
        """The word that is being said; None in silence and outside of the script."""
        name = self._decoder.latest() if self._decoder is not None else None
        return ReadingPlace(*self._grammar.places[name]) if name in self._grammar.places else None

    def _weigh(self, guess: ReadingPlace | None, seconds: float) -> None:
        if guess is None:
            return
        if self._is_near(guess):
            self._place = guess
            self._candidate, self._agreed = -1, 0.0
            return
        if guess.sentence != self._candidate:
            self._candidate, self._agreed = guess.sentence, 0.0
        self._agreed += seconds
        if self._agreed >= AGREED_SECONDS:
            self._place = guess
            self._candidate, self._agreed = -1, 0.0

    def _is_near(self, guess: ReadingPlace) -> bool:
        if self._place is None:
            return guess.sentence == 0 and guess.word < NEAR_WORDS
        ahead = self._flat(guess) - self._flat(self._place)
        return 0 <= ahead <= NEAR_WORDS or (guess.sentence == self._place.sentence and ahead > 0)

    def _flat(self, place: ReadingPlace) -> int:
        return int(self._offsets[place.sentence]) + place.word


def places_over(follower: VoiceFollower, samples: Samples) -> Iterator[tuple[Fraction, ReadingPlace]]:
    """Feed a whole recording in pieces; seconds heard so far and the place, each time that changes.

    Args:
        follower: a fresh one.
        samples: mono at 16 kHz, -1.0 to 1.0.
    """
    last: ReadingPlace | None = None
    pcm = (np.clip(samples, -1.0, 1.0) * 32_767).astype("<i2")
    for start in range(0, len(pcm), PIECE):
        piece = pcm[start : start + PIECE]
        place = follower.hear(piece.tobytes())
        if place is not None and place != last:
            yield Fraction(start + len(piece), _RATE), place
        last = place
