"""Revocation and retention: what has to go goes everywhere, and what can't be reached is named."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from skriptstudio.content.profiles import ProfileFolder
from skriptstudio.domain.actor import Actor
from skriptstudio.domain.captions import Captions, Cue
from skriptstudio.domain.desk import Desk
from skriptstudio.domain.erasure import TraceKind
from skriptstudio.domain.errors import (
    GuardiansMissing,
    NotAScan,
    NotRevoked,
    OutdatedState,
    SignatureMissing,
    UnknownName,
)
from skriptstudio.domain.people import Hat, Person, Scope
from skriptstudio.domain.ports.studio import Recording, RecordingOrder
from skriptstudio.domain.production import BinnedTake, Export, Production, Publication, State
from skriptstudio.domain.release import approve, hand_in
from skriptstudio.domain.script import Script, SectionKind, sections_from
from skriptstudio.domain.seals import cut_seal
from skriptstudio.domain.take import Take
from skriptstudio.steps.erasure import Erasure
from skriptstudio.steps.people import Paper, People
from skriptstudio.store.folder_library import FolderLibrary

SECRET = "Geheimer Satz von Mira"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


class Now:
    """A clock that stands still."""

    moment = NOW

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.date()


class Pc:
    """Somebody's computer: its account, what it made of films, and recordings that wait on it."""

    def __init__(self, machine: str) -> None:
        self.account, self.machine = "konto", machine
        self.made: set[tuple[str, Fraction]] = set()
        self.waiting: list[Recording] = []

    def forget(self, sha256: str, first_word: Fraction) -> None:
        self.made.discard((sha256, first_word))

    def unfinished(self) -> Iterator[Recording]:
        return iter(list(self.waiting))

    def discard(self, recording: Recording) -> None:
        self.waiting.remove(recording)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "Bibliothek"


def work_at(pc: Pc, root: Path) -> tuple[Desk, People, Erasure]:
    library = FolderLibrary.open(root, create=True, index_file=root.parent / f"{pc.machine}.sqlite")
    desk = Desk(library, pc, Now())
    studio: Any = pc
    return desk, People(desk, ProfileFolder()), Erasure(desk, [pc], lambda: studio, str(root))


def waiting(root: Path, speaker: str) -> Recording:
    order = RecordingOrder(f"w-{speaker}", str(root), "p1", "hook", "demo", "demo", speakers=(speaker,))
    return Recording(order, root / "x.mp4", NOW, 30, Fraction(1), 0, 0, ())


@pytest.fixture
def pc(root: Path) -> Pc:
    """Katrin's computer with a library: a released clip of Mira that is online, and one of Jonas alone."""
    pc = Pc("PC-Katrin")
    desk, people, _ = work_at(pc, root)
    people.add(Person("u1", "Mira Albrecht"))
    people.add(Person("u2", "Jonas Weber"))
    people.add(Person("u3", "Katrin Behrens", (Hat.PRESS,)))
    for person in ("u1", "u2"):
        people.add_consent(f"c-{person}", person, ("tiktok", "website"), NOW.date() + timedelta(days=90))
    film(desk, "p1", "Mira im Bild", "t1", "u1")
    film(desk, "p2", "Jonas im Bild", "t2", "u2")
    gone_out(desk, "p1")
    pc.made = {("1" * 64, Fraction(1)), ("2" * 64, Fraction(1)), ("9" * 64, Fraction(0))}
    pc.waiting = [waiting(root, "u1"), waiting(root, "u2")]
    return pc


def film(desk: Desk, made: str, title: str, name: str, speaker: str) -> None:
    from skriptstudio.domain.take import Span

    speech = (Span(Fraction(1), Fraction(2)),)
    take = Take(name, "hook", f"{name}.mp4", name[-1] * 64, Fraction(4), 120, NOW, speakers=(speaker,), speech=speech)
    script = Script(sections_from([(SectionKind.HOOK, SECRET)]))
    production = Production(made, title, NOW, script=script, takes=(take,), state=State.RECORD)
    cues = (Cue(Fraction(0), Fraction(1), (SECRET,)),)
    production = replace(production, captions=Captions(cues, cut_seal(production), "u3", NOW))
    desk.library.create(production)
    source = Path(str(desk.library.root)) / f"{name}.mp4"  # type: ignore[attr-defined]
    source.write_bytes(name.encode())
    desk.library.put_media(made, source, f"{name}.mp4")
    source.unlink()


