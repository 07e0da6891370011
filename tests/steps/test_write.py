"""Saving a script: who wrote it, what changes nothing, and what others have written meanwhile."""

from dataclasses import replace
from pathlib import Path

import pytest

from skriptstudio.assembly.house import House
from skriptstudio.domain.advice import mark_of
from skriptstudio.domain.errors import OutdatedState, ProtectedScript, UnknownName, WrongState
from skriptstudio.domain.house import GenderRule
from skriptstudio.domain.people import Hat, Person
from skriptstudio.domain.production import State
from skriptstudio.domain.script import Section, SectionKind, sections_from

SECTIONS = sections_from([(SectionKind.HOOK, "Mein Büro hat heute keine Wände."), (SectionKind.CTA, "Komm vorbei.")])
OTHERS = sections_from([(SectionKind.HOOK, "Ganz anders.")])


@pytest.fixture
def house(tmp_path: Path) -> House:
    house = House(str(tmp_path / "Bibliothek"))
    house.people.add(Person("u1", "Mira Albrecht", (Hat.TEAM,)))
    house.people.add(Person("u2", "Jonas Weber", (Hat.TEAM,)))
    return house


@pytest.fixture
def clip(house: House) -> str:
    return house.plan.new("Keine Wände").id


def _stand_at(house: House, clip: str, state: State) -> None:
    house.desk.change(clip, lambda production: replace(production, state=state), house.desk.anonymous())


def test_the_first_words_make_the_idea_a_script_with_an_author(house: House, clip: str) -> None:
    saved = house.write.save(clip, SECTIONS, "Mira Albrecht")
    assert saved == house.desk.open(clip).record
    assert (saved.state, saved.script.sections, saved.script.authors) == (State.SCRIPT, SECTIONS, ("u1",))


def test_the_same_sections_change_nothing_and_make_nobody_an_author(house: House, clip: str) -> None:
    before = house.write.save(clip, SECTIONS, "u1")
    revision = house.desk.open(clip).revision
    assert house.write.save(clip, list(SECTIONS), "u2") == before
    assert house.desk.open(clip).revision == revision


def test_who_wrote_before_stays_an_author(house: House, clip: str) -> None:
    house.write.save(clip, SECTIONS, "u1")
    assert house.write.save(clip, OTHERS, "u2").script.authors == ("u1", "u2")


def test_an_empty_script_can_be_saved(house: House, clip: str) -> None:
    house.write.save(clip, SECTIONS, "u1")
    assert house.write.save(clip, (), "u1").script.is_empty


def test_text_of_others_is_replaced_only_where_nothing_is_said_about_before(house: House, clip: str) -> None:
    house.write.save(clip, OTHERS, "u2")
    assert house.write.save(clip, SECTIONS, "u1").script.sections == SECTIONS


def test_text_of_others_is_left_alone_and_mine_is_kept_beside_it(house: House, clip: str) -> None:
    house.write.save(clip, OTHERS, "u2")
    with pytest.raises(OutdatedState) as refused:
        house.write.save(clip, SECTIONS, "u1", before=())
    assert house.desk.open(clip).record.script.sections == OTHERS
    kept = house.library_path / refused.value.kept
    assert "Mein Büro hat heute keine Wände." in kept.read_text(encoding="utf-8")


def test_changes_of_others_elsewhere_are_no_conflict(house: House, clip: str) -> None:
    house.write.save(clip, OTHERS, "u1")
    house.desk.change(clip, lambda production: replace(production, title="Neuer Titel"), house.desk.anonymous())
    saved = house.write.save(clip, SECTIONS, "u1", before=OTHERS)
    assert (saved.title, saved.script.sections) == ("Neuer Titel", SECTIONS)


@pytest.mark.parametrize("state", [State.FACT_CHECK, State.PRESS_CHECK, State.RELEASED, State.PUBLISHED, State.BLOCKED])
def test_what_was_handed_in_is_not_rewritten(house: House, clip: str, state: State) -> None:
    house.write.save(clip, SECTIONS, "u1")
    _stand_at(house, clip, state)
    with pytest.raises(WrongState):
        house.write.save(clip, OTHERS, "u1")
    assert house.desk.open(clip).record.script.sections == SECTIONS


