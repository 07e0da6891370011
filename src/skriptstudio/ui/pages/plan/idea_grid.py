"""Ideas as cards in a grid: format, hook, and what it takes."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from skriptstudio.ui.icons import paint_icon
from skriptstudio.ui.theme import color, grown, line_height, scaled
from skriptstudio.ui.tokens import RADIUS, SPACE
from skriptstudio.ui.widgets.paragraph import Paragraph
from skriptstudio.ui.widgets.row_delegate import Index, RowDelegate, paint_plate
from skriptstudio.ui.widgets.rows import Row, RowList

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
        self.lay_in_cells()
        self.setItemDelegate(_Delegate(self))
        self.setObjectName("clear")
        self.viewport().setObjectName("clear")

    def row_height(self) -> int:
        return grown(_TALL, 5)

    def row_size(self) -> QSize:
        """Size of a card with the gap around it."""
        wide = max(1, self.viewport().width() - 1)
        columns = max(1, wide // scaled(_LEAST_WIDE))
        return QSize(wide // columns, self.row_height() + _GAP)


class _Delegate(RowDelegate):
    """A card (looks.md 7.1)."""

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: Row) -> None:
        box = QRectF(option.rect).adjusted(0, 0, -_GAP, -_GAP)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_card(painter, box, chosen, bool(option.state & QStyle.StateFlag.State_MouseOver))
        self._paint_focus(painter, box.adjusted(5, 5, -5, -5), index, RADIUS.button)
        self._paint_words(painter, box.adjusted(SPACE.card, SPACE.card, -SPACE.card, -SPACE.m), row, chosen)

    def _paint_card(self, painter: QPainter, box: QRectF, chosen: bool, hovered: bool) -> None:
        painter.setPen(QPen(color("primary" if chosen else "line"), 2 if chosen else 1))
        painter.setBrush(color("tint" if hovered and not chosen else "surface"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS.card, RADIUS.card)

    def _paint_words(self, painter: QPainter, box: QRectF, row: Row, chosen: bool) -> None:
        side = float(scaled(_PLATE))
        plate = QRectF(box.left(), box.top(), side, side)
        paint_plate(painter, plate, row.icon)
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
