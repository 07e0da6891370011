"""The prompter's text as lines with the moments at which they are spoken; without Qt."""

import time
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from skriptstudio.domain.ports import ScriptCoach
from skriptstudio.domain.script import Section

BREATH_SECONDS = 0.8
"""Between two sections (domain.md 1.6)."""

GLIDE_SECONDS = 0.18
"""How long the text takes to follow the hand."""


@dataclass(frozen=True)
class Sentence:
    """One spoken sentence.

    Attributes:
        start: moment of the first word, in seconds after the first sentence's.
        seconds: length with the pause after it.
    """

    text: str
    section: str
    start: float
    seconds: float


def spoken(sections: Sequence[Section], coach: ScriptCoach) -> tuple[Sentence, ...]:
    """All sentences of these sections at a calm tempo. Takes a moment: call it in a job."""
    made: list[Sentence] = []
    at = 0.0
    for section in sections:
        texts = coach.sentences(section.text)
        advice = coach.advise([Section(section.name, section.kind, text) for text in texts])
        for text, one in zip(texts, advice.sections, strict=True):
            made.append(Sentence(text, section.name, at, one.seconds))
            at += one.seconds
        at += BREATH_SECONDS if texts else 0.0
    return tuple(made)


@dataclass(frozen=True)
class Line:
    """One line of the prompter; ``start`` as in ``Sentence``."""

    text: str
    section: str
    start: float
    seconds: float


def broken(sentences: Sequence[Sentence], column: float, width: Callable[[str], float]) -> tuple[Line, ...]:
    """The sentences in lines of at most ``column``, each sentence on a line of its own.

    Args:
        sentences: in spoken order.
        column: in the unit of ``width``.
        width: measures a text.
    """
    return tuple(line for sentence in sentences for line in _lines(sentence, column, width))


def _lines(sentence: Sentence, column: float, width: Callable[[str], float]) -> Iterator[Line]:
    rows: list[str] = []
    for word in sentence.text.split():
        pieces = list(_pieces(word, column, width))
        if rows and width(f"{rows[-1]} {pieces[0]}") <= column:
            rows[-1] = f"{rows[-1]} {pieces.pop(0)}"
        rows += pieces
    total = sum(map(len, rows)) or 1
    at = sentence.start
    for row in rows:
        seconds = sentence.seconds * len(row) / total
        yield Line(row, sentence.section, at, seconds)
        at += seconds


def _pieces(word: str, column: float, width: Callable[[str], float]) -> Iterator[str]:
    """The word, hyphenated wherever it is wider than the column."""
    while width(word) > column and len(word) > 2:
        fitting = next((n for n in range(len(word) - 1, 1, -1) if width(word[:n] + "-") <= column), 2)
        yield word[:fitting] + "-"
        word = word[fitting:]
    yield word


class Pace:
    """Where the reader is: moved by the clock, held by P, pushed by hand.

    Args:
        lines: what is read.
        clock: seconds, ever growing.
        still: jump from line to line instead of scrolling.
    """

    def __init__(
        self, lines: Sequence[Line], clock: Callable[[], float] = time.perf_counter, still: bool = False
    ) -> None:
        self._lines = tuple(lines)
        self._starts = [line.start for line in self._lines]
        self._clock = clock
        self._still = still
        self._at = 0.0
        self._since: float | None = None
        self._glide = (0.0, 0.0)

    @property
    def running(self) -> bool:
        return self._since is not None

    @property
    def seconds(self) -> float:
        """Moment of the script, in seconds after its first word."""
        return self._at + (0.0 if self._since is None else self._clock() - self._since)

    @property
    def line(self) -> int:
        """Index of the line being read; 0 for an empty text."""
        return max(0, bisect_right(self._starts, self.seconds) - 1)

    @property
    def section(self) -> str:
        """Section being read; empty for an empty text."""
        return self._lines[self.line].section if self._lines else ""

    def start(self) -> None:
        """Let the text run."""
        if self._since is None:
            self._since = self._clock()

    def hold(self) -> None:
        """Let the text stand."""
        self._at, self._since = self.seconds, None

    def toggle(self) -> None:
        """Hold or go on."""
        if self.running:
            self.hold()
        else:
            self.start()

    def move(self, lines: int) -> None:
        """Put the line so many further on at the reader's place; negative goes back."""
        if not self._lines:
            return
        before = self.shown
        to = min(max(self.line + lines, 0), len(self._lines) - 1)
        self._at = self._starts[to]
        if self._since is not None:
            self._since = self._clock()
        self._glide = (0.0, 0.0)
        self._glide = (before - self.shown, self._clock())

    def go_to(self, seconds: float) -> None:
        """Go to a moment of the script, e.g. after the lines were broken anew."""
        self._at = seconds
        if self._since is not None:
            self._since = self._clock()

    @property
    def shown(self) -> float:
        """The line that stands at the reader's place; between two lines while the text moves.

        A line is in place at the middle of its time, so that it never leaves before it was read.
        """
        if not self._lines:
            return 0.0
        at = self.line
        if self._still:
            return float(at)
        line = self._lines[at]
        end = self._starts[at + 1] if at + 1 < len(self._starts) else line.start + line.seconds
        share = min(1.0, max(0.0, (self.seconds - line.start) / max(0.05, end - line.start)))
        settled = min(max(at + share - 0.5, 0.0), float(len(self._lines) - 1))
        return settled + self._rest_of_glide()

    def _rest_of_glide(self) -> float:
        distance, since = self._glide
        left = 1 - (self._clock() - since) / GLIDE_SECONDS
        return distance * left**3 if left > 0 else 0.0
