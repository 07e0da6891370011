"""Makes what is watched in place of films from outside, one after the other, while everything else goes on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from skriptstudio.domain.errors import Cancelled, NotMedia, SkriptStudioError
from skriptstudio.domain.jobs import JobControl, Progress
from skriptstudio.domain.production import Production
from skriptstudio.domain.take import Take
from skriptstudio.ui.jobs import Jobs

if TYPE_CHECKING:
    from skriptstudio.assembly.house import House


@dataclass(frozen=True)
class _Wanted:
    house: House
    production: Production
    take: Take


class StandInMaker(QObject):
    """One at a time, in a child process that lets everything else go first; a broken film is tried once.

    Attributes:
        progressed: SHA-256 of the film, and how much of its stand-in is made, 0.0 to 1.0.
        made: SHA-256 of the film; its stand-in is there.
        failed: SHA-256 of the film, and the error.
    """

    progressed = Signal(str, float)
    made = Signal(str)
    failed = Signal(str, object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._queue: list[_Wanted] = []
        self._present = ""
        self._refused: dict[str, SkriptStudioError] = {}

    def want(self, house: House, production: Production, take: Take) -> None:
        """Make this one, unless it is on its way; what couldn't be made is told again."""
        if take.sha256 in self._refused:
            self.failed.emit(take.sha256, self._refused[take.sha256])
        elif take.sha256 not in (self._present, *(one.take.sha256 for one in self._queue)):
            self._queue.append(_Wanted(house, production, take))
            self._next()

    def _next(self) -> None:
        if self._present or not self._queue:
            return
        one = self._queue.pop(0)
        sha256 = self._present = one.take.sha256

        def work(control: JobControl) -> Path:
            return one.house.films.make_stand_in(one.production, one.take, control)

        def done(_path: Path) -> None:
            self._present = ""
            self.made.emit(sha256)
            self._next()

        def failed(error: SkriptStudioError) -> None:
            self._present = ""
            if isinstance(error, Cancelled):
                return
            if isinstance(error, NotMedia):
                self._refused[sha256] = error  # a full disk may be emptied, a broken film stays one
            self.failed.emit(sha256, error)
            self._next()

        def progressed(progress: Progress) -> None:
            self.progressed.emit(sha256, progress.done)

        self._jobs.start(work, done, failed, progressed)
