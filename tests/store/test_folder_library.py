"""The library as a folder: what is in it, and what else may lie there."""

import json
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from skriptstudio.domain.errors import (
    BrokenRecord,
    CopyDamaged,
    LibraryBusy,
    LibraryGone,
    NewerRecord,
    NotALibrary,
    OutdatedState,
    UnknownName,
)
from skriptstudio.domain.production import Production
from skriptstudio.store import atomic, folder_lock, record_files
from skriptstudio.store.atomic import Drive
from skriptstudio.store.folder_library import FolderLibrary
from skriptstudio.store.folder_lock import locked

links = pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")


def record_of(library: FolderLibrary) -> Path:
    return next(library.root.glob("productions/*/production.json"))


def test_a_missing_folder_becomes_a_library_only_when_asked(tmp_path: Path) -> None:
    with pytest.raises(LibraryGone):
        FolderLibrary.open(tmp_path / "neu")
    assert not (tmp_path / "neu").exists()
    FolderLibrary.open(tmp_path / "neu", create=True)
    assert json.loads((tmp_path / "neu" / "skriptstudio.json").read_text())["schema"] == 1
    FolderLibrary.open(tmp_path / "neu")


def test_an_empty_folder_becomes_a_library(tmp_path: Path) -> None:
    (tmp_path / "Thumbs.db").touch()
    FolderLibrary.open(tmp_path, create=True)
    assert (tmp_path / "skriptstudio.json").exists()


def test_opening_again_keeps_the_librarys_name(library: FolderLibrary) -> None:
    before = (library.root / "skriptstudio.json").read_bytes()
    FolderLibrary.open(library.root, create=True)
    assert (library.root / "skriptstudio.json").read_bytes() == before


def test_a_library_isnt_made_where_the_drive_is_missing(tmp_path: Path) -> None:
    with pytest.raises(LibraryGone):
        FolderLibrary.open(tmp_path / "laufwerk" / "neu", create=True)
    assert not (tmp_path / "laufwerk").exists()


@pytest.mark.parametrize("create", [True, False])
def test_a_folder_with_other_things_is_no_library(tmp_path: Path, create: bool) -> None:
    (tmp_path / "urlaub.jpg").touch()
    with pytest.raises(NotALibrary):
        FolderLibrary.open(tmp_path, create)
    with pytest.raises(NotALibrary):
        FolderLibrary.open(tmp_path / "urlaub.jpg", create)
    assert [p.name for p in tmp_path.iterdir()] == ["urlaub.jpg"]


@pytest.mark.parametrize(
    ("sign", "error"),
    [
        ("", BrokenRecord),
        ("{}", BrokenRecord),
        ('{"schema": 1}', BrokenRecord),
        ('{"schema": 2, "library": "x"}', NewerRecord),
    ],
)
def test_a_sign_that_cant_be_read_is_told(library: FolderLibrary, sign: str, error: type[Exception]) -> None:
    (library.root / "skriptstudio.json").write_text(sign)
    with pytest.raises(error):
        FolderLibrary.open(library.root)


def test_a_library_that_disappears_between_two_calls_is_gone(library: FolderLibrary, clip: Production) -> None:
    revision = library.create(clip)
    library.root.rename(library.root.with_name("abgezogen"))
    for call in (
        lambda: library.read("p1"),
        lambda: library.write(clip, revision),
        lambda: library.create(replace(clip, id="p2")),
        lambda: library.list(),
        lambda: library.read_staff(),
        lambda: library.media_path("p1", "a.mp4"),
    ):
        with pytest.raises(LibraryGone):
            call()
    assert not library.root.exists()


def test_nothing_is_written_into_the_empty_folder_of_a_pulled_drive(library: FolderLibrary, clip: Production) -> None:
    library.root.rename(library.root.with_name("abgezogen"))
    library.root.mkdir()
    with pytest.raises(LibraryGone):
        library.create(clip)
    assert not list(library.root.iterdir())


def test_the_folder_is_called_like_the_title_and_stays_short(library: FolderLibrary, clip: Production) -> None:
    library.create(replace(clip, title="Überraschung im Bürgerbüro " * 10))
    folder = record_of(library).parent.name
    assert folder.startswith("Ueberraschung-im-Buergerbuero")
    assert len(folder) <= 43


def test_an_unlucky_path_with_blanks_and_umlauts_works(tmp_path: Path, clip: Production) -> None:
    deep = tmp_path / "Öffentliche Verwaltung – Ausbildung & Übung" / ("x" * 150)
    deep.parent.mkdir()
    library = FolderLibrary.open(deep, create=True, index_file=tmp_path / "i")
    library.create(clip)
    assert library.read("p1").record == clip


