"""Which state was followed by another one: told by names that can be taken once, not by what a drive shows.

A network or cloud drive may go on showing an old file for seconds, even to
somebody who holds the lock. Whoever trusts it then saves on top of a state that
was replaced long ago, and an update is lost. But whether a new name is still
free is decided where the files really lie. So each save, when all is written
but for the record's own name, first takes the name

    <folder>/.saved/<record>-<revision it follows>.<attempt>/     a folder

and lays an ``end`` into it when the new state is in its place. A second save on
the same revision finds the name taken. Where there is no ``end``, the first one
died on its way: the next attempt ends it, with a folder instead of a file.

A record that was brought back from a backup shows an old state for good: once its
name is older than any drive's memory, that state is the one that counts.

What this can't help against: a save that dies in the moment between the new
state and its ``end``, while the drive shows the old state for more than
``SEEN_SECONDS``; and a drive that lets two computers take one name, as folders
do that are synchronised later (then both names, and both states, come together
in the synchronising program's own conflict copies).
"""

from contextlib import suppress
from enum import Enum, auto
from pathlib import Path
from secrets import token_hex

from skriptstudio.store.atomic import Drive

FOLDER = ".saved"
REMEMBERED_SECONDS = 600
"""Names are kept for so long; by then every drive shows what was saved."""

_REVISION_CHARACTERS = 24
_MOST_ATTEMPTS = 50


class Claim(Enum):
    """What taking the name of a revision's successor came to.

    Attributes:
        OURS: nobody has followed this revision.
        AFTER_A_DEATH: somebody began to, and died; probably before the new state was in its place.
        FOLLOWED: another state has followed it, even if the drive doesn't show that.
    """

    OURS = auto()
    AFTER_A_DEATH = auto()
    FOLLOWED = auto()


class Succession:
    """The names of one record's successors. To be used under the record's lock.

    Args:
        drive: takes names.
        record: the record's file.
    """

    def __init__(self, drive: Drive, record: Path) -> None:
        self._drive = drive
        self._folder = record.parent / FOLDER
        self._stem = record.stem
        self._taken: Path | None = None

    def claim(self, revision: str) -> Claim:
        """Take the name of the state that follows ``revision``.

        Raises:
            LibraryGone, LibraryReadOnly, DiskFull, DriveFault.
        """
        self._drive.make_folder(self._folder)
        for attempt in range(1, _MOST_ATTEMPTS):
            name = self._name(revision, attempt)
            if self._drive.take_folder(name):
                self._taken = name
                return Claim.OURS if attempt == 1 else Claim.AFTER_A_DEATH
            end = name / "end"
            if not self._drive.take_folder(end) and not end.is_dir():
                return Claim.FOLLOWED
        return Claim.FOLLOWED

    def is_long_ago(self, revision: str) -> bool:
        """Whether the name was taken so long ago, by the drive's clock, that every drive shows what followed since."""
        probe = self._folder / f"{self._stem}-now.{token_hex(4)}"
        try:
            probe.touch()
            age = probe.stat().st_mtime - self._name(revision, 1).stat().st_mtime
        except OSError:
            return False
        finally:
            with suppress(OSError):
                probe.unlink()
        return age > REMEMBERED_SECONDS

    def free(self, revision: str) -> None:
        """Forget what once followed this revision. Failing to is no fault: then it stays followed."""
        for attempt in range(1, _MOST_ATTEMPTS):
            if not _removed(self._name(revision, attempt)):
                break

    def finish(self, revision: str) -> None:
        """Say that the new state is in its place. Failing to is no fault: the state is there.

        Args:
            revision: of the new state; where it was there before, what once followed it counts no more.
        """
        with suppress(OSError):
            if self._taken is not None:
                (self._taken / "end").touch(exist_ok=False)
            self.free(revision)
            self._forget()

    def give_back(self) -> None:
        """Free the name again: nothing was written."""
        if self._taken is not None:
            _removed(self._taken)

    def _name(self, revision: str, attempt: int) -> Path:
        return self._folder / f"{self._stem}-{revision[:_REVISION_CHARACTERS]}.{attempt}"

    def _forget(self) -> None:
        """Remove old names; old by the drive's clock alone, because clocks differ."""
        ages = {path: path.stat().st_mtime for path in self._folder.iterdir()}
        newest = max(ages.values(), default=0.0)
        for path, made in ages.items():
            if newest - made > REMEMBERED_SECONDS:
                _removed(path)


def _removed(name: Path) -> bool:
    """Remove a name and its end; False if there was none, or it can't be removed."""
    end = name / "end"
    try:
        if end.is_dir():
            end.rmdir()
        else:
            end.unlink(missing_ok=True)
        name.rmdir()
    except OSError:
        return False
    return True
