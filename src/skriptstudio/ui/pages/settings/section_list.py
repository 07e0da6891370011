"""The list of sections at the left."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from skriptstudio.ui.icons import paint_icon
from skriptstudio.ui.theme import color, grown, scaled
from skriptstudio.ui.tokens import HEIGHT, RADIUS
from skriptstudio.ui.widgets.paragraph import Paragraph
from skriptstudio.ui.widgets.row_model import Row, row_at
from skriptstudio.ui.widgets.rows import RowList

_WIDE = 236
_INSET = 14


class SectionList(RowList):
    """Rows of 48 px with an icon; the chosen section is bold in a petrol frame."""

    def __init__(self, name: str, rows: Sequence[Row]) -> None:
        self._compact = False
        super().__init__(name, rows)
        self.setItemDelegate(_Delegate(self))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def set_compact(self, compact: bool) -> None:
        """Lower rows, so that all of them fit into a low window."""
        self._compact = compact
        self.scheduleDelayedItemsLayout()

    def row_height(self) -> int:
        return grown(HEIGHT.bar_button if self._compact else HEIGHT.step)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        needed = max(
            (Paragraph(row.title, role="label").natural_width() for row in self.rows_model.rows),
            default=0,
        )
        wide = max(_WIDE, needed + scaled(22) + 3 * _INSET + 6)
        return QSize(wide, self.rows_model.rowCount() * self.row_height())


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: SectionList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        return QSize(160, self._view.row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = row_at(index)
        if row is None:
            return
        chosen = index == self._view.currentIndex()
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plate = QRectF(option.rect).adjusted(1, 2, -1, -2)
        if chosen or hovered:
            painter.setPen(QPen(color("primary"), 2) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(color("surface" if chosen else "tint"))
            painter.drawRoundedRect(plate, RADIUS.button, RADIUS.button)
        if chosen and self._view.by_keyboard:
            painter.setPen(QPen(color("focus"), 2))
            painter.drawRoundedRect(plate.adjusted(4, 4, -4, -4), RADIUS.tag, RADIUS.tag)
        side = float(scaled(22))
        left = plate.left() + _INSET - 1
        paint_icon(painter, QRectF(left, plate.center().y() - side / 2, side, side), row.icon, "ink_soft")
        left += side + _INSET - 1
        words = Paragraph(row.title, role="label" if chosen else "body", lines=1)
        room = plate.right() - left - 4
        tall = words.height(room)
        words.paint(painter, QRectF(left, plate.center().y() - tall / 2, room, tall))
        painter.restore()