def test_a_folder_that_somebody_renamed_is_still_found(library: FolderLibrary, clip: Production) -> None:
    revision = library.create(clip)
    folder = record_of(library).parent
    folder.rename(folder.with_name("Mein liebster Clip"))
    assert library.read("p1").record == clip
    library.write(replace(clip, title="Neu"), revision)
    assert library.list()[0].folder == "Mein liebster Clip"


def test_a_folder_that_somebody_copied_counts_once(library: FolderLibrary, clip: Production) -> None:
    library.create(clip)
    original = record_of(library)
    copy = original.parent.with_name("Kopie von " + original.parent.name + " (1)")
    copy.mkdir()
    (copy / "production.json").write_bytes(original.read_bytes())
    assert [s.folder for s in library.list()] == [original.parent.name]


def test_a_broken_record_doesnt_hide_the_others(library: FolderLibrary, clip: Production) -> None:
    library.create(clip)
    library.create(replace(clip, id="p2"))
    broken = library.root / "productions" / "Ein-Tag-im-Amt-p2" / "production.json"
    broken.write_text("{")
    assert [s.id for s in library.list()] == ["p1"]
    assert [error.path for error in library.broken() if isinstance(error, BrokenRecord)] == [str(broken)]
    with pytest.raises(BrokenRecord):
        library.read("p2")


def test_a_newer_record_is_told_and_never_overwritten(library: FolderLibrary, clip: Production) -> None:
    revision = library.create(clip)
    path = record_of(library)
    path.write_text('{"schema": 99}')
    with pytest.raises(NewerRecord):
        library.read("p1")
    with pytest.raises(OutdatedState):
        library.write(clip, revision)
    assert path.read_text() == '{"schema": 99}'
    assert isinstance(library.broken()[0], NewerRecord)


def test_a_record_without_end_is_refused(
    library: FolderLibrary, clip: Production, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.create(clip)
    monkeypatch.setattr(record_files, "MAX_BYTES", 100)
    with pytest.raises(BrokenRecord, match="larger"):
        library.read("p1")


def test_an_outdated_state_lies_beside_the_production(library: FolderLibrary, clip: Production) -> None:
    revision = library.create(clip)
    library.write(replace(clip, title="Erste"), revision)
    with pytest.raises(OutdatedState) as refused:
        library.write(replace(clip, title="Zweite"), revision)
    kept = library.root / refused.value.kept
    assert kept.parent == record_of(library).parent / "conflicts"
    assert json.loads(kept.read_text("utf-8"))["title"] == "Zweite"


def test_a_folder_without_record_is_no_production(library: FolderLibrary, clip: Production) -> None:
    (library.root / "productions" / "leer-p1").mkdir(parents=True)
    (library.root / "productions" / "datei").touch()
    assert library.list() == ()
    with pytest.raises(UnknownName):
        library.read("p1")
    library.create(clip)
    assert library.read("p1").record == clip


def test_who_waits_too_long_is_told(library: FolderLibrary, clip: Production, monkeypatch: pytest.MonkeyPatch) -> None:
    revision = library.create(clip)
    monkeypatch.setattr(folder_lock, "LOCK_SECONDS", 0.05)
    folder = record_of(library).parent
    with locked(Drive(folder), folder), pytest.raises(LibraryBusy):
        library.write(replace(clip, title="Neu"), revision)
    library.write(replace(clip, title="Neu"), revision)


@links
def test_a_link_out_of_the_library_isnt_followed(library: FolderLibrary, clip: Production, tmp_path: Path) -> None:
    library.create(clip)
    secret = tmp_path / "geheim"
    secret.mkdir()
    (record_of(library).parent / "takes").symlink_to(secret)
    source = tmp_path / "a.mp4"
    source.write_bytes(b"x")
    with pytest.raises(BrokenRecord, match="out of the library"):
        library.put_media("p1", source, "a.mp4")
    assert not list(secret.iterdir())


@links
def test_a_pipe_in_the_place_of_a_record_doesnt_stall(library: FolderLibrary, clip: Production) -> None:
    library.create(clip)
    path = record_of(library)
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(BrokenRecord):
        library.read("p1")


def test_a_damaged_copy_is_noticed_and_removed(
    library: FolderLibrary, clip: Production, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.create(clip)
    source = tmp_path / "a.mp4"
    source.write_bytes(b"film")
    monkeypatch.setattr(atomic, "hash_of", lambda path: "0" * 64)
    with pytest.raises(CopyDamaged):
        library.put_media("p1", source, "a.mp4")
    assert not list((record_of(library).parent / "takes").iterdir())


def test_what_a_crash_left_is_swept_away_later(library: FolderLibrary, clip: Production) -> None:
    revision = library.create(clip)
    old, young = (record_of(library).parent / f".production-{name}.tmp" for name in ("0000", "1111"))
    old.touch()
    young.touch()
    os.utime(old, (1, 1))
    library.write(replace(clip, title="Neu"), revision)
    assert not old.exists()
    assert young.exists()
