"""What waits on this computer for its library: recordings to be brought home, bins to be emptied."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from skriptstudio.assembly.house import House
from skriptstudio.assembly.kept import bin_notes
from skriptstudio.domain.errors import SkriptStudioError, UnknownName

if TYPE_CHECKING:
    from skriptstudio.domain.ports.computer import BinNote
    from skriptstudio.domain.ports.studio import Recording


def empty_bins(notes: Sequence[BinNote], seconds: float = 60) -> None:
    """Delete what lies in bins; what can't be reached now is left for the next start.

    Args:
        notes: what to delete.
        seconds: after so long no further production is begun.
    """
    from skriptstudio.domain.ports.computer import BinNote

    until = monotonic() + seconds
    houses: dict[str, House] = {}
    by_production: dict[tuple[str, str], list[str]] = {}
    for note in notes:
        by_production.setdefault((note.library, note.production), []).append(note.take)
    for (library, production), takes in by_production.items():
        if monotonic() > until:
            return
        house = houses.setdefault(library, House(library, create=False))
        try:
            house.bin.empty(production, takes)
        except UnknownName:  # the production itself is gone
            bin_notes().forget([BinNote(library, production, take) for take in takes])
        except SkriptStudioError:
            continue


@dataclass(frozen=True)
class WaitingTake:
    """A recording on this computer that isn't in its library yet.

    Attributes:
        title: of the production it was made for; empty where that is gone.
    """

    recording: Recording
    title: str


def waiting_takes(house: House) -> tuple[WaitingTake, ...]:
    """The recordings that could come home now, oldest first; one whose library can't be reached is left to wait.

    Raises:
        DiskFull, DriveFault: one of them could not be made whole.
    """
    houses: dict[str, House] = {}
    found: list[WaitingTake] = []
    for recording in house.studio.unfinished():
        library = recording.order.library
        home = houses.setdefault(library, House(library, create=False))
        try:
            found.append(WaitingTake(recording, home.desk.open(recording.order.production).record.title))
        except UnknownName:
            found.append(WaitingTake(recording, ""))
        except SkriptStudioError:
            continue
    return tuple(found)


def discard_waiting(house: House, take: str) -> None:
    """Delete a recording that waits on this computer, by its id and for good."""
    for recording in house.studio.unfinished():
        if recording.order.take == take:
            house.studio.discard(recording)


def bring_home_all(
    house: House, takes: Collection[str] | None = None
) -> Iterator[tuple[Recording, Path | None, SkriptStudioError | None]]:
    """Every recording that waits on this computer, brought into its own library where that can be reached.

    Yields the recording, where it lies now (None: still here), and what stood in the way.

    Args:
        house: where the spool is.
        takes: only these, by their ids; None for all.
    """
    houses: dict[str, House] = {}
    for recording in house.studio.unfinished():
        if takes is not None and recording.order.take not in takes:
            continue
        library = recording.order.library
        home = houses.setdefault(library, House(library, create=False))
        try:
            yield recording, home.record.bring_home(recording)[1], None
        except SkriptStudioError as error:
            yield recording, None, error
