"""A grip at one end of the selected segment."""

from fractions import Fraction
from typing import Literal

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget

from skriptstudio.domain.timecode import FRAME, from_frames, to_frames
from skriptstudio.ui.theme import color

_HIT, _WIDE = 24, 9
_SETTLE_MS = 700
"""So long after the last key a move by keyboard counts as finished."""


class Grip(QAbstractSlider):
    """Moves by mouse, and frame by frame with Left and Right; a slider to screen readers.

    Attributes:
        moment: where it stands, in seconds of the clip.
        dragged: the mouse is at this x of the parent.
        shifted: ``moment`` has changed.
        settled: the move is finished.
    """

    dragged = Signal(float)
    shifted = Signal()
    settled = Signal()

    def __init__(self, name: str, side: Literal["in", "out"], parent: QWidget) -> None:
        super().__init__(parent)
        self._side = side
        self.moment = Fraction(0)
        self._least = self._most = Fraction(0)
        self._moved = False
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._timer.timeout.connect(self._settle)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focusInset", True)
        self.setProperty("focusRadius", 4)

    def set_span(self, moment: Fraction, least: Fraction, most: Fraction) -> None:
        """Stand at ``moment``, to be moved between ``least`` and ``most``, a frame from the other end."""
        self._timer.stop()
        self._moved = False
        self.moment = moment
        self._least = least if self._side == "in" else least + FRAME
        self._most = most - FRAME if self._side == "in" else most
        self.setRange(to_frames(self._least), to_frames(self._most))
        self.setValue(to_frames(moment))

    def set_moment(self, moment: Fraction) -> None:
        """Move there, as far as it can go."""
        self.moment = min(max(self._least, moment), self._most)
        self.setValue(to_frames(self.moment))
        self._moved = True
        self.shifted.emit()

    def place(self, x: float, top: int, height: int) -> None:
        """Stand at ``x`` of the parent; the grip lies inside the segment."""
        left = x if self._side == "in" else x - _WIDE
        spare = (_HIT - _WIDE) / 2
        self.setGeometry(round(left - spare), top, _HIT, height)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        self.dragged.emit(self.mapToParent(event.position()).x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        self._settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.set_moment(self.moment + from_frames(step))
            self._timer.start()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._moved:
            self._settle()
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802  Qt's name
        super().focusOutEvent(event)
        self._settle()

    def _settle(self) -> None:
        self._timer.stop()
        if self._moved:
            self._moved = False
            self.settled.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = (self.width() - _WIDE) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("primary"))
        painter.drawRoundedRect(QRectF(left, 0, _WIDE, self.height()), 4, 4)
        painter.setBrush(color("on_primary"))
        painter.drawRoundedRect(QRectF(left + _WIDE / 2 - 1, self.height() / 2 - 9, 2, 18), 1, 1)
