"""A library in a folder, drives that misbehave, and programs of other people."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from skriptstudio.domain.production import Production
from skriptstudio.store.folder_library import FolderLibrary

Program = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def clip() -> Production:
    return Production(id="p1", title="Ein Tag im Amt", created=datetime(2026, 11, 22, 12, tzinfo=UTC))


@pytest.fixture
def index_file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "index.sqlite"


@pytest.fixture
def library(tmp_path: Path, index_file: Path) -> FolderLibrary:
    return FolderLibrary.open(tmp_path / "Bücherei am Fluß", create=True, index_file=index_file)


@pytest.fixture
def small_drive(tmp_path: Path) -> Iterator[Callable[[int], Path | None]]:
    """Mounts a drive of some kilobytes; None where this machine doesn't let us."""
    mounted: list[Path] = []

    def mount(kilobytes: int) -> Path | None:
        folder = tmp_path / "drive"
        folder.mkdir()
        if not _mount("-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)):
            return None
        mounted.append(folder)
        return folder

    yield mount
    for folder in mounted:
        subprocess.run(["umount", "-l", str(folder)], check=True, timeout=20)


@pytest.fixture
def make_read_only() -> Iterator[Callable[[Path], bool]]:
    """Lays a read-only view over a folder; False where this machine doesn't let us."""
    mounted: list[Path] = []

    def cover(folder: Path) -> bool:
        if not _mount("--bind", str(folder), str(folder)):
            return False
        mounted.append(folder)
        return _mount("-o", "remount,bind,ro", str(folder))

    yield cover
    for folder in mounted:
        subprocess.run(["umount", "-l", str(folder)], check=True, timeout=20)


def _mount(*arguments: str) -> bool:
    if sys.platform == "win32" or os.geteuid() != 0:
        return False
    try:
        return subprocess.run(["mount", *arguments], capture_output=True, timeout=20, check=False).returncode == 0
    except OSError:
        return False


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    """Starts a Python program of its own with the given text and arguments."""
    running: list[subprocess.Popen[str]] = []

    def start(text: str, *arguments: object) -> "subprocess.Popen[str]":
        command = [sys.executable, "-c", text, *map(str, arguments)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path)
        running.append(process)
        return process

    yield start
    for process in running:
        process.kill()
        process.communicate()
