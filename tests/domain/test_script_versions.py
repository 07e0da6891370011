"""Which earlier states of a script are kept."""

from datetime import UTC, datetime, timedelta

from skriptstudio.domain.script import Script, Section, SectionKind, sections_from
from skriptstudio.domain.script_versions import BREAK, MOST_VERSIONS, rewritten, version_number, with_version

NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)


def text(words: str) -> tuple[Section, ...]:
    return sections_from([(SectionKind.HOOK, words)])


def texts(script: Script) -> list[str]:
    return [version.sections[0].text for version in script.versions]


def test_who_writes_on_makes_no_version_at_each_save() -> None:
    script = rewritten(Script(), text("A."), "mia", NOON)
    script = rewritten(script, text("A. B."), "mia", NOON + BREAK)
    assert (texts(script), script.authors) == ([], ("mia",))


def test_another_hand_or_a_long_break_begins_a_version() -> None:
    script = rewritten(Script(), text("A."), "mia", NOON)
    script = rewritten(script, text("B."), "jonas", NOON + timedelta(minutes=1))
    script = rewritten(script, text("C."), "jonas", NOON + timedelta(hours=2))
    assert texts(script) == ["A.", "B."]
    assert [version.by for version in script.versions] == ["mia", "jonas"]
    assert script.versions[0].when == NOON
    assert script.authors == ("mia", "jonas")


def test_an_import_keeps_what_stood_there_at_once() -> None:
    script = rewritten(Script(), text("A."), "mia", NOON)
    assert texts(rewritten(script, text("Neu."), "mia", NOON, whole=True)) == ["A."]


def test_the_same_text_changes_nothing_and_an_empty_one_is_no_version() -> None:
    script = rewritten(Script(), text("A."), "mia", NOON)
    assert rewritten(script, text("A."), "jonas", NOON + timedelta(days=1)) is script
    assert texts(rewritten(Script(text(" ")), text("A."), "mia", NOON)) == []


def test_the_same_state_is_kept_once_and_the_oldest_go() -> None:
    script = Script(text("A."), written_by="mia", written=NOON)
    assert len(with_version(with_version(script, NOON), NOON).versions) == 1
    for number in range(MOST_VERSIONS + 5):
        script = rewritten(script, text(f"{number}."), "mia", NOON, whole=True)
    assert len(script.versions) == MOST_VERSIONS
    assert texts(script)[-1] == f"{MOST_VERSIONS + 3}."


def test_a_text_keeps_its_number_and_a_new_one_gets_the_next() -> None:
    script = rewritten(Script(), text("A."), "mia", NOON)
    assert version_number(script, script.sections) == 1
    script = rewritten(script, text("B."), "jonas", NOON)
    assert version_number(script, script.sections) == 2
    assert version_number(with_version(script, NOON, "kai"), script.sections) == 2
    assert version_number(script, text("A.")) == 1
