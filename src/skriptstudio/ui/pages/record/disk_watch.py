"""How much longer can be recorded on this computer, looked at while the page is open."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from skriptstudio.domain.disk_room import DiskRoom, disk_room
from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.jobs import Jobs

if TYPE_CHECKING:
    from skriptstudio.assembly.house import House

LOOK_MS = 20_000
"""Somebody who makes room sees within moments that it helped; a copy that fills the disk is noticed in time."""

_HOURS_FROM_MINUTES = 120


class DiskWatch(QObject):
    """Looks now and again, and after every take.

    Attributes:
        seconds: how much longer can be recorded; None until it was looked at.
        looked: there is a new figure.
    """

    looked = Signal()

    def __init__(self, jobs: Jobs, house: Callable[[], House], parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._house = house
        self._looking = False
        self.seconds: Fraction | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look now and from now on."""
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Look once, unless the last look isn't over."""
        if not self._looking:
            self._looking = True
            house = self._house()
            self._jobs.start(lambda control: house.studio.seconds_left(), self._found, self._failed)

    @property
    def room(self) -> DiskRoom:
        """What the figure means; enough until it is known."""
        return DiskRoom.ENOUGH if self.seconds is None else disk_room(self.seconds)

    def _found(self, seconds: Fraction) -> None:
        self._looking = False
        self.seconds = seconds
        if self._timer.isActive():
            self.looked.emit()

    def _failed(self, error: SkriptStudioError) -> None:
        """Nothing is known now; whoever rolls is told by the recorder. The next look may do better."""
        self._looking = False
        self.seconds = None


def room_text(seconds: Fraction, say: Say) -> str:
    """``Platz für 43 Minuten``, in whole minutes or hours, never more than there is."""
    minutes = int(seconds // 60)
    room = disk_room(seconds)
    if room is DiskRoom.NONE:
        return say("No room for another take")
    if room is DiskRoom.SCARCE:
        return (
            say("Room for 1 minute only") if minutes == 1 else say("Room for {minutes} minutes only", minutes=minutes)
        )
    if minutes < _HOURS_FROM_MINUTES:
        return say("Room for {minutes} minutes", minutes=minutes)
    return say("Room for {hours} hours", hours=minutes // 60)
