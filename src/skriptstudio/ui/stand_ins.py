"""Makes what is watched in place of films from outside, one after the other, while everything else goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from skriptstudio.domain.errors import Cancelled, NotMedia, SkriptStudioError
from skriptstudio.domain.jobs import JobControl, Progress
from skriptstudio.domain.production import Production
from skriptstudio.domain.take import Take
from skriptstudio.ui.jobs import Job, Jobs

if TYPE_CHECKING:
    from skriptstudio.assembly.house import House


@dataclass(frozen=True)
class _Wanted:
    house: House
    production: Production
    take: Take


class StandInMaker(QObject):
    """One at a time, in a child process that lets everything else go first; a broken film is tried once.

    The production asked for last comes first: what is made for another one then is stopped, and made anew later.

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
        self._present: _Wanted | None = None
        self._job: Job[Path] | None = None
        self._gives_way = self._paused = False
        self._refused: dict[str, SkriptStudioError] = {}
        self._to_tell: dict[str, Callable[[SkriptStudioError], None]] = {}

    @property
    def running(self) -> bool:
        """Whether one is being made."""
        return self._job is not None

    def want(
        self,
        house: House,
        production: Production,
        take: Take,
        tell: Callable[[SkriptStudioError], None] | None = None,
    ) -> bool:
        """Make this one next, unless it is on its way; what couldn't be made is told again.

        Args:
            house: where the film lies.
            production: whose takes come first from now on, in the order in which they are wanted.
            take: from outside.
            tell: told the error if there is one, besides ``failed``.

        Returns:
            Whether it will be made.
        """
        if tell is not None:
            self._to_tell[take.sha256] = tell
        if take.sha256 in self._refused:
            self._tell(take.sha256, self._refused[take.sha256])
            return False
        if self._present is not None and self._present.take.sha256 == take.sha256 and not self._gives_way:
            return True
        others = [one for one in self._queue if one.take.sha256 != take.sha256]
        mine = [one for one in others if one.production.id == production.id]
        if len(others) < len(self._queue) and self._queue[0].production.id == production.id:
            return True  # it has its place already
        self._queue = [*mine, _Wanted(house, production, take), *(one for one in others if one not in mine)]
        self._make_way(production)
        self._next()
        return True

    def pause(self) -> None:
        """Somebody records: the computer is needed for that; what is on its way is begun anew later."""
        self._paused = True
        self._stop_present()

    def resume(self) -> None:
        """Go on."""
        self._paused = False
        self._next()

    def _make_way(self, production: Production) -> None:
        if self._present is not None and self._present.production.id != production.id:
            self._stop_present()

    def _stop_present(self) -> None:
        if self._job is not None:
            self._gives_way = True
            self._job.cancel()

    def _next(self) -> None:
        if self._paused or self._present is not None or not self._queue:
            return
        one = self._present = self._queue.pop(0)
        sha256 = one.take.sha256

        def work(control: JobControl) -> Path:
            return one.house.films.make_stand_in(one.production, one.take, control)

        def done(_path: Path) -> None:
            self._ended()
            self._to_tell.pop(sha256, None)
            self.made.emit(sha256)
            self._next()

        def failed(error: SkriptStudioError) -> None:
            gave_way = self._gives_way
            self._ended()
            if isinstance(error, Cancelled):
                if gave_way:
                    self._put_back(one)
                    self._next()
                return
            if isinstance(error, NotMedia):
                self._refused[sha256] = error  # a full disk may be emptied, a broken film stays one
            self._tell(sha256, error)
            self._next()

        def progressed(progress: Progress) -> None:
            self.progressed.emit(sha256, progress.done)

        self._job = self._jobs.start(work, done, failed, progressed)

    def _ended(self) -> None:
        self._present, self._job, self._gives_way = None, None, False

    def _put_back(self, one: _Wanted) -> None:
        """Behind all others, unless it was asked for again while it was being stopped."""
        if all(other.take.sha256 != one.take.sha256 for other in self._queue):
            self._queue.append(one)

    def _tell(self, sha256: str, error: SkriptStudioError) -> None:
        self.failed.emit(sha256, error)
        tell = self._to_tell.pop(sha256, None)
        if tell is not None:
            tell(error)
