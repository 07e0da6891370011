"""The posters of the productions that can be seen, fetched one after the other."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.production import Summary
from skriptstudio.ui.jobs import Job, Jobs
from skriptstudio.ui.session import Session


class Posters(QObject):
    """One job at a time, so that a long list takes no thread from a recording.

    A poster that can't be made stays a well: the list is no place to complain. The first waits
    until the program has nothing else to do: two threads that import the video library at once
    met a half-made module (seen at the start, beside the search for interrupted recordings).

    Attributes:
        ready: id of a production whose poster has come.
        pictures: what is there, by id.
    """

    ready = Signal(str)

    def __init__(self, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._queue: list[Summary] = []
        self._tried: dict[str, int] = {}
        self._job: Job[QImage] | None = None
        self._on_way = ""
        self._may_begin = False
        jobs.busy_changed.connect(self._busy_changed)
        self.pictures: dict[str, QPixmap] = {}

    def want(self, summaries: Sequence[Summary]) -> None:
        """Fetch these next, and nothing else any more; what is there isn't fetched again."""
        self._queue = [one for one in summaries if one.takes and self._tried.get(one.id) != one.takes]
        self._next()

    def forget(self) -> None:
        """Another library: nothing of the one before is true."""
        self._queue = []
        self._tried = {}
        self.pictures = {}

    def stop(self) -> None:
        """Fetch no more."""
        self._queue = []

    def _next(self) -> None:
        if self._job is not None or not self._queue or not self._may_begin:
            return
        summary = self._queue.pop(0)
        house = self._session.house
        self._tried[summary.id] = summary.takes
        self._on_way = summary.id

        def work(control: JobControl) -> QImage:
            production = house.desk.library.read(summary.id).record
            return QImage.fromData(house.films.clip_poster(production, control))

        self._job = self._jobs.start(work, self._done, self._failed)

    def _busy_changed(self, count: int) -> None:
        if count == 0 and not self._may_begin:
            self._may_begin = True
            self._next()

    def _done(self, picture: QImage) -> None:
        self._job = None
        if not picture.isNull() and self._on_way in self._tried:
            self.pictures[self._on_way] = QPixmap.fromImage(picture)
            self.ready.emit(self._on_way)
        self._next()

    def _failed(self, _error: SkriptStudioError) -> None:
        self._job = None
        self._next()
