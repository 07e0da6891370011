"""Where in the script somebody is reading right now: the prompter's ear.

Fed with pieces of sound as they come. One decoder hears the whole script at once; its best guess at every moment is
weighed by ``Whereabouts``, with what a second decoder made of the same sound that knows phones but no words. Neither
silence nor an ad-lib moves anything. The hand always wins.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from math import inf

import numpy as np
from numpy.typing import NDArray

from skriptstudio.domain.ports.speech import ReadingPlace, VoiceFollower
from skriptstudio.speech.acoustics import english
from skriptstudio.speech.decoder import Decoder
from skriptstudio.speech.denoise import Denoiser
from skriptstudio.speech.features import Cepstra, CepstraStream, FeatureStream, ShapingStream
from skriptstudio.speech.grammar import Grammar, Sounds, Weights, any_phones, script_grammar
from skriptstudio.speech.network import network
from skriptstudio.speech.place import latest_run, score_between
from skriptstudio.speech.whereabouts import Evidence, Whereabouts

STEADY = Weights(jump=1e-6, broken=1e-8, elsewhere=1e-12)
"""What a reader may do; broken-off sentences are rare, and taking one for granted costs the line."""

ELSEWHERE = -80.0
"""Log weight of another sentence after the hand chose a word."""

_RATE = 16_000
PIECE = _RATE // 10
"""Samples of 100 ms."""

Samples = NDArray[np.float32]


class ScriptFollower:
    """The ``VoiceFollower`` port. Not for two threads at once.

    Args:
        sentences: the script.
        pronounce: the sounds of each blank-separated word of a sentence.
    """

    def __init__(self, sentences: Sequence[str], pronounce: Callable[[str], Sounds]) -> None:
        sounds = {number: pronounce(sentence) for number, sentence in enumerate(sentences)}
        self._whereabouts = Whereabouts({number: [tuple(ways) for ways in words] for number, words in sounds.items()})
        grammar = script_grammar(sounds, STEADY)
        self._ear = _Ear(grammar) if grammar.places else None
        self._denoiser, self._cepstra, self._shaping = Denoiser(), CepstraStream(), ShapingStream()

    def hear(self, sound: bytes) -> ReadingPlace | None:
        if self._ear is not None:
            samples = np.frombuffer(sound, "<i2").astype(np.float32) / np.float32(32_768)
            ready = self._shaping.feed(self._cepstra.feed(self._denoiser.feed(samples)))
            if len(ready):
                self._ear.feed(ready)
                guess, evidence = self._ear.guess(), self._ear.evidence
                self._whereabouts.weigh(guess, self._shaping.loud, len(samples) / _RATE, evidence)
        return self._whereabouts.place

    def go_to(self, place: ReadingPlace) -> None:
        self._whereabouts.go_to(place)
        if self._ear is not None:
            self._ear.go_to(place)


class _Ear:
    """The script and, beside it, any phones at all, heard in the same sound."""

    def __init__(self, grammar: Grammar) -> None:
        model = english()
        self._grammar = grammar
        self._script, self._anything = network(grammar, model), network(any_phones(), model)
        senones = np.union1d(self._script.senones, self._anything.senones)
        self._mixture = model.mixture(senones)
        self._script_columns = np.searchsorted(senones, self._script.senones)
        self._any_columns = np.searchsorted(senones, self._anything.senones)
        self._features = FeatureStream()
        self._words, self._phones = Decoder(self._script), Decoder(self._anything)

    def feed(self, cepstra: Cepstra) -> None:
        """The next piece of the sound."""
        likelihoods = self._mixture(self._features.feed(cepstra))
        self._words.feed(likelihoods[:, self._script_columns])
        self._phones.feed(likelihoods[:, self._any_columns])

    def go_to(self, place: ReadingPlace) -> None:
        """Forget what was heard; it will probably go on after this word."""
        states = (self._grammar.state_after(place.sentence, place.word), self._grammar.anywhere)
        weights = zip(states, (0.0, ELSEWHERE), strict=True)
        begin = {self._script.number[state]: weight for state, weight in weights if state is not None}
        self._words, self._phones = Decoder(self._script, begin), Decoder(self._anything)

    def guess(self) -> ReadingPlace | None:
        """The word that is being said; None in silence and outside of the script."""
        latest = next(self._words.so_far(), None)
        place = None if latest is None else self._grammar.places.get(latest.name)
        return None if place is None else ReadingPlace(*place)

    def evidence(self) -> Evidence:
        """What speaks for the guess."""
        run = latest_run(self._words.so_far(), self._grammar)
        if not run:
            return Evidence(0, -inf)
        any_score, frames = score_between(self._phones.so_far(), run[0].start, run[-1].end)
        return Evidence(len(run), (sum(piece.score for piece in run) - any_score) / frames if frames else -inf)


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
