"""A grammar made ready for the decoder: rows of numbers for states, arcs and nodes.

Every word becomes an arc of three states a phone, between two nodes; phones know their neighbours across the words
that surely stand beside each other. Between any two words there may be a pause.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from math import log

import numpy as np

from skriptstudio.speech.acoustics import AcousticModel, Floats, Numbers, Phone, Position
from skriptstudio.speech.grammar import Edge, Grammar
from skriptstudio.speech.sounds.phones import SILENCE, Phones

PAUSE = "<sil>"
"""Name of the silence that may be anywhere between words."""

_GRAMMAR_WEIGHT = 6.5
"""Power to which the grammar's probabilities are taken before they meet those of the sound."""

_WORD_PENALTY = log(0.65)
_PAUSE_WEIGHT = _GRAMMAR_WEIGHT * log(0.1)


@dataclass(frozen=True)
class Step:
    """A silent way from node ``source`` to ``target``, with a log weight."""

    source: int
    target: int
    weight: float


@dataclass(frozen=True)
class Level:
    """Nodes whose values follow from arcs and from nodes of lower levels.

    Attributes:
        nodes: their numbers, which follow each other.
        ways: what leads to them, one node's after the other's: arcs, and nodes counted on from the number of arcs.
        weights: log weight of each way.
        starts: where in ``ways`` those of each node begin.
    """

    nodes: slice
    ways: Numbers
    weights: Floats
    starts: Numbers


@dataclass(frozen=True)
class Network:
    """All that the decoder computes with.

    Attributes:
        senones: those needed, each once, in the model's numbers.
        columns: for each state its place in ``senones``.
        stay, advance: log probability of staying in each state and of going on.
        first, last: first and last state of each arc.
        source: node that each arc begins at.
        entry: log weight of beginning each arc.
        names: of the arcs.
        levels: the nodes, in the order in which they are computed; behind them come those that nothing leads to.
        inward: for each node the ways to it and their weights, as in ``Level``.
        outward: silent steps from each node, for where to begin.
        number: of each of the grammar's states the node that stands for it.
        start, end: nodes.
    """

    senones: Numbers
    columns: Numbers
    stay: Floats
    advance: Floats
    first: Numbers
    last: Numbers
    source: Numbers
    entry: Floats
    names: tuple[str, ...]
    levels: tuple[Level, ...]
    inward: tuple[tuple[Numbers, Floats], ...]
    outward: tuple[tuple[Step, ...], ...]
    number: tuple[int, ...]
    start: int
    end: int


def network(grammar: Grammar, model: AcousticModel) -> Network:
    """Make a grammar ready."""
    return _Builder(grammar, model).built()


