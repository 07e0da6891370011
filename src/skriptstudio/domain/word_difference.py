"""What was changed between two texts, word by word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

from skriptstudio.domain.script import SECTION_NAMES, Section, SectionKind

_WORD = re.compile(r"\S+")
_LONGEST_EXACT = 2000
"""Words up to which a rare word counts as much as a frequent one; beyond it the comparison would take seconds."""


class Change(StrEnum):
    """What happened to a stretch of text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True)
class Stretch:
    """Neighbouring words with the same fate, a blank between two."""

    change: Change
    text: str

    @property
    def words(self) -> int:
        return len(self.text.split())


@dataclass(frozen=True)
class SectionDifference:
    """What was changed in one section."""

    name: str
    kind: SectionKind
    stretches: tuple[Stretch, ...]

    def count(self, change: Change) -> int:
        """How many words are gone, new or the same."""
        return sum(one.words for one in self.stretches if one.change is change)

    @property
    def is_changed(self) -> bool:
        return any(one.change is not Change.SAME for one in self.stretches)


def word_difference(before: str, after: str) -> tuple[Stretch, ...]:
    """The words of both texts in order: those of ``before`` that are gone stand ahead of those that came for them."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=len(new) > _LONGEST_EXACT)
    fates: list[tuple[Change, str]] = []
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "equal":
            fates += [(Change.SAME, word) for word in new[new_from:new_to]]
        else:
            fates += [(Change.GONE, word) for word in old[old_from:old_to]]
            fates += [(Change.NEW, word) for word in new[new_from:new_to]]
    grouped = groupby(fates, key=lambda fate: fate[0])
    return tuple(Stretch(change, " ".join(word for _, word in words)) for change, words in grouped)


def script_difference(before: Sequence[Section], after: Sequence[Section]) -> tuple[SectionDifference, ...]:
    """The difference of each section that one of both scripts has, in the order of a script."""
    old, new = ({section.name: section for section in sections} for sections in (before, after))
    names = sorted({*old, *new}, key=lambda name: SECTION_NAMES.index(name) if name in SECTION_NAMES else 99)
    return tuple(
        SectionDifference(
            name,
            (new.get(name) or old[name]).kind,
            word_difference(old[name].text if name in old else "", new[name].text if name in new else ""),
        )
        for name in names
    )
