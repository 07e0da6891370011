"""Drives that are full, read-only, or held open by somebody else."""

import errno
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest

from skriptstudio.domain.errors import (
    DiskFull,
    DriveFault,
    LibraryGone,
    LibraryReadOnly,
    OutdatedState,
    SkriptStudioError,
)
from skriptstudio.domain.production import Production
from skriptstudio.domain.script import Script, SectionKind, sections_from
from skriptstudio.store import record_files, succession
from skriptstudio.store.atomic import Drive
from skriptstudio.store.folder_library import FolderLibrary


class FaultyDrive(Drive):
    """A drive on which every write fails, in the way the operating system would say it."""

    def __init__(self, root: Path, error: OSError) -> None:
        super().__init__(root)
        self.error = error

    def sync(self, file: BinaryIO) -> None:
        raise self.error


def told(code: int, windows: int | None = None) -> OSError:
    error = OSError(code, os.strerror(code))
    if windows is not None:
        error.winerror = windows  # type: ignore[attr-defined, unused-ignore]
    return error


def files_of(library: FolderLibrary) -> dict[str, bytes]:
    """Everything that lies in the library, but for the locks."""
    files = [p for p in library.root.rglob("*") if p.is_file() and p.name != ".lock"]
    return {str(p.relative_to(library.root)): p.read_bytes() for p in files}


@pytest.mark.parametrize(
    ("error", "meaning"),
    [
        (told(errno.ENOSPC), DiskFull),
        (told(errno.EINVAL, 39), DiskFull),
        (told(errno.EROFS), LibraryReadOnly),
        (told(errno.EACCES), LibraryReadOnly),
        (told(errno.EACCES, 19), LibraryReadOnly),
        (told(errno.ENOTCONN), LibraryGone),
        (told(errno.EACCES, 21), LibraryGone),
        (told(errno.EINVAL, 64), LibraryGone),
        (told(errno.EIO), DriveFault),
    ],
    ids=str,
)
def test_every_fault_of_a_drive_gets_its_name_and_changes_nothing(
    library: FolderLibrary, clip: Production, tmp_path: Path, error: OSError, meaning: type[SkriptStudioError]
) -> None:
    revision = library.create(clip)
    before = files_of(library)
    source = tmp_path / "a.mp4"
    source.write_bytes(b"film")
    faulty = FolderLibrary.open(library.root, drive=FaultyDrive(library.root, error), index_file=tmp_path / "i")
    calls: tuple[Callable[[], object], ...] = (
        lambda: faulty.write(replace(clip, title="Neu"), revision),
        lambda: faulty.create(replace(clip, id="p2")),
        lambda: faulty.put_media("p1", source, "a.mp4"),
        lambda: faulty.write_staff(faulty.read_staff().record, faulty.read_staff().revision),
    )
    for call in calls:
        with pytest.raises(meaning):
            call()
    assert files_of(library) == before
    assert library.read("p1").record == clip


def long_clip(clip: Production, kilobytes: int) -> Production:
    return replace(clip, script=Script(sections_from([(SectionKind.HOOK, "wort " * 205 * kilobytes)])))


def test_a_full_disk_is_told_and_leaves_the_old_state(
    clip: Production, tmp_path: Path, small_drive: Callable[[int], Path | None]
) -> None:
    drive = small_drive(1024)
    folder = drive or tmp_path / "drive"
    print("full disk:", "a tmpfs of 1 MB" if drive else "fault injection, mounting failed")
    library = FolderLibrary.open(folder, create=True, index_file=tmp_path / "i")
    revision = library.create(clip)
    source = tmp_path / "film.mp4"
    source.write_bytes(b"x" * 3_000_000)
    if not drive:
        faulty = FaultyDrive(folder, told(errno.ENOSPC))
        library = FolderLibrary.open(folder, drive=faulty, index_file=tmp_path / "i")
    with pytest.raises(DiskFull):
        library.put_media("p1", source, "film.mp4")
    assert not library.media_path("p1", "film.mp4").exists()
    with pytest.raises(DiskFull):
        library.write(long_clip(clip, 2000), revision)
    with pytest.raises(DiskFull):
        library.create(replace(long_clip(clip, 2000), id="p2"))
    assert library.read("p1").revision == revision
    assert [s.id for s in library.list()] == ["p1"]
    assert not [name for name in files_of(library) if name.endswith(".tmp")]


def test_a_read_only_library_is_read_and_refuses_to_be_written(
    library: FolderLibrary, clip: Production, tmp_path: Path, make_read_only: Callable[[Path], bool]
) -> None:
    revision = library.create(clip)
    guest = _read_only(library, tmp_path, make_read_only)
    assert guest.read("p1").record == clip
    assert [s.id for s in guest.list("amt")] == ["p1"]
    with pytest.raises(LibraryReadOnly):
        guest.write(replace(clip, title="Neu"), revision)
    with pytest.raises(LibraryReadOnly):
        guest.create(replace(clip, id="p2"))
    with pytest.raises(LibraryReadOnly):
        guest.write_staff(guest.read_staff().record, guest.read_staff().revision)
    source = tmp_path / "a.mp4"
    source.write_bytes(b"x")
    with pytest.raises(LibraryReadOnly):
        guest.put_media("p1", source, "a.mp4")


