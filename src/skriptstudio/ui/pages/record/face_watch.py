"""Looks twice a second whether the face stands where it should, while the live picture is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.ports.studio import Still
from skriptstudio.ui.jobs import Jobs

if TYPE_CHECKING:
    from skriptstudio.assembly.house import House

LOOK_MS = 500
"""Often enough to follow somebody who moves; each look takes some 20 ms of one core."""


class FaceWatch(QObject):
    """One look at a time, none while nothing is shown.

    Attributes:
        placed: whether the face fits the guides, after every look that changed that.
        fits: what was told last.
    """

    placed = Signal(bool)

    def __init__(
        self, jobs: Jobs, house: Callable[[], House], newest: Callable[[], Still | None], parent: QObject
    ) -> None:
        """``newest`` gives the picture to look at, or None while there is nothing to look for."""
        super().__init__(parent)
        self._jobs = jobs
        self._house = house
        self._newest = newest
        self._looking = False
        self._seen: Still | None = None
        self.fits = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look from now on."""
        self._timer.start()

    def stop(self) -> None:
        """Look no more, and forget what was seen."""
        self._timer.stop()
        self._seen = None
        self._tell(False)

    def look(self) -> None:
        """Look once, unless the last look isn't over or the picture is the same."""
        still = self._newest()
        if still is None:
            self._tell(False)
        elif not self._looking and still is not self._seen:
            self._looking, self._seen = True, still
            house = self._house()

            def work(control: JobControl) -> bool:
                face = house.face_finder.find(still)
                return face is not None and house.face_finder.well_placed(face)

            self._jobs.start(work, self._found, self._failed)

    def _found(self, fits: bool) -> None:
        self._looking = False
        if self._timer.isActive():
            self._tell(fits)

    def _failed(self, error: SkriptStudioError) -> None:
        # Guides are a help; without the finder they stay white.
        self._looking = False
        self.stop()

    def _tell(self, fits: bool) -> None:
        if fits != self.fits:
            self.fits = fits
            self.placed.emit(fits)
