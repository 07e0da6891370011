"""Parts of the dark stage; it looks the same in every scheme, so its colours are those of the dark one."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from skriptstudio.domain.prompter import LensPlace
from skriptstudio.ui.icons import paint_icon
from skriptstudio.ui.pages.record.words import section_token
from skriptstudio.ui.theme import color, font, grown, line_height, scaled
from skriptstudio.ui.tokens import DARK, SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.meter import FLOOR_DB, LevelMeter

_PASSED_ON = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
}
_RING_PX = 10
_FIGURE_PX = 84


def dark(token: str) -> QColor:
    """A token's colour as in the dark scheme."""
    return QColor(getattr(DARK, token))


class StageButton(Button):
    """A button of 52 px on the stage; the arrows that move the text go past it."""

    def _height(self) -> int:
        return grown(52)

    def _tokens(self) -> tuple[str, str, str]:
        if self.filled:
            return super()._tokens()
        edge = "stage_now" if self.underMouse() or self.isDown() else "stage_past"
        return "stage", edge, "stage_now"

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if event.key() in _PASSED_ON:
            event.ignore()
        else:
            super().keyPressEvent(event)


class StageIconButton(StageButton):
    """A square one of an icon alone. A click leaves the focus where it is, so that Space still stops the take."""

    def __init__(self, icon: str, name: str, key: str, parent: QWidget) -> None:
        super().__init__("", "secondary", icon, name=name, parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_name(icon, name, key)

    def show_name(self, icon: str, name: str, key: str) -> None:
        """Stand for something else."""
        self.set_icon(icon)
        self.setAccessibleName(name)
        self.setAccessibleDescription(key)
        self.setToolTip(f"{name} ({key})" if key else name)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(self._height(), self._height())


class StageMeter(LevelMeter):
    """The level meter in the stage's colours."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        step = self.width() / 28
        lit = round((self.value() - FLOOR_DB) / -FLOOR_DB * 28)
        for at in range(28):
            token = "line" if at >= lit else "ok" if at < 24 else "hint_mark" if at < 27 else "rec"
            painter.setBrush(dark(token))
            painter.drawRoundedRect(QRectF(at * step, 2, step - 1.8, self.height() - 4), 2, 2)
        if self.peak_db > FLOOR_DB:
            x = min((self.peak_db - FLOOR_DB) / -FLOOR_DB * self.width(), self.width() - 2.5)
            painter.setBrush(color("stage_now"))
            painter.drawRect(QRectF(x, 0, 2.5, self.height()))


class Ring(QWidget):
    """The countdown: a figure in a ring that closes once a second."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._figure = ""
        self._share = 1.0

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(160, 160)

    def show_count(self, figure: int, share: float) -> None:
        """Show the seconds left and how much of the present one is over, 0 to 1."""
        if str(figure) != self._figure:
            self._figure = str(figure)
            self.setAccessibleDescription(self._figure)
        self._share = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        circle = QRectF(0, 0, side, side).adjusted(_RING_PX, _RING_PX, -_RING_PX, -_RING_PX)
        faint = color("stage_now")
        faint.setAlphaF(0.18)
        painter.setPen(QPen(faint, _RING_PX - 2))
        painter.drawEllipse(circle)
        painter.setPen(QPen(color("stage_lens"), _RING_PX - 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(circle, 90 * 16, -math.floor(360 * 16 * self._share))
        face = font("clock", tabular=True)
        face.setPixelSize(round(_FIGURE_PX * side / 160))
        painter.setFont(face)
        painter.setPen(color("stage_now"))
        painter.drawText(QRectF(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, self._figure)


class StageLamp(QWidget):
    """A green tick or an amber triangle with its word at the right."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._good = False
        self._word = ""
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_state(self, good: bool, word: str) -> None:
        """Show how it is."""
        self._good, self._word = good, word
        self.setAccessibleDescription(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        words = QFontMetricsF(font("body")).horizontalAdvance(self._word)
        return QSize(max(100, round(words) + scaled(15) + SPACE.s + 2), line_height("body"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face = font("body")
        painter.setFont(face)
        painter.setPen(color("stage_now"))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._word)
        side = float(scaled(15))
        left = self.width() - painter.fontMetrics().horizontalAdvance(self._word) - side - SPACE.s
        box = QRectF(left, (self.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(dark("ok" if self._good else "hint_mark"))
        if self._good:
            painter.drawEllipse(box)
            _paint_tick(painter, box.adjusted(3, 3, -3, -3), color("stage"))
        else:
            painter.drawPolygon(QPolygonF([box.bottomLeft(), QPointF(box.center().x(), box.top()), box.bottomRight()]))


class LensMark(QWidget):
    """The apricot mark at the edge of the stage: the lens is here."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.resize(18, 18)
        self._turned = 0

    def point(self, lens: LensPlace, middle: QPoint) -> None:
        """Stand there and point to the lens."""
        self._turned = {LensPlace.LEFT: 270, LensPlace.RIGHT: 90, LensPlace.BOTTOM: 180}.get(lens, 0)
        self.move(middle - QPoint(9, 9))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("stage_lens"))
        painter.translate(9, 9)
        painter.rotate(self._turned)
        painter.drawPolygon(QPolygonF([QPointF(-9, 5), QPointF(0, -4.5), QPointF(9, 5)]))


class RecordDot(QWidget):
    """The steady red dot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(16, 16)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(dark("rec"))
        painter.drawEllipse(QRectF(0, 0, 16, 16))


@dataclass(frozen=True)
class StageSection:
    """A row of the stage's list."""

    name: str
    title: str
    done: bool


class StageSections(QWidget):
    """The sections: those that are done have a tick, the one being read a caret."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._rows: tuple[StageSection, ...] = ()
        self._now = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)

    def show_rows(self, rows: Sequence[StageSection], now: str) -> None:
        """Show these with the one being read; nothing happens where nothing changed."""
        if (tuple(rows), now) == (self._rows, self._now):
            return
        self._rows, self._now = tuple(rows), now
        self.setAccessibleDescription(next((row.title for row in rows if row.name == now), ""))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = min(grown(40), self.height() // max(1, len(self._rows)))
        side = float(scaled(18))
        for at, row in enumerate(self._rows):
            middle = (at + 0.5) * step
            now = row.name == self._now
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(dark(section_token(row.name)))
            painter.drawRoundedRect(QRectF(0, middle - 5, 10, 10), 3, 3)
            painter.setFont(font("label" if now else "body"))
            painter.setPen(color("stage_now" if now else "stage_next"))
            box = QRectF(22, middle - step / 2, self.width() - 22 - side - SPACE.s, step)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, row.title)
            mark = QRectF(self.width() - side, middle - side / 2, side, side)
            if now:
                paint_icon(painter, mark, "caret-right", "stage_lens")
            elif row.done:
                _paint_tick(painter, mark, dark("ok"))


def _paint_tick(painter: QPainter, box: QRectF, ink: QColor) -> None:
    painter.setPen(QPen(ink, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    x, y, wide, tall = box.left(), box.top(), box.width(), box.height()
    points = [(0.12, 0.55), (0.38, 0.80), (0.90, 0.25)]
    painter.drawPolyline(QPolygonF([QPointF(x + wide * px, y + tall * py) for px, py in points]))
