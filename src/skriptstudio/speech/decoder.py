"""pocketsphinx behind the few things that we need of it.

The acoustic model is the one in its wheel (US English); nothing is loaded from anywhere else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log

import numpy as np

from skriptstudio.domain.assets import asset
from skriptstudio.speech.features import Cepstra
from skriptstudio.speech.grammar import Grammar
from skriptstudio.speech.sounds.phones import Phones

RATE = 16_000
FRAMES_PER_SECOND = 100

_SCORE_UNIT = 1 << 10
"""pocketsphinx keeps its scores shifted right by ten bits (SENSCR_SHIFT) and gives them back so."""

_PIECE_FRAMES = 10
"""So much is heard before others may have Python's lock: some 4 ms of computing."""

BEAM, _WORD_BEAM = 1e-80, 1e-60
_GAUSSIANS = 4
_SILENCE = 0.1
"""Probability of a pause between any two words."""

_GRAMMAR_WEIGHT = 6.5
"""Power to which the grammar's probabilities are taken before they meet those of the sound."""


@dataclass(frozen=True)
class Heard:
    """A piece of what was heard.

    Attributes:
        name: of a word in the grammar, or ``<sil>`` and the like.
        start, end: frames of 10 ms; ``end`` is the first one after it.
        score: log likelihood of the sound over its frames, natural logarithm.
    """

    name: str
    start: int
    end: int
    score: float


class Decoder:
    """Words, and what is heard of them: one grammar after the other. Not for two threads at once.

    pocketsphinx 5.1.1 holds Python's lock while it computes (measured), so sound is given to it in short pieces.

    Args:
        words: how each name sounds.
        coarse: looks closely at every second frame only: a third less work; words come up to 10 ms early or late.
        beam: how much less likely than the best way another one may become before it is given up.
    """

    def __init__(self, words: Mapping[str, Phones], coarse: bool = False, beam: float = BEAM) -> None:
        import pocketsphinx  # heavy, so only when it is needed

        config = pocketsphinx.Config(
            lm=None,
            dict=None,
            hmm=pocketsphinx.get_model_path("en-us/en-us"),
            featparams=str(asset("speech/features.params")),
            samprate=RATE,
            beam=beam,
            pbeam=beam,
            wbeam=_WORD_BEAM,
            topn=_GAUSSIANS,
            ds=2 if coarse else 1,
            lw=_GRAMMAR_WEIGHT,
            silprob=_SILENCE,
            maxhmmpf=-1,
            bestpath=False,
            loglevel="FATAL",
        )
        self._decoder = pocketsphinx.Decoder(config)
        for name, phones in words.items():
            self._decoder.add_word(name, " ".join(phones), False)

    def use(self, grammar: Grammar) -> None:
        """Listen for this network of the words from the next ``begin`` on; must be called once before the first."""
        edges = [edge if edge[3] is not None else edge[:3] for edge in grammar.edges]
        self._decoder.add_fsg("script", self._decoder.create_fsg("script", grammar.start, grammar.end, edges))
        self._decoder.activate_search("script")

    def hear(self, grammar: Grammar, cepstra: Cepstra) -> tuple[Heard, ...]:
        """All of one stretch of sound at once."""
        self.use(grammar)
        self.begin()
        for start in range(0, len(cepstra), _PIECE_FRAMES):
            self.feed(cepstra[start : start + _PIECE_FRAMES])
        self.end()
        return self.heard()

    def begin(self) -> None:
        """Begin to listen anew, with nothing heard."""
        self._decoder.start_utt()

    def feed(self, cepstra: Cepstra) -> None:
        """The next piece of the sound."""
        self._decoder.process_cep(_bytes(cepstra), False, False)

    def end(self) -> None:
        """No more will come."""
        self._decoder.end_utt()

    def latest(self) -> str | None:
        """Name of the last thing heard so far, the piece that isn't over yet; None before anything."""
        best = self._decoder.hyp()
        said = best.hypstr.split() if best is not None else []
        return said[-1] if said else None

    def heard(self) -> tuple[Heard, ...]:
        """What was heard so far, in order; nothing where no way through the grammar fits."""
        if self._decoder.hyp() is None:
            return ()
        return tuple(
            Heard(piece.word, piece.start_frame, piece.end_frame + 1, log(piece.ascore) * _SCORE_UNIT)
            for piece in self._decoder.seg()
        )


def _bytes(cepstra: Cepstra) -> bytes:
    return np.ascontiguousarray(cepstra, dtype=np.float32).tobytes()