def _read_only(library: FolderLibrary, tmp_path: Path, make_read_only: Callable[[Path], bool]) -> FolderLibrary:
    """The library as somebody sees it who may only look."""
    if make_read_only(library.root):
        print("read-only: a bind mount")
        return FolderLibrary.open(library.root, index_file=tmp_path / "i")
    if os.name == "posix" and os.geteuid() != 0:
        print("read-only: folder modes, as an unprivileged user")
        for folder in (library.root, *(p for p in library.root.rglob("*") if p.is_dir())):
            folder.chmod(0o555)
        return FolderLibrary.open(library.root, index_file=tmp_path / "i")
    print("read-only: fault injection, mounting failed")
    faulty = FaultyDrive(library.root, told(errno.EROFS))
    return FolderLibrary.open(library.root, drive=faulty, index_file=tmp_path / "i")


def test_a_reader_that_holds_the_file_open_on_windows_is_waited_for(
    library: FolderLibrary, clip: Production, monkeypatch: pytest.MonkeyPatch
) -> None:
    revision = library.create(clip)
    really, refusals = os.replace, [told(errno.EACCES, 32), told(errno.EACCES, 5)]

    def held_open(source: Path, target: Path) -> None:
        if refusals:
            raise refusals.pop()
        really(source, target)

    monkeypatch.setattr(os, "replace", held_open)
    library.write(replace(clip, title="Neu"), revision)
    assert library.read("p1").record.title == "Neu"


def test_a_conflict_on_a_full_disk_still_leaves_the_other_state(
    library: FolderLibrary, clip: Production, tmp_path: Path
) -> None:
    revision = library.create(clip)
    library.write(replace(clip, title="Erste"), revision)
    faulty = FolderLibrary.open(
        library.root, drive=FaultyDrive(library.root, told(errno.ENOSPC)), index_file=tmp_path / "i"
    )
    with pytest.raises(DiskFull):
        faulty.write(replace(clip, title="Zweite"), revision)
    assert library.read("p1").record.title == "Erste"
    with pytest.raises(OutdatedState):
        library.write(replace(clip, title="Zweite"), revision)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that can't be read")
def test_a_source_that_cant_be_read_isnt_blamed_on_the_library(library: FolderLibrary, clip: Production) -> None:
    library.create(clip)
    with pytest.raises(DriveFault) as error:
        library.put_media("p1", Path("/proc/self/mem"), "a.mp4")
    assert error.value.path == "/proc/self/mem"
    assert not library.media_path("p1", "a.mp4").exists()


class DelayedDrive(Drive):
    """A drive with a stale cache: for some reads it goes on showing what was there before; None for ever."""

    def __init__(self, root: Path, reads: int | None) -> None:
        super().__init__(root)
        self.reads = reads
        self._before: dict[Path, tuple[bytes, int]] = {}

    def write(self, path: Path, data: bytes, may_replace: Callable[[], None] = lambda: None) -> None:
        old = path.read_bytes() if path.exists() else b""
        super().write(path, data, may_replace)
        if path.name == "production.json" and path.parent.name != "conflicts":
            self._before[path] = (old, 0)

    def read(self, path: Path, limit: int) -> bytes:
        old, seen = self._before.get(path, (b"", 0))
        if path in self._before and (self.reads is None or seen < self.reads):
            self._before[path] = (old, seen + 1)
            return old
        return super().read(path, limit)


def test_a_drive_that_shows_changes_late_loses_none(library: FolderLibrary, clip: Production, tmp_path: Path) -> None:
    revision = library.create(clip)
    slow = FolderLibrary.open(library.root, drive=DelayedDrive(library.root, 3), index_file=tmp_path / "i")
    for number in range(5):
        revision = slow.write(replace(clip, title=str(number)), revision)
        assert slow.read("p1").record.title == str(number)
    assert library.read("p1").revision == revision


