"""What a reader of a script remarks: advice, never a wall."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from skriptstudio.domain.clip import Severity
from skriptstudio.domain.script import LeftRemark, Section


@dataclass(frozen=True)
class Remark:
    """A remark on a stretch of a section; the sentence for ``code`` is in ``messages/``.

    Attributes:
        start, end: place in the section's text, in characters.
        values: what the sentence needs.
        suggestion: text to put in place, or None.
    """

    code: str
    severity: Severity
    start: int
    end: int
    values: Mapping[str, object]
    suggestion: str | None = None


@dataclass(frozen=True)
class SectionAdvice:
    """One section with its spoken length and the remarks on it."""

    section: Section
    syllables: int
    seconds: float
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class Readability:
    """Three indices of German text (domain.md 1.9).

    Attributes:
        amstad: Flesch in Amstad's German form; 60 to 70 is medium, higher is easier.
        wstf1: about the school year that understands it, 4 to 15.
        lix: below 30 very easy, above 60 very hard.
    """

    amstad: float
    wstf1: float
    lix: float


@dataclass(frozen=True)
class ScriptAdvice:
    """The whole script as a listener meets it.

    Attributes:
        seconds: spoken length with the breaths between the sections.
        readability: None where the text is too short for a value.
    """

    sections: tuple[SectionAdvice, ...]
    seconds: float
    readability: Readability | None


def mark_of(section: Section, remark: Remark) -> LeftRemark:
    """By what a remark is left so."""
    return LeftRemark(section.kind, remark.code, section.text[remark.start : remark.end])


def without_left(advice: ScriptAdvice, left: Collection[LeftRemark]) -> ScriptAdvice:
    """The advice without the remarks that the writers leave so."""
    kept = [
        replace(part, remarks=tuple(one for one in part.remarks if mark_of(part.section, one) not in left))
        for part in advice.sections
    ]
    return replace(advice, sections=tuple(kept))
