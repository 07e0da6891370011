"""The buttons the rail is made of, all painted."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from skriptstudio.ui.icons import paint_icon
from skriptstudio.ui.theme import color, font, grown, scaled
from skriptstudio.ui.tokens import HEIGHT, RADIUS
from skriptstudio.ui.widgets.marks import paint_avatar, paint_mark

StepState = Literal["on", "done", "todo", "plain"]

_NODE = 26
_LEFT = 10


@dataclass(frozen=True)
class RailStep:
    """One step of the rail.

    Attributes:
        key: what ``step_chosen`` tells.
        name: its label, the tooltip in the compact rail.
        state: ``on`` is the page shown, ``done`` has a tick, ``todo`` a ring; ``plain``
            is for a rail without an open production.
        badge: clips that wait there, 0 for none.
        spoken: the accessible name, e.g. "Schritt 2: Schreiben, erledigt"; the label if empty.
    """

    key: str
    name: str
    state: StepState = "plain"
    badge: int = 0
    spoken: str = ""


class Mark(QWidget):
    """The program's mark and name; decoration for a screen reader, the window has the name."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self._compact = False
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_compact(self, compact: bool) -> None:
        self._compact = compact
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(40, 48 if self._compact else 68)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = (self.width() - 18) / 2 if self._compact else 9.0
        paint_mark(painter, QRectF(left, (self.height() - 25) / 2 - (0 if self._compact else 2), 18, 25))
        if not self._compact:
            painter.setFont(font("card"))
            painter.setPen(color("ink"))
            painter.drawText(self.rect().adjusted(37, -4, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._name)


class RailButton(QAbstractButton):
    """What steps, entries and avatar share: plate, compactness, keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._compact = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setProperty("focusInset", True)

    @property
    def is_on(self) -> bool:
        return False

    def label(self) -> str:
        return self.text()

    def set_compact(self, compact: bool) -> None:
        self._compact = compact
        self._tell_name()
        self.updateGeometry()

    def _tell_name(self) -> None:
        self.setToolTip(self.label() if self._compact else "")

    def _tall(self) -> int:
        return HEIGHT.step

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        tall = grown(self._tall())
        self.setMaximumHeight(tall)
        return QSize(48, tall)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(48, max(HEIGHT.target, grown(self._tall() - 12)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _paint_plate(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not (self.is_on or self.underMouse()):
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("rail_on" if self.is_on else "tint"))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS.button, RADIUS.button)

    def _paint_label(self, painter: QPainter, left: float, right: float = 8.0) -> None:
        face = font("label" if self.is_on else "body")
        if not self.is_on:
            face.setWeight(font("small_strong").weight())
        room = self.width() - left - right
        shown = QFontMetrics(face).elidedText(self.label(), Qt.TextElideMode.ElideRight, round(room))
        painter.setFont(face)
        painter.drawText(QRectF(left, 0, room, self.height()), Qt.AlignmentFlag.AlignVCenter, shown)


class Step(RailButton):
    """A step: node, line to its neighbours, label, badge."""

    def __init__(self, number: int, of: int, step: RailStep, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self._of = of
        self._step = step

    @property
    def is_on(self) -> bool:
        return self._step.state == "on"

    def label(self) -> str:
        return self._step.name

    def show_step(self, step: RailStep) -> None:
        self._step = step
        self.setAccessibleName(step.spoken or step.name)
        self._tell_name()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        self._paint_plate(painter)
        done = self._step.state == "done"
        size = float(scaled(_NODE))
        left = (self.width() - size) / 2 if self._compact else float(_LEFT)
        node = QRectF(left, (self.height() - size) / 2, size, size)
        self._paint_lines(painter, node)
        fill = "primary" if self.is_on else "tint" if done else "rail"
        painter.setPen(QPen(color("primary" if self.is_on or done else "control"), 1.5))
        painter.setBrush(color(fill))
        painter.drawEllipse(node.adjusted(0.75, 0.75, -0.75, -0.75))
        if done:
            inner = size * 0.23
            paint_icon(painter, node.adjusted(inner, inner, -inner, -inner), "check-bold", "primary")
        else:
            face = font("small")
            face.setWeight(font("label").weight())
            painter.setFont(face)
            painter.setPen(color("on_primary" if self.is_on else "ink_soft"))
            painter.drawText(node, Qt.AlignmentFlag.AlignCenter, str(self._number))
        _paint_badge(painter, self, self._step.badge, self._compact)
        if not self._compact:
            painter.setPen(color("ink" if self.is_on or done else "ink_soft"))
            self._paint_label(painter, node.right() + 12, 34.0 if self._step.badge else 4.0)

    def _paint_lines(self, painter: QPainter, node: QRectF) -> None:
        painter.setPen(QPen(color("control"), 1.5))
        middle = node.center().x()
        if self._number > 1:
            painter.drawLine(round(middle), 0, round(middle), round(node.top()) - 1)
        if self._number < self._of:
            painter.drawLine(round(middle), round(node.bottom()) + 1, round(middle), self.height())


def _paint_badge(painter: QPainter, button: QWidget, count: int, compact: bool) -> None:
    """How many wait there, at the right of a button; nothing for 0."""
    if not count:
        return
    size = float(scaled(17 if compact else 22))
    top = 2.0 if compact else (button.height() - size) / 2
    text = str(count) if count < 100 else "99+"
    face = font("small")
    face.setWeight(font("label").weight())
    wide = max(size, QFontMetrics(face).horizontalAdvance(text) + 8.0)
    box = QRectF(button.width() - wide - (1 if compact else 10), top, wide, size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("primary"))
    painter.drawRoundedRect(box, size / 2, size / 2)
    painter.setFont(face)
    painter.setPen(color("on_primary"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class Entry(RailButton):
    """Results, people or settings: an icon, a label, and perhaps how many points are open there."""

    def __init__(self, icon: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._on = False
        self._badge = 0
        self.setText(name)
        self.setAccessibleName(name)

    @property
    def is_on(self) -> bool:
        return self._on

    def rename(self, name: str) -> None:
        """Show another label."""
        self.setText(name)
        self.setAccessibleName(name)
        self._tell_name()

    def set_on(self, on: bool) -> None:
        self._on = on
        self.update()

    def show_badge(self, count: int, spoken: str) -> None:
        """Show how many points are open, 0 for none; ``spoken`` is the accessible name then."""
        self._badge = count
        self.setAccessibleName(spoken if count else self.text())
        self._tell_name()
        self.update()

    def _tall(self) -> int:
        return 40

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        self._paint_plate(painter)
        side = float(scaled(22))
        left = (self.width() - side) / 2 if self._compact else 12.0
        ink = "ink" if self._on else "ink_soft"
        paint_icon(painter, QRectF(left, (self.height() - side) / 2, side, side), self._icon_name, ink)
        if not self._compact:
            painter.setPen(color(ink))
            self._paint_label(painter, left + side + 11, 34.0 if self._badge else 4.0)
        _paint_badge(painter, self, self._badge, self._compact)


class Avatar(RailButton):
    """Whose hat is on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._name, self._hat, self._warm = "", "", True

    def show_person(self, name: str, hat: str, spoken: str, warm: bool) -> None:
        self._name, self._hat, self._warm = name, hat, warm
        self.setAccessibleName(spoken)
        self._tell_name()
        self.update()

    def label(self) -> str:
        return f"{self._name}, {self._hat}" if self._hat else self._name

    def _tall(self) -> int:
        return 63

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(48, grown(48))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        self._paint_plate(painter)
        size = float(scaled(32))
        left = (self.width() - size) / 2 if self._compact else 8.0
        circle = QRectF(left, (self.height() - size) / 2, size, size)
        paint_avatar(painter, circle, self._name, self._warm)
        if self._compact:
            return
        room = self.width() - circle.right() - 10 - 26
        line = self.height() / 2
        for text, role, token, top in (
            (self._name, "small", "ink", line - scaled(18 if self._hat else 9)),
            (self._hat, "small", "ink_soft", line),
        ):
            face = font(role)
            if token == "ink":
                face.setWeight(font("label").weight())
            painter.setFont(face)
            painter.setPen(color(token))
            shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, round(room))
            box = QRectF(circle.right() + 10, top, room + 2, scaled(18))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
        paint_icon(painter, QRectF(self.width() - 23, line - 8, 16, 16), "caret-up", "ink_soft")
