"""Toasts: a short report over the page, with one thing to take back."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QWidget
from shiboken6 import isValid

from skriptstudio.ui.icons import paint_icon, require_icon
from skriptstudio.ui.theme import color, font, grown, scaled
from skriptstudio.ui.tokens import HEIGHT, RADIUS, SPACE
from skriptstudio.ui.widgets.text import Text

STAYS_MS = 8000
_MOST = 3
_WIDEST, _NARROWER, _NARROWEST = 560, 420, 300


class Toasts(QObject):
    """Shows toasts over ``host``, 16 px above ``above`` (the action bar).

    They stand at the left where they cover nothing that can be operated there, else where they cover least: at the
    right, in the middle, or at the very top. The newest stands lowest; the fourth sends the oldest away.
    """

    def __init__(self, host: QWidget, above: QWidget, stays_ms: int = STAYS_MS) -> None:
        super().__init__(host)
        self._host = host
        self._above = above
        self._stays_ms = stays_ms
        self._toasts: list[Toast] = []
        host.installEventFilter(self)
        above.installEventFilter(self)

    def show(
        self,
        text: str,
        icon: str = "check-circle-fill",
        action_text: str = "",
        on_action: Callable[[], None] | None = None,
    ) -> "Toast":
        """Show a toast for 8 s; ``on_action`` is called when its action is pressed.

        Raises:
            KeyError: no icon has that name.
        """
        toast = Toast(self._host, text, icon, action_text, on_action, self._stays_ms)
        toast.gone.connect(lambda: self._forget(toast))
        self._toasts.append(toast)
        for old in self._toasts[:-_MOST]:
            old.leave()
        self._place()
        toast.show()
        toast.raise_()
        toast.announce()
        return toast

    def stand_above(self, above: QWidget) -> None:
        """Let the toasts stand over another action bar from now on."""
        if isValid(self._above):
            self._above.removeEventFilter(self)
        self._above = above
        above.installEventFilter(self)
        self._place()

    @property
    def shown(self) -> list["Toast"]:
        """The toasts on screen, the oldest first."""
        return list(self._toasts)

    def retract(self, text: str) -> None:
        """Send away what is no longer true."""
        for toast in self.shown:
            if toast.text == text:
                toast.leave()

    def clear(self) -> None:
        """Send all away."""
        for toast in self.shown:
            toast.leave()

    def _forget(self, toast: "Toast") -> None:
        if toast in self._toasts:
            self._toasts.remove(toast)
            self._place()

    def _place(self) -> None:
        if not self._toasts:
            return
        controls = self._controls()
        best = min(self._spots(), key=lambda stack: _covered(stack, controls))
        for toast, box in zip(reversed(self._toasts), best, strict=True):
            toast.setGeometry(box)

    def _spots(self) -> Iterator[list[QRect]]:
        """Where all of them could stand, the newest first; the best places first, and the widest."""
        bar = QRect(self._above.mapTo(self._host, QPoint()), self._above.size())
        room = max(200, bar.width() - 2 * SPACE.page)
        for widest in (_WIDEST, _NARROWER, _NARROWEST):
            sizes = [toast.fitting(min(room, scaled(widest))) for toast in reversed(self._toasts)]
            for share in (0.0, 1.0, 0.5):  # left, right, middle
                yield _stacked(sizes, bar.left() + SPACE.page, room, share, bar.top() - SPACE.card, up=True)
            yield _stacked(sizes, bar.left() + SPACE.page, room, 0.5, SPACE.s, up=False)

    def _controls(self) -> list[QRect]:
        """What can be operated on the page, as far as it is seen."""
        tab = Qt.FocusPolicy.TabFocus
        boxes = []
        for widget in self._host.findChildren(QWidget):
            if widget.focusPolicy() & tab and widget.isVisible() and not isinstance(widget, _Action):
                seen = widget.visibleRegion().boundingRect()
                boxes.append(seen.translated(widget.mapTo(self._host, QPoint())))
        return boxes

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and isValid(self._above):
            self._place()
        return False


def _stacked(sizes: Sequence[QSize], left: int, room: int, share: float, edge: int, up: bool) -> list[QRect]:
    """Boxes one over the other from ``edge`` on, at the left of the room (0.0), at the right of it (1.0) or between."""
    boxes = []
    for size in sizes:
        top = edge - size.height() if up else edge
        boxes.append(QRect(QPoint(left + round(share * (room - size.width())), top), size))
        edge = top - SPACE.s if up else top + size.height() + SPACE.s
    return boxes


def _covered(stack: Sequence[QRect], controls: Sequence[QRect]) -> float:
    """How many controls' worth is covered; a little of a long list counts little."""
    parts = ((box & control, control) for box in stack for control in controls)
    return sum(
        part.width() * part.height() / (whole.width() * whole.height()) for part, whole in parts if part.isValid()
    )


