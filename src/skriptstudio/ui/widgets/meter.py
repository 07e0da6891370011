"""The level meter: what the microphone hears, with its peak and a word."""

import math
import time
from typing import Literal

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from skriptstudio.ui.theme import color

Verdict = Literal["quiet", "good", "loud"]

FLOOR_DB = -48.0
"""dBFS of the first segment's foot; the last one ends at 0."""

_SEGMENTS = 28
_GREEN, _AMBER = 24, 27
_FALL_DB_PER_S = 20.0
_QUIET_DB, _LOUD_DB = -30.0, -6.0
_HOLD_S = 1.0


class LevelMeter(QProgressBar):
    """28 segments from -48 to 0 dBFS: green to -6, amber to -1, red above; the peak falls 20 dB/s.

    Call ``set_level`` at most 30 times a second; only the part that changed is drawn.
    A screen reader gets the level in whole decibels as the value and the word as description.

    Attributes:
        verdict_changed: ``quiet``, ``good`` or ``loud``, from the peak of the last second.
    """

    verdict_changed = Signal(str)

    def __init__(self, name: str, words: dict[Verdict, str] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: dict[Verdict, str] = words or {}
        self._lit = 0
        self._peak_db = FLOOR_DB
        self._loudest = (FLOOR_DB, 0.0)
        self._seen_at = time.monotonic()
        self._verdict: Verdict = "quiet"
        self.setAccessibleName(name)
        self.setRange(int(FLOOR_DB), 0)
        self.setValue(int(FLOOR_DB))
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(self.word)

    @property
    def verdict(self) -> Verdict:
        """How the level is."""
        return self._verdict

    @property
    def word(self) -> str:
        """The word for the verdict, to be shown beside the meter."""
        return self._words.get(self._verdict, "")

    @property
    def peak_db(self) -> float:
        """The peak line in dBFS."""
        return self._peak_db

    def set_level(self, db: float) -> None:
        """Show a level in dBFS; below -48, and minus infinity for silence, is an empty meter."""
        now = time.monotonic()
        shown = min(0.0, max(FLOOR_DB, db if not math.isnan(db) else FLOOR_DB))
        before = self._changing()
        self._peak_db = max(shown, self._peak_db - _FALL_DB_PER_S * (now - self._seen_at), FLOOR_DB)
        self._seen_at = now
        lit = round((shown - FLOOR_DB) / -FLOOR_DB * _SEGMENTS)
        low, high = sorted((lit, self._lit))
        self._lit = lit
        if low != high:
            self.update(self._span(low, high))
        after = self._changing()
        if after != before:
            self.update(before)
            self.update(after)
        self._judge(shown, now)
        if round(shown) != self.value():
            self.setValue(round(shown))

    def _judge(self, db: float, now: float) -> None:
        loudest, since = self._loudest
        if db >= loudest or now - since > _HOLD_S:
            self._loudest = (db, now)
        loudest = self._loudest[0]
        verdict: Verdict = "loud" if loudest > _LOUD_DB else "quiet" if loudest < _QUIET_DB else "good"
        if verdict != self._verdict:
            self._verdict = verdict
            self.setAccessibleDescription(self.word)
            self.verdict_changed.emit(verdict)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(264, 18)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(112, 18)

    def _span(self, first: int, last: int) -> QRect:
        step = self.width() / _SEGMENTS
        return QRect(math.floor(first * step), 0, math.ceil((last - first) * step) + 1, self.height())

    def _changing(self) -> QRect:
        """Where the peak line lies."""
        x = (self._peak_db - FLOOR_DB) / -FLOOR_DB * self.width()
        return QRect(math.floor(x) - 3, 0, 7, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        step = self.width() / _SEGMENTS
        for at in range(_SEGMENTS):
            painter.setBrush(color(_segment_token(at) if at < self._lit else "line"))
            painter.drawRoundedRect(QRectF(at * step, 2, step - 1.8, self.height() - 4), 2, 2)
        if self._peak_db > FLOOR_DB:
            x = min((self._peak_db - FLOOR_DB) / -FLOOR_DB * self.width(), self.width() - 2.5)
            painter.setBrush(color("ink"))
            painter.drawRect(QRectF(x, 0, 2.5, self.height()))


def _segment_token(at: int) -> str:
    return "ok" if at < _GREEN else "hint_mark" if at < _AMBER else "rec"
