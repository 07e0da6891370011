"""Lists: rows of 62 px, or 98 px with a poster."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from skriptstudio.ui.theme import grown, is_style_change, scaled
from skriptstudio.ui.tokens import HEIGHT
from skriptstudio.ui.widgets.row_delegate import INSET, RowDelegate, RowView, paint_poster
from skriptstudio.ui.widgets.row_model import ROW_ROLE, Row, RowsModel, row_at

__all__ = ["ROW_ROLE", "Row", "RowList", "RowsModel", "paint_poster", "row_at"]


class RowList(RowView):
    """A list of rows; arrow keys choose, Enter or double click opens, Space ticks.

    Attributes:
        row_chosen: the key of the row that is now selected.
        row_opened: Enter or double click.
        tick_toggled: key and the state it should get; the page changes the model.
    """

    row_chosen = Signal(str)
    row_opened = Signal(str)
    tick_toggled = Signal(str, bool)

    def __init__(self, name: str, rows: Sequence[Row] = (), tall: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows_model = RowsModel(rows, self)
        self._tall = tall
        self._by_keyboard = False
        self.setAccessibleName(name)
        self.setProperty("ownFocus", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setModel(self.rows_model)
        self.setItemDelegate(RowDelegate(self))
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.doubleClicked.connect(self._open)

    @property
    def tall(self) -> bool:
        """Whether rows have room for a poster."""
        return self._tall

    @property
    def by_keyboard(self) -> bool:
        """Whether the row in focus needs its ring."""
        return self._by_keyboard and self.hasFocus()

    @property
    def key(self) -> str:
        """The key of the selected row, empty if there is none."""
        row = row_at(self.currentIndex())
        return row.key if row else ""

    def set_rows(self, rows: Sequence[Row]) -> None:
        """List these and keep the selection if its key is still there."""
        key = self.key
        self.rows_model.set_rows(rows)
        if key and not self.key:
            self.choose(key)

    def choose(self, key: str) -> None:
        """Select a row by its key; an unknown one changes nothing."""
        index = self.rows_model.find(key)
        if index.isValid():
            self.setCurrentIndex(index)

    def _current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = row_at(current)
        if row is not None:
            self.row_chosen.emit(row.key)

    def _open(self, index: QModelIndex) -> None:
        row = row_at(index)
        if row is not None:
            self.row_opened.emit(row.key)

    def _toggle(self, row: Row) -> None:
        if row.ticked is not None and row.tickable:
            self.tick_toggled.emit(row.key, not row.ticked)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        self._by_keyboard = True
        row = row_at(self.currentIndex())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if row is not None and plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.row_opened.emit(row.key)
        elif row is not None and plain and event.key() == Qt.Key.Key_Space and row.ticked is not None:
            self._toggle(row)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif event.text() and event.text().isprintable() and event.key() != Qt.Key.Key_Space:
            # Single letters are the page's shortcuts, not a search in the list.
            event.ignore()
        elif event.key() == Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        self._by_keyboard = False
        index = self.indexAt(event.position().toPoint())
        row = row_at(index)
        box = self.visualRect(index)
        on_tick = (
            row is not None and row.ticked is not None and event.position().x() < box.left() + scaled(22) + 2 * INSET
        )
        super().mousePressEvent(event)
        if row is not None and on_tick and event.button() == Qt.MouseButton.LeftButton:
            self._toggle(row)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802  Qt's name
        by_tab = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        opened = event.reason() == Qt.FocusReason.PopupFocusReason  # a dialog: its first widget is told apart
        self._by_keyboard = by_tab or opened or self._by_keyboard
        super().focusInEvent(event)
        if by_tab and not self.currentIndex().isValid() and self.rows_model.rows:
            self.setCurrentIndex(self.rows_model.index(0))

    def row_height(self) -> int:
        """Pixels of one row."""
        return grown(HEIGHT.poster_row if self._tall else HEIGHT.row, 2)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(320, max(1, min(6, self.rows_model.rowCount())) * self.row_height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(160, self.row_height())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        super().changeEvent(event)
        if is_style_change(event):
            self.scheduleDelayedItemsLayout()
