"""Keeps other writers out of a folder, on this computer and on others."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from skriptstudio.domain.errors import LibraryBusy
from skriptstudio.store.atomic import Drive

LOCK = ".lock"
LOCK_SECONDS = 10.0
"""How long to wait for somebody else's write before giving up."""


@contextmanager
def locked(drive: Drive, folder: Path) -> Iterator[None]:
    """Hold a folder; the system ends the lock with the process.

    Raises:
        LibraryBusy: somebody else holds it for longer than ``LOCK_SECONDS``.
        LibraryGone, LibraryReadOnly, DriveFault, DiskFull: the lock can't be made.
    """
    with drive.faults(folder, writing=True):
        from filelock import FileLock, Timeout  # only who writes needs it

        lock = FileLock(folder / LOCK)
        try:
            lock.acquire(timeout=LOCK_SECONDS, poll_interval=0.01)
        except Timeout:
            raise LibraryBusy(str(folder)) from None
    try:
        yield
    finally:
        lock.release()
