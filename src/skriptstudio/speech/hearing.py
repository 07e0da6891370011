"""What was said of a script in one recording: heard as a whole, then again where that left doubts.

1. The whole sound, with the whole script as grammar: which sentences, in which order.
2. Stretches of voice that this didn't explain, with the sentences around them alone.
3. Each sentence by itself in its own stretch: exact word times. Once more in another shape of the sound: an
   independent opinion, which says of which words we are sure.

"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from skriptstudio.domain.take import Span
from skriptstudio.speech.acoustics import english
from skriptstudio.speech.decoder import FRAMES_PER_SECOND, Decoder
from skriptstudio.speech.features import Cepstra, Shaping, shaped
from skriptstudio.speech.grammar import Sounds, Weights, script_grammar
from skriptstudio.speech.judgement import believable, is_confirmed
from skriptstudio.speech.likelihoods import Likelihoods
from skriptstudio.speech.network import network
from skriptstudio.speech.place import Run, SpokenWord, moved, runs, spoken_words
from skriptstudio.speech.sounds.phones import UNSPOKEN

FIRST, SECOND = Shaping(scaled=True, smoothed=True), Shaping(scaled=False, smoothed=False)
"""The sound is heard in two shapes: the first one counts, the second one says whether it may be believed."""

AGAIN = Weights(adlib=1e-3, sound=1e-18, broken=1e-10, stop=1e-9)
"""What a reader may do where it is known already which sentences it is about."""

DOUBTING = Weights(adlib=1e-1, sound=1e-8)
"""What the second opinion takes for likely: that it was something else altogether."""

NEAR_SENTENCES = 4
"""So many sentences before and after are listened for in a stretch that nothing explained."""

AT_ONCE_WORDS = 250
"""Longer scripts are heard piece by piece: what it takes grows with the words."""

PIECE_FRAMES = 1500
FASTEST = 6
"""Frames of a piece, and words that a reader gets through in a second at most, with what is skipped."""

LEAST_UNEXPLAINED = 80
"""Frames of voice that are worth a second hearing."""

WHOLE = 0.75
"""Share of a sentence that must be heard there: fragments would be invented out of something else."""

MARGIN_FRAMES, LOST_FRAMES = 40, 150
"""So far around a sentence its words are looked for, and so far after it where its end wasn't heard."""

_AT_ONCE_FRAMES = 1024
"""So much is computed at once: a matter of memory alone."""


class Script:
    """Sentences and how they sound.

    Args:
        sentences: the text, one sentence each.
        pronounce: the sounds of each blank-separated word of a sentence.
    """

    def __init__(self, sentences: Sequence[str], pronounce: Callable[[str], Sounds]) -> None:
        sounds = [pronounce(sentence) for sentence in sentences]
        self.words = [[at for at, ways in enumerate(words) if any(w != UNSPOKEN for w in ways)] for words in sounds]
        self.counts = [len(words) for words in self.words]
        self.spoken: Mapping[int, Sounds] = {number: sounds[number] for number, words in enumerate(self.words) if words}

    def near(self, first: int, last: int) -> dict[int, Sounds]:
        """The sentences from ``first`` to ``last``, as far as there are any."""
        return {number: sounds for number, sounds in self.spoken.items() if first <= number <= last}

    def from_on(self, first: int, words: int) -> dict[int, Sounds]:
        """The sentences from ``first`` on until there are so many words of them."""
        chosen: dict[int, Sounds] = {}
        for number, sounds in self.spoken.items():
            if number >= first and words > 0:
                chosen[number] = sounds
                words -= self.counts[number]
        return chosen


@dataclass(frozen=True)
class Sound:
    """A recording as it is heard.

    Attributes:
        plain: its cepstra.
        voice: where somebody speaks.
    """

    plain: Cepstra
    voice: Sequence[Span]


@dataclass(frozen=True)
class Stretch:
    """Frames from ``start`` to before ``end``."""

    start: int
    end: int


