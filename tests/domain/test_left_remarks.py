"""Remarks that the writers leave as they are."""

from skriptstudio.domain.advice import Remark, ScriptAdvice, SectionAdvice, mark_of, without_left
from skriptstudio.domain.clip import Severity
from skriptstudio.domain.script import Section, SectionKind

TEXT = "Wir messen im Rahmen der Arbeit."
OFFICE = Remark("office_word", Severity.HINT, 11, 24, {})


def advice(name: str, text: str) -> ScriptAdvice:
    at = text.index("im Rahmen")
    section = Section(name, SectionKind.BEAT, text)
    moved = Remark(OFFICE.code, OFFICE.severity, at, at + 13, {})
    return ScriptAdvice((SectionAdvice(section, 9, 2.0, (moved,)),), 2.0, None)


def left_after(found: ScriptAdvice) -> int:
    mark = mark_of(Section("beat", SectionKind.BEAT, TEXT), OFFICE)
    return len(without_left(found, [mark]).sections[0].remarks)


def test_it_is_known_by_its_words_wherever_they_move() -> None:
    assert left_after(advice("beat", TEXT)) == 0
    assert left_after(advice("beat3", f"Erst dies. {TEXT}")) == 0


def test_other_words_are_remarked_again() -> None:
    assert left_after(advice("beat", TEXT.replace("im Rahmen der", "im Rahmen des"))) == 1
