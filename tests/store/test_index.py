"""The index is fast, and nobody misses it."""

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.library import put_down

from skriptstudio.domain.production import Production
from skriptstudio.store.folder_library import FolderLibrary


def ids(library: FolderLibrary) -> set[str]:
    return {s.id for s in library.list()}


def spoil(index_file: Path, how: str) -> None:
    if how == "deleted":
        index_file.unlink()
    elif how == "garbage":
        index_file.write_bytes(b"kein SQLite " * 1000)
    elif how == "cut off":
        index_file.write_bytes(index_file.read_bytes()[:700])
    elif how == "empty":
        index_file.write_bytes(b"")
    else:
        with closing(sqlite3.connect(index_file)) as db, db:
            db.executescript(how)


@pytest.mark.parametrize(
    "how",
    [
        "deleted",
        "garbage",
        "cut off",
        "empty",
        "DROP TABLE folder",
        "DROP TABLE folder; CREATE TABLE folder (x)",
        "PRAGMA user_version = 77",
    ],
)
def test_an_index_that_was_lost_is_built_again(
    library: FolderLibrary, clip: Production, index_file: Path, how: str
) -> None:
    library.create(clip)
    assert ids(library) == {"p1"}
    spoil(index_file, how)
    assert ids(library) == {"p1"}
    with closing(sqlite3.connect(index_file)) as db:
        assert db.execute("SELECT count(*) FROM folder").fetchone() == (1,)


def test_an_index_that_somebody_locks_is_done_without(
    library: FolderLibrary, clip: Production, index_file: Path
) -> None:
    library.create(clip)
    library.list()
    with closing(sqlite3.connect(index_file)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert ids(library) == {"p1"}
    assert index_file.exists()


def test_a_cache_that_cant_be_written_is_done_without(tmp_path: Path, clip: Production) -> None:
    (tmp_path / "cache").write_text("eine Datei, kein Ordner")
    library = FolderLibrary.open(tmp_path / "lib", create=True, index_file=tmp_path / "cache" / "index.sqlite")
    library.create(clip)
    assert ids(library) == {"p1"}


def test_only_what_changed_is_read_again(
    library: FolderLibrary, clip: Production, monkeypatch: pytest.MonkeyPatch
) -> None:
    revisions = [library.create(replace(clip, id=f"p{n}")) for n in range(5)]
    for path in library.root.glob("productions/*/production.json"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    library.list()
    read: list[str] = []
    really = library._loaded

    def noticed(name: str) -> Production | None:
        read.append(name)
        return really(name)

    monkeypatch.setattr(library, "_loaded", noticed)
    library.list()
    assert read == []
    library.write(replace(clip, id="p3", title="Neu"), revisions[3])
    read.clear()
    assert [s.title for s in library.list("neu")] == ["Neu"]
    assert read == ["Ein-Tag-im-Amt-p3"]


def test_a_change_within_the_same_tick_of_the_clock_is_seen(library: FolderLibrary, clip: Production) -> None:
    revision = library.create(replace(clip, title="AAAA"))
    path = next(library.root.glob("productions/*/production.json"))
    library.list()
    stamp = path.stat().st_mtime_ns
    library.write(replace(clip, title="BBBB"), revision)
    os.utime(path, ns=(stamp, stamp))
    assert library.list()[0].title == "BBBB"


def test_a_production_that_was_removed_leaves_the_list(library: FolderLibrary, clip: Production) -> None:
    library.create(clip)
    library.list()
    folder = next(library.root.glob("productions/*"))
    folder.rename(library.root / "weggelegt")
    assert library.list() == ()


def test_a_record_that_becomes_readable_is_listed(
    library: FolderLibrary, clip: Production, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.create(clip)
    path = next(library.root.glob("productions/*/production.json"))
    os.utime(path, (1_700_000_000, 1_700_000_000))
    with monkeypatch.context() as old_version:
        old_version.setattr(library, "_loaded", lambda name: None)
        assert library.list() == ()
    assert ids(library) == {"p1"}


def test_a_thousand_productions_are_listed_searched_and_opened_in_no_time(
    library: FolderLibrary, clip: Production
) -> None:
    """Measured in the time of the processor, since others work on this computer, too; see ``dev.py bench library``."""
    library.create(clip)
    for number in range(1000):
        put_down(library.root, replace(clip, id=f"q{number:04}", title=f"Clip {number} Bauhof"))
    for file in library.root.glob("productions/*/production.json"):
        os.utime(file, (1_700_000_000, 1_700_000_000))
    assert len(library.list()) == 1001
    assert _cpu_seconds(library.list) < 0.1
    assert _cpu_seconds(lambda: library.list("clip 999")) < 0.1
    assert [found.id for found in library.list("clip 999")] == ["q0999"]
    assert _cpu_seconds(lambda: library.read("q0500")) < 0.3


def _cpu_seconds(work: Callable[[], object]) -> float:
    """The best of three."""
    taken = []
    for _ in range(3):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return min(taken)
