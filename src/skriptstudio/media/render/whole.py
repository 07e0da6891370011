"""A file that appears whole or not at all."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from skriptstudio.domain.errors import DiskFull, DriveFault

_FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
_NAME_CHARS = 40
"""Kept of the target's name; with the ending it must stay below the 255 bytes that file systems allow."""


@contextmanager
def whole_or_nothing(target: Path) -> Iterator[Path]:
    """A temporary path beside ``target`` that becomes the target when the block ends well.

    Whatever happens inside, nothing else stays behind; an older target survives
    a failure. Whoever writes must have closed the file by the end of the block.

    Raises:
        DiskFull, DriveFault: instead of any ``OSError`` of the block.
    """
    partial = partial_path(target)
    try:
        yield partial
        _flush(partial)
        partial.replace(target)
    except OSError as error:
        raise drive_error(error, target) from error
    finally:
        partial.unlink(missing_ok=True)


@contextmanager
def nothing_half(target: Path) -> Iterator[None]:
    """Remove what a process that fell in the block left of ``target``."""
    try:
        yield
    finally:
        with suppress(OSError):
            partial_path(target).unlink(missing_ok=True)


def partial_path(target: Path) -> Path:
    """Where ``target`` is written; the same each time, so that a killed program leaves at most one."""
    token = sha256(target.name.encode("utf-8", "surrogateescape")).hexdigest()[:8]
    return target.with_name(f"{target.name[:_NAME_CHARS]}.{token}.partial")


def drive_error(error: OSError, path: Path) -> DiskFull | DriveFault:
    """The error of the domain for one of the operating system's."""
    if error.errno in _FULL:
        return DiskFull(path=str(path))
    return DriveFault(path=str(path), reason=error.strerror or str(error))


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
