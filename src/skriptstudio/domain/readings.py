"""What was really said of a script: which words came twice, and which sentences never."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from skriptstudio.domain.captions import TimedWord
from skriptstudio.domain.cut import Segment

ENOUGH = 0.8
"""Share of a stretch's words that have to come again for it to count as said again: some are always missed."""


@dataclass(frozen=True)
class Stretch:
    """Words that could go, because the same is said once more, or was said before.

    Attributes:
        words: in spoken order, at least one.
        until: the word that comes after them; None at the end.
    """

    words: tuple[TimedWord, ...]
    until: TimedWord | None


@dataclass(frozen=True)
class Unsaid:
    """A sentence of the script that nobody says in the clip.

    Attributes:
        segment: number of the segment in which it would belong.
        after: the last word before the place where it is missing; None at the beginning.
    """

    text: str
    segment: int
    after: TimedWord | None


def shown_words(words: Sequence[TimedWord], segment: Segment) -> list[TimedWord]:
    """The words of the script whose middle a segment shows, in spoken order."""
    return [word for word in words if word.sentence >= 0 and segment.start <= (word.start + word.end) / 2 < segment.end]


def said_again(words: Sequence[TimedWord]) -> tuple[Stretch, ...]:
    """Each stretch that can go because somebody went back in the text.

    The later version is kept where it says all of it; where it broke off
    itself, the earlier one.
    """
    found = []
    places = [(word.sentence, word.word) for word in words]
    backs = [at for at in range(1, len(words)) if places[at] <= places[at - 1]]
    for back in backs:
        start = back
        while start > 0 and places[start - 1] >= places[back] and (start == back or start not in backs):
            start -= 1
        stop = next((later for later in backs if later > back), len(words))
        if _is_said_again(places[start:back], places[back:stop]):
            found.append(Stretch(tuple(words[start:back]), words[back]))
            continue
        on = next((later for later in range(back, stop) if places[later] > places[back - 1]), stop)
        if _is_said_again(places[back:on], places[start:back]):
            found.append(Stretch(tuple(words[back:on]), words[on] if on < len(words) else None))
    return tuple(found)


def _is_said_again(places: Sequence[tuple[int, int]], among: Sequence[tuple[int, int]]) -> bool:
    """Whether nearly all of it comes there; two words running that don't were left out, not just missed."""
    known = set(among)
    again = [place in known for place in places]
    return sum(again) >= ENOUGH * len(places) > 0 and all(one or other for one, other in pairwise(again))


def unsaid(
    segments: Sequence[Segment],
    words: Mapping[str, Sequence[TimedWord]],
    sentences: Mapping[str, Sequence[str]],
) -> tuple[Unsaid, ...]:
    """Sentences of which no word is heard in the clip, in the order of the clip.

    Args:
        segments: the cut.
        words: what was said in each take; one in which nothing was found tells nothing, and is left out.
        sentences: what was to be said in each take.
    """
    found = []
    for take in dict.fromkeys(segment.take for segment in segments):
        shown = [
            (number, word)
            for number, segment in enumerate(segments)
            if segment.take == take
            for word in shown_words(words.get(take, ()), segment)
        ]
        said = {word.sentence for _, word in shown}
        for number, text in enumerate(sentences.get(take, ())):
            if said and number not in said:
                before = [(segment, word) for segment, word in shown if word.sentence < number]
                segment, after = max(before, key=lambda one: one[1].sentence) if before else (shown[0][0], None)
                last = [word for place, word in before if after is not None and word.sentence == after.sentence]
                found.append(Unsaid(text, segment, last[-1] if last else None))
    return tuple(sorted(found, key=lambda one: one.segment))
