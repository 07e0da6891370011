"""What will be said: sections of hook, value, beats and call to action (domain.md 1.1)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class SectionKind(StrEnum):
    """The parts of a script in the order in which they are spoken."""

    HOOK = "hook"
    VALUE = "value"
    BEAT = "beat"
    CTA = "cta"


WHOLE = "whole"
"""Section name of a take that speaks the whole script in one go."""

MAX_BEATS = 4


@dataclass(frozen=True)
class Section:
    """One part of the script.

    Attributes:
        name: ``hook``, ``value``, ``beat``, ``beat2`` ... ``beat4``, ``cta``; unique in a script.
    """

    name: str
    kind: SectionKind
    text: str


@dataclass(frozen=True)
class Script:
    """The spoken text and who wrote it.

    Attributes:
        authors: ids of persons; each of them is barred from the release (four eyes).
    """

    sections: tuple[Section, ...] = ()
    authors: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not any(section.text.strip() for section in self.sections)

    def text_of(self, name: str) -> str:
        """Text of one section, or of all for ``whole``; empty where there is none."""
        if name == WHOLE:
            return "\n".join(section.text for section in self.sections)
        return next((section.text for section in self.sections if section.name == name), "")

    def with_author(self, person: str) -> "Script":
        return self if person in self.authors else replace(self, authors=(*self.authors, person))


class Place(StrEnum):
    """Where a piece of a document stood that is no part of the script."""

    TITLE = "title"
    ASIDE = "aside"  # beside the sections, or under a heading of notes
    PICTURE = "picture"  # what will be seen, who speaks and the like: the other columns of a script table
    COMMENT = "comment"
    FOOTNOTE = "footnote"
    BOX = "box"
    HIDDEN = "hidden"
    MARGIN = "margin"  # header or footer


@dataclass(frozen=True)
class Unplaced:
    """A piece of a document that nobody will speak.

    Attributes:
        text: clean, never empty.
        near: the words beside which it stood, at most 60 characters; empty where it stood alone.
    """

    place: Place
    text: str
    near: str = ""


@dataclass(frozen=True)
class ReadScript:
    """All that a document holds: its script, and what found no place there."""

    sections: tuple[Section, ...]
    unplaced: tuple[Unplaced, ...] = ()


def sections_from(parts: Iterable[tuple[SectionKind, str]]) -> tuple[Section, ...]:
    """Name the parts of a script; beats are counted from the second one on."""
    beats = 0
    named = []
    for kind, text in parts:
        name = kind.value
        if kind is SectionKind.BEAT:
            beats += 1
            name = "beat" if beats == 1 else f"beat{beats}"
        named.append(Section(name, kind, text.strip()))
    return tuple(named)


SECTION_NAMES = ("hook", "value", "beat", *(f"beat{n}" for n in range(2, MAX_BEATS + 1)), "cta", WHOLE)
"""All names that a take's section can have, in the order of the script."""
