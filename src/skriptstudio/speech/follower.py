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

ALONE_SECONDS = 0.5
"""The same as long as only the first word of that sentence was heard: many begin alike."""

NEXT_SECONDS = 0.1
"""The same for the next sentence: an ad-lib may sound like its beginning for a moment."""

STEADY = Weights(jump=1e-6, broken=1e-8, elsewhere=1e-12)
"""What a reader may do; broken-off sentences are rare, and taking one for granted costs the line."""

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
        self._grammar = script_grammar(sounds, STEADY)
        self._sounds = {number: [tuple(ways) for ways in words] for number, words in sounds.items()}
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
        self._move(place)
        if self._decoder is not None:
            self._decoder.end()
            self._decoder.begin()

    def _guess(self) -> ReadingPlace | None:
        """The word that is being said; None in silence and outside of the script."""
        name = self._decoder.latest() if self._decoder is not None else None
        return ReadingPlace(*self._grammar.places[name]) if name in self._grammar.places else None

    def _weigh(self, guess: ReadingPlace | None, seconds: float) -> None:
        if guess is None:
            self._candidate, self._agreed = -1, 0.0
            return
        guess = self._likeliest(guess)
        if self._is_here(guess):
            self._move(guess)
            return
        if guess.sentence != self._candidate:
            self._candidate, self._agreed = guess.sentence, 0.0
        if self._shaping.loud:
            self._agreed += seconds
        if self._agreed >= self._needed(guess):
            self._move(guess)

    def _move(self, place: ReadingPlace) -> None:
        self._place = place
        self._candidate, self._agreed = -1, 0.0

    def _needed(self, guess: ReadingPlace) -> float:
        if self._is_near(guess):
            return NEXT_SECONDS
        return AGREED_SECONDS if guess.word else ALONE_SECONDS

    def _is_here(self, guess: ReadingPlace) -> bool:
        """Whether it lies ahead in the sentence that is being read."""
        return self._place is not None and guess.sentence == self._place.sentence and guess.word >= self._place.word

    def _likeliest(self, guess: ReadingPlace) -> ReadingPlace:
        """Where sentences begin with the same words, the one that is read or comes next is meant."""
        if self._place is None:
            return guess
        said = self._sounds[guess.sentence][: guess.word + 1]
        for near in (self._place.sentence, self._place.sentence + 1):
            if self._sounds.get(near, [])[: guess.word + 1] == said:
                meant = ReadingPlace(near, guess.word)
                if self._is_near(meant):
                    return meant
        return guess

    def _is_near(self, guess: ReadingPlace) -> bool:
        if self._place is None:
            return guess.sentence == 0 and guess.word < NEAR_WORDS
        return self._is_here(guess) or 0 <= self._flat(guess) - self._flat(self._place) <= NEAR_WORDS

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
