"""Long work: it reports progress, can be cancelled, and ends in a result or an error.

The command line runs a job in place; the window runs it in a thread
(``ui/jobs.py``). Steps and adapters know only the two small things below.
"""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event

from skriptstudio.domain.errors import Cancelled


@dataclass(frozen=True)
class Progress:
    """How far a job is.

    Attributes:
        stage: code of the present part, e.g. ``"render"``; the sentence is in ``messages/``.
        done: share of the whole job, 0.0 to 1.0.
    """

    stage: str
    done: float


def _ignore(progress: Progress) -> None:
    """Nobody is listening."""


class JobControl:
    """The cord between who waits for a job and the job itself. Safe across threads."""

    def __init__(self, on_progress: Callable[[Progress], None] = _ignore) -> None:
        self._on_progress = on_progress
        self._stop = Event()

    def cancel(self) -> None:
        """Ask the job to end. It does so at its next checkpoint."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        return self._stop.is_set()

    def checkpoint(self) -> None:
        """Called by the job between two pieces of work.

        Raises:
            Cancelled: somebody called ``cancel``.
        """
        if self.cancelled:
            raise Cancelled

    def report(self, stage: str, done: float) -> None:
        """Tell the listener how far it is, and stop here if asked to."""
        self.checkpoint()
        self._on_progress(Progress(stage, min(1.0, max(0.0, done))))

    def part(self, start: float, end: float) -> "JobControl":
        """A view of this job whose 0..1 is ``start..end`` of the whole."""
        return _PartControl(self, start, end)

    def strand(self) -> "JobControl":
        """A view that can be cancelled alone, and is cancelled with the whole."""
        return _StrandControl(self)


class _PartControl(JobControl):
    """Shares the stop signal of its parent and scales the progress."""

    def __init__(self, whole: JobControl, start: float, end: float) -> None:
        def scaled(progress: Progress) -> None:
            whole.report(progress.stage, start + (end - start) * progress.done)

        super().__init__(scaled)
        self._whole = whole

    def cancel(self) -> None:
        self._whole.cancel()

    @property
    def cancelled(self) -> bool:
        return self._whole.cancelled


class _StrandControl(JobControl):
    """Has a stop signal of its own beside that of its parent."""

    def __init__(self, whole: JobControl) -> None:
        super().__init__(lambda progress: whole.report(progress.stage, progress.done))
        self._whole = whole

    @property
    def cancelled(self) -> bool:
        return self._stop.is_set() or self._whole.cancelled
