"""What will be said: sections of hook, value, beats and call to action (domain.md 1.1)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum


class SectionKind(StrEnum):
    """The parts of a script in the order in which they are spoken."""

    HOOK = "hook"
    VALUE = "value"
    BEAT = "beat"
    CTA = "cta"


WHOLE = "whole"
"""Section name of a take that speaks the whole script in one go."""

MATERIAL = "material"
"""Section name of a film or photo that only lends its picture; the cut takes it by hand, never by itself."""

MAX_BEATS = 4


@dataclass(frozen=True)
class Section:
    """One part of the script.

    Attributes:
        name: ``hook``, ``value``, ``beat``, ``beat2`` ... ``beat4``, ``cta``; unique in a script.
        picture: what is seen meanwhile, in one line; empty if nobody said.
        speaker: who says it, by the name that people use; empty if nobody said.
    """

    name: str
    kind: SectionKind
    text: str
    picture: str = ""
    speaker: str = ""


@dataclass(frozen=True)
class LeftRemark:
    """A remark that the writers know and leave as it is: once its words change, it may be said again.

    Attributes:
        kind: of the section it stands in; scenes may move.
        code: of the remark, see ``domain/advice.py``.
        words: what it is about.
    """

    kind: SectionKind
    code: str
    words: str


@dataclass(frozen=True)
class ScriptVersion:
    """An earlier state of a script.

    Attributes:
        by: id of who wrote it last; empty if nobody knows.
        when: the last moment at which it was written on.
        approved_by: id of who approved just this text, otherwise empty.
    """

    sections: tuple[Section, ...]
    by: str
    when: datetime
    approved_by: str = ""


@dataclass(frozen=True)
class ScriptApproval:
    """The word of somebody who may say so that this very text is ready to be recorded."""

    by: str
    when: datetime
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class Script:
    """The spoken text, who wrote it, and what belongs to its making.

    Attributes:
        authors: ids of persons; each of them is barred from the release (four eyes).
        hooks: other first sentences that wait beside the chosen one, which is the section's text.
        left: remarks that nobody wants to hear again.
        versions: earlier states, the oldest first.
        written_by, written: who wrote on it last, and when; empty and None if nobody knows.
        approval: of the text as it stands; None where there is none.
    """

    sections: tuple[Section, ...] = ()
    authors: tuple[str, ...] = ()
    hooks: tuple[str, ...] = ()
    left: tuple[LeftRemark, ...] = ()
    versions: tuple[ScriptVersion, ...] = ()
    written_by: str = ""
    written: datetime | None = None
    approval: ScriptApproval | None = None

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
    return renamed(Section(kind.value, kind, text.strip()) for kind, text in parts)


def renamed(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The same sections with the names that follow from their order: beats are counted through."""
    beats = 0
    named = []
    for section in sections:
        name = section.kind.value
        if section.kind is SectionKind.BEAT:
            beats += 1
            name = "beat" if beats == 1 else f"beat{beats}"
        named.append(replace(section, name=name))
    return tuple(named)


SECTION_NAMES = ("hook", "value", "beat", *(f"beat{n}" for n in range(2, MAX_BEATS + 1)), "cta", WHOLE)
"""All names that a take's section can have, in the order of the script."""
