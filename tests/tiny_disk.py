"""A file system so small that it runs full."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

MB = 1_000_000


@contextmanager
def tiny_disk(folder: Path, megabytes: int = 80) -> Iterator[Path]:
    """Mounted at a new folder; mounting needs root on Linux. Of its megabytes only what is written takes memory."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)]
    if not hasattr(os, "geteuid") or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a small file system can't be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def fill(disk: Path, leaving: int) -> Path:
    """Somebody else takes the room but for so many bytes; gives the file that does."""
    film = disk / "Urlaubsfilm.mov"
    with film.open("wb") as file:
        file.write(bytes(max(0, shutil.disk_usage(disk).free - leaving)))
    return film
