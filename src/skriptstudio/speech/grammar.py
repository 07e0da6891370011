"""What may be heard while somebody reads a script: a network of words, sentences, jumps and ad-libs.

Sentences follow each other; from the end of one, any other may come (skipped, repeated), or something that isn't in
the script at all. Pure data: the decoder builds its own search from it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from skriptstudio.speech.sounds.phones import PHONES, SILENCE, UNSPOKEN, Phones

Sounds = Sequence[Sequence[Phones]]
"""For each word of one sentence its pronunciations."""

_Spoken = Sequence[tuple[int, Sequence[Phones]]]

Edge = tuple[int, int, float, str | None]
"""From a state to another with a probability and a word; None for a silent step."""

ANY_SOUND = "AA AH IY EH B D F G K L M N R S SH T".split()
"""Phones of the loop that stands for everything that isn't in the script; more of them cost time and hear no better."""

_FOREIGN = frozenset("DH TH W ZH".split())
"""Phones that no German word has; with them, noise would look more like speech."""

_BREAK = "pause"
_BREAK_SOUND: Phones = (SILENCE,) * 3


@dataclass(frozen=True)
class Weights:
    """Probabilities of what a reader may do besides reading on. Measured, see docs/decisions/0015.

    Attributes:
        follow: the next sentence, as it should be.
        jump: any other sentence.
        adlib: something that isn't in the script, after a sentence.
        sound: each sound of it.
        broken: a sentence is broken off after a word, and begun anew after a pause.
        elsewhere: it is broken off, and another one begun.
        stop: the sound ends in the middle of a sentence.
    """

    follow: float = 0.8
    jump: float = 1e-4
    adlib: float = 1e-2
    sound: float = 1e-14
    broken: float = 1e-5
    elsewhere: float = 1e-10
    stop: float = 1e-3


@dataclass(frozen=True)
class Grammar:
    """A network for the decoder.

    Attributes:
        words: how each name sounds.
        edges: steps between states, counted from 0.
        start, end: states.
        places: sentence and word of each name that stands for a word of the script.
        reached: the state behind each of those words, and for word -1 of a sentence the one before its first.
        anywhere: the state from which any sentence may be begun; None where there are none.
    """

    words: dict[str, Phones]
    edges: tuple[Edge, ...]
    start: int
    end: int
    places: dict[str, tuple[int, int]]
    reached: dict[tuple[int, int], int] = field(default_factory=dict)
    anywhere: int | None = None

    def state_after(self, sentence: int, word: int) -> int | None:
        """Where a reader stands who has read up to this word, spoken or not; None in a sentence without any sound."""
        said = [place for place in self.reached if place[0] == sentence and place[1] <= word]
        return self.reached[max(said)] if said else None


def script_grammar(
    sentences: Mapping[int, Sounds],
    weights: Weights | None = None,
    first: int | None = None,
) -> Grammar:
    """The network of a script or a part of it.

    Args:
        sentences: by their numbers, in order; words without any sound are left out.
        weights: what a reader may do.
        first: the sentence that is likely to come first; by default the first of these.
    """
    return _Builder(weights or Weights()).built(sentences, first)


def any_phones() -> Grammar:
    """The network of anything that somebody might say, phone by phone: what words have to be better than."""
    names: dict[str, Phones] = {f"any.{phone}": (phone,) for phone in sorted(PHONES - _FOREIGN)}
    steps = [(0, 0, 1 / len(names), name) for name in names]
    return Grammar(names, (*steps, (0, 1, 0.5, None)), 0, 1, {})


@dataclass
class _Builder:
    weights: Weights
    words: dict[str, Phones] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    states: int = 0

    def built(self, sentences: Mapping[int, Sounds], first: int | None) -> Grammar:
        start, end, hub, loop = (self._state() for _ in range(4))
        weights = self.weights
        spoken = [(number, list(_spoken(sounds))) for number, sounds in sentences.items()]
        spoken = [(number, words) for number, words in spoken if words]
        chains = {number: [self._state() for _ in range(len(words) + 1)] for number, words in spoken}
        self.words[_BREAK] = _BREAK_SOUND
        for number, words in spoken:
            self._sentence(number, words, chains[number])
        for position, (number, _) in enumerate(spoken):
            chain = chains[number]
            following = chains[spoken[position + 1][0]][0] if position + 1 < len(spoken) else end
            self.edges.append((chain[-1], following, weights.follow, None))
            self.edges.append((chain[-1], hub, weights.jump, None))
            self.edges.append((chain[-1], loop, weights.adlib, None))
            self.edges.append((chain[-1], end, 0.05, None))
            self.edges.append((hub, chain[0], 1.0, None))
            for state in chain[1:-1]:
                self.edges.append((state, chain[0], weights.broken, _BREAK))
                self.edges.append((state, hub, weights.elsewhere, _BREAK))
                self.edges.append((state, end, weights.stop, None))
        likely = first if first in chains else next(iter(chains), None)
        begin = end if likely is None else chains[likely][0]
        self.edges.append((start, begin, 0.9, None))
        self.edges += [(start, hub, weights.jump, None), (start, loop, weights.adlib, None)]
        self.edges += [(loop, hub, 0.05, None), (loop, end, 0.05, None)]
        self._adlib(loop)
        reached = {(number, -1): chains[number][0] for number, _ in spoken}
        reached |= {
            (number, index): chains[number][at] for number, words in spoken for at, (index, _) in enumerate(words, 1)
        }
        return Grammar(self.words, tuple(self.edges), start, end, self.places, reached, hub)

    def _adlib(self, loop: int) -> None:
        for phone in ANY_SOUND:
            self.words[f"any.{phone}"] = (phone,)
            self.edges.append((loop, loop, self.weights.sound, f"any.{phone}"))

    def _sentence(self, number: int, words: _Spoken, chain: Sequence[int]) -> None:
        for at, (index, ways) in enumerate(words):
            for way, phones in enumerate(ways):
                name = f"{number}.{index}.{way}"
                self.words[name] = phones
                self.places[name] = (number, index)
                self.edges.append((chain[at], chain[at + 1], 0.9, name))

    def _state(self) -> int:
        self.states += 1
        return self.states - 1


def _spoken(sounds: Sounds) -> Iterator[tuple[int, Sequence[Phones]]]:
    for index, ways in enumerate(sounds):
        if said := [phones for phones in ways if phones != UNSPOKEN]:
            yield index, said
