"""Which words share a caption, and which of them a line: the cheapest way through a text."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from skriptstudio.domain.caption_rules import MAX_CPS, MAX_LINE_CHARS, MAX_LINES, MAX_SECONDS, MIN_SECONDS
from skriptstudio.domain.sense_units import break_costs

_CUE_COST = 60
"""Each further cue costs as much, so that there are few."""

_EMPTY_COST = 2
"""For each character that is missing to a full line: no tiny cues."""

_HURRY_COST = 6
"""For each character that can't be read in the time there is."""

_FLASH_COST = 150
"""For a cue that can't stay at all; in proportion for one that can't stay its shortest time."""

_TWO_SENTENCES_COST = 70
"""For each end of a sentence inside of a cue: one sentence or sense unit each (domain.md 5)."""

_NOWHERE = float("inf")


@dataclass(frozen=True)
class Said:
    """Words of one stretch of speech.

    Attributes:
        texts: as written, none of them blank.
        starts, ends: when each sounds, in milliseconds.
        sentences: the number of each one's sentence.
        until: when the next stretch begins or the clip ends, in milliseconds.
    """

    texts: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    sentences: Sequence[int]
    until: int


class Layout:
    """Lines for any stretch of a text.

    Args:
        texts: its words.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.costs = [0, *break_costs(texts)] if texts else []
        """Cost of a break before each word."""
        self._offsets = [0, *accumulate(len(text) + 1 for text in texts)]

    def chars(self, start: int, stop: int) -> int:
        """Characters of the words ``start`` to ``stop``, the blanks between them counted."""
        return self._offsets[stop] - self._offsets[start] - 1

    def best(self, start: int, stop: int) -> tuple[float, int]:
        """Cost, and the word that begins the second line; ``stop`` where one line is enough.

        Cost is infinite where the words don't fit. One word alone always does.
        """
        if self.chars(start, stop) <= MAX_LINE_CHARS or stop - start == 1:
            return 0, stop
        found: tuple[float, int] = (_NOWHERE, stop)
        for at in range(stop - 1, start, -1):
            lower = self.chars(at, stop)
            if lower > MAX_LINE_CHARS:
                break
            upper = self.chars(start, at)
            if upper <= MAX_LINE_CHARS:
                found = min(found, (abs(upper - lower) + self.costs[at], at))
        return found

    def lines(self, start: int, stop: int) -> tuple[str, ...] | None:
        """The words as one or two lines; None if they don't fit."""
        cost, at = self.best(start, stop)
        if cost == _NOWHERE:
            return None
        return tuple(" ".join(part) for part in (self.texts[start:at], self.texts[at:stop]) if part)


def divided(said: Said, layout: Layout) -> list[int]:
    """Where to break a stretch of speech into cues so that it costs least: a dynamic programme.

    Returns:
        The end of each cue as a number of words, the last one ``len(said.texts)``.
    """
    count = len(said.texts)
    best: list[tuple[float, int]] = [(0, 0)]
    for stop in range(1, count + 1):
        cheapest: tuple[float, int] = (_NOWHERE, stop - 1)
        for start in range(stop - 1, -1, -1):
            alone = stop - start == 1
            if not alone and layout.chars(start, stop) > MAX_LINES * MAX_LINE_CHARS + 1:
                break
            if not alone and said.ends[stop - 1] - said.starts[start] > MAX_SECONDS * 1000:
                break
            cost = best[start][0] + _cost(said, layout, start, stop)
            cheapest = min(cheapest, (cost, start))
        best.append(cheapest)
    edges = [count]
    while edges[-1] > 0:
        edges.append(best[edges[-1]][1])
    return edges[-2::-1]


def _cost(said: Said, layout: Layout, start: int, stop: int) -> float:
    lines = layout.best(start, stop)[0]
    if lines == _NOWHERE:
        return _NOWHERE
    chars = layout.chars(start, stop)
    last = stop == len(said.texts)
    cost = _CUE_COST + max(0, lines) / 2 + (MAX_LINE_CHARS - min(chars, MAX_LINE_CHARS)) * _EMPTY_COST
    cost += (said.sentences[stop - 1] - said.sentences[start] != 0) * _TWO_SENTENCES_COST
    if not last:
        cost += layout.costs[stop]
    stays = ((said.until if last else said.starts[stop]) - said.starts[start]) / 1000
    cost += max(0.0, chars - MAX_CPS * stays) * _HURRY_COST
    return cost + max(0.0, float(MIN_SECONDS) - stays) * _FLASH_COST
