"""A package on its way: the job, and how far it is."""

import time

from PySide6.QtCore import QObject, Signal

from skriptstudio.domain.jobs import Progress
from skriptstudio.domain.package_making import ExportWish
from skriptstudio.domain.production import Production
from skriptstudio.ui.jobs import Job, Jobs, Work
from skriptstudio.ui.pages.publish.made import Made

Outcome = tuple[Made, Production]

_RENDERED = 0.95
"""Share of a target's part that ``steps.publish`` gives to making the clip."""

_TOO_EARLY = 0.05
"""Before this share no remaining time can be told."""


class Export(QObject):
    """One running export; it goes on when the page is left.

    Attributes:
        moved: there is progress.
        done: emitted with what was made and the production as it is now.
        failed: emitted with the error.
        wish: what was asked for.
        title: of the production.
        poster: its still, if there is one.
        stage, fraction: how far it is.
    """

    moved = Signal()
    done = Signal(object, object)
    failed = Signal(object)

    def __init__(self, wish: ExportWish, title: str, poster: bytes | None, parent: QObject) -> None:
        super().__init__(parent)
        self.wish = wish
        self.title = title
        self.poster = poster
        self.stage = "render"
        self.fraction = 0.0
        self._began = time.monotonic()
        self._job: Job[Outcome] | None = None

    def start(self, jobs: Jobs, work: Work[Outcome]) -> None:
        """Begin; ``work`` runs in a thread."""
        self._began = time.monotonic()
        self._job = jobs.start(work, self._finished, self.failed.emit, self._progressed)

    def cancel(self) -> None:
        """Ask it to stop; it then fails with ``Cancelled``."""
        if self._job is not None:
            self._job.cancel()

    @property
    def seconds_left(self) -> int | None:
        """About how long it still takes; None while that can't be told."""
        if self.fraction < _TOO_EARLY:
            return None
        spent = time.monotonic() - self._began
        return round(spent / self.fraction * (1 - self.fraction))

    def _progressed(self, progress: Progress) -> None:
        self.stage = progress.stage
        self.fraction = max(self.fraction, shown_fraction(progress, len(self.wish.profiles)))
        self.moved.emit()

    def _finished(self, outcome: Outcome) -> None:
        self.done.emit(*outcome)


def shown_fraction(progress: Progress, targets: int) -> float:
    """Progress of the whole as a person feels it.

    The step counts every target alike, but only the first one is rendered; the others copy
    its file. So its part fills the bar.
    """
    if progress.stage == "render":
        return min(_RENDERED, progress.done * targets)
    return _RENDERED + (1 - _RENDERED) * progress.done
