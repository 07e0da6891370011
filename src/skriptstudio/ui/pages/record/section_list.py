"""The script's sections as a list of 40 px rows: mark, name, takes, tick."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from skriptstudio.ui.icons import paint_icon
from skriptstudio.ui.theme import color, font, grown, is_style_change, scaled
from skriptstudio.ui.tokens import RADIUS, SPACE
from skriptstudio.ui.widgets.paragraph import Paragraph

_ROW = Qt.ItemDataRole.UserRole
_LEAST_ROWS = 3
_INSET = 10


@dataclass(frozen=True)
class SectionRow:
    """What a row says; ``spoken`` is its text for screen readers."""

    key: str
    name: str
    side: str
    token: str
    done: bool
    spoken: str


class SectionList(QListView):
    """One section is chosen; the arrow keys choose another.

    Attributes:
        section_chosen: its key.
    """

    section_chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = QStandardItemModel(self)
        self.by_keyboard = False
        self.setAccessibleName(name)
        self.setProperty("ownFocus", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.selectionModel().currentChanged.connect(self._changed)

    def set_rows(self, rows: Sequence[SectionRow], chosen: str) -> None:
        """List these, with one of them chosen; nothing is told."""
        self.selectionModel().blockSignals(True)
        while self._model.rowCount() > len(rows):
            self._model.removeRow(self._model.rowCount() - 1)
        for at, row in enumerate(rows):
            item = self._model.item(at) or QStandardItem()
            item.setText(row.name)
            item.setData(row, _ROW)
            item.setAccessibleText(row.spoken)
            if at >= self._model.rowCount():
                self._model.appendRow(item)
            if row.key == chosen:
                self.setCurrentIndex(self._model.index(at, 0))
        self.selectionModel().blockSignals(False)
        self.updateGeometry()
        self.viewport().update()

    @property
    def key(self) -> str:
        """The chosen section."""
        row = self.currentIndex().data(_ROW)
        return row.key if isinstance(row, SectionRow) else ""

    def _changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = current.data(_ROW)
        if isinstance(row, SectionRow):
            self.section_chosen.emit(row.key)

    def row_height(self) -> int:
        """Pixels of a row."""
        return grown(40)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(200, max(1, self._model.rowCount()) * self.row_height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(160, min(_LEAST_ROWS, max(1, self._model.rowCount())) * self.row_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        self.by_keyboard = True
        if event.text() and event.text().isprintable():
            # Space records, and single letters are the page's shortcuts, not a search in the list.
            event.ignore()
        else:
            super().keyPressEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        self.by_keyboard = False
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802  Qt's name
        by_tab = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.by_keyboard = by_tab or self.by_keyboard
        super().focusInEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        super().changeEvent(event)
        if is_style_change(event):
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: SectionList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(  # noqa: N802  Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(120, self._view.row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(_ROW)
        if not isinstance(row, SectionRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        chosen = index == self._view.currentIndex()
        self._paint_plate(painter, box, chosen, bool(option.state & QStyle.StateFlag.State_MouseOver))
        middle = box.center().y()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(row.token))
        painter.drawRoundedRect(QRectF(box.left() + _INSET, middle - 5, 10, 10), 3, 3)
        side = float(scaled(18))
        mark = QRectF(box.right() - _INSET - side, middle - side / 2, side, side)
        paint_icon(painter, mark, "check-circle-fill" if row.done else "circle", "ok" if row.done else "ink_faint")
        words = Paragraph(row.side, role="small", token="ink_soft", tabular=True)
        wide = words.natural_width() + 2
        at = QRectF(mark.left() - SPACE.m - wide, middle - words.height(wide) / 2, wide, box.height())
        words.paint(painter, at)
        painter.setFont(font("label" if chosen else "body"))
        painter.setPen(color("ink"))
        left = box.left() + _INSET + 20
        name = QRectF(left, box.top(), at.left() - left - SPACE.xs, box.height())
        shown = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, int(name.width()))
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def _paint_plate(self, painter: QPainter, box: QRectF, chosen: bool, hovered: bool) -> None:
        plate = box.adjusted(0, 1, 0, -1)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("tint" if chosen else "sunken"))
            painter.drawRoundedRect(plate, RADIUS.button, RADIUS.button)
        if chosen and self._view.by_keyboard and self._view.hasFocus():
            painter.setPen(QPen(color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(plate.adjusted(1, 1, -1, -1), RADIUS.button - 1, RADIUS.button - 1)
