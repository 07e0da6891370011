"""The form's own parts: the two hats, and the folder as it is chosen."""

from pathlib import Path

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QRadioButton, QSizePolicy, QWidget

from skriptstudio.ui.icons import paint_icon
from skriptstudio.ui.library_choice import folder_words
from skriptstudio.ui.theme import color, grown, line_height, scaled
from skriptstudio.ui.tokens import HEIGHT, RADIUS, SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.paragraph import Paragraph

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
"""Qt moves by geometry alone; here Up and Down choose, too."""


class HatCard(QRadioButton):
    """A card with a radio mark: what somebody mostly does, and who that usually is."""

    def __init__(self, title: str, small: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._title = Paragraph(title, role="label")
        self._small = Paragraph(small, role="small", token="ink_soft")
        self.setAccessibleName(title)
        self.setAccessibleDescription(small)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focusRadius", RADIUS.card)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802  Qt's name
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(self._left() + self._title.natural_width() + SPACE.card, grown(70, 2))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        step = _STEPS.get(Qt.Key(event.key()))
        parent = self.parentWidget()
        if step is None or parent is None:
            super().keyPressEvent(event)
            return
        cards = parent.findChildren(HatCard)
        to = cards[(cards.index(self) + step) % len(cards)]
        to.setChecked(True)
        to.setFocus(Qt.FocusReason.TabFocusReason)

    def _left(self) -> int:
        return SPACE.card + scaled(22) + SPACE.m

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        edge = 2.0 if on else 1.0
        painter.setPen(QPen(color("primary" if on else "control" if self.underMouse() else "line"), edge))
        painter.setBrush(color("surface"))
        box = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.drawRoundedRect(box, RADIUS.card - edge / 2, RADIUS.card - edge / 2)
        self._paint_mark(painter, on)
        room = self.width() - self._left() - SPACE.s
        tall = self._title.height(room) + 2 + self._small.height(room)
        top = (self.height() - tall) / 2
        self._title.paint(painter, QRectF(self._left(), top, room, tall))
        below = top + self._title.height(room) + 2
        self._small.paint(painter, QRectF(self._left(), below, room, tall))

    def _paint_mark(self, painter: QPainter, on: bool) -> None:
        side = float(scaled(22))
        first_line = (self.height() - line_height("label") - 2 - line_height("small")) / 2
        box = QRectF(SPACE.card - 2, first_line + (line_height("label") - side) / 2, side, side)
        painter.setPen(QPen(color("primary" if on else "control"), 1.5))
        painter.setBrush(color("primary" if on else "surface"))
        painter.drawEllipse(box.adjusted(0.75, 0.75, -0.75, -0.75))
        if on:
            inner = side * 0.32
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("on_primary"))
            painter.drawEllipse(box.adjusted(inner, inner, -inner, -inner))


class FolderRow(QWidget):
    """The chosen folder, and the button that asks for another one.

    Attributes:
        other: the button.
        asked: another folder is wanted.
    """

    asked = Signal()

    def __init__(self, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = _FolderBox(self)
        self.other = Button(verb)
        self.other.clicked.connect(self.asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._box, 1)
        row.addWidget(self.other)
        self.setFocusProxy(self.other)

    def show_folder(self, folder: Path, side: str) -> None:
        """Show a folder; ``side`` says what kind of place it is."""
        self._box.show_folder(folder, side)

    def set_wrong(self, wrong: bool) -> None:
        """Mark that this folder can't be used."""
        self._box.set_wrong(wrong)

    @property
    def shown(self) -> str:
        """The folder as a screen reader tells it."""
        return self._box.text()


class _FolderBox(QLabel):
    """Looks like a field, but isn't typed into."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        self._side = ""
        self._wrong = False
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_folder(self, folder: Path, side: str) -> None:
        self._words = folder_words(folder)
        self._side = side
        self.setText(f"{folder} ({side})" if side else str(folder))
        self.setToolTip(str(folder))
        self.update()

    def set_wrong(self, wrong: bool) -> None:
        self._wrong = wrong
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(scaled(260), grown(HEIGHT.field))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(scaled(160), grown(HEIGHT.field))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = 2.0 if self._wrong else 1.0
        painter.setPen(QPen(color("stop" if self._wrong else "control"), edge))
        painter.setBrush(color("surface"))
        box = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.drawRoundedRect(box, RADIUS.button, RADIUS.button)
        side = float(scaled(20))
        token = "stop" if self._wrong else "ink_soft"
        name = "x-circle-fill" if self._wrong else "folder-simple"
        paint_icon(painter, QRectF(13, (self.height() - side) / 2, side, side), name, token)
        right = self._paint_side(painter)
        self._paint_words(painter, 13 + side + SPACE.s, right)

    def _paint_side(self, painter: QPainter) -> float:
        words = Paragraph(self._side, role="small", token="ink_soft")
        wide = words.natural_width() + 2 if self._side else 0
        left = self.width() - 13.0 - wide
        words.paint(painter, QRectF(left, (self.height() - words.height(wide + 1)) / 2, wide + 1, self.height()))
        return left - SPACE.s

    def _paint_words(self, painter: QPainter, left: float, right: float) -> None:
        """Whole names only: those that don't fit are left out from the front."""
        names = self._words.split(" › ")
        shown = Paragraph(self._words, lines=1)
        while len(names) > 1 and shown.natural_width() > right - left:
            names = names[1:]
            shown = Paragraph(" › ".join(["…", *names]), lines=1)
        top = (self.height() - line_height("body")) / 2
        shown.paint(painter, QRectF(left, top, right - left, self.height()))