@pytest.mark.parametrize("state", [State.RECORD, State.CUT, State.RETURNED])
def test_until_then_and_after_a_return_it_can_be_rewritten_and_keeps_its_state(
    house: House, clip: str, state: State
) -> None:
    _stand_at(house, clip, state)
    saved = house.write.save(clip, [Section("hook", SectionKind.HOOK, "Neu.")], "u1")
    assert (saved.state, saved.script.text_of("hook")) == (state, "Neu.")


def test_an_unknown_writer_is_named(house: House, clip: str) -> None:
    with pytest.raises(UnknownName):
        house.write.save(clip, SECTIONS, "Niemand")


def test_an_import_tells_what_stayed_out_and_the_export_gives_the_same_script(
    house: House, clip: str, tmp_path: Path
) -> None:
    (tmp_path / "a.md").write_text("# Hook\nHallo.\n\n# Notizen\nStativ!\n\n# CTA\nKomm!\n", encoding="utf-8")
    production, unplaced = house.write.import_document(clip, tmp_path / "a.md", "u1")
    assert [piece.text for piece in unplaced] == ["Notizen", "Stativ!"]
    house.write.export_script(clip, tmp_path / "a.docx")
    assert house.documents.read(tmp_path / "a.docx") == production.script.sections


def test_a_document_that_is_refused_leaves_the_script_as_it_was(house: House, clip: str, tmp_path: Path) -> None:
    before = house.write.save(clip, SECTIONS, "u1")
    (tmp_path / "a.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(ProtectedScript):
        house.write.import_document(clip, tmp_path / "a.docx", "u1")
    assert house.desk.open(clip).record == before


def test_the_house_decides_how_people_are_named_for_everybody(house: House, clip: str) -> None:
    def codes(at: House) -> list[str]:
        return [remark.code for part in at.write.check(clip).sections for remark in part.remarks]

    house.write.save(clip, sections_from([(SectionKind.BEAT, "Frag die Kolleg:innen.")]), "u1")
    assert codes(house) == ["gender_sign"]
    house.name_people_by(GenderRule.COLON)
    assert codes(house) == []
    assert codes(House(str(house.library_path))) == []


def test_a_remark_left_so_is_not_checked_again_until_all_are_heard(house: House, clip: str) -> None:
    section = sections_from([(SectionKind.BEAT, "Wir messen im Rahmen der Arbeit.")])[0]
    house.write.save(clip, (section,), "u1")
    remark = house.write.check(clip).sections[0].remarks[0]
    house.write.leave_remark(clip, mark_of(section, remark), "u2")
    assert house.write.check(clip).sections[0].remarks == ()
    house.write.hear_all_remarks(clip, "u1")
    assert house.write.check(clip).sections[0].remarks == (remark,)


def test_an_approval_is_written_into_word_and_voided_by_the_next_save(house: House, clip: str, tmp_path: Path) -> None:
    house.people.add(Person("u3", "Katrin Behrens", (Hat.PRESS,)))
    house.write.save(clip, SECTIONS, "u1")
    assert house.script_check.ask(clip, "u1").state is State.SCRIPT_CHECK
    assert house.script_check.approve(clip, "Katrin Behrens").state is State.SCRIPT_READY
    house.write.export_script(clip, tmp_path / "a.docx")
    assert "Katrin Behrens" in [piece.text for piece in house.documents.read_all(tmp_path / "a.docx").unplaced][-1]
    saved = house.write.save(clip, OTHERS, "u1")
    assert (saved.state, saved.script.approval) == (State.SCRIPT, None)


def test_an_older_version_comes_back_and_nothing_is_lost(house: House, clip: str) -> None:
    house.write.save(clip, SECTIONS, "u1")
    house.write.save(clip, OTHERS, "u2")
    version = house.desk.open(clip).record.script.versions[0]
    assert version.by == "u1"
    back = house.write.bring_back(clip, version, "u2")
    assert back.script.sections == SECTIONS
    assert [one.sections for one in back.script.versions] == [SECTIONS, OTHERS]
