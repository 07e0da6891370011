"""Cards: surfaces with an edge instead of a shadow."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from skriptstudio.ui.icons import paint_icon
from skriptstudio.ui.theme import color, scaled
from skriptstudio.ui.tokens import RADIUS, SPACE


class Card(QFrame):
    """A surface with a column of widgets in it.

    Attributes:
        column: the layout to add to.
    """

    def __init__(self, padding: int = SPACE.card, spacing: int = SPACE.s, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(padding, padding, padding, padding)
        self.column.setSpacing(spacing)


class SelectableCard(QAbstractButton):
    """A card to choose: click, Space or Enter chooses it, double click or Ctrl+Enter starts.

    What stands on it is drawn by ``paint_content`` of a subclass, or put into a layout of
    children that let the mouse through.

    Attributes:
        started: double click, or Ctrl+Enter while it has the focus.
    """

    started = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setProperty("focusRadius", RADIUS.card)

    def paint_content(self, painter: QPainter, box: QRect) -> None:
        """Draw what the card says into ``box``, which leaves the padding free."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2.0 if self.isChecked() else 1.0
        edge = "primary" if self.isChecked() else "control" if self.underMouse() else "line"
        painter.setPen(QPen(color(edge), width))
        painter.setBrush(color("tint" if self.isDown() else "surface"))
        box = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(box, RADIUS.card - width / 2, RADIUS.card - width / 2)
        pad = SPACE.card
        self.paint_content(painter, self.rect().adjusted(pad, pad, -pad, -pad))
        if self.isChecked():
            side = scaled(22)
            mark = QRectF(self.width() - side - SPACE.m, SPACE.m, side, side)
            paint_icon(painter, mark, "check-circle-fill", "primary")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        super().mouseDoubleClickEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.started.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.started.emit()
        else:
            self.click()