def gone_out(desk: Desk, made: str) -> None:
    """Released, exported, published, with a take in the bin and a state that came too late."""
    katrin, actor = desk.act_as("Katrin Behrens")
    staff = desk.staff()
    spare = replace(desk.library.read(made).record.takes[0], id="t9", file="t9.mp4", sha256="9" * 64, speech=())

    def edit(p: Production) -> Production:
        p = approve(hand_in(p, actor, NOW), katrin, staff, actor, NOW)
        export = Export("tiktok", "mira.mp4", "D:/Clips", "e" * 64, "v", Actor("u3", "konto", "PC-Katrin"), NOW)
        online = Publication("tiktok", NOW.date(), "https://example.org/mira")
        bin_ = (BinnedTake(spare, actor, NOW),)
        return replace(p, publications=(online,), exports=(export,), bin=bin_, state=State.PUBLISHED)

    before = desk.library.read(made)
    desk.change(made, edit, actor)
    source = Path(str(desk.library.root)) / "spare.mp4"  # type: ignore[attr-defined]
    source.write_bytes(b"spare")
    desk.library.put_media(made, source, "t9.mp4")
    source.unlink()
    with pytest.raises(OutdatedState):
        desk.library.write(replace(before.record, title="Zu spät"), before.revision)


def test_a_revocation_blocks_what_is_out_and_lists_what_is_to_do(pc: Pc, root: Path) -> None:
    desk, people, erasure = work_at(pc, root)
    touched = people.revoke("Mira Albrecht")
    assert touched.takes == (("p1", "t1"),)
    assert touched.clips == (("p1", "Mira im Bild"),)
    assert [p.profile for _, p in touched.publications] == ["tiktok"]
    assert desk.library.read("p1").record.state is State.BLOCKED
    assert desk.library.read("p2").record.state is State.RECORD
    kinds = [trace.kind for trace in erasure.traces("Mira Albrecht")]
    assert kinds == [TraceKind.PUBLICATION, TraceKind.EXPORT, TraceKind.CLIP, TraceKind.TAKE, TraceKind.BINNED]


def test_nothing_is_deleted_while_a_consent_holds(pc: Pc, root: Path) -> None:
    _, _, erasure = work_at(pc, root)
    with pytest.raises(NotRevoked):
        erasure.erase("Mira Albrecht", "Katrin Behrens")


def test_after_confirmation_everything_of_the_person_is_gone(pc: Pc, root: Path) -> None:
    desk, people, erasure = work_at(pc, root)
    people.revoke("Mira Albrecht")
    erased = erasure.erase("Mira Albrecht", "Katrin Behrens")
    assert erased.takes == (("p1", "t1"), ("p1", "t9"))
    assert erased.recordings == 1
    assert {trace.kind for trace in erased.left} == {TraceKind.PUBLICATION, TraceKind.EXPORT}
    assert [path.name for path in root.rglob("*.mp4")] == ["t2.mp4"]
    assert not list(root.glob("productions/*/conflicts/*.json"))
    assert pc.made == {("2" * 64, Fraction(1))}
    assert [one.order.speakers for one in pc.waiting] == [("u2",)]
    left = desk.library.read("p1").record
    assert (left.takes, left.bin, left.captions, left.release, left.versions) == ((), (), None, None, ())
    assert left.state is State.WITHDRAWN
    assert desk.library.read("p2").record.takes


def test_the_log_says_what_went_and_what_is_out_of_reach_but_nothing_it_showed(pc: Pc, root: Path) -> None:
    desk, people, erasure = work_at(pc, root)
    people.revoke("Mira Albrecht")
    erasure.erase("Mira Albrecht", "Katrin Behrens")
    (line,) = desk.staff().deletions
    assert (line.reason, line.person, line.production, line.takes) == ("revocation", "u1", "p1", ("t1", "t9"))
    assert (line.by.person, line.by.machine) == ("u3", "PC-Katrin")
    assert set(line.left) == {"backups", "other_computers", "uploads", "exports"}
    stored = json.loads((root / "people.json").read_text("utf-8"))
    assert SECRET not in json.dumps([stored["deletions"], stored["forgotten"]])
    assert "Mira im Bild" not in json.dumps([stored["deletions"], stored["forgotten"]])


def test_another_computer_purges_at_its_next_start(pc: Pc, root: Path) -> None:
    _, people, erasure = work_at(pc, root)
    other = Pc("PC-Jonas")
    other.made = {("1" * 64, Fraction(1)), ("9" * 64, Fraction(0)), ("2" * 64, Fraction(1))}
    other.waiting = [waiting(root, "u1"), waiting(root.parent / "andere", "u1"), waiting(root, "u2")]
    there = work_at(other, root)[2]
    assert there.purge_here() == 0
    people.revoke("Mira Albrecht")
    erasure.erase("Mira Albrecht", "Katrin Behrens")
    assert there.purge_here() == 2
    assert other.made == {("2" * 64, Fraction(1))}
    assert [(w.order.library, w.order.speakers) for w in other.waiting] == [
        (str(root.parent / "andere"), ("u1",)),
        (str(root), ("u2",)),
    ]


