"""What stands where a list has nothing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.text import Text


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
