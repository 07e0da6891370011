"""Hook variants: clips that differ in their first sentence alone."""

from fractions import Fraction
from pathlib import Path

import pytest

from skriptstudio.domain.desk import Desk
from skriptstudio.domain.people import Hat, Person, Staff
from skriptstudio.domain.production import Production, State
from skriptstudio.domain.script import Script, ScriptApproval, Section, SectionKind
from skriptstudio.domain.take import Take
from skriptstudio.steps.variants import Variants, hook_of, variant_title
from skriptstudio.store.clock import SystemClock
from skriptstudio.store.folder_library import FolderLibrary
from skriptstudio.store.identity import SystemIdentity


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """One clip with two hooks that wait, and a take of its own film."""
    desk = Desk(FolderLibrary.open(tmp_path / "Bibliothek", create=True), SystemIdentity(), SystemClock())
    read = desk.library.read_staff()
    desk.library.write_staff(Staff((Person("u1", "Mira", (Hat.TEAM,)),), ()), read.revision)
    sections = (Section("hook", SectionKind.HOOK, "Alt."), Section("value", SectionKind.VALUE, "Der Rest."))
    approval = ScriptApproval("u9", desk.clock.now(), sections)
    script = Script(sections, ("u1",), ("Neu.", "Anders."), approval=approval)
    made = Production("p1", "Ein Tag", desk.clock.now(), script=script, state=State.RELEASED)
    desk.library.create(made)
    film = tmp_path / "film.mp4"
    film.write_bytes(b"film")
    sha = desk.library.put_media("p1", film, "hook.mp4")
    take = Take("t1", "hook", "hook.mp4", sha, Fraction(2), 60, desk.clock.now(), speakers=("u1",))
    desk.change("p1", lambda p: p.with_take(take), desk.anonymous())
    return desk


def test_each_waiting_hook_gets_a_clip_with_the_rest_and_all_takes(desk: Desk) -> None:
    made = Variants(desk).make("p1", "Mira")
    assert [hook_of(one) for one in made] == ["Neu.", "Anders."]
    for one in made:
        assert one.script.text_of("value") == "Der Rest."
        assert (one.script.hooks, one.script.approval, one.release) == ((), None, None)
        assert one.script.authors == ("u1",)
        assert one.takes[0].speakers == ("u1",)
        assert desk.library.media_path(one.id, "hook.mp4").read_bytes() == b"film"
    assert len({one.id for one in made}) == 2


def test_no_hook_gets_two_clips_and_the_first_one_stays_as_it_was(desk: Desk) -> None:
    before = desk.open("p1").record
    variants = Variants(desk)
    variants.make("p1", "Mira")
    assert variants.make("p1", "Mira") == ()
    assert desk.open("p1").record == before


def test_a_long_hook_is_shortened_in_the_title() -> None:
    assert variant_title("Ein Tag", "Kurz.") == "Ein Tag · Kurz."
    assert len(variant_title("", "x" * 200)) == 63