def test_a_change_that_never_appears_is_told_and_kept(
    library: FolderLibrary, clip: Production, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("skriptstudio.store.record_files.SEEN_SECONDS", 0.1)
    revision = library.create(clip)
    deaf = FolderLibrary.open(library.root, drive=DelayedDrive(library.root, None), index_file=tmp_path / "i")
    with pytest.raises(DriveFault):
        deaf.write(replace(clip, title="Ungesehen"), revision)
    (kept,) = library.root.glob("productions/*/conflicts/*.json")
    assert "Ungesehen" in kept.read_text("utf-8")


class OldDrive(Drive):
    """The drive of another computer, whose cache shows one file as it was, for so many reads; new names are real."""

    def __init__(self, root: Path, path: Path, reads: int) -> None:
        super().__init__(root)
        self._path, self._old, self._left = path, path.read_bytes(), reads

    def read(self, path: Path, limit: int) -> bytes:
        if path == self._path and self._left > 0:
            self._left -= 1
            return self._old
        return super().read(path, limit)


def test_who_is_shown_an_old_state_under_the_lock_overwrites_no_newer_one(
    library: FolderLibrary, clip: Production, tmp_path: Path
) -> None:
    """The other one reads the old state, holds the lock, is shown it again, and only the taken name tells."""
    revision = library.create(clip)
    drive = OldDrive(library.root, _record(library), reads=6)
    other = FolderLibrary.open(library.root, drive=drive, index_file=tmp_path / "i")
    library.write(replace(clip, title="Neu"), revision)
    read = other.read("p1")
    assert read.revision == revision
    with pytest.raises(OutdatedState):
        other.write(replace(clip, title="Spät"), read.revision)
    assert library.read("p1").record.title == "Neu"
    kept = list(library.root.glob("productions/*/conflicts/*.json"))
    assert ["Spät" in path.read_text("utf-8") for path in kept] == [True]
    now = other.read("p1")
    assert now.record.title == "Neu"
    other.write(replace(now.record, title="Danach"), now.revision)
    assert library.read("p1").record.title == "Danach"


def test_a_state_that_comes_back_can_be_followed_again(library: FolderLibrary, clip: Production) -> None:
    """Undo brings back the very bytes of before; what followed them then counts no more."""
    first = library.create(clip)
    for title in ("Anders", "Wieder anders", "Zum dritten"):
        second = library.write(replace(clip, title=title), first)
        assert library.write(clip, second) == first
    names = [path.name for path in (_record(library).parent / ".saved").iterdir()]
    assert all(name.endswith(".1") for name in names)
    assert len(names) == 3


def test_a_record_from_a_backup_is_refused_soon_and_can_be_saved_later(
    library: FolderLibrary, clip: Production, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record_files, "SEEN_SECONDS", 0.1)
    first = library.create(clip)
    backup = _record(library).read_bytes()
    library.write(replace(clip, title="Danach"), first)
    _record(library).write_bytes(backup)
    with pytest.raises(DriveFault):
        library.write(replace(clip, title="Zu früh"), first)
    (kept,) = library.root.glob("productions/*/conflicts/*.json")
    assert "Zu früh" in kept.read_text("utf-8")
    for name in (_record(library).parent / ".saved").iterdir():
        long_ago = name.stat().st_mtime - succession.REMEMBERED_SECONDS - 1
        os.utime(name, (long_ago, long_ago))
    second = library.write(replace(clip, title="Zurückgeholt"), first)
    assert library.read("p1").record.title == "Zurückgeholt"
    library.write(replace(clip, title="Weiter"), second)


def test_a_save_that_died_on_its_way_stops_nobody(
    library: FolderLibrary, clip: Production, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record_files, "SEEN_SECONDS", 0.1)
    revision = library.create(clip)
    for number in (1, 2):
        (_record(library).parent / ".saved").mkdir(exist_ok=True)
        (_record(library).parent / ".saved" / f"production-{revision[:24]}.{number}").mkdir()
    library.write(replace(clip, title="Doch noch"), revision)
    assert library.read("p1").record.title == "Doch noch"
    with pytest.raises(OutdatedState):
        library.write(replace(clip, title="Zu spät"), revision)


class _FullAtTheEnd(Drive):
    """All is written, and then the drive has no room for the name."""

    def replace(self, temporary: Path, path: Path) -> None:
        raise told(errno.ENOSPC)


def test_a_full_disk_frees_the_name_again(library: FolderLibrary, clip: Production, tmp_path: Path) -> None:
    revision = library.create(clip)
    other = FolderLibrary.open(library.root, drive=_FullAtTheEnd(library.root), index_file=tmp_path / "i")
    with pytest.raises(DiskFull):
        other.write(replace(clip, title="Zu viel"), revision)
    assert not list((_record(library).parent / ".saved").iterdir())
    library.write(replace(clip, title="Jetzt"), revision)


def _record(library: FolderLibrary) -> Path:
    return next(library.root.glob("productions/*/production.json"))


def test_a_folder_that_goes_and_comes_back_is_worked_on_as_before(
    library: FolderLibrary, clip: Production, tmp_path: Path
) -> None:
    revision = library.create(clip)
    away = tmp_path / "abgezogen"
    for number in range(3):
        library.root.rename(away)
        with pytest.raises(LibraryGone):
            library.write(replace(clip, title="weg"), revision)
        assert not library.root.exists()
        away.rename(library.root)
        revision = library.write(replace(clip, title=str(number)), revision)
    assert library.read("p1").record.title == "2"
