"""What was entered before, to be looked at and taken away again."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.rows import Row, RowList
from skriptstudio.ui.widgets.text import Text

_SHOWN = 2


class KeptList(QWidget):
    """A short list with a button that takes the chosen row away.

    Attributes:
        removed: the key of the row.
    """

    removed = Signal(str)

    def __init__(self, say: Say, name: str, rows: Sequence[Row]) -> None:
        super().__init__()
        self.rows = RowList(name, rows)
        self.rows.setFixedHeight(min(_SHOWN, len(rows)) * self.rows.row_height())
        self.button = Button(say("Take away"), "quiet", "trash", small=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        head = QHBoxLayout()
        head.addWidget(Text(name, "label"), 1)
        head.addWidget(self.button)
        column.addLayout(head)
        column.addWidget(self.rows)
        self.button.clicked.connect(self._remove)
        self.setVisible(bool(rows))
        if rows:
            self.rows.choose(rows[0].key)

    def _remove(self) -> None:
        key = self.rows.key
        if key:
            self.rows.set_rows([row for row in self.rows.rows_model.rows if row.key != key])
            self.removed.emit(key)
