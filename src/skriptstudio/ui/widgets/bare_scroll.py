"""A column that scrolls without a frame or a ground of its own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class BareScroll(QScrollArea):
    """Rows from top to bottom, with the rest of the room below them.

    Args:
        room_below: without it, the rows share the rest of the room.

    Attributes:
        column: holds the rows; its last item is the room below.
    """

    def __init__(self, parent: QWidget | None = None, room_below: bool = True) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setObjectName("clear")
        inside = QWidget()
        inside.setObjectName("clear")
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        if room_below:
            self.column.addStretch(1)
        self.setWidget(inside)

    def drop(self, row: QWidget) -> None:
        """Take a row away."""
        self.column.removeWidget(row)
        row.hide()
        row.deleteLater()
