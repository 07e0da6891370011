"""Packages appear in their place whole or not at all."""

import os
import shutil
import subprocess
import sys
import tempfile
import textwrap
import time
from pathlib import Path
from zipfile import ZipFile

import pytest

from skriptstudio.domain.errors import DiskFull, DriveFault, FolderGone, MissingFile
from skriptstudio.store.packages import FolderShelf


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_a_package_moves_to_its_place(tmp_path: Path) -> None:
    shelf = FolderShelf()
    to = tmp_path / "Ausgabe für alle"
    with shelf.staging(to) as staging:
        (staging / "tiktok").mkdir()
        (staging / "tiktok" / "clip.mp4").write_bytes(b"film")
        shelf.put(staging / "tiktok", to / "ein-tag" / "tiktok")
    assert names(to) == {"ein-tag", "ein-tag/tiktok", "ein-tag/tiktok/clip.mp4"}


def test_an_older_package_is_replaced_whole(tmp_path: Path) -> None:
    shelf = FolderShelf()
    for content in (b"old", b"new"):
        with shelf.staging(tmp_path) as staging:
            (staging / "x").mkdir()
            (staging / "x" / f"{content.decode()}.mp4").write_bytes(content)
            shelf.put(staging / "x", tmp_path / "x")
    assert names(tmp_path) == {"x", "x/new.mp4"}


def test_what_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    to = tmp_path / "neu" / "tiefer"

    def fill() -> None:
        with FolderShelf().staging(to) as staging:
            (staging / "half.mp4").write_bytes(b"half")
            raise DiskFull(str(staging / "half.mp4"))

    with pytest.raises(DiskFull) as error:
        fill()
    assert error.value.path == str(to)
    assert names(tmp_path) == set()


@pytest.mark.parametrize("error", [DriveFault("film.mp4", "No such file or directory"), MissingFile("film.mp4")])
def test_a_folder_that_goes_away_meanwhile_is_named(tmp_path: Path, error: Exception) -> None:
    to = tmp_path / "stick"

    def fill() -> None:
        with FolderShelf().staging(to):
            shutil.rmtree(to)
            raise error

    with pytest.raises(FolderGone) as told:
        fill()
    assert told.value.path == str(to)
    assert names(tmp_path) == set()


def test_a_fault_elsewhere_stays_what_it_is(tmp_path: Path) -> None:
    kept = str(tmp_path / "kept" / "a.chunk")
    with pytest.raises(DiskFull) as full, FolderShelf().staging(tmp_path / "ziel"):
        raise DiskFull(kept)
    assert full.value.path == kept
    with pytest.raises(MissingFile), FolderShelf().staging(tmp_path / "ziel"):
        raise MissingFile("take.mp4")


