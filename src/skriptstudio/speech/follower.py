"""Where in the script somebody is reading right now: the prompter's ear.

Fed with pieces of sound as they come. The decoder hears the whole script at once; its best guess at every moment is
weighed by ``Whereabouts``, with what a second decoder made of the same sound that knows phones but no words. Neither
silence nor an ad-lib moves anything. The hand always wins.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import inf

import numpy as np
from numpy.typing import NDArray

from skriptstudio.domain.ports import ReadingPlace, VoiceFollower
from skriptstudio.speech.decoder import FRAMES_PER_SECOND, Decoder
from skriptstudio.speech.denoise import Denoiser
from skriptstudio.speech.features import Cepstra, CepstraStream, ShapingStream
from skriptstudio.speech.grammar import Grammar, Sounds, Weights, any_phones, script_grammar
from skriptstudio.speech.place import latest_run, score_between
from skriptstudio.speech.whereabouts import Evidence, Whereabouts

STEADY = Weights(jump=1e-6, broken=1e-8, elsewhere=1e-12)
"""What a reader may do; broken-off sentences are rare, and taking one for granted costs the line."""

REFRESH_SECONDS, BREATH_SECONDS, TIRED_SECONDS = 15.0, 0.3, 60.0
"""The decoder keeps all that it heard and gets slow by it (52 instead of 18 ms after nine minutes, and 50 MB a minute,
measured): it begins anew in the first pause of that length after so long, and without any pause after a minute."""

_PHONE_BEAM = 1e-20
"""Enough where any phone may follow any other: nothing changes, and a quarter of the time is saved (measured)."""

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
        self._whereabouts = Whereabouts({number: [tuple(ways) for ways in words] for number, words in sounds.items()})
        grammar = script_grammar(sounds, STEADY)
        self._ear = _Ear(sounds, grammar) if grammar.places else None
        self._denoiser, self._cepstra, self._shaping = Denoiser(), CepstraStream(), ShapingStream()
        self._quiet = 0.0

    def hear(self, sound: bytes) -> ReadingPlace | None:
        if self._ear is not None:
            samples = np.frombuffer(sound, "<i2").astype(np.float32) / np.float32(32_768)
            ready = self._shaping.feed(self._cepstra.feed(self._denoiser.feed(samples)))
            if len(ready):
                self._understand(self._ear, ready, len(samples) / _RATE)
        return self._whereabouts.place

    def _understand(self, ear: "_Ear", cepstra: Cepstra, seconds: float) -> None:
        ear.feed(cepstra)
        loud = self._shaping.loud
        self._whereabouts.weigh(ear.guess(), loud, seconds, ear.evidence)
        self._quiet = 0.0 if loud else self._quiet + seconds
        if ear.seconds >= (REFRESH_SECONDS if self._quiet >= BREATH_SECONDS else TIRED_SECONDS):
            ear.begin_anew(self._whereabouts.place)

    def go_to(self, place: ReadingPlace) -> None:
        self._whereabouts.go_to(place)
        if self._ear is not None:
            self._ear.begin_anew(place)


class _Ear:
    """The script and, beside it, any phones at all, heard in the same sound.

    Attributes:
        seconds: since it began.
    """

    def __init__(self, sounds: Mapping[int, Sounds], grammar: Grammar) -> None:
        self._sounds = sounds
        self._grammar = grammar
        anything = any_phones()
        self._script, self._anything = Decoder(self._grammar.words), Decoder(anything.words, beam=_PHONE_BEAM)
        self._script.use(self._grammar)
        self._anything.use(anything)
        self._begin()

    def feed(self, cepstra: Cepstra) -> None:
        """The next piece of the sound."""
        self._script.feed(cepstra)
        self._anything.feed(cepstra)
        self.seconds += len(cepstra) / FRAMES_PER_SECOND

    def begin_anew(self, after: ReadingPlace | None) -> None:
        """Forget what was heard; it will probably go on after this word."""
        self._script.end()
        self._anything.end()
        place = None if after is None else (after.sentence, after.word)
        self._script.use(script_grammar(self._sounds, STEADY, after=place))
        self._begin()

    def _begin(self) -> None:
        self.seconds = 0.0
        self._script.begin()
        self._anything.begin()

    def guess(self) -> ReadingPlace | None:
        """The word that is being said; None in silence and outside of the script."""
        name = self._script.latest()
        return ReadingPlace(*self._grammar.places[name]) if name in self._grammar.places else None

    def evidence(self) -> Evidence:
        """What speaks for the guess."""
        run = latest_run(self._script.heard(), self._grammar)
        if not run:
            return Evidence(0, -inf)
        any_score, frames = score_between(self._anything.heard(), run[0].start, run[-1].end)
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
