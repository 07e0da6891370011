"""The search field over the list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from skriptstudio.ui.widgets.fields import LineField


class SearchField(LineField):
    """Esc empties it, Down goes to what was found.

    Attributes:
        down: Down was pressed.
    """

    down = Signal()

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder, "magnifying-glass")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)
