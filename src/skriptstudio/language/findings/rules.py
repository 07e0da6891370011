"""All rules on one section."""

from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from skriptstudio.domain.advice import Remark
from skriptstudio.domain.assets import asset
from skriptstudio.domain.house import GenderRule
from skriptstudio.domain.script import Section, SectionKind
from skriptstudio.language.findings.call import call_findings
from skriptstudio.language.findings.gender import gender_findings
from skriptstudio.language.findings.hook import hook_findings
from skriptstudio.language.findings.passage import Findings, Passage, hint
from skriptstudio.language.findings.people import people_findings
from skriptstudio.language.findings.sentence import sentence_findings
from skriptstudio.language.findings.signs import sign_findings
from skriptstudio.language.findings.word_list import WordList, read_list, suggestion

HOUSE_WORDS = Path("house") / "amtsdeutsch.txt"
"""Where a library keeps words of its own."""


@dataclass(frozen=True)
class Words:
    """The lists that the rules look into.

    Attributes:
        office: Amtsdeutsch.
        people: words that only name men.
    """

    office: WordList
    people: WordList


@cache
def shipped_words() -> Words:
    """The lists of the program."""
    return words_of(None)


def words_of(library: Path | None) -> Words:
    """The lists of the program, those of a library before them.

    Raises:
        BrokenRecord: names the file and the line.
    """
    own = None if library is None else library / HOUSE_WORDS
    house = read_list(own) if own is not None and own.is_file() else iter(())
    office = WordList(chain(house, read_list(asset("language/amtsdeutsch.txt"))))
    return Words(office, WordList(read_list(asset("language/personen.txt"))))


def findings(section: Section, words: Words, gender: GenderRule = GenderRule.NEUTRAL) -> list[Remark]:
    """All findings on one section, in the order of the text."""
    passage = Passage(section)
    found = [
        *sentence_findings(passage),
        *sign_findings(passage),
        *gender_findings(passage, gender),
        *people_findings(passage, words.people, gender),
        *_office_words(passage, words.office),
    ]
    if section.kind is SectionKind.HOOK:
        found = _instead_of_length([*hook_findings(passage)], "hook_long", found)
    elif section.kind is SectionKind.CTA:
        found = _instead_of_length([*call_findings(passage)], "call_long", found)
    return sorted(found, key=lambda remark: (remark.start, remark.end, remark.code))


def _instead_of_length(own: list[Remark], code: str, found: list[Remark]) -> list[Remark]:
    """One word about the length is enough: that of the section's own rules."""
    long = any(one.code == code for one in own)
    return [*own, *(one for one in found if not (long and one.code == "sentence_long"))]


def _office_words(passage: Passage, office: WordList) -> Findings:
    for start, end, entry in office.find(passage.text):
        written = passage.text[start:end]
        yield hint("office_word", start, end, suggestion(entry, written), word=written, better=entry.said)
