"""A section as the rules see it: its text, its sentences and where they stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from skriptstudio.domain.advice import Remark
from skriptstudio.domain.clip import Severity
from skriptstudio.domain.script import Section
from skriptstudio.language.sentences import marked_sentences, words


@dataclass(frozen=True)
class Sentence:
    """One spoken sentence, and where it begins in the section."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @cached_property
    def words(self) -> list[str]:
        return words(self.text)


@dataclass(frozen=True)
class Passage:
    """A section and its sentences."""

    section: Section

    @property
    def text(self) -> str:
        return self.section.text

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(Sentence(self.text[start:end], start) for start, end in marked_sentences(self.text))


Findings = Iterator[Remark]


def hint(code: str, start: int, end: int, suggestion: str | None = None, **values: object) -> Remark:
    """Something that could be easier."""
    return Remark(code, Severity.HINT, start, end, values, suggestion)


def warn(code: str, start: int, end: int, suggestion: str | None = None, **values: object) -> Remark:
    """Something that costs viewers, or is a risk."""
    return Remark(code, Severity.WARN, start, end, values, suggestion)
