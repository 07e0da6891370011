"""While a clip is looked at and nothing else goes on, its export is made ahead, piece by piece."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.production import Production
from skriptstudio.ui.jobs import Job

if TYPE_CHECKING:
    from skriptstudio.ui.window import Window

TICK_MS = 1000
REST_TICKS = 6
"""Seconds of rest before anything begins."""


class RenderAhead(QObject):
    """Looks once a second whether there is rest, begins after some of it, and stops as soon as it ends.

    Args:
        window: whose page and jobs tell it.
        on_battery: asked before it begins, and while it runs.
    """

    def __init__(self, window: Window, on_battery: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window = window
        self._on_battery = on_battery
        self._rested = 0
        self._job: Job[None] | None = None
        self._done: object = None
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.look)
        self._tick.start()

    @property
    def running(self) -> bool:
        """Whether something is made ahead right now."""
        return self._job is not None

    def stop(self) -> None:
        """Stop at once; finished pieces are kept."""
        self._rested = 0
        if self._job is not None:
            self._job.cancel()

    def look(self) -> None:
        """Begin, go on or stop."""
        if not self._is_rest():
            self.stop()
            return
        self._rested += 1
        production = self._window.session.production
        if self._job is None and self._rested >= REST_TICKS and production is not None:
            self._begin(production)

    def _is_rest(self) -> bool:
        window = self._window
        page, others = window.current, window.jobs.busy - self.running - window.stand_ins.running
        return page is not None and page.at_rest and not others and not self._on_battery()

    def _begin(self, production: Production) -> None:
        mark = (production.id, production.cut, production.captions)
        if production.captions is None or mark == self._done:
            return
        house = self._window.session.house

        def work(control: JobControl) -> None:
            house.publish.prepare(production.id, control)

        def done(_nothing: None) -> None:
            self._done, self._job = mark, None

        def failed(_error: object) -> None:
            """The export itself will say what is wrong; it isn't tried again and again."""
            self._done = None if self._job is not None and self._job.control.cancelled else mark
            self._job = None

        self._job = self._window.jobs.start(work, done, failed)
