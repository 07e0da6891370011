"""Long work beside the window: reports progress, can be cancelled, ends in a result or an error.

The one mechanism for all of it (design.md, "Rooms"). Work runs in a pool of
threads; what it reports comes back through signals, so every callback runs in
the window's own thread.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal
from shiboken6 import isValid

from skriptstudio.domain.errors import Cancelled, SkriptStudioError, Unexpected
from skriptstudio.domain.jobs import JobControl, Progress

Result = TypeVar("Result")
Work = Callable[[JobControl], Result]

THREADS = 6
"""Enough for a recording, an export and what the pages read beside them."""


class _Relay(QObject):
    """Calls in the window's thread what workers hand to it, in their order.

    One for all jobs: a connection of each job's own would keep the job, and all that it looked at, for ever.
    """

    _handed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._over = False
        self._handed.connect(self._call)

    def call(self, callback: Callable[..., None], *arguments: object) -> None:
        """Call ``callback`` soon, unless it is a method of something that Qt has deleted by then."""
        self._handed.emit(partial(callback, *arguments))

    def end(self) -> None:
        """Call nothing any more: the window is on its way out."""
        self._over = True

    def _call(self, handed: "partial[None]") -> None:
        owner = getattr(handed.func, "__self__", None)
        if not self._over and (not isinstance(owner, QObject) or isValid(owner)):
            handed()


@dataclass(frozen=True)
class _Callbacks(Generic[Result]):
    """Whom a job tells what, all in the window's thread."""

    done: Callable[[Result], None] | None
    failed: Callable[[SkriptStudioError], None]
    progressed: Callable[[Progress], None] | None
    ended: Callable[["Job[Result]"], None]


class Job(Generic[Result]):
    """One piece of work on its way.

    Attributes:
        control: cancels it.
    """

    def __init__(self, work: Work[Result], relay: _Relay, tell: _Callbacks[Result]) -> None:
        progressed = tell.progressed
        self.control = JobControl() if progressed is None else JobControl(partial(relay.call, progressed))
        self._work: Work[Result] | None = work
        self._relay = relay
        self._tell = tell

    def cancel(self) -> None:
        """Ask the work to end; it then fails with ``Cancelled``, or keeps what it has."""
        self.control.cancel()

    def run(self) -> None:
        """Called once, by the pool. The broad ``except`` is the edge of the job: nothing gets lost in a thread."""
        call, tell = self._relay.call, self._tell
        work, self._work = self._work, None  # whoever keeps the job doesn't keep what it looked at
        assert work is not None
        try:
            result = work(self.control)
        except SkriptStudioError as error:
            call(tell.failed, error)
        except Exception as error:  # noqa: BLE001 - the edge of the job
            _remember(error)
            call(tell.failed, Unexpected(f"{type(error).__name__}: {error}"[:200]))
        else:
            if tell.done is not None:
                call(tell.done, result)
        finally:
            call(tell.ended, self)


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
        self._relay = _Relay()
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
        job = Job(work, self._relay, _Callbacks(done, failed or self._failed, progressed, self._ended))
        self._running.add(job)  # type: ignore[arg-type]  # the set only keeps it alive
        self._pool.start(job.run)
        self.busy_changed.emit(len(self._running))
        return job

    @property
    def busy(self) -> int:
        """How many jobs are on their way, their callbacks included."""
        return len(self._running)

    def finish(self, seconds: float = 20) -> bool:
        """Cancel everything and wait; for the end of the program. Nobody is told any more."""
        self._relay.end()
        for job in self._running:
            job.cancel()
        return self._pool.waitForDone(round(seconds * 1000))

    def _failed(self, error: SkriptStudioError) -> None:
        if not isinstance(error, Cancelled):
            self._fallback(error)

    def _ended(self, job: Job[Result]) -> None:
        self._running.discard(job)
        self.busy_changed.emit(len(self._running))


def _remember(error: Exception) -> None:
    from skriptstudio.assembly.computer import remember_defect  # heavy, and rarely needed

    remember_defect(error)
