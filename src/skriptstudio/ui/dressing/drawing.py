"""Draws the preview in jobs: the newest wish wins, and only one is on its way."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from skriptstudio.domain.jobs import JobControl
from skriptstudio.ui.jobs import Jobs

DRAW_AFTER_MS = 120
"""So long nothing may change before the picture is drawn anew: typing isn't slowed down."""


class Drawing(QObject):
    """Asks for pictures.

    Args:
        jobs: where the work runs.
        wish: gives the work for what is shown now; called when the work begins.

    Attributes:
        made: what the work gave: a picture, perhaps with more, or None where none was wanted.
        failed: the error.
    """

    made = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, wish: Callable[[], Callable[[JobControl], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._wish = jobs, wish
        self._running = self._again = False
        self._calm = QTimer(self, singleShot=True, interval=DRAW_AFTER_MS)
        self._calm.timeout.connect(self._draw)

    def soon(self) -> None:
        """Something has changed."""
        self._calm.start()

    @property
    def busy(self) -> bool:
        """Whether a newer picture is on its way."""
        return self._running or self._calm.isActive()

    def _draw(self) -> None:
        if self._running:
            self._again = True
            return
        self._running, self._again = True, False
        draw = self._wish()
        self._jobs.start(draw, self._done, self._stopped)

    def _done(self, picture: object) -> None:
        self._end()
        self.made.emit(picture)

    def _stopped(self, error: object) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        self._running = False
        if self._again:
            self.soon()
