"""Which process a recording in the spool belongs to at the moment."""

from pathlib import Path
from threading import Lock

from filelock import FileLock, Timeout

_LOCK_FILE = "running.lock"

_guard = Lock()
_held: dict[Path, FileLock] = {}
"""What this process holds; the operating system lets go of it when the process dies."""
_recording: set[Path] = set()
"""What this process is recording into right now."""


def hold(folder: Path) -> bool:
    """Make the recording ours, if it isn't already; False if another process has it."""
    with _guard:
        if folder in _held:
            return True
        lock = FileLock(folder / _LOCK_FILE, timeout=0, thread_local=False)
        try:
            lock.acquire()
        except Timeout:
            return False
        _held[folder] = lock
        return True


def let_go(folder: Path) -> None:
    """Leave it to others."""
    with _guard:
        lock = _held.pop(folder, None)
        if lock is not None:
            lock.release()


def set_recording(folder: Path, running: bool) -> None:
    """Mark a recording that this process holds as running or as done."""
    with _guard:
        (_recording.add if running else _recording.discard)(folder)


def is_recording(folder: Path) -> bool:
    """Whether this process is recording into the folder right now."""
    with _guard:
        return folder in _recording
