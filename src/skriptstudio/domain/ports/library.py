"""Where productions and what belongs to the house are kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from skriptstudio.domain.errors import SkriptStudioError
    from skriptstudio.domain.people import Staff
    from skriptstudio.domain.presence import Editor
    from skriptstudio.domain.production import Production, Summary


Record = TypeVar("Record", covariant=True)


@dataclass(frozen=True)
class Versioned(Generic[Record]):
    """A record and the state of the library in which it was read.

    Attributes:
        revision: opaque; another value means that somebody saved in between.
    """

    record: Record
    revision: str


Kept = TypeVar("Kept")


class HouseRecord(Protocol[Kept]):
    """One record that belongs to the house and to no production, such as its plan.

    Both methods raise what those of ``Library`` raise.
    """

    def read(self) -> Versioned[Kept]:
        """The present state; an empty record as long as nobody has saved one."""
        ...

    def write(self, record: Kept, revision: str, /, keep: bool = True) -> str:
        """Raises ``OutdatedState`` like ``Library.write``."""
        ...


class Presence(Protocol):
    """Who has one production open right now: a hint among people that keeps nobody from anything."""

    def renew(self) -> None:
        """Say that one is here, every ``RENEW_SECONDS``. Raises ``LibraryReadOnly`` and what ``Library`` raises."""
        ...

    def leave(self) -> None:
        """Say that one has gone; never fails."""
        ...

    def others(self) -> tuple[Editor, ...]:
        """Everybody else who renewed lately, whatever the clocks of their computers say."""
        ...


MAX_SCAN_BYTES = 30_000_000
"""Larger than any scan of one page."""


SCAN_ENDINGS = (".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff")


class Library(Protocol):
    """The shared folder, or whatever stands in its place.

    All methods may raise ``LibraryGone``, ``LibraryReadOnly``, ``LibraryBusy``,
    ``DiskFull`` or ``DriveFault``; reading may raise ``BrokenRecord`` or
    ``NewerRecord``.
    """

    def create(self, production: Production) -> str:
        """Store a new production and return its revision."""
        ...

    def read(self, production_id: str) -> Versioned[Production]:
        """Raises ``UnknownName`` if there is no such production."""
        ...

    def write(self, production: Production, revision: str, keep: bool = True) -> str:
        """Store a changed production and return its new revision.

        Args:
            production: the new state.
            revision: what it was made from.
            keep: store a refused state beside the present one. Only who makes the
                same change again on the present state may do without.

        Raises:
            OutdatedState: somebody saved since ``revision``; nothing of theirs is touched.
        """
        ...

    def list(self, search: str = "") -> tuple[Summary, ...]:
        """All productions whose title, script or format holds ``search``, newest first."""
        ...

    def broken(self) -> tuple[SkriptStudioError, ...]:
        """Why the productions that ``list`` leaves out can't be read."""
        ...

    def read_staff(self) -> Versioned[Staff]:
        """People and consents."""
        ...

    def write_staff(self, staff: Staff, revision: str, keep: bool = True) -> str:
        """Raises ``OutdatedState`` like ``write``."""
        ...

    def put_scan(self, source: Path, name: str) -> str:
        """Copy a signed paper into the library, verify the copy, and return the file name it got.

        Args:
            source: a picture or PDF of at most ``MAX_SCAN_BYTES``.
            name: what to call it, without ending; the ending of ``source`` stays.

        Raises:
            MissingFile, CopyDamaged: as in ``put_media``.
            NotAScan: it is no picture or PDF, or far too large.
        """
        ...

    def scan_path(self, name: str) -> Path:
        """Where a signed paper lies. The file need not exist."""
        ...

    def presence(self, production_id: str, editor: Editor) -> Presence:
        """Who works on a production; ``editor`` is who asks. Raises ``UnknownName``."""
        ...

    def drop_conflicts(self, production_id: str) -> int:
        """Delete the states of a production that came too late, for good; how many there were."""
        ...

    def put_media(self, production_id: str, source: Path, name: str) -> str:
        """Copy a file into the production's takes, verify the copy, and return its SHA-256.

        The copy appears under ``name`` whole or not at all. An existing file of
        the same content is left as it is; other content under that name is
        refused with ``FileExistsError`` (a defect of the caller).

        Raises:
            CopyDamaged: what arrived isn't what was sent.
        """
        ...

    def drop_media(self, production_id: str, name: str) -> None:
        """Delete a file of the production's takes for good; nothing happens if it is gone already."""
        ...

    def media_path(self, production_id: str, name: str) -> Path:
        """Where a take lies. The file need not exist."""
        ...
