"""Notices whenever the window's thread doesn't answer for a while."""

import time

from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MS = 5


class Heartbeat(QObject):
    """Beats in the window's thread; a late beat is a moment in which nothing could be clicked.

    Attributes:
        gaps: (seconds since the start, length in ms, page) of every gap over ``limit_ms``.
    """

    def __init__(self, limit_ms: float = 50) -> None:
        super().__init__()
        self.gaps: list[tuple[float, float, str]] = []
        self.page = "start"
        self._limit_ms = limit_ms
        self._begun = self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def stop(self) -> None:
        """No more beats."""
        self._timer.stop()

    def _beat(self) -> None:
        now = time.perf_counter()
        gap_ms = (now - self._last) * 1000 - BEAT_MS
        if gap_ms > self._limit_ms:
            self.gaps.append((round(now - self._begun, 2), round(gap_ms, 1), self.page))
        self._last = now
