"""Long work beside the window: reports progress, can be cancelled, ends in a result or an error.

The one mechanism for all of it (design.md, "Rooms"). Work runs in a pool of
threads; what it reports comes back through signals, so every callback runs in
the window's own thread.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from shiboken6 import isValid

from skriptstudio.domain.errors import Cancelled, SkriptStudioError, Unexpected
from skriptstudio.domain.jobs import JobControl, Progress

Result = TypeVar("Result")
Work = Callable[[JobControl], Result]

THREADS = 6
"""Enough for a recording, an export and what the pages read beside them."""


class _Relay(QObject):
    """Carries what happens in a worker to the window's thread."""

    done = Signal(object)
    failed = Signal(object)
    progressed = Signal(object)
    ended = Signal()


class Job(QRunnable, Generic[Result]):
    """One piece of work on its way.

    Attributes:
        control: cancels it.
    """

    def __init__(self, work: Work[Result]) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.relay = _Relay()
        self.control = JobControl(self._progressed)
        self._work = work

    def cancel(self) -> None:
        """Ask the work to end; it then fails with ``Cancelled``, or keeps what it has."""
        self.control.cancel()

    def run(self) -> None:
        """Called by the pool. The broad ``except`` is the edge of the job: nothing gets lost in a thread."""
        try:
            result = self._work(self.control)
        except SkriptStudioError as error:
            self.relay.failed.emit(error)
        except Exception as error:  # noqa: BLE001 - the edge of the job
            _remember(error)
            self.relay.failed.emit(Unexpected(f"{type(error).__name__}: {error}"[:200]))
        else:
            self.relay.done.emit(result)
        finally:
            self.relay.ended.emit()

    def _progressed(self, progress: Progress) -> None:
        self.relay.progressed.emit(progress)


class Jobs(QObject):
    """Starts jobs and waits for them at the end.

    Attributes:
        busy_changed: emitted with the number of running jobs.
    """

    busy_changed = Signal(int)

    def __init__(self, fallback: Callable[[SkriptStudioError], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fallback = fallback
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(THREADS)
        self._running: set[Job[object]] = set()

    def start(
        self,
        work: Work[Result],
        done: Callable[[Result], None] | None = None,
        failed: Callable[[SkriptStudioError], None] | None = None,
        progressed: Callable[[Progress], None] | None = None,
    ) -> Job[Result]:
        """Run ``work`` in a thread.

        Args:
            work: gets the job's control; must touch no widget.
            done: gets the result, in the window's thread.
            failed: gets the error; without it the window shows the sentence. ``Cancelled`` reaches
                only who asked for errors.
            progressed: gets each report.
        """
        job = Job(work)
        self._running.add(job)  # type: ignore[arg-type]  # the set only keeps it alive
        if done is not None:
            job.relay.done.connect(done)
        job.relay.failed.connect(failed or self._failed)
        if progressed is not None:
            job.relay.progressed.connect(progressed)
        job.relay.ended.connect(lambda: self._ended(job))  # type: ignore[arg-type]
        self._pool.start(job)
        self.busy_changed.emit(len(self._running))
        return job

    @property
    def busy(self) -> int:
        """How many jobs are on their way, their callbacks included."""
        return len(self._running)

    def finish(self, seconds: float = 20) -> bool:
        """Cancel everything and wait; for the end of the program."""
        for job in self._running:
            job.cancel()
        return self._pool.waitForDone(round(seconds * 1000))

    def _failed(self, error: SkriptStudioError) -> None:
        if not isinstance(error, Cancelled):
            self._fallback(error)

    def _ended(self, job: Job[object]) -> None:
        self._running.discard(job)
        if isValid(self):
            self.busy_changed.emit(len(self._running))


def _remember(error: Exception) -> None:
    from skriptstudio.assembly.computer import remember_defect  # heavy, and rarely needed

    remember_defect(error)
