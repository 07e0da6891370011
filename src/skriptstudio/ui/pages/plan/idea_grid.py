"""Ideas as cards in a grid: format, hook, and what it takes."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from skriptstudio.ui.icons import paint_icon
from skriptstudio.ui.theme import color, grown, line_height, scaled
from skriptstudio.ui.tokens import RADIUS, SPACE
from skriptstudio.ui.widgets.paragraph import Paragraph
from skriptstudio.ui.widgets.row_delegate import RowDelegate
from skriptstudio.ui.widgets.rows import Row, RowList, row_at

_GAP = 14
_TALL = 169
_LEAST_WIDE = 226
_HOOK_LINES = 3
_PLATE = 28


class IdeaGrid(RowList):
    """Rows drawn as cards, as many to a line as fit; the arrow keys go in all four directions.

    A row's ``title`` is the hook, ``side`` the format, ``small`` what it takes.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setItemDelegate(_Delegate(self))
        self.setObjectName("clear")
        self.viewport().setObjectName("clear")

    def row_height(self) -> int:
        return grown(_TALL, 5)

    def cell(self) -> QSize:
        """Size of a card with the gap around it."""
        wide = max(1, self.viewport().width() - 1)
        columns = max(1, wide // scaled(_LEAST_WIDE))
        return QSize(wide // columns, self.row_height() + _GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        self.setGridSize(self.cell())
        super().resizeEvent(event)


class _Delegate(RowDelegate):
    """A card (looks.md 7.1)."""

    def __init__(self, grid: IdeaGrid) -> None:
        super().__init__(grid)
        self._grid = grid

    def sizeHint(  # noqa: N802  Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return self._grid.cell()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = row_at(index)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(0, 0, -_GAP, -_GAP)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_card(painter, box, chosen, bool(option.state & QStyle.StateFlag.State_MouseOver))
        if self._grid.by_keyboard and index == self._grid.currentIndex():
            painter.setPen(QPen(color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(5, 5, -5, -5), RADIUS.button, RADIUS.button)
        self._paint_words(painter, box.adjusted(SPACE.card, SPACE.card, -SPACE.card, -SPACE.m), row, chosen)
        painter.restore()

    def _paint_card(self, painter: QPainter, box: QRectF, chosen: bool, hovered: bool) -> None:
        painter.setPen(QPen(color("primary" if chosen else "line"), 2 if chosen else 1))
        painter.setBrush(color("tint" if hovered and not chosen else "surface"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS.card, RADIUS.card)

    def _paint_words(self, painter: QPainter, box: QRectF, row: Row, chosen: bool) -> None:
        side = float(scaled(_PLATE))
        plate = QRectF(box.left(), box.top(), side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("tint"))
        painter.drawRoundedRect(plate, RADIUS.tag, RADIUS.tag)
        inner = side * 0.18
        paint_icon(painter, plate.adjusted(inner, inner, -inner, -inner), row.icon, "primary")
        middle = (side - line_height("small")) / 2
        tick = float(scaled(22))
        name = QRectF(plate.right() + SPACE.s, box.top() + middle, box.width() - side - SPACE.s - tick, side)
        Paragraph(row.side, role="small", token="ink_soft", lines=1).paint(painter, name)
        if chosen:
            paint_icon(painter, QRectF(box.right() - tick, box.top(), tick, tick), "check-circle-fill", "primary")
        hook = Paragraph(row.title, role="card", lines=_HOOK_LINES)
        hook.paint(painter, QRectF(box.left(), plate.bottom() + SPACE.s, box.width(), box.height()))
        foot = box.bottom() - line_height("small")
        clock = float(scaled(16))
        drop = (line_height("small") - clock) / 2
        paint_icon(painter, QRectF(box.left(), foot + drop, clock, clock), "clock", "ink_soft")
        words = QRectF(box.left() + clock + 6, foot, box.width() - clock - 6, line_height("small"))
        Paragraph(row.small, role="small", token="ink_soft", lines=1).paint(painter, words)
