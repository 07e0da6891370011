"""What every ``Library`` must do, whatever it is made of. A new adapter is one more entry in ``ADAPTERS``."""

import hashlib
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from skriptstudio.domain.errors import BrokenRecord, MissingFile, OutdatedState, UnknownName
from skriptstudio.domain.people import Hat, Person, Staff
from skriptstudio.domain.ports.library import Library
from skriptstudio.domain.production import Actor, Comment, Production, State
from skriptstudio.domain.script import Script, SectionKind, sections_from
from skriptstudio.store.folder_library import FolderLibrary

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
MIA = Actor("mia", "mia.m", "pc-7")

Opener = Callable[[], Library]
"""Opens the same library once more, like another person's program would."""


def on_a_folder(tmp_path: Path) -> Opener:
    return lambda: FolderLibrary.open(tmp_path / "Bücherei", create=True, index_file=tmp_path / "index.sqlite")


ADAPTERS = {"folder": on_a_folder}


@pytest.fixture(params=ADAPTERS)
def opener(request: pytest.FixtureRequest, tmp_path: Path) -> Opener:
    return ADAPTERS[request.param](tmp_path)


@pytest.fixture
def library(opener: Opener) -> Library:
    return opener()


def production(id_: str = "p1", title: str = "Ein Tag im Amt", minutes: int = 0, text: str = "") -> Production:
    script = Script(sections_from([(SectionKind.HOOK, text)]) if text else ())
    return Production(id=id_, title=title, created=NOON + timedelta(minutes=minutes), script=script)


def test_what_was_created_is_read_again_with_its_revision(library: Library) -> None:
    revision = library.create(production())
    found = library.read("p1")
    assert found.record == production()
    assert found.revision == revision


def test_a_change_gets_a_new_revision(library: Library) -> None:
    first = library.create(production())
    second = library.write(replace(production(), title="Neu"), first)
    assert second != first
    assert library.read("p1").record.title == "Neu"
    assert library.read("p1").revision == second


def test_an_id_is_given_once(library: Library) -> None:
    library.create(production())
    with pytest.raises(FileExistsError):
        library.create(production(title="Anders"))


def test_an_outdated_state_is_refused_and_both_are_kept(library: Library, opener: Opener) -> None:
    seen = library.create(production())
    opener().write(replace(production(), title="Die Kollegin war schneller"), seen)
    with pytest.raises(OutdatedState) as refused:
        library.write(replace(production(), title="Zu spät"), seen)
    assert refused.value.title == "Zu spät"
    assert refused.value.kept
    assert library.read("p1").record.title == "Die Kollegin war schneller"


def test_saving_the_same_twice_is_no_conflict(library: Library) -> None:
    seen = library.create(production())
    changed = replace(production(), title="Neu")
    assert library.write(changed, seen) == library.write(changed, seen)


@pytest.mark.parametrize("wanted", ["", "p2", "1", "../p1", "p1/", "CON"])
def test_an_unknown_production_is_named(library: Library, wanted: str) -> None:
    library.create(production())
    with pytest.raises(UnknownName) as error:
        library.read(wanted)
    assert error.value.name == wanted
    with pytest.raises(UnknownName):
        library.media_path(wanted, "a.mp4")


def test_a_production_is_written_only_after_it_was_created(library: Library) -> None:
    with pytest.raises(UnknownName):
        library.write(production(), "")


def test_an_id_that_ends_like_another_one_is_another_one(library: Library) -> None:
    library.create(production("b-1", "Lang"))
    library.create(production("1", "Kurz"))
    assert library.read("1").record.title == "Kurz"
    assert library.read("b-1").record.title == "Lang"


def test_the_list_has_the_newest_first(library: Library) -> None:
    for minutes in (1, 3, 2):
        library.create(production(f"p{minutes}", f"Clip {minutes}", minutes))
    assert [s.id for s in library.list()] == ["p3", "p2", "p1"]


def test_the_list_follows_every_change(library: Library, opener: Opener) -> None:
    seen = library.create(production())
    assert library.list()[0].state is State.IDEA
    opener().write(replace(production(), state=State.SCRIPT), seen)
    assert library.list()[0].state is State.SCRIPT


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("", True),
        ("bürgeramt", True),
        ("BUERGERAMT", True),
        ("burgeramt", True),
        ("Straße", True),
        ("strasse", True),
        ("amt ein tag", True),
        ("ein_tag_im_amt", True),
        ("Vermessung", True),
        ("vermessung wald", False),
        ("%", False),
        ("'", False),
    ],
)
def test_search_finds_title_script_and_format_without_case_and_umlauts(
    library: Library, search: str, found: bool
) -> None:
    clip = production(title="Das Bürgeramt", text="Die Vermessung der Straße")
    library.create(replace(clip, format="ein_tag_im_amt"))
    assert bool(library.list(search)) is found


