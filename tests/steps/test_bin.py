"""Takes thrown away: fetched back while the program runs, deleted when it has ended."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from skriptstudio.assembly.leftovers import empty_bins
from skriptstudio.domain.cut import Cut, Segment
from skriptstudio.domain.desk import Desk
from skriptstudio.domain.errors import TakeInUse, UnknownName
from skriptstudio.domain.ports.computer import BinNote
from skriptstudio.domain.production import Production, State
from skriptstudio.domain.take import Take, TakeFinding, take_numbers
from skriptstudio.steps.bin import TakeBin
from skriptstudio.store.bin_notes import BinNoteFiles
from skriptstudio.store.clock import SystemClock
from skriptstudio.store.folder_library import FolderLibrary
from skriptstudio.store.identity import SystemIdentity

Program = Callable[[], TakeBin]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(FolderLibrary.open(tmp_path / "Bücherei", create=True), SystemIdentity(), SystemClock())


@pytest.fixture
def notes(tmp_path: Path) -> BinNoteFiles:
    return BinNoteFiles(tmp_path / "bin")


@pytest.fixture
def forgotten() -> list[str]:
    return []


@pytest.fixture
def bin(desk: Desk, notes: BinNoteFiles, tmp_path: Path, forgotten: list[str]) -> TakeBin:
    return TakeBin(desk, notes, str(tmp_path / "Bücherei"), lambda take: forgotten.append(take.id))


@pytest.fixture
def production(desk: Desk, tmp_path: Path) -> Production:
    """Three takes of the hook, each with its film."""
    now = desk.clock.now()
    made = Production("p1", "Ein Tag", now)
    desk.library.create(made)
    for number in (1, 2, 3):
        film = tmp_path / f"{number}.mp4"
        film.write_bytes(bytes([number]) * 100)
        sha256 = desk.library.put_media("p1", film, film.name)
        when = now + timedelta(seconds=number)
        take = Take(f"t{number}", "hook", film.name, sha256, Fraction(2), 60, when, speakers=("u1",))
        desk.change("p1", lambda p, take=take: p.with_take(take), desk.anonymous())  # type: ignore[misc]
    return desk.open("p1").record


def takes(desk: Desk) -> list[str]:
    return [take.id for take in sorted(desk.open("p1").record.takes, key=lambda take: take.recorded)]


def films(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in tmp_path.glob("Bücherei/productions/*/takes/*.mp4"))


def test_a_thrown_away_take_keeps_its_film_and_comes_back(
    desk: Desk, bin: TakeBin, production: Production, tmp_path: Path
) -> None:
    bin.discard("Ein Tag", "t2")
    assert takes(desk) == ["t1", "t3"]
    assert films(tmp_path) == ["1.mp4", "2.mp4", "3.mp4"]
    assert bin.last_discarded("p1") == "t2"
    bin.fetch_back("p1", "t2")
    assert takes(desk) == ["t1", "t2", "t3"]
    assert sorted(desk.open("p1").record.takes, key=lambda t: t.recorded) == list(production.takes)
    assert bin.last_discarded("p1") is None


def test_several_come_back_one_after_the_other(desk: Desk, bin: TakeBin, production: Production) -> None:
    for take_id in ("t3", "t1", "t2"):
        bin.discard("p1", take_id)
    back = []
    while (last := bin.last_discarded("p1")) is not None:
        bin.fetch_back("p1", last)
        back.append(last)
    assert back == ["t2", "t1", "t3"]
    assert takes(desk) == ["t1", "t2", "t3"]


def test_fetching_back_twice_does_nothing(desk: Desk, bin: TakeBin, production: Production) -> None:
    bin.discard("p1", "t1")
    bin.fetch_back("p1", "t1")
    bin.fetch_back("p1", "t1")
    assert takes(desk) == ["t1", "t2", "t3"]


def test_the_others_keep_their_numbers(desk: Desk, bin: TakeBin, production: Production) -> None:
    bin.discard("p1", "t2")
    assert take_numbers(desk.open("p1").record.takes) == {"t1": 1, "t3": 3}
    fourth = replace(production.takes[0], id="t4", recorded=desk.clock.now() + timedelta(minutes=1))
    desk.change("p1", lambda p: p.with_take(fourth), desk.anonymous())
    assert desk.open("p1").record.take("t4").number == 4


def test_takes_of_older_programs_are_counted() -> None:
    now = SystemClock().now()
    old = [
        Take(f"t{n}", "hook", f"{n}.mp4", "0" * 64, Fraction(1), 30, now + timedelta(seconds=n), number=number)
        for n, number in ((1, 0), (2, 0), (3, 3), (4, 0))
    ]
    assert take_numbers(old) == {"t1": 1, "t2": 2, "t3": 3, "t4": 4}


def test_a_star_given_meanwhile_stays_where_it_is(desk: Desk, bin: TakeBin, production: Production) -> None:
    def star(take_id: str) -> None:
        desk.change(
            "p1",
            lambda p: replace(p, takes=tuple(replace(t, starred=t.id == take_id) for t in p.takes)),
            desk.anonymous(),
        )

    star("t1")
    bin.discard("p1", "t1")
    star("t3")
    bin.fetch_back("p1", "t1")
    assert [t.id for t in desk.open("p1").record.takes if t.starred] == ["t3"]


@pytest.mark.parametrize("state", [State.RECORD, State.PRESS_CHECK, State.RELEASED])
def test_a_take_that_the_clip_stands_on_stays(
    desk: Desk, bin: TakeBin, production: Production, notes: BinNoteFiles, state: State
) -> None:
    cut = Cut((Segment("t2", Fraction(0), Fraction(1)),))
    desk.change("p1", lambda p: replace(p, cut=cut, state=state), desk.anonymous())
    with pytest.raises(TakeInUse):
        bin.discard("p1", "t2")
    assert takes(desk) == ["t1", "t2", "t3"]
    assert notes.mine() == ()
    bin.discard("p1", "t1")


def test_a_take_of_the_default_cut_may_go_until_somebody_looks_at_it(
    desk: Desk, bin: TakeBin, production: Production
) -> None:
    used = production.effective_cut().segments[0].take
    desk.change("p1", lambda p: replace(p, state=State.PRESS_CHECK), desk.anonymous())
    with pytest.raises(TakeInUse):
        bin.discard("p1", used)
    desk.change("p1", lambda p: replace(p, state=State.RECORD), desk.anonymous())
    bin.discard("p1", used)


def test_deleting_for_good_leaves_nothing(
    desk: Desk, bin: TakeBin, production: Production, notes: BinNoteFiles, tmp_path: Path, forgotten: list[str]
) -> None:
    bin.delete("p1", "t1")
    assert films(tmp_path) == ["2.mp4", "3.mp4"]
    assert desk.open("p1").record.bin == ()
    assert forgotten == ["t1"]
    assert notes.mine() == ()
    assert list((tmp_path / "bin").iterdir()) == []
    with pytest.raises(UnknownName):
        bin.delete("p1", "t1")


def test_a_film_that_is_gone_already_is_no_trouble(
    desk: Desk, bin: TakeBin, production: Production, tmp_path: Path
) -> None:
    bin.discard("p1", "t1")
    desk.library.drop_media("p1", "1.mp4")
    bin.empty("p1", ["t1"])
    assert desk.open("p1").record.bin == ()


def test_only_the_bin_of_this_program_is_emptied(
    desk: Desk, bin: TakeBin, production: Production, tmp_path: Path
) -> None:
    other_notes = BinNoteFiles(tmp_path / "bin")
    other = TakeBin(desk, other_notes, str(tmp_path / "Bücherei"), lambda take: None)
    bin.discard("p1", "t1")
    other.discard("p1", "t2")
    assert other_notes.left_behind() == ()
    bin.empty("p1", ["t1"])
    assert films(tmp_path) == ["2.mp4", "3.mp4"]
    other.fetch_back("p1", "t2")
    assert takes(desk) == ["t2", "t3"]


def test_what_a_crash_left_is_found_and_deleted_by_the_next_program(
    desk: Desk, bin: TakeBin, production: Production, notes: BinNoteFiles, tmp_path: Path
) -> None:
    bin.discard("p1", "t1")
    notes._held.release(force=True)  # type: ignore[union-attr]  # as the system does when the program dies
    following = BinNoteFiles(tmp_path / "bin")
    (note,) = following.left_behind()
    assert note == BinNote(str(tmp_path / "Bücherei"), "p1", "t1")
    TakeBin(desk, following, note.library, lambda take: None).empty(note.production, [note.take])
    assert films(tmp_path) == ["2.mp4", "3.mp4"]
    assert following.left_behind() == ()
    assert list((tmp_path / "bin").iterdir()) == []


def test_a_damaged_note_is_nothing_to_trip_over(notes: BinNoteFiles, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "aa.json").write_text("{", encoding="utf-8")
    (tmp_path / "bin" / "bb.json").write_text('{"schema": 1, "notes": [{"take": 3}, 5]}', encoding="utf-8")
    assert notes.left_behind() == ()


def test_a_bin_on_a_drive_that_is_gone_waits_for_the_next_start(tmp_path: Path) -> None:
    from skriptstudio.assembly.kept import bin_notes

    note = BinNote(str(tmp_path / "weg"), "p1", "t1")
    bin_notes().add(note)
    empty_bins([note])
    assert bin_notes().mine() == (note,)


def test_how_somebody_did_it_is_told_to_the_speakers_alone(production: Production) -> None:
    take = replace(production.takes[0], findings=(TakeFinding.TOO_QUIET, TakeFinding.TOO_FAST))
    assert take.findings_for("u1") == take.findings
    assert take.findings_for("u2") == take.findings_for("") == (TakeFinding.TOO_QUIET,)
    assert replace(take, speakers=()).findings_for("u2") == take.findings