def test_deleting_again_after_a_broken_connection_finishes_the_work(
    pc: Pc, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, people, erasure = work_at(pc, root)
    people.revoke("Mira Albrecht")
    drop = FolderLibrary.drop_media

    def breaks(self: FolderLibrary, made: str, name: str) -> None:
        if name == "t9.mp4":
            raise ConnectionError
        drop(self, made, name)

    with monkeypatch.context() as broken:
        broken.setattr(FolderLibrary, "drop_media", breaks)
        with pytest.raises(ConnectionError):
            erasure.erase("Mira Albrecht", "Katrin Behrens")
    assert desk.library.read("p1").record.takes, "the record still names what isn't deleted"
    erasure.erase("Mira Albrecht", "Katrin Behrens")
    assert [path.name for path in root.rglob("*.mp4")] == ["t2.mp4"]
    assert desk.library.read("p1").record.takes == ()


def test_a_clip_that_is_taken_down_is_ticked_off(pc: Pc, root: Path) -> None:
    _, people, erasure = work_at(pc, root)
    people.revoke("Mira Albrecht")
    people.take_down("p1", "tiktok", NOW.date(), "Katrin Behrens")
    erased = erasure.erase("Mira Albrecht", "Katrin Behrens")
    assert [trace.kind for trace in erased.left] == [TraceKind.EXPORT]
    with pytest.raises(UnknownName):
        people.take_down("p1", "tiktok", NOW.date(), "Katrin Behrens")


# --- retention


def test_old_takes_that_no_clip_uses_are_proposed_minors_first(pc: Pc, root: Path) -> None:
    desk, people, erasure = work_at(pc, root)
    people.add(Person("u7", "Tarek Said", minor=True, guardians=("Nour Said",)))
    used = desk.library.read("p2").record.takes[0]

    def aged(name: str, days: int, speaker: str) -> Take:
        when = NOW - timedelta(days=days)
        return replace(used, id=name, file=f"{name}.mp4", recorded=when, speakers=(speaker,), starred=False)

    old = (aged("t5", 61, "u2"), aged("t6", 59, "u2"), aged("t7", 15, "u7"), aged("t8", 14, "u7"))
    actor = desk.anonymous()
    desk.change("p2", lambda p: replace(p, takes=(replace(used, starred=True), *old)), actor)
    assert [(one.take, one.minor) for one in erasure.overdue()] == [("t7", True), ("t5", False)]
    with pytest.raises(UnknownName):
        erasure.delete_overdue([("p2", "t6")], "Katrin Behrens")
    erasure.delete_overdue([("p2", "t7")], "Katrin Behrens")
    assert [one.take for one in erasure.overdue()] == ["t5"]
    assert [take.id for take in desk.library.read("p2").record.takes] == ["t2", "t5", "t6", "t8"]
    assert desk.staff().deletions[-1].reason == "retention"


# --- papers


def test_a_minor_and_everybody_with_custody_sign(pc: Pc, root: Path) -> None:
    _, people, _ = work_at(pc, root)
    with pytest.raises(GuardiansMissing):
        people.add(Person("u8", "Lena Voss", adult_on=NOW.date() + timedelta(days=1)))
    people.add(Person("u7", "Tarek Said", minor=True, guardians=("Nour Said", "Ali Said")))
    paper = Paper(("tiktok",), NOW.date() + timedelta(days=30), signed_by=("Tarek Said", "nour said"))
    with pytest.raises(SignatureMissing) as refused:
        people.enter_paper("c7", "Tarek Said", paper)
    assert refused.value.missing == ("Ali Said",)
    whole = replace(paper, signed_by=("Tarek Said", "Nour Said", "Ali Said"), scope=(Scope.VOICE,), purpose=" Werben ")
    consent = people.enter_paper("c7", "Tarek Said", whole)
    assert (consent.scope, consent.purpose) == ((Scope.VOICE,), "Werben")
    assert Person("u", "A", minor=True, adult_on=NOW.date()).is_minor(NOW.date()) is False


def test_a_scan_lies_in_the_library_and_other_files_stay_out(pc: Pc, root: Path, tmp_path: Path) -> None:
    desk, people, _ = work_at(pc, root)
    scan, program = tmp_path / "Einwilligung Mira.PDF", tmp_path / "scan.exe"
    scan.write_bytes(b"%PDF-1.7")
    program.write_bytes(b"MZ")
    until = NOW.date() + timedelta(days=30)
    consent = people.enter_paper("c9", "Mira Albrecht", Paper(("tiktok",), until, scan=scan))
    assert consent.scan == "c9.pdf"
    assert desk.library.scan_path(consent.scan).read_bytes() == b"%PDF-1.7"
    with pytest.raises(NotAScan):
        people.enter_paper("c10", "Mira Albrecht", Paper(("tiktok",), until, scan=program))
    assert [entry.change.value for entry in desk.staff().history][-1] == "consented"