@pytest.mark.parametrize(
    "title",
    ["", "x" * 250, "ÄÖÜ äöü ß", "  Punkte... ", "CON", 'a<b>c:d"e/f\\g|h?i*j', "Тест", "🎬", "../../etc", "a\nb"],
)
def test_any_title_can_be_kept(library: Library, title: str) -> None:
    library.create(production(title=title))
    assert library.read("p1").record.title == title
    assert library.list()[0].title == title


def test_a_new_library_has_no_people(library: Library) -> None:
    assert library.read_staff().record == Staff()


def test_people_are_kept_and_an_outdated_list_is_refused(library: Library, opener: Opener) -> None:
    empty = library.read_staff().revision
    library.write_staff(Staff((Person("1", "Mia Müller", (Hat.PRESS,)),)), empty)
    with pytest.raises(OutdatedState):
        opener().write_staff(Staff((Person("2", "Jan"),)), empty)
    assert [p.name for p in library.read_staff().record.people] == ["Mia Müller"]


def test_media_arrives_whole_and_is_named_by_its_hash(library: Library, tmp_path: Path) -> None:
    library.create(production())
    source = tmp_path / "aufnahme ä.mp4"
    source.write_bytes(b"film" * 1_000_000)
    assert library.put_media("p1", source, "take 1.mp4") == hashlib.sha256(source.read_bytes()).hexdigest()
    assert library.media_path("p1", "take 1.mp4").read_bytes() == source.read_bytes()


def test_the_same_media_may_be_put_twice_but_nothing_is_overwritten(library: Library, tmp_path: Path) -> None:
    library.create(production())
    source = tmp_path / "a.mp4"
    source.write_bytes(b"eins")
    first = library.put_media("p1", source, "a.mp4")
    assert library.put_media("p1", source, "a.mp4") == first
    source.write_bytes(b"zwei")
    with pytest.raises(FileExistsError):
        library.put_media("p1", source, "a.mp4")
    assert library.media_path("p1", "a.mp4").read_bytes() == b"eins"


def test_media_that_is_missing_is_named(library: Library, tmp_path: Path) -> None:
    library.create(production())
    with pytest.raises(MissingFile):
        library.put_media("p1", tmp_path / "nichts.mp4", "a.mp4")
    assert not library.media_path("p1", "a.mp4").exists()


def test_dropped_media_is_gone_and_dropping_it_again_does_nothing(library: Library, tmp_path: Path) -> None:
    library.create(production())
    source = tmp_path / "a.mp4"
    source.write_bytes(b"eins")
    library.put_media("p1", source, "a.mp4")
    library.drop_media("p1", "a.mp4")
    assert not library.media_path("p1", "a.mp4").exists()
    library.drop_media("p1", "a.mp4")


@pytest.mark.parametrize("name", ["../x", "..", "", "/etc/passwd", "a/b", "a\\b", "C:x", "nul", "NUL.mp4", "a.", "a\0"])
def test_a_name_never_leads_out_of_the_production(library: Library, tmp_path: Path, name: str) -> None:
    library.create(production())
    with pytest.raises(BrokenRecord):
        library.media_path("p1", name)
    source = tmp_path / "a.mp4"
    source.write_bytes(b"x")
    with pytest.raises(BrokenRecord):
        library.put_media("p1", source, name)
    with pytest.raises(BrokenRecord):
        library.drop_media("p1", name)


def test_of_many_writers_none_loses_a_word(library: Library, opener: Opener) -> None:
    library.create(production())

    def talk(name: str) -> None:
        mine = opener()
        for number in range(10):
            while not _said(mine, f"{name}{number}"):
                pass

    threads = [threading.Thread(target=talk, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    said = {comment.text for comment in library.read("p1").record.comments}
    assert said == {f"{name}{number}" for name in "abc" for number in range(10)}


def _said(library: Library, text: str) -> bool:
    found = library.read("p1")
    comment = Comment("0", text, MIA, NOON)
    try:
        library.write(replace(found.record, comments=(*found.record.comments, comment)), found.revision)
    except OutdatedState:
        return False
    return True