class Hearing:
    """One script heard in one recording."""

    def __init__(self, script: Script, sound: Sound) -> None:
        self._script = script
        self._voice = [
            Stretch(int(span.start * FRAMES_PER_SECOND), int(span.end * FRAMES_PER_SECOND) + 1) for span in sound.voice
        ]
        self._model = english()
        senones = network(script_grammar(script.spoken), self._model).senones
        self._shapes = {
            FIRST: Likelihoods(shaped(sound.plain, FIRST), senones, self._model),
            SECOND: Likelihoods(shaped(sound.plain, SECOND), senones[:0], self._model),  # heard once, nothing to share
        }

    def words(self) -> Iterator[tuple[SpokenWord, bool]]:
        """What was said, in order, each word with whether a second hearing agrees."""
        whole = Stretch(0, len(self._shapes[FIRST]))
        found = list(self._said(whole))
        found = sorted([*found, *self._overheard(found, whole)], key=lambda run: run[0].start)
        limits = [whole.start, *(run[0].start for run in found), whole.end]
        last_end = 0
        for index, run in enumerate(found):
            before = found[index - 1][-1].end if index else whole.start
            margin = MARGIN_FRAMES if run[-1].word == self._script.words[run[0].sentence][-1] else LOST_FRAMES
            stretch = Stretch(
                max(last_end, before, run[0].start - MARGIN_FRAMES), min(limits[index + 2], run[-1].end + margin)
            )
            exact, other = self._exactly(run, stretch)
            believed = [(word, is_confirmed(word, other)) for word in exact if self._in_voice(word)]
            if 2 * sum(sure for _, sure in believed) < len(believed) < WHOLE * self._script.counts[run[0].sentence]:
                continue  # a mere piece of a sentence, and the second opinion heard something else
            yield from believed
            last_end = max([last_end, *(word.end for word, _ in believed)])

    def _said(self, whole: Stretch) -> Iterator[Run]:
        """The sentences of the whole sound; a long script is heard piece by piece, near where the last one ended."""
        if sum(self._script.counts) <= AT_ONCE_WORDS:
            yield from self._believable(self._heard(self._script.spoken, whole))
            return
        last = -1
        for piece in self._pieces(whole):
            near = self._script.from_on(last - NEAR_SENTENCES, FASTEST * (piece.end - piece.start) // FRAMES_PER_SECOND)
            heard = self._believable(self._heard(near, piece, first=last + 1))
            heard = heard or self._believable(self._heard(self._script.spoken, piece, first=last + 1))
            yield from heard
            last = heard[-1][0].sentence if heard else last

    def _pieces(self, whole: Stretch) -> Iterator[Stretch]:
        """Stretches of ``PIECE_FRAMES`` or more, cut in the middle of pauses."""
        start = whole.start
        for before, after in pairwise(self._voice):
            cut = (before.end + after.start) // 2
            if cut - start >= PIECE_FRAMES:
                yield Stretch(start, cut)
                start = cut
        yield Stretch(start, whole.end)

    def _heard(
        self,
        sentences: Mapping[int, Sounds],
        stretch: Stretch,
        weights: Weights | None = None,
        shape: Shaping = FIRST,
        first: int | None = None,
    ) -> tuple[SpokenWord, ...]:
        grammar = script_grammar(sentences, weights, first)
        words = network(grammar, self._model)
        decoder = Decoder(words)
        for start in range(stretch.start, stretch.end, _AT_ONCE_FRAMES):
            decoder.feed(self._shapes[shape].of(words, start, min(start + _AT_ONCE_FRAMES, stretch.end)))
        return moved(spoken_words(decoder.heard(), grammar), stretch.start)

    def _believable(self, words: Sequence[SpokenWord]) -> tuple[Run, ...]:
        return believable(words, self._script.counts)

    def _overheard(self, found: Sequence[Run], whole: Stretch) -> Iterator[Run]:
        """What is found in the stretches of voice that nothing explained yet."""
        edges = [whole.start, *(edge for run in found for edge in (run[0].start, run[-1].end)), whole.end]
        for index, gap in enumerate(Stretch(a, b) for a, b in list(pairwise(edges))[::2]):
            if sum(_overlap(gap, voice) for voice in self._voice) < LEAST_UNEXPLAINED:
                continue
            before = found[index - 1][0].sentence if index else found[0][0].sentence - NEAR_SENTENCES if found else -1
            after = found[index][0].sentence if index < len(found) else before + NEAR_SENTENCES
            first = max(min(before, after), before - NEAR_SENTENCES)
            nearby = self._script.near(first, min(max(before, after), before + NEAR_SENTENCES))
            if nearby:
                heard = self._believable(self._heard(nearby, gap, AGAIN))
                yield from (run for run in heard if len(run) >= WHOLE * self._script.counts[run[0].sentence])

    def _exactly(self, run: Run, stretch: Stretch) -> tuple[Run, Run]:
        """The words of one sentence in its own stretch, heard in both shapes."""
        number = run[0].sentence
        sounds = self._script.spoken[number]
        if run[-1].word < self._script.words[number][-1] and len(run) < self._script.counts[number] - 2:
            sounds = sounds[: run[-1].word + 1]
        exact, other = (
            max(runs(self._heard({number: sounds}, stretch, weights, shape)), key=len, default=())
            for weights, shape in ((AGAIN, FIRST), (DOUBTING, SECOND))
        )
        return (exact if len(exact) >= len(run) else run), other

    def _in_voice(self, word: SpokenWord) -> bool:
        return any(_overlap(Stretch(word.start, word.end), voice) > 0 for voice in self._voice)


def _overlap(one: Stretch, other: Stretch) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
