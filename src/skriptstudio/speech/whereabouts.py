"""Where the reader is, weighed from one guess of the decoder to the next.

What is near counts at once; another sentence only after a while of agreement, and the more words of it must have been
heard, and the more like them the sound must be, the less likely it is that somebody goes there. Pure: hears nothing
itself. The figures were chosen on thirteen generated readings in three voices, clean and in rooms down to 15 dB.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from skriptstudio.domain.ports.speech import ReadingPlace

NEAR_WORDS = 4
"""Words ahead that may be gone to at once: a reader is never further within a tenth of a second."""

AGREED_SECONDS = 0.3
"""So long the decoder must hold to another sentence before the prompter jumps there."""

ALONE_SECONDS = 0.5
"""The same as long as only the first word of that sentence was heard: many begin alike."""

NEXT_SECONDS = 0.1
"""The same for the next sentence: an ad-lib may sound like its beginning for a moment."""

SKIPPED, REPEATED = 2, 1
"""Sentences ahead and back that readers skip and repeat; whoever goes further must have been understood well."""

FAR_WORDS = 3
"""Words that must be heard of a sentence that nobody would go to from here."""

LIKE, LIKE_NEXT, LIKE_ALONE, LIKE_FAR = -2.0, -1.0, -0.3, -0.4
"""Least likeness, see ``Evidence``: right guesses of three words have -1.4 to 1.4, those in an ad-lib -3.2 to 0.2 (5th
and 95th percentile)."""

UNLIKE = -2.2
"""Likeness below which not even the next words are believed: it is something else."""

SURELY = 1.0
"""Likeness above which two words are enough to go anywhere at once."""

BEGUN_WORDS = 2
"""So many words of a sentence were just begun: that it is another one after all is nothing unlikely yet."""

GLIDE_SECONDS, MOST_GLIDED = 0.3, 2
"""Somebody speaks, but nothing near was understood: so long one word takes, and so many words are taken for read."""

Text = Mapping[int, Sequence[object]]
"""How the words of each sentence sound, by its number; equal ones sound alike."""


@dataclass(frozen=True)
class Evidence:
    """What speaks for a guess.

    Attributes:
        words: how many words of its sentence were heard, one behind the other.
        likeness: by how much better they explain the sound than any phones at all would, in log likelihood a frame;
            below 0 if worse.
    """

    words: int
    likeness: float


class Whereabouts:
    """The place of one reader.

    Attributes:
        place: the word that is being said; None before the first one.
    """

    def __init__(self, text: Text) -> None:
        self.place: ReadingPlace | None = None
        self._text = text
        lengths = [len(words) for words in text.values()]
        self._offsets = dict(zip(text, accumulate([0, *lengths]), strict=False))
        self._before: ReadingPlace | None = None
        self._candidate = -1
        self._agreed = 0.0
        self._lost = 0.0
        self._glided = 0

    def go_to(self, place: ReadingPlace) -> None:
        """The reader is here, whatever was guessed."""
        if self.place is not None and place.sentence != self.place.sentence:
            self._before = self.place
        self.place = place
        self._candidate, self._agreed = -1, 0.0
        self._lost, self._glided = 0.0, 0

    def weigh(self, guess: ReadingPlace | None, loud: bool, seconds: float, evidence: Callable[[], Evidence]) -> None:
        """Take in the next guess.

        Args:
            guess: the word that seems to be said; None in silence and for what isn't in the script.
            loud: whether somebody speaks.
            seconds: how much sound has come since the last one.
            evidence: what speaks for it; asked only where it matters.
        """
        if guess is None:
            self._candidate, self._agreed = -1, 0.0
            return
        guess = self._likeliest(guess)
        if self._is_here(guess):
            self.go_to(guess)
            return
        if guess.sentence != self._candidate:
            self._candidate, self._agreed = guess.sentence, 0.0
        if loud:
            self._agreed += seconds
            self._lost += seconds
        needed = self._needed(guess, evidence())
        if needed is not None and self._agreed >= needed - 1e-6:
            self.go_to(guess)
        elif self._lost >= GLIDE_SECONDS - 1e-6:
            self._glide()

    def _glide(self) -> None:
        """Long words are the ones that aren't understood: go on in the sentence as readers do."""
        self._lost = 0.0
        if self.place is not None and self._glided < MOST_GLIDED and self._left:
            self.place = ReadingPlace(self.place.sentence, self.place.word + 1)
            self._glided += 1

    def _needed(self, guess: ReadingPlace, evidence: Evidence) -> float | None:
        """Seconds of agreement that it takes; None if it can't be."""
        needed = self._seconds(guess, evidence)
        if needed is not None and evidence.words > 1 and evidence.likeness > SURELY:
            return min(needed, NEXT_SECONDS)
        return needed

    def _seconds(self, guess: ReadingPlace, evidence: Evidence) -> float | None:
        if self._is_near(guess):
            if evidence.likeness < UNLIKE:
                return None
            return NEXT_SECONDS if evidence.likeness > LIKE_NEXT and self._left <= 1 else AGREED_SECONDS
        if self._glided_over(guess):
            return 0.0
        if self._is_back(guess) and evidence.words > 1 and evidence.likeness > LIKE:
            return NEXT_SECONDS
        if self._is_unlikely(guess):
            return AGREED_SECONDS if evidence.words >= FAR_WORDS and evidence.likeness > LIKE_FAR else None
        if evidence.words > 1:
            return AGREED_SECONDS if evidence.likeness > LIKE else None
        return ALONE_SECONDS if evidence.likeness > LIKE_ALONE else None

    @property
    def _left(self) -> int:
        """Words of the sentence after the one being said."""
        return 0 if self.place is None else len(self._text[self.place.sentence]) - 1 - self.place.word

    def _is_here(self, guess: ReadingPlace) -> bool:
        """Whether it lies ahead in the sentence that is being read."""
        return self.place is not None and guess.sentence == self.place.sentence and guess.word >= self.place.word

    def _is_near(self, guess: ReadingPlace) -> bool:
        if self.place is None:
            return guess.sentence == min(self._text) and guess.word < NEAR_WORDS
        return self._is_here(guess) or 0 <= self._flat(guess) - self._flat(self.place) <= NEAR_WORDS

    def _glided_over(self, guess: ReadingPlace) -> bool:
        """Whether the reader is slower than we went on."""
        here = self.place
        return here is not None and guess.sentence == here.sentence and here.word - guess.word <= self._glided

    def _is_back(self, guess: ReadingPlace) -> bool:
        """Whether the sentence before wasn't over yet when we left it."""
        before = self._before
        return before is not None and guess.sentence == before.sentence and guess.word >= before.word

    def _is_unlikely(self, guess: ReadingPlace) -> bool:
        """Whether nobody would go there from here: out of the middle of a sentence, or far."""
        if self.place is None:
            return False
        inside = self._left > 1 and self.place.word >= BEGUN_WORDS
        return inside or not -REPEATED <= guess.sentence - self.place.sentence <= SKIPPED

    def _likeliest(self, guess: ReadingPlace) -> ReadingPlace:
        """Where sentences begin with the same words, the one that is read or comes next is meant."""
        if self.place is None:
            return guess
        said = self._text[guess.sentence][: guess.word + 1]
        for near in (self.place.sentence, self.place.sentence + 1):
            if self._text.get(near, ())[: guess.word + 1] == said:
                meant = ReadingPlace(near, guess.word)
                if self._is_near(meant):
                    return meant
        return guess

    def _flat(self, place: ReadingPlace) -> int:
        return self._offsets[place.sentence] + place.word
