"""The likeliest way through a network of words for a sound (Viterbi), frame by frame.

All states are computed at once, without a beam: nothing can be lost. A path remembers where its word began; what came
before is looked up from there. Paths have most of their past in common, so what none of them needs is forgotten.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from skriptstudio.speech.acoustics import Floats, Numbers
from skriptstudio.speech.network import Network

RATE = 16_000
FRAMES_PER_SECOND = 100

_IMPOSSIBLE = np.float32(-1e30)
_LEVEL_FRAMES = 64
"""So often the best path's value is taken off all: what counts is differences, and small numbers keep them exact."""

SETTLE_FRAMES = 3000
"""So often what is no longer needed is forgotten."""


@dataclass(frozen=True)
class Heard:
    """A piece of what was heard.

    Attributes:
        name: of a word in the grammar, or ``PAUSE``.
        start, end: frames of 10 ms; ``end`` is the first one after it.
        score: log likelihood of the sound over its frames, natural logarithm; 0 for a sound like the likeliest senone.
    """

    name: str
    start: int
    end: int
    score: float


@dataclass(frozen=True)
class _Mark:
    """A node at a frame: which arc came in there, and since which mark it went."""

    frame: int
    arc: int
    before: int
    value: float


class Decoder:
    """One hearing. Not for two threads at once.

    Args:
        network: what may be said.
        begin: nodes to begin at, with a log weight each; by default its start.

    Attributes:
        frames: how many were heard.
    """

    def __init__(self, network: Network, begin: Mapping[int, float] | None = None) -> None:
        self._network = network
        states, self._arcs, self._nodes_count = len(network.stay), len(network.names), len(network.inward)
        self._value = np.full(states, _IMPOSSIBLE)
        self._since = np.zeros(states, np.int64)
        """The mark at which the word of each state's path began: frame times nodes plus node."""
        self._ways = np.full(self._arcs + self._nodes_count, _IMPOSSIBLE)
        """Value of each arc at its end, then of each node."""
        self._nodes = self._ways[self._arcs :]
        self._leaving = network.advance[network.last]
        self._levels = [
            (level.ways, level.weights, level.starts, np.empty_like(level.weights), self._nodes[level.nodes])
            for level in network.levels
        ]
        self._taken_off = 0.0
        self.frames = 0
        self._settled: dict[int, _Mark] = {}
        self._recent: list[tuple[Floats, Numbers, float]] = []
        """For each frame since then the values of the ways, the marks of the arcs and what was taken off."""
        self._first_recent = 1
        self._begin({network.start: 0.0} if begin is None else begin)

    def _begin(self, nodes: Mapping[int, float]) -> None:
        reached = list(nodes.items())
        while reached:
            node, value = reached.pop()
            if value > self._nodes[node]:
                self._nodes[node] = value
                reached += [(step.target, value + step.weight) for step in self._network.outward[node]]
        for number, value in enumerate(self._nodes):
            self._settled[number] = _Mark(0, -1, -1, float(value))

    def feed(self, likelihoods: Floats) -> None:
        """The next frames: shape (frames, senones of the network)."""
        network, value, since = self._network, self._value, self._since
        first, source, entry, stay = network.first, network.source, network.entry, network.stay
        before, since_before, advance = value[:-1], since[:-1], network.advance[:-1]
        moved, moved_since = np.empty_like(value), np.empty_like(since)
        onward, onward_since = moved[1:], moved_since[1:]
        better = np.empty(len(value), np.bool_)
        for sound in likelihoods[:, network.columns]:
            np.add(before, advance, out=onward)
            moved[first] = self._nodes[source] + entry
            onward_since[:] = since_before
            moved_since[first] = source + self.frames * self._nodes_count
            value += stay
            np.greater(moved, value, out=better)
            np.maximum(moved, value, out=value)
            np.putmask(since, better, moved_since)  # half the time of copyto
            value += sound
            self._pass_on()

    def _pass_on(self) -> None:
        """From the ends of the arcs to the nodes behind them."""
        last, value = self._network.last, self._value
        np.add(value[last], self._leaving, out=self._ways[: self._arcs])
        if self.frames == 0:
            self._nodes[:] = _IMPOSSIBLE
        for ways, weights, starts, leading, nodes in self._levels:
            self._ways.take(ways, out=leading, mode="clip")  # in range; other modes copy
            leading += weights
            np.maximum.reduceat(leading, starts, out=nodes)
        self.frames += 1
        self._recent.append((self._ways.copy(), self._since[last], self._taken_off))
        if self.frames % _LEVEL_FRAMES == 0:
            best = value.max()
            value -= best
            self._nodes -= best
            self._taken_off += float(best)
        if len(self._recent) >= SETTLE_FRAMES:
            self._settle()

    def heard(self) -> tuple[Heard, ...]:
        """What was heard of the whole grammar, in order; nothing where no way through it fits."""
        if self.frames == 0 or self._nodes[self._network.end] <= _IMPOSSIBLE / 2:
            return ()
        last = self.frames * self._nodes_count + self._network.end
        return tuple(reversed(list(self._back_from(last))))

    def so_far(self) -> Iterator[Heard]:
        """The likeliest way up to now, from its last piece back; that one isn't over yet."""
        if self.frames == 0:
            return
        state = int(self._value.argmax())
        arc = int(np.searchsorted(self._network.first, state, side="right")) - 1
        since = int(self._since[state])
        yield self._piece(arc, since, self.frames, float(self._value[state]) + self._taken_off)
        yield from self._back_from(since)

    def _back_from(self, number: int) -> Iterator[Heard]:
        while (mark := self._mark(number)).arc >= 0:
            yield self._piece(mark.arc, mark.before, mark.frame, mark.value)
            number = mark.before

    def _piece(self, arc: int, since: int, end: int, value: float) -> Heard:
        begun = self._mark(since)
        score = value - begun.value - float(self._network.entry[arc])
        return Heard(self._network.names[arc], begun.frame, end, score)

    def _mark(self, number: int) -> _Mark:
        """Which way was the best one to a node at a frame: the silent ones are gone back too."""
        if number in self._settled:
            return self._settled[number]
        frame, node = divmod(number, self._nodes_count)
        ways, since, taken_off = self._recent[frame - self._first_recent]
        value = float(ways[self._arcs + node]) + taken_off
        if ways[self._arcs + node] <= _IMPOSSIBLE / 2:
            return _Mark(frame, -1, -1, value)
        while True:
            inward, weights = self._network.inward[node]
            way = int(inward[(ways[inward] + weights).argmax()])
            if way < self._arcs:
                return _Mark(frame, way, int(since[way]), value)
            node = way - self._arcs

    def _settle(self) -> None:
        """Keep only the marks that a path of now may still come back to."""
        alive = set(self._since.tolist())
        alive.update(self.frames * self._nodes_count + node for node in range(self._nodes_count))
        kept: dict[int, _Mark] = {}
        while alive:
            number = alive.pop()
            kept[number] = mark = self._mark(number)
            if mark.arc >= 0 and mark.before not in kept:
                alive.add(mark.before)
        self._settled = kept
        self._recent, self._first_recent = [], self.frames + 1
