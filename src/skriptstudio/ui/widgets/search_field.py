"""The search field over a list."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy

from skriptstudio.ui.theme import scaled
from skriptstudio.ui.widgets.fields import LineField


class SearchField(LineField):
    """Esc empties it, Down goes to what was found.

    Args:
        placeholder: what is searched, also its accessible name.
        width_px: width at text scale 1, less where there is less room; None grows with the layout.

    Attributes:
        down: Down was pressed.
    """

    down = Signal()

    def __init__(self, placeholder: str, width_px: int | None = None) -> None:
        super().__init__(placeholder, "magnifying-glass")
        self._width_px = width_px
        if width_px is not None:
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        hint = super().sizeHint()
        return hint if self._width_px is None else QSize(scaled(self._width_px), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)
