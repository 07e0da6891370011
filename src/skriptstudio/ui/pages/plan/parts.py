"""Small parts of the page: the search field, and what stands where a list has nothing."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from skriptstudio.ui.theme import scaled
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.fields import LineField
from skriptstudio.ui.widgets.text import Text

_SEARCH_WIDTH = 236


class SearchField(LineField):
    """Esc empties it, Down goes to what was found.

    Attributes:
        down: Down was pressed.
    """

    down = Signal()

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder, "magnifying-glass")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(scaled(_SEARCH_WIDTH), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)


class Nothing(QWidget):
    """A title, a sentence and perhaps one plain button, in the middle of a list's place."""

    def __init__(self, button: Button) -> None:
        super().__init__()
        centre = Qt.AlignmentFlag.AlignHCenter
        self.button = button
        self._title = Text("", "card", align=centre)
        self._sentence = Text("", "body", "ink_soft", align=centre)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE.s)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        column.addSpacing(SPACE.xs)
        column.addWidget(button, 0, centre)
        column.addStretch(2)

    def show_text(self, title: str, sentence: str, with_button: bool) -> None:
        """Say why there is nothing."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self.button.setVisible(with_button)