class Toast(QFrame):
    """One toast; it stays while the mouse is over it or its action has the focus.

    Attributes:
        action: the button that takes it back, if there is one.
        gone: it has left.
    """

    gone = Signal()

    def __init__(
        self,
        host: QWidget,
        text: str,
        icon: str,
        action_text: str,
        on_action: Callable[[], None] | None,
        stays_ms: int,
    ) -> None:
        require_icon(icon)
        super().__init__(host)
        self._icon_name = icon
        self._text = Text(text, "body", "canvas", parent=self)
        self.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(20) + 28, SPACE.s, SPACE.card, SPACE.s)
        row.setSpacing(SPACE.gap)
        row.addWidget(self._text, 1)
        self.action: QAbstractButton | None = None
        if action_text:
            self.action = _Action(action_text, self)
            self.action.clicked.connect(lambda: self._act(on_action))
            self.action.installEventFilter(self)
            row.addWidget(self.action)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(stays_ms)
        self._timer.timeout.connect(self.leave)
        self._timer.start()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    @property
    def counting(self) -> bool:
        """Whether the time it stays is running."""
        return self._timer.isActive()

    def fitting(self, widest: int) -> QSize:
        """The size it takes, at most ``widest``."""
        margins = self.contentsMargins()
        layout = self.layout()
        assert layout is not None
        width = min(widest, max(layout.sizeHint().width() + margins.left(), scaled(280)))
        tall = layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
        return QSize(width, max(tall, grown(46)))

    def announce(self) -> None:
        """Tell screen readers at once."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.text))

    def leave(self) -> None:
        """Go away."""
        self._timer.stop()
        self.hide()
        self.gone.emit()
        self.deleteLater()

    def _act(self, on_action: Callable[[], None] | None) -> None:
        self.leave()
        if on_action is not None:
            on_action()

    def _hold(self, held: bool) -> None:
        focused = self.action is not None and self.action.hasFocus()
        if held or focused:
            self._timer.stop()
        elif self.isVisible():
            self._timer.start()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802  Qt's name
        self._hold(True)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        self._hold(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if event.type() == QEvent.Type.FocusIn:
            self._hold(True)
        elif event.type() == QEvent.Type.FocusOut:
            self._hold(self.underMouse())
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("ink"))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS.toast, RADIUS.toast)
        side = float(scaled(20))
        paint_icon(painter, QRectF(17, (self.height() - side) / 2, side, side), self._icon_name, "canvas")


class _Action(QAbstractButton):
    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # The ring has the text's colour, which a toast inverts: keep it inside.
        self.setProperty("focusToken", "canvas")
        self.setProperty("focusInset", True)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        width = QFontMetricsF(font("label")).horizontalAdvance(self.text()) + 14
        return QSize(max(HEIGHT.target, round(width)), grown(HEIGHT.target))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        face = font("label")
        face.setUnderline(True)
        painter.setFont(face)
        painter.setPen(color("canvas"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
