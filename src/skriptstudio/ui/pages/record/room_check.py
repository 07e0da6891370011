"""The room check as a job, and what is known about the room since."""

from PySide6.QtCore import QObject, Signal

from skriptstudio.domain.errors import Cancelled, SkriptStudioError
from skriptstudio.domain.jobs import Progress
from skriptstudio.domain.ports.studio import Room, Still
from skriptstudio.domain.room_check import RoomReport
from skriptstudio.ui.jobs import Job, Jobs


class RoomCheck(QObject):
    """One check at a time; another device makes its report worthless.

    Attributes:
        report: of the last whole check, or None.
        tidy: whether the person finds the background in order; None while not asked.
        still: what the camera saw when the check ended, in memory only.
        told: stage and its share from 0 to 1, while it runs.
        ended: it is over, with or without a report.
        failed: the room couldn't be checked, with the error.
    """

    told = Signal(str, float)
    ended = Signal()
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job[RoomReport] | None = None
        self.report: RoomReport | None = None
        self.tidy: bool | None = None
        self.still: Still | None = None

    @property
    def running(self) -> bool:
        """Whether the room is being checked."""
        return self._job is not None

    def start(self, room: Room) -> None:
        """Check; the old report is worth nothing from now on."""
        if self._job is not None:
            return
        self.forget()
        job = self._jobs.start(
            room.check, lambda report: self._done(job, report), lambda error: self._not_done(job, error), self._told
        )
        self._job = job

    def cancel(self) -> None:
        """Stop listening at once; what is known stays forgotten."""
        if self._job is not None:
            job, self._job = self._job, None
            job.cancel()
            self.ended.emit()

    def forget(self) -> None:
        """Something of the room has changed."""
        self.report = self.tidy = self.still = None

    def _told(self, progress: Progress) -> None:
        if self._job is not None:
            self.told.emit(progress.stage, progress.done)

    def _done(self, job: Job[RoomReport], report: RoomReport) -> None:
        if job is self._job:
            self._job = None
            self.report = report
            self.ended.emit()

    def _not_done(self, job: Job[RoomReport], error: SkriptStudioError) -> None:
        if job is not self._job:
            return
        self._job = None
        self.ended.emit()
        if not isinstance(error, Cancelled):
            self.failed.emit(error)
