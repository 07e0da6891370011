"""Records in files that several computers change: compare and swap under a lock.

A revision is the SHA-256 of the file, so that it holds whoever wrote the file,
and with whatever program.
"""

import hashlib
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from skriptstudio.domain.errors import BrokenRecord, DriveFault, OutdatedState, SkriptStudioError
from skriptstudio.domain.ports.library import Versioned
from skriptstudio.store.atomic import Drive
from skriptstudio.store.folder_lock import locked
from skriptstudio.store.names import slug
from skriptstudio.store.records import MAX_BYTES, Form, Kind
from skriptstudio.store.succession import Claim, Succession

SEEN_SECONDS = 3.0
"""How long a drive may take to show what was written."""

NOTHING = hashlib.sha256(b"").hexdigest()
"""The revision of a record that nobody has saved yet."""


class RecordFiles:
    """The records of one library.

    Args:
        drive: how files are read and written.
        root: folder of the library.
        machine: name of this computer, for the names of states that came too late.
    """

    def __init__(self, drive: Drive, root: Path, machine: str) -> None:
        self._drive = drive
        self._root = root
        self._machine = machine

    def read(self, form: Form[Kind], path: Path) -> Versioned[Kind]:
        """The present state. Raises ``FileNotFoundError``, ``BrokenRecord``, ``NewerRecord``."""
        data = self._drive.read(path, MAX_BYTES)
        return Versioned(form.decode(data, path), revision_of(data))

    def read_or(self, form: Form[Kind], path: Path, nothing: Kind) -> Versioned[Kind]:
        """The present state; ``nothing`` as long as nobody has saved one."""
        try:
            return self.read(form, path)
        except FileNotFoundError:
            return Versioned(nothing, NOTHING)

    def swap(self, form: Form[Kind], path: Path, record: Kind, revision: str, title: str, keep: bool) -> str:
        """Write a state if ``revision`` is still the present one, and return its own.

        Args:
            form: of the record.
            path: its file.
            record: the new state.
            revision: what it was made from.
            title: what to call it where it came too late.
            keep: store a refused state in ``conflicts/`` beside the record.

        Raises:
            OutdatedState: another state has followed ``revision``.
            DriveFault: what was written can't be seen; it is kept.
        """
        data = form.encode(record, path)
        with locked(self._drive, path.parent):
            self._drive.sweep(path.parent)
            try:
                present = revision_of(self._drive.read(path, MAX_BYTES))
            except FileNotFoundError:
                present = NOTHING
            if present == revision_of(data):
                return present
            try:
                if present != revision:
                    raise OutdatedState(title, "")
                self._follow(path, data, revision, title)
            except OutdatedState:
                raise OutdatedState(title, self._keep(path.parent, data) if keep else "") from None
            except DriveFault:
                if keep:
                    with suppress(SkriptStudioError):
                        self._keep(path.parent, data)
                raise
            self._require_seen(path, data)
        return revision_of(data)

    def _follow(self, path: Path, data: bytes, revision: str, title: str) -> None:
        """Write the state after ``revision``.

        Raises:
            OutdatedState: another one has followed it, whatever the drive shows.
        """
        succession = Succession(self._drive, path)

        def take() -> None:
            if not self._may_follow(succession, path, revision):
                raise OutdatedState(title, "")

        try:
            self._drive.write(path, data, take)
        except SkriptStudioError:
            succession.give_back()
            raise
        succession.finish(revision_of(data))

    def _may_follow(self, succession: Succession, path: Path, revision: str) -> bool:
        """Whether nothing has followed a revision, though the drive shows it; waits for what has.

        Raises:
            DriveFault: something has, not long ago, and the drive doesn't show it.
        """
        claim = succession.claim(revision)
        if claim is Claim.OURS:
            return True
        until = time.monotonic() + SEEN_SECONDS
        while time.monotonic() < until:
            with suppress(FileNotFoundError, BrokenRecord):
                if revision_of(self._drive.read(path, MAX_BYTES)) != revision:
                    return False
            time.sleep(0.05)
        if claim is Claim.AFTER_A_DEATH:
            return True
        if not succession.is_long_ago(revision):
            raise DriveFault(str(path), "an older state is shown there")
        succession.free(revision)  # somebody has brought it back from a backup
        return succession.claim(revision) is Claim.OURS

    def _require_seen(self, path: Path, data: bytes) -> None:
        """Some network and cloud drives say "written" and show the old state for a while, or for ever.

        Waiting for it under the lock keeps the next writer from starting on the old one.

        Raises:
            DriveFault: it doesn't appear within ``SEEN_SECONDS``; the state is kept beside the record.
        """
        until = time.monotonic() + SEEN_SECONDS
        pause = 0.01
        while True:
            with suppress(FileNotFoundError, BrokenRecord):
                if self._drive.read(path, MAX_BYTES) == data:
                    return
            if time.monotonic() > until:
                self._keep(path.parent, data)
                raise DriveFault(str(path), "what was written can't be seen there")
            time.sleep(pause)
            pause = min(2 * pause, 0.2)

    def _keep(self, folder: Path, data: bytes) -> str:
        """Store a state that came too late; its path relative to the library."""
        when = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
        path = folder / "conflicts" / f"{when}-{slug(self._machine)}-{revision_of(data)[:8]}.json"
        self._drive.make_folder(path.parent)
        self._drive.write(path, data)
        return path.relative_to(self._root).as_posix()


def revision_of(data: bytes) -> str:
    """The revision of a record as it lies in its file."""
    return hashlib.sha256(data).hexdigest()
