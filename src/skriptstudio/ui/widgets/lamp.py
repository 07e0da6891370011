"""The traffic light: a shape, a colour and always a word."""

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from skriptstudio.ui.icons import paint_icon
from skriptstudio.ui.theme import is_style_change, line_height, scaled
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.paragraph import Paragraph

LampState = Literal["ok", "hint", "stop", "open"]

LAMPS = {
    "ok": ("check-circle-fill", "ok"),
    "hint": ("warning-fill", "hint_mark"),
    "stop": ("x-circle-fill", "stop"),
    "open": ("circle-dashed", "ink_soft"),
}
"""Icon and token of each state."""


def paint_lamp(painter: QPainter, box: QRectF, state: str) -> None:
    """Draw the lamp alone, as large as ``box``.

    Raises:
        KeyError: no state has that name.
    """
    name, token = LAMPS[state]
    paint_icon(painter, box, name, token)


class Lamp(QLabel):
    """Lamp, word and below it a small sentence; screen readers get word and sentence."""

    def __init__(
        self,
        state: LampState,
        word: str,
        sentence: str = "",
        *,
        small: bool = False,
        strong: bool | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._small = small
        self._strong = strong
        self._state: LampState = state
        self._word = Paragraph("")
        self._sentence = Paragraph("")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_state(state, word, sentence)

    @property
    def state(self) -> LampState:
        """What the lamp shows."""
        return self._state

    def show_state(self, state: LampState, word: str, sentence: str = "") -> None:
        """Show another state.

        Raises:
            KeyError: no state has that name.
        """
        _ = LAMPS[state]
        self._state = state
        strong = bool(sentence) if self._strong is None else self._strong
        self._word = Paragraph(word, role="label" if strong else "body")
        self._sentence = Paragraph(sentence, role="small", token="ink_soft")
        self._heights: dict[int, int] = {}
        self.setText(f"{word}. {sentence}" if sentence else word)
        self.updateGeometry()
        self.update()

    def _side(self) -> int:
        return scaled(18 if self._small else 22)

    def _indent(self) -> int:
        return self._side() + (SPACE.s if self._small else 10)

    def _tall(self, width: int) -> int:
        if width not in self._heights:
            below = self._sentence.height(width) + 2 if self._sentence.whole else 0
            self._heights[width] = self._word.height(width) + below
        return self._heights[width]

    def heightForWidth(self, width: int) -> int:  # noqa: N802  Qt's name
        return max(self._side() + 2, self._tall(max(1, width - self._indent())))

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        width = self._indent() + max(self._word.natural_width(), self._sentence.natural_width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        width = self._indent() + max(self._word.narrowest_width(), self._sentence.narrowest_width())
        return QSize(width, self._side() + 2)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        super().changeEvent(event)
        if is_style_change(event):
            self._heights = {}
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        side, indent = float(self._side()), self._indent()
        width = float(self.width() - indent)
        top = max(0.0, (self.height() - self._tall(round(width))) / 2)
        line = line_height(self._word.role)
        paint_lamp(painter, QRectF(0, top + (line - side) / 2, side, side), self._state)
        self._word.paint(painter, QRectF(indent, top, width, self.height()))
        below = top + self._word.height(width) + 2
        self._sentence.paint(painter, QRectF(indent, below, width, self.height()))
