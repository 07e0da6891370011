"""What a list shows: rows, and the model that gives them to Qt."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPixmap

from skriptstudio.ui.widgets.lamp import LampState

_Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The data role under which the model gives the ``Row`` itself."""


@dataclass(frozen=True)
class Row:
    """What one row says, from left to right.

    Attributes:
        key: what the list's signals tell.
        title, small: the two lines.
        ticked: a tick box at the left, None for none; ``tickable`` False greys it out.
        poster: 9:16 picture, for rows of 98 px; None with ``has_poster`` shows a well.
        icon: icon at the left; avatar: a name whose first letter stands in a circle.
        mark: token of a section, a small square before the title.
        chips: (text, tone) at the right, tones as in ``chips.TONES``.
        lamp: (state, word) at the far right; the word may be empty if ``small`` says it.
        side: small text at the right, before the lamp.
        spoken: accessible text, put together from the rest if empty.
    """

    key: str
    title: str
    small: str = ""
    ticked: bool | None = None
    tickable: bool = True
    poster: QPixmap | None = None
    has_poster: bool = False
    icon: str = ""
    avatar: str = ""
    mark: str = ""
    chips: tuple[tuple[str, str], ...] = field(default=())
    lamp: tuple[LampState, str] | None = None
    side: str = ""
    spoken: str = ""

    def accessible(self) -> str:
        """All the row says, as one sentence."""
        if self.spoken:
            return self.spoken
        words = [
            self.title,
            self.small,
            *(text for text, _ in self.chips),
            self.side,
            self.lamp[1] if self.lamp else "",
        ]
        return ", ".join(word for word in words if word)


class RowsModel(QAbstractListModel):
    """Rows as a Qt model: title, accessible text, tick state and the row itself."""

    def __init__(self, rows: Sequence[Row] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = list(rows)

    @property
    def rows(self) -> list[Row]:
        """What is listed."""
        return list(self._rows)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """List these; rows with the same keys are changed in place, so the selection stays."""
        new = list(rows)
        if [row.key for row in new] == [row.key for row in self._rows]:
            self._rows = new
            if new:
                self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    def change(self, key: str, **changes: object) -> None:
        """Change fields of one row, e.g. its poster; an unknown key changes nothing."""
        for at, row in enumerate(self._rows):
            if row.key == key:
                self._rows[at] = dataclasses.replace(row, **changes)  # type: ignore[arg-type]
                self.dataChanged.emit(self.index(at), self.index(at))

    def find(self, key: str) -> QModelIndex:
        """The index of a row, invalid if there is none."""
        for at, row in enumerate(self._rows):
            if row.key == key:
                return self.index(at)
        return QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008  Qt's name, Qt's default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and row.ticked is not None:
            return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
        return {
            int(Qt.ItemDataRole.DisplayRole): row.title,
            int(Qt.ItemDataRole.AccessibleTextRole): row.accessible(),
            int(Qt.ItemDataRole.AccessibleDescriptionRole): row.small,
            int(ROW_ROLE): row,
        }.get(int(role))

    def flags(self, index: _Index) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        ticked = index.isValid() and self._rows[index.row()].ticked is not None
        return plain | Qt.ItemFlag.ItemIsUserCheckable if ticked else plain


def row_at(index: _Index) -> Row | None:
    """The row behind an index of a ``RowsModel``."""
    found = index.data(ROW_ROLE) if index.isValid() else None
    return found if isinstance(found, Row) else None
