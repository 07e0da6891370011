"""What can be ticked, chosen or switched, painted from the tokens."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from skriptstudio.ui.icons import paint_icon
from skriptstudio.ui.theme import color, grown, scaled
from skriptstudio.ui.tokens import HEIGHT, RADIUS
from skriptstudio.ui.widgets.paragraph import Paragraph

_BOX = 22


class Check(QCheckBox):
    """A tick of 22 px whose whole row can be clicked; ``warm`` marks the open point."""

    def __init__(self, text: str = "", name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._warm = False
        _prepare(self, name or text)

    def set_warm(self, warm: bool) -> None:
        """Stand on the warm ground, as the point that is still open."""
        self._warm = warm
        self.update()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802  Qt's name
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:  # noqa: N802  Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802  Qt's name
        return _ticked_height(self.text(), width)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return _ticked_size(self.text())

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return _ticked_least(self.text())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._warm:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("warm_tint"))
            painter.drawRoundedRect(QRectF(self.rect()), RADIUS.small_button, RADIUS.small_button)
        box = _tick_box(self)
        paint_tick(painter, box, self.isChecked(), self.isEnabled(), self.underMouse())
        _paint_ticked_text(painter, self, box)


class Radio(QRadioButton):
    """One of several choices, 22 px round."""

    def __init__(self, text: str = "", name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        _prepare(self, name or text)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802  Qt's name
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:  # noqa: N802  Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802  Qt's name
        return _ticked_height(self.text(), width)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return _ticked_size(self.text())

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return _ticked_least(self.text())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = _tick_box(self)
        on = self.isChecked()
        painter.setPen(QPen(color("primary" if on else "control"), 1.5))
        painter.setBrush(color("primary" if on else "tint" if self.underMouse() else "surface"))
        painter.drawEllipse(box.adjusted(0.75, 0.75, -0.75, -0.75))
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("on_primary"))
            inner = box.width() * 0.32
            painter.drawEllipse(box.adjusted(inner, inner, -inner, -inner))
        _paint_ticked_text(painter, self, box)


class Switch(QCheckBox):
    """On or off at once; for settings. It has no text of its own: ``name`` says what it switches."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _prepare(self, name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("focusRadius", HEIGHT.target // 2)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802  Qt's name
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(scaled(42) + 2, max(HEIGHT.target, scaled(24)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tall, on = float(scaled(23)), self.isChecked()
        track = QRectF(1, (self.height() - tall) / 2, scaled(42), tall)
        live = self.isEnabled()
        painter.setPen(QPen(color("line" if not live else "primary" if on else "control"), 1))
        painter.setBrush(color("sunken" if not live else "primary" if on else "surface"))
        painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), tall / 2, tall / 2)
        knob = tall - 10
        left = track.right() - knob - 5 if on else track.left() + 5
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("on_primary" if on and live else "control"))
        painter.drawEllipse(QRectF(left, track.top() + 5, knob, knob))


def paint_tick(painter: QPainter, box: QRectF, on: bool, enabled: bool = True, hovered: bool = False) -> None:
    """Draw a tick box as large as ``box``; lists use it, too."""
    edge = "line" if not enabled else "primary" if on else "control"
    fill = "sunken" if not enabled else "primary" if on else "tint" if hovered else "surface"
    painter.setPen(QPen(color(edge), 1.5))
    painter.setBrush(color(fill))
    painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), RADIUS.tag, RADIUS.tag)
    if on:
        inner = box.width() * 0.18
        token = "on_primary" if enabled else "ink_faint"
        paint_icon(painter, box.adjusted(inner, inner, -inner, -inner), "check-bold", token)


def _prepare(widget: QAbstractButton, name: str) -> None:
    widget.setAccessibleName(name)
    widget.setCursor(Qt.CursorShape.PointingHandCursor)
    widget.setAttribute(Qt.WidgetAttribute.WA_Hover)
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.setProperty("focusRadius", RADIUS.small_button)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)


def _indent() -> int:
    return scaled(_BOX) + 10


def _ticked_height(text: str, width: int) -> int:
    if not text:
        return HEIGHT.target
    tall = Paragraph(text).height(max(1, width - _indent() - 4))
    return max(HEIGHT.target, grown(HEIGHT.target), tall + 8)


def _ticked_size(text: str) -> QSize:
    if not text:
        return QSize(HEIGHT.target, HEIGHT.target)
    width = _indent() + Paragraph(text).natural_width() + 6
    return QSize(width, _ticked_height(text, width))


def _ticked_least(text: str) -> QSize:
    if not text:
        return QSize(HEIGHT.target, HEIGHT.target)
    return QSize(_indent() + Paragraph(text).narrowest_width() + 6, HEIGHT.target)


def _tick_box(widget: QAbstractButton) -> QRectF:
    side = float(scaled(_BOX))
    left = 0.0 if widget.text() else (widget.width() - side) / 2
    return QRectF(QPointF(left, (widget.height() - side) / 2), QPointF(left + side, (widget.height() + side) / 2))


def _paint_ticked_text(painter: QPainter, widget: QAbstractButton, box: QRectF) -> None:
    if not widget.text():
        return
    words = Paragraph(widget.text())
    width = widget.width() - _indent() - 4.0
    top = max(0.0, (widget.height() - words.height(width)) / 2)
    words.paint(
        painter,
        QRectF(box.right() + 10, top, width, widget.height()),
        token="" if widget.isEnabled() else "ink_faint",
    )