def test_a_folder_that_was_there_stays(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("x", encoding="utf-8")
    with pytest.raises(RuntimeError), FolderShelf().staging(tmp_path):
        raise RuntimeError
    assert names(tmp_path) == {"brief.txt"}


def test_an_unreachable_folder_is_named(tmp_path: Path) -> None:
    blocked = tmp_path / "datei"
    blocked.write_text("x", encoding="utf-8")
    with pytest.raises(FolderGone) as error, FolderShelf().staging(blocked / "darin"):
        pass
    assert error.value.path == str(blocked / "darin")


def test_a_copy_has_the_same_content_and_a_life_of_its_own(tmp_path: Path) -> None:
    source = tmp_path / "a.mp4"
    source.write_bytes(b"film")
    FolderShelf().copy(source, tmp_path / "b.mp4")
    with (tmp_path / "b.mp4").open("r+b") as changed_in_place:
        changed_in_place.write(b"F")
    assert (tmp_path / "b.mp4").read_bytes() == b"Film"
    assert source.read_bytes() == b"film"


def test_a_package_is_packed_whole_and_nothing_else_stays(tmp_path: Path) -> None:
    folder = tmp_path / "website"
    (folder / "takes").mkdir(parents=True)
    (folder / "clip.mp4").write_bytes(b"film" * 100)
    (folder / "takes" / "hook.mp4").write_bytes(b"take")
    FolderShelf().pack(folder, tmp_path / "website.zip")
    FolderShelf().pack(folder, tmp_path / "website.zip")
    with ZipFile(tmp_path / "website.zip") as file:
        assert file.testzip() is None
        assert sorted(file.namelist()) == ["website/clip.mp4", "website/takes/hook.mp4"]
    assert {one.name for one in tmp_path.iterdir()} == {"website", "website.zip"}


def test_an_archive_of_the_older_package_goes_with_it(tmp_path: Path) -> None:
    for film in (b"old", b"new"):
        staged = tmp_path / "staged"
        staged.mkdir()
        (staged / "clip.mp4").write_bytes(film)
        FolderShelf().put(staged, tmp_path / "website")
        assert not (tmp_path / "website.zip").exists()
        FolderShelf().pack(tmp_path / "website", tmp_path / "packed")
        FolderShelf().put(tmp_path / "packed", tmp_path / "website.zip")
    with ZipFile(tmp_path / "website.zip") as file:
        assert file.read("website/clip.mp4") == b"new"


def test_an_older_package_that_a_killed_program_took_away_comes_back(tmp_path: Path) -> None:
    killed = tmp_path / ".skriptstudio-0123.tmp"
    older = killed / "older" / "ein-tag"
    for profile in ("tiktok", "website"):
        (older / profile).mkdir(parents=True)
        (older / profile / "clip.mp4").write_bytes(b"old")
    (killed / ".in-use").touch()
    (tmp_path / "ein-tag" / "website").mkdir(parents=True)
    (tmp_path / "ein-tag" / "website" / "clip.mp4").write_bytes(b"new")
    with FolderShelf().staging(tmp_path):
        assert not killed.exists()
    assert (tmp_path / "ein-tag" / "tiktok" / "clip.mp4").read_bytes() == b"old"
    assert (tmp_path / "ein-tag" / "website" / "clip.mp4").read_bytes() == b"new"
    assert [one.name for one in tmp_path.iterdir()] == ["ein-tag"]


def test_where_a_drive_locks_nothing_and_in_the_folder_of_scratch_files_age_tells_what_is_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    young, old = tmp_path / ".skriptstudio-1.tmp", tmp_path / ".skriptstudio-2.tmp"
    scratch, other = tmp_path / "temp" / "skriptstudio-abc", tmp_path / "temp" / "skript-abc"
    in_use = tmp_path / "temp" / "skriptstudio-new"
    for folder in (young, old, scratch, other, in_use):
        folder.mkdir(parents=True)
    two_days_ago = time.time() - 2 * 24 * 3600
    for folder in (old, scratch, other):
        os.utime(folder, (two_days_ago, two_days_ago))
    with FolderShelf().staging(tmp_path):
        pass
    assert [one.exists() for one in (young, old, scratch, other, in_use)] == [True, False, False, True, True]


@pytest.mark.skipif(os.name == "nt", reason="kills a process the POSIX way")
def test_what_a_killed_program_left_is_taken_away_and_what_a_living_one_makes_stays(tmp_path: Path) -> None:
    code = f"""
        import sys; from pathlib import Path; from skriptstudio.store.packages import FolderShelf
        with FolderShelf().staging(Path({str(tmp_path)!r})) as staging:
            (staging / "half.mp4").write_bytes(b"half")
            print("go", flush=True); sys.stdin.read()
    """
    command = [sys.executable, "-c", textwrap.dedent(code)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with FolderShelf().staging(tmp_path):
            assert len(list(tmp_path.glob("*/half.mp4"))) == 1
        process.kill()
        process.wait()
    with FolderShelf().staging(tmp_path) as staging:
        assert [one.name for one in tmp_path.iterdir()] == [staging.name]
    assert names(tmp_path) == set()