@dataclass
class _Builder:
    grammar: Grammar
    model: AcousticModel
    states: list[tuple[int, float, float]] = field(default_factory=list)
    arcs: list[tuple[int, int, int, int, float, str]] = field(default_factory=list)
    """Source, target, first and last state, weight and name."""
    steps: list[Step] = field(default_factory=list)

    def built(self) -> Network:
        edges = self.grammar.edges
        nodes = 1 + max(max(edge[0], edge[1]) for edge in edges)
        words = [(edge, self.grammar.words[edge[3]]) for edge in edges if edge[3] is not None]
        self.steps = [Step(edge[0], edge[1], _weight(edge)) for edge in edges if edge[3] is None]
        pauses: dict[tuple[str, int], list[Edge]] = defaultdict(list)
        before = _neighbours((edge[1], phones[-1]) for edge, phones in words if edge[0] != edge[1])
        after = _neighbours((edge[0], phones[0]) for edge, phones in words if edge[0] != edge[1])
        for edge, phones in words:
            if set(phones) == {SILENCE}:
                pauses[str(edge[3]), edge[1]].append(edge)
            elif edge[0] == edge[1]:  # any sound at all, with anything beside it
                self._arc(edge[0], edge[1], _weight(edge), str(edge[3]), [self.model.phone(name) for name in phones])
            else:
                sounds = self._word(phones, before.get(edge[0], SILENCE), after.get(edge[1], SILENCE))
                self._arc(edge[0], edge[1], _weight(edge), str(edge[3]), sounds)
        silence = self.model.phone(SILENCE)
        for (name, target), alike in pauses.items():  # equal silences from many nodes to one are one arc
            self.steps += [Step(edge[0], nodes, _weight(edge)) for edge in alike]
            self._arc(nodes, target, 0.0, name, [silence] * len(self.grammar.words[name]))
            nodes += 1
        for node in sorted({edge[0] for edge, _ in words} | {self.grammar.end}):
            self._arc(node, node, _PAUSE_WEIGHT, PAUSE, [silence])
        return self._network(nodes)

    def _word(self, phones: Phones, left: str, right: str) -> list[Phone]:
        around = (left, *phones, right)
        last = len(phones) - 1
        places = [Position.INSIDE] * len(phones)
        places[0], places[last] = Position.BEGIN, Position.END
        if last == 0:
            places = [Position.ALONE]
        return [self.model.phone(name, around[at], around[at + 2], places[at]) for at, name in enumerate(phones)]

    def _arc(self, source: int, target: int, weight: float, name: str, phones: Sequence[Phone]) -> None:
        first = len(self.states)
        for phone in phones:
            self.states += zip(phone.senones, phone.stay, phone.advance, strict=True)
        self.arcs.append((source, target, first, len(self.states) - 1, weight + _WORD_PENALTY, name))

    def _network(self, nodes: int) -> Network:
        levels = self._in_order(nodes)
        order = [node for level in levels for node in level]
        order += sorted(set(range(nodes)) - set(order))
        number = {node: at for at, node in enumerate(order)}
        ways: list[list[tuple[int, float]]] = [[] for _ in range(nodes)]
        for arc, (_, target, *_) in enumerate(self.arcs):
            ways[number[target]].append((arc, 0.0))
        outward: list[list[Step]] = [[] for _ in range(nodes)]
        for step in self.steps:
            source, target = number[step.source], number[step.target]
            ways[target].append((len(self.arcs) + source, step.weight))
            outward[source].append(Step(source, target, step.weight))
        senones, columns = np.unique([senone for senone, _, _ in self.states], return_inverse=True)
        ends = list(accumulate(len(level) for level in levels))
        return Network(
            senones=senones,
            columns=columns,
            stay=np.array([stay for _, stay, _ in self.states], np.float32),
            advance=np.array([advance for _, _, advance in self.states], np.float32),
            first=np.array([arc[2] for arc in self.arcs]),
            last=np.array([arc[3] for arc in self.arcs]),
            source=np.array([number[arc[0]] for arc in self.arcs]),
            entry=np.array([arc[4] for arc in self.arcs], np.float32),
            names=tuple(arc[5] for arc in self.arcs),
            levels=tuple(_level(slice(end - len(level), end), ways) for level, end in zip(levels, ends, strict=True)),
            inward=tuple((_numbers(at for at, _ in one), np.array([w for _, w in one], np.float32)) for one in ways),
            outward=tuple(tuple(steps) for steps in outward),
            number=tuple(number[node] for node in range(nodes)),
            start=number[self.grammar.start],
            end=number[self.grammar.end],
        )

    def _in_order(self, nodes: int) -> list[list[int]]:
        """The nodes that something leads to by how many silent steps they lie behind the words."""
        depth = [0] * nodes
        for _ in range(nodes):
            deeper = [step for step in self.steps if depth[step.target] <= depth[step.source]]
            if not deeper:
                break
            for step in deeper:
                depth[step.target] = max(depth[step.target], depth[step.source] + 1)
        else:
            raise ValueError("silent steps must not lead round in a circle")
        reached = sorted({arc[1] for arc in self.arcs} | {step.target for step in self.steps})
        return [
            [node for node in reached if depth[node] == level] for level in sorted({depth[node] for node in reached})
        ]


def _weight(edge: Edge) -> float:
    return _GRAMMAR_WEIGHT * log(edge[2])


def _neighbours(pairs: Iterable[tuple[int, str]]) -> dict[int, str]:
    """For each node the phone that stands there; none where it may be one of several."""
    found: dict[int, set[str]] = defaultdict(set)
    for node, phone in pairs:
        if phone != SILENCE:
            found[node].add(phone)
    return {node: next(iter(phones)) for node, phones in found.items() if len(phones) == 1}


def _level(nodes: slice, ways: Sequence[Sequence[tuple[int, float]]]) -> Level:
    leading = ways[nodes]
    return Level(
        nodes=nodes,
        ways=_numbers(at for one in leading for at, _ in one),
        weights=np.array([weight for one in leading for _, weight in one], np.float32),
        starts=np.array([0, *accumulate(len(one) for one in leading[:-1])]),
    )


def _numbers(values: Iterable[int]) -> Numbers:
    return np.array(list(values), np.int64)
