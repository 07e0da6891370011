"""This computer: who sits at it, what time it is, what it remembers, and what it puts down for others."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from skriptstudio.domain.idea_pool import OwnIdea


@dataclass(frozen=True)
class BinNote:
    """Where a take lies that was thrown away on this computer.

    Attributes:
        library: folder of the library.
        production, take: ids.
    """

    library: str
    production: str
    take: str


class BinNotes(Protocol):
    """Remembers on this computer which takes are thrown away but not deleted yet.

    Finding them by looking through all productions would take minutes on a slow drive.
    """

    def mine(self) -> tuple[BinNote, ...]:
        """What this program has thrown away, the oldest first."""
        ...

    def left_behind(self) -> tuple[BinNote, ...]:
        """What programs threw away that don't run any more; those of running ones are theirs."""
        ...

    def add(self, note: BinNote) -> None:
        """Remember.

        Raises:
            DriveFault, DiskFull: it can't be written down.
        """
        ...

    def forget(self, notes: Collection[BinNote]) -> None:
        """These are fetched back or deleted. Raises like ``add``."""
        ...


class IdeaExchange(Protocol):
    """Ideas as a file that can be sent to a neighbouring house."""

    def write(self, ideas: Sequence[OwnIdea], house: str, target: Path) -> None:
        """What is at ``target`` is replaced. Raises ``DiskFull``, ``DriveFault``."""
        ...

    def read(self, source: Path) -> tuple[OwnIdea, ...]:
        """Raises ``MissingFile``, ``DriveFault``, ``BrokenRecord``, ``NewerRecord``."""
        ...


class PackageShelf(Protocol):
    """The folder on any drive in which packages are put down for the user.

    All methods may raise ``FolderGone``, ``DiskFull``, ``LibraryReadOnly`` or ``DriveFault``.
    """

    def staging(self, to: Path) -> AbstractContextManager[Path]:
        """A hidden folder on the drive of ``to``, gone with all it holds when the block ends."""
        ...

    def put(self, staged: Path, final: Path) -> None:
        """Move a folder or archive out of ``staging`` to its place below ``to``, in whole.

        An older one there is replaced; where the program is killed in between, the next ``staging`` puts it back.
        An archive of an older folder beside it goes first: nobody must send on what was voided since.
        """
        ...

    def copy(self, source: Path, target: Path) -> None:
        """A second file with the same content, which can be changed without the first."""
        ...

    def move(self, source: Path, target: Path) -> None:
        """Give a file of ``staging`` its place there, without a copy."""
        ...

    def pack(self, folder: Path, target: Path) -> None:
        """Write all of a folder into one ZIP file, whole or not at all; films aren't compressed again."""
        ...

    def hash_of(self, path: Path) -> str:
        """SHA-256 of a file that was put down, in hexadecimal."""
        ...


class Identity(Protocol):
    """Who sits at this machine."""

    @property
    def account(self) -> str:
        """Name of the operating-system account."""
        ...

    @property
    def machine(self) -> str:
        """Name of this computer."""
        ...


class Clock(Protocol):
    """The wall clock, so that tests can set it."""

    def now(self) -> datetime:
        """Present moment with time zone UTC."""
        ...

    def today(self) -> date:
        """Present day where the user is."""
        ...
