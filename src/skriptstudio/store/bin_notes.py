"""What programs on this computer have thrown away but not deleted yet.

One file a program, with a lock that the program holds while it runs: a bin whose
program is gone belongs to whoever looks next.
"""

from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from secrets import token_hex
from threading import Lock

from filelock import FileLock, Timeout

from skriptstudio.domain.errors import DriveFault, LibraryGone, LibraryReadOnly, SkriptStudioError
from skriptstudio.domain.ports.computer import BinNote
from skriptstudio.store.atomic import Drive
from skriptstudio.store.json_text import as_json, json_object

_MAX_BYTES = 1_000_000


class BinNoteFiles:
    """The ``BinNotes`` port, in a folder of the user's data. Safe across threads; one a process.

    Args:
        folder: local folder, made when it is first needed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._own = folder / f"{token_hex(6)}.json"
        self._notes: list[BinNote] = []
        self._held: FileLock | None = None
        self._guard = Lock()

    def mine(self) -> tuple[BinNote, ...]:
        with self._guard:
            return tuple(self._notes)

    def add(self, note: BinNote) -> None:
        with self._guard:
            self._notes = [one for one in self._notes if one != note] + [note]
            self._hold()
            _save(self._own, self._notes)

    def forget(self, notes: Collection[BinNote]) -> None:
        with self._guard:
            kept = [one for one in self._notes if one not in notes]
            if kept != self._notes:
                self._notes = kept
                self._save_own()
            for path, lock in self._abandoned():
                theirs = _load(path)
                left = tuple(one for one in theirs if one not in notes)
                if not left:
                    _remove(path, lock)
                elif left != theirs:
                    _save(path, left)

    def left_behind(self) -> tuple[BinNote, ...]:
        with self._guard:
            return tuple(note for path, _ in self._abandoned() for note in _load(path))

    def _abandoned(self) -> Iterator[tuple[Path, FileLock]]:
        """Files of programs that don't run any more, each held while it is looked at."""
        for path in sorted(self._folder.glob("*.json")):
            if path == self._own:
                continue
            lock = _lock_of(path)
            with suppress(Timeout, OSError), lock:
                yield path, lock

    def _hold(self) -> None:
        if self._held is None:
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
                lock = _lock_of(self._own)
                lock.acquire()
            except OSError as error:
                raise DriveFault(str(self._folder), str(error)) from error
            self._held = lock

    def _save_own(self) -> None:
        if self._notes or self._held is None:
            _save(self._own, self._notes)
            return
        held, self._held = self._held, None
        held.release()
        _remove(self._own, held)


def _lock_of(path: Path) -> FileLock:
    return FileLock(path.with_suffix(".lock"), timeout=0, thread_local=False)


def _save(path: Path, notes: Collection[BinNote]) -> None:
    try:
        Drive(path.parent).write(path, as_json({"schema": 1, "notes": [asdict(note) for note in notes]}))
    except (LibraryGone, LibraryReadOnly) as error:
        raise DriveFault(str(path), str(error.__cause__ or error)) from error


def _load(path: Path) -> tuple[BinNote, ...]:
    """What a file remembers; nothing of one that is damaged."""
    try:
        raw = json_object(Drive(path.parent).read(path, _MAX_BYTES), path)
    except (SkriptStudioError, FileNotFoundError):
        return ()
    listed = raw.get("notes")
    entries = listed if isinstance(listed, list) else []
    names = BinNote.__dataclass_fields__
    return tuple(
        BinNote(**entry)
        for entry in entries
        if isinstance(entry, dict) and set(entry) == set(names) and all(isinstance(v, str) for v in entry.values())
    )


def _remove(path: Path, lock: FileLock) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
    with suppress(OSError):
        lock.release()
        Path(lock.lock_file).unlink(missing_ok=True)
