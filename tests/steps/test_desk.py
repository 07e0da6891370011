"""Finding, acting and saving at a desk that isn't the only one."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from skriptstudio.domain.desk import Desk, find_person
from skriptstudio.domain.errors import AmbiguousName, NotYourAccount, OutdatedState, UnknownName
from skriptstudio.domain.people import Hat, Person, Staff
from skriptstudio.domain.production import Actor, Production, State
from skriptstudio.store.folder_library import FolderLibrary

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SOMEBODY = Actor("u1", "mira", "pc-7")


class Mira:
    """The account and machine of one person."""

    account = "mira"
    machine = "pc-7"


class Noon:
    """A clock that stands still."""

    def now(self) -> datetime:
        return NOW

    def today(self) -> date:
        return NOW.date()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    library = FolderLibrary.open(tmp_path / "Bibliothek", create=True, index_file=tmp_path / "index.sqlite")
    library.create(Production("p1", "Ein Tag", NOW))
    return Desk(library, Mira(), Noon())


def enter(desk: Desk, *people: Person) -> None:
    desk.library.write_staff(Staff(people), desk.library.read_staff().revision)


@pytest.mark.parametrize("wanted", ["p1", "Ein Tag", "ein tag", "Ein-Tag-p1"])
def test_a_production_is_found_by_id_title_or_folder(desk: Desk, wanted: str) -> None:
    assert desk.open(wanted).record.id == "p1"


def test_an_unknown_production_names_those_that_there_are(desk: Desk) -> None:
    with pytest.raises(UnknownName) as error:
        desk.open("Zwei Tage")
    assert error.value.known == ("Ein Tag",)


def test_a_change_is_made_again_on_top_of_somebody_elses(desk: Desk) -> None:
    interrupted: list[bool] = []

    def edit(production: Production) -> Production:
        if not interrupted:
            interrupted.append(True)
            read = desk.library.read("p1")
            desk.library.write(replace(read.record, format="quiz"), read.revision)
        return replace(production, title="Zwei Tage")

    changed = desk.change("p1", edit, SOMEBODY)
    assert (changed.title, changed.format) == ("Zwei Tage", "quiz")
    assert list(Path(desk.library.media_path("p1", "x").parents[1]).glob("conflicts/*")) == []


def test_who_is_always_overtaken_is_told_and_loses_nothing(desk: Desk) -> None:
    def edit(production: Production) -> Production:
        read = desk.library.read("p1")
        desk.library.write(replace(read.record, format=read.record.format + "x"), read.revision)
        return replace(production, title="Zwei Tage")

    with pytest.raises(OutdatedState):
        desk.change("p1", edit, SOMEBODY)
    kept = list(Path(desk.library.media_path("p1", "x").parents[1]).glob("conflicts/*.json"))
    assert len(kept) == 1
    assert "Zwei Tage" in kept[0].read_text(encoding="utf-8")


def test_no_change_writes_nothing(desk: Desk) -> None:
    before = desk.library.read("p1").revision
    desk.change("p1", lambda production: production, SOMEBODY)
    assert desk.library.read("p1").revision == before


def test_from_a_tied_account_nobody_else_can_act(desk: Desk) -> None:
    enter(desk, Person("u1", "Mira", account="mira"), Person("u2", "Katrin", (Hat.PRESS,)))
    assert desk.act_as("Mira")[1] == Actor("u1", "mira", "pc-7")
    with pytest.raises(NotYourAccount) as refusal:
        desk.act_as("Katrin")
    assert refusal.value.owner == "Mira"


def test_from_a_free_account_the_claim_is_believed_and_written_down(desk: Desk) -> None:
    enter(desk, Person("u2", "Katrin", (Hat.PRESS,), account="katrin"))
    person, actor = desk.act_as(" katrin ")
    assert (person.id, actor) == ("u2", Actor("u2", "mira", "pc-7"))


def test_two_of_one_name_must_be_told_apart() -> None:
    staff = Staff((Person("u1", "Kim"), Person("u2", "Kim")))
    assert find_person(staff, "u2").id == "u2"
    with pytest.raises(AmbiguousName):
        find_person(staff, "Kim")


def test_a_void_release_is_seen_by_every_change(desk: Desk) -> None:
    assert desk.change("p1", lambda p: replace(p, state=State.SCRIPT), SOMEBODY).state is State.SCRIPT
