"""Whole files on a drive that may be slow, full, read-only or gone.

A file is written under a temporary name in its own folder, flushed to the
drive, and then put in the place of the old one, so that a reader sees the old
or the new state and never half of one. This is also the one place where the
operating system's errors become the program's.
"""

import errno
import hashlib
import os
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from skriptstudio.domain.errors import (
    BrokenRecord,
    CopyDamaged,
    DiskFull,
    DriveFault,
    LibraryGone,
    LibraryReadOnly,
    MissingFile,
    SkriptStudioError,
)
from skriptstudio.patience import patiently

TEMPORARY = ".tmp"
"""Ending of files that are being written."""

STALE_SECONDS = 3600
"""A temporary file that nobody touched for so long was left behind by a crash."""

_CHUNK_BYTES = 1 << 20

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}
_READ_ONLY = {errno.EROFS}
_REFUSED = {errno.EACCES, errno.EPERM}
_GONE = {
    getattr(errno, name)
    for name in (
        "ENODEV ENXIO ESTALE ENOTCONN EHOSTDOWN EHOSTUNREACH ENETDOWN ENETUNREACH ENETRESET ECONNRESET ETIMEDOUT "
        "EREMOTEIO ENOMEDIUM ESHUTDOWN"
    ).split()
    if hasattr(errno, name)
}
_MISSING = {errno.ENOENT, errno.ENOTDIR}

# Windows speaks of the drive in numbers that Python folds into too few errno values (winerror.h).
_WINDOWS_FULL = {39, 112}
_WINDOWS_READ_ONLY = {19}
_WINDOWS_GONE = {15, 21, 51, 53, 55, 59, 64, 65, 67, 121, 1167, 1231, 1232}


class Drive:
    """Reads and writes whole files below ``root``.

    All methods raise ``LibraryGone``, ``LibraryReadOnly``, ``DiskFull`` or ``DriveFault``.

    Args:
        sign: a path that exists as long as the folder is reachable; ``root`` by
            default, which isn't enough where a drive that was pulled leaves an empty folder.
    """

    def __init__(self, root: Path, sign: Path | None = None) -> None:
        self._root = root
        self._sign = sign or root

    @contextmanager
    def faults(self, path: Path, *, writing: bool) -> Iterator[None]:
        """Turn ``OSError`` inside the block into the program's errors."""
        try:
            yield
        except OSError as error:
            raise self._fault(error, path, writing=writing) from error

    def read(self, path: Path, limit: int) -> bytes:
        """The content of a file.

        Raises:
            FileNotFoundError: there is none, but the folder ``root`` is there.
            BrokenRecord: it has more than ``limit`` bytes, or is no plain file.
        """
        try:
            return patiently(lambda: _read(path, limit))
        except FileNotFoundError:
            if _is_there(self._sign):
                raise
            raise LibraryGone(str(self._root)) from None
        except OSError as error:
            raise self._fault(error, path, writing=False) from error

    def write(self, path: Path, data: bytes, may_replace: Callable[[], None] = lambda: None) -> None:
        """Put ``data`` in the place of the file, whole or not at all.

        Args:
            path: the file.
            data: what it shall hold.
            may_replace: called when all is written but for the name; what it raises leaves the old state.
        """
        with self.faults(path, writing=True), _temporary(path) as temporary:
            with temporary.open("xb") as file:
                file.write(data)
                self.sync(file)
            may_replace()
            self.replace(temporary, path)

    @contextmanager
    def copied(self, source: Path, target: Path) -> Iterator[tuple[Path, str]]:
        """A verified copy of ``source`` under a temporary name beside ``target``, and its SHA-256.

        The copy is removed at the end of the block unless it was moved away.

        Raises:
            MissingFile: ``source`` isn't there.
            DriveFault: among others, if ``source`` can't be read.
            CopyDamaged: what was read back isn't what was sent.
        """
        if not source.is_file():
            raise MissingFile(str(source))
        with self.faults(target, writing=True), _temporary(target) as temporary:
            sent = hashlib.sha256()
            with temporary.open("xb") as writing:
                for chunk in _chunks(source):
                    sent.update(chunk)
                    writing.write(chunk)
                self.sync(writing)
            if hash_of(temporary) != sent.hexdigest():
                raise CopyDamaged(str(target))
            yield temporary, sent.hexdigest()

    def replace(self, temporary: Path, path: Path) -> None:
        """Give a finished file its name."""
        patiently(lambda: os.replace(temporary, path))  # noqa: PTH105 - the call that readers of this file look for
        _sync_folder(path.parent)

    def make_folder(self, path: Path) -> None:
        with self.faults(path, writing=True):
            patiently(lambda: path.mkdir(exist_ok=True))
            _sync_folder(path.parent)

    def take_folder(self, path: Path) -> bool:
        """Make a folder that nobody has made yet; False if somebody has, whatever this computer sees of it."""
        with self.faults(path, writing=True):
            try:
                patiently(path.mkdir)
            except FileExistsError:
                return False
        return True

    def sweep(self, folder: Path) -> None:
        """Remove what a crash left behind. Failing to is no fault."""
        with suppress(OSError):
            for path in folder.glob(f".*{TEMPORARY}"):
                if time.time() - path.stat().st_mtime > STALE_SECONDS:
                    path.unlink()

    def _fault(self, error: OSError, path: Path, *, writing: bool) -> SkriptStudioError:
        """What an error of the operating system, met at ``path``, means for the folder."""
        windows = getattr(error, "winerror", None)
        if windows in _WINDOWS_FULL or error.errno in _FULL:
            return DiskFull(str(path))
        if windows in _WINDOWS_GONE or error.errno in _GONE or (error.errno in _MISSING and not _is_there(self._sign)):
            return LibraryGone(str(self._root))
        if windows in _WINDOWS_READ_ONLY or error.errno in _READ_ONLY or (writing and error.errno in _REFUSED):
            return LibraryReadOnly(str(self._root))
        return DriveFault(str(path), error.strerror or type(error).__name__)

    def sync(self, file: BinaryIO) -> None:
        """Wait until the bytes are on the drive, where a later read must fetch them."""
        file.flush()
        os.fsync(file.fileno())
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def hash_of(path: Path) -> str:
    """SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _chunks(source: Path) -> Iterator[bytes]:
    """The content of a file that isn't the library's, whose faults are no faults of the library."""
    try:
        with source.open("rb") as file:
            while chunk := file.read(_CHUNK_BYTES):
                yield chunk
    except OSError as error:
        raise DriveFault(str(source), error.strerror or type(error).__name__) from error


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def _read(path: Path, limit: int) -> bytes:
    # A pipe or device in the place of a record would make the reader wait for ever.
    if not stat.S_ISREG(path.stat().st_mode):
        raise BrokenRecord(str(path), "not a file")
    with path.open("rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise BrokenRecord(str(path), f"larger than {limit} bytes")
    return data


@contextmanager
def _temporary(path: Path) -> Iterator[Path]:
    temporary = path.with_name(f".{path.stem[:24]}-{token_hex(4)}{TEMPORARY}")
    try:
        yield temporary
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut, where the system lets us."""
    if os.name != "posix":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
