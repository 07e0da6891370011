"""Two cards with the 9:16 picture between them, which takes all the height there is."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from skriptstudio.ui.pages.record.trouble import TroubleBox
from skriptstudio.ui.theme import scaled
from skriptstudio.ui.tokens import SPACE

_CARD = 300
_WIDE_CARD = 380
_WIDE_FROM = 1330
"""Page width at a window of 1600 px."""


class Columns(QWidget):
    """Places left card, middle and right card.

    Attributes:
        middle: preview, trouble or player; one of them is shown.
    """

    def __init__(self, left: QWidget, right: QWidget) -> None:
        super().__init__()
        self._left, self._right = left, right
        self.middle = QStackedWidget(self)
        left.setParent(self)
        right.setParent(self)
        self._compact = False
        self.middle.currentChanged.connect(lambda _: self._arrange())
        QWidget.setTabOrder(left, self.middle)
        QWidget.setTabOrder(self.middle, right)

    def set_compact(self, compact: bool) -> None:
        """Share the width out between the cards."""
        self._compact = compact
        self._arrange()

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(700, 220)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide, tall = self.width(), self.height()
        middle = round(tall * 9 / 16)
        if isinstance(self.middle.currentWidget(), TroubleBox):
            middle = max(middle, min(scaled(_CARD), wide * 2 // 5))
        if self._compact:
            card = (wide - middle - 2 * SPACE.gap) // 2
        else:
            wanted = scaled(_WIDE_CARD if wide >= _WIDE_FROM else _CARD)
            card = min(wanted, (wide - middle - 2 * SPACE.gap) // 2)
        self._left.setGeometry(0, 0, card, tall)
        self._right.setGeometry(wide - card, 0, card, tall)
        self.middle.setGeometry((wide - middle) // 2, 0, middle, tall)
