"""A lamp of the room check that can be pressed."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from skriptstudio.ui.icons import paint_icon
from skriptstudio.ui.pages.record.room_words import LampWords
from skriptstudio.ui.theme import color, grown, line_height, scaled
from skriptstudio.ui.tokens import HEIGHT, RADIUS, SPACE
from skriptstudio.ui.widgets.lamp import paint_lamp
from skriptstudio.ui.widgets.paragraph import Paragraph

_LAMP = 22
_LINES = 2
_ROW = 58


class LampRow(QAbstractButton):
    """Lamp, name and one sentence; where there is little room, lamp and a few words."""

    def __init__(self, words: LampWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compact = False
        self.words = words
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focusRadius", RADIUS.small_button)
        self.setProperty("focusInset", True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_words(words)

    def show_words(self, words: LampWords) -> None:
        """Show another state."""
        self.words = words
        self.setAccessibleName(f"{words.name}: {words.sentence}")
        self._arrange()

    def set_compact(self, compact: bool) -> None:
        """Leave the sentence to the tooltip."""
        self._compact = compact
        self._arrange()

    def _arrange(self) -> None:
        words = self.words
        if self._compact:
            self._word, self._sentence = Paragraph(words.short, lines=1), Paragraph("")
        else:
            self._word = Paragraph(words.name, role="label", lines=1)
            self._sentence = Paragraph(words.sentence, role="small", token="ink_soft", lines=_LINES)
        self._tell_if_cut()
        self.updateGeometry()
        self.update()

    def _tell_if_cut(self) -> None:
        cut = self._compact or self._sentence.is_cut(self._room(self.width()))
        self.setToolTip(self.words.sentence if cut else "")

    def _indent(self) -> int:
        return scaled(_LAMP) + 10

    def _room(self, width: int) -> int:
        return max(1, width - self._indent() - (scaled(16) + SPACE.xs if self.words.more else 0))

    def _tall(self, width: int) -> int:
        room = self._room(width)
        sentence = self._sentence.height(room)
        return self._word.height(room) + (sentence + 2 if sentence else 0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802  Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802  Qt's name
        if self._compact:
            return grown(HEIGHT.target)
        return max(grown(_ROW), self._tall(width) + SPACE.s)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(240, self.heightForWidth(self.width() or 240))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(120, grown(HEIGHT.target))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("tint"))
            painter.drawRoundedRect(QRectF(self.rect()), RADIUS.small_button, RADIUS.small_button)
        side, room = float(scaled(_LAMP)), self._room(self.width())
        top = max(0.0, (self.height() - self._tall(self.width())) / 2)
        line = line_height(self._word.role)
        paint_lamp(painter, QRectF(0, top + (line - side) / 2, side, side), self.words.state)
        self._word.paint(painter, QRectF(self._indent(), top, room, self.height()))
        below = top + self._word.height(room) + 2
        self._sentence.paint(painter, QRectF(self._indent(), below, room, self.height()))
        if self.words.more:
            caret = float(scaled(16))
            box = QRectF(self.width() - caret, top + (line - caret) / 2, caret, caret)
            paint_icon(painter, box, "caret-right", "ink_soft")
