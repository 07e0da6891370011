"""How a row is drawn."""

from abc import abstractmethod

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from skriptstudio.ui.icons import paint_icon
from skriptstudio.ui.theme import color, line_height, scaled
from skriptstudio.ui.tokens import RADIUS, SPACE
from skriptstudio.ui.widgets.chips import chip_size, paint_chip
from skriptstudio.ui.widgets.lamp import LampState, paint_lamp
from skriptstudio.ui.widgets.marks import paint_avatar
from skriptstudio.ui.widgets.paragraph import Paragraph
from skriptstudio.ui.widgets.row_model import Row, row_at
from skriptstudio.ui.widgets.ticks import paint_tick

Index = QModelIndex | QPersistentModelIndex

INSET = 14
"""Pixels a row leaves free at both ends."""


class RowView(QListView):
    """What the delegate asks of its list."""

    @property
    @abstractmethod
    def tall(self) -> bool:
        """Whether rows have room for a poster and a title of two lines."""

    @property
    @abstractmethod
    def by_keyboard(self) -> bool:
        """Whether the row in focus needs its ring."""

    @abstractmethod
    def row_height(self) -> int:
        """Pixels of one row."""

    def row_size(self) -> QSize:
        """Pixels of one row; below each other, all become as wide as the list."""
        return QSize(160, self.row_height())

    def lay_in_cells(self) -> None:
        """Put rows side by side, each of ``row_size``; the arrow keys then go in all four directions."""
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setWrapping(True)
        self.setUniformItemSizes(True)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        if self.viewMode() == QListView.ViewMode.IconMode:
            self.setGridSize(self.row_size())
        super().resizeEvent(event)


class RowDelegate(QStyledItemDelegate):
    """Draws rows; ``row_size`` and ``by_keyboard`` are asked of the list at paint time."""

    def __init__(self, view: "RowView") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802  Qt's name
        return self._view.row_size()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = row_at(index)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_row(painter, option, index, row)
        painter.restore()

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: Row) -> None:
        """Draw one row; smoothly, and whatever is set on the painter is taken back afterwards."""
        box = QRectF(option.rect)
        self._paint_ground(painter, box, option.state, index)
        left = self._paint_lead(painter, box.adjusted(INSET, 0, 0, 0), row)
        right = self._paint_right(painter, box, row)
        self._paint_lines(painter, QRectF(left, box.top(), max(10.0, right - left), box.height()), row)

    def _paint_ground(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag, index: Index) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        plate = box.adjusted(1, 1, -1, -1)
        if chosen or hovered:
            painter.setPen(QPen(color("primary"), 2) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(color("surface" if chosen else "tint"))
            painter.drawRoundedRect(plate.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS.button, RADIUS.button)
        self._paint_focus(painter, plate.adjusted(4, 4, -4, -4), index)

    def _paint_focus(self, painter: QPainter, ring: QRectF, index: Index, radius: float = RADIUS.tag) -> None:
        """The ring of the row in focus, for those who use the keyboard."""
        if self._view.by_keyboard and index == self._view.currentIndex():
            painter.setPen(QPen(color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ring, radius, radius)

    def _paint_lead(self, painter: QPainter, box: QRectF, row: Row) -> float:
        """Draw what stands before the text and return where the text starts."""
        left, middle = box.left(), box.center().y()
        if row.ticked is not None:
            side = float(scaled(22))
            paint_tick(painter, QRectF(left, middle - side / 2, side, side), row.ticked, row.tickable)
            left += side + SPACE.card
        if row.poster is not None or row.has_poster:
            tall = box.height() - 16
            wide = round(tall * 9 / 16)
            paint_poster(painter, QRectF(left, box.top() + 8, wide, tall), row.poster)
            left += wide + SPACE.m
        if row.avatar:
            side = float(scaled(36))
            paint_avatar(painter, QRectF(left, middle - side / 2, side, side), row.avatar, warm=False)
            left += side + SPACE.m
        if row.icon:
            side = float(scaled(24))
            paint_icon(painter, QRectF(left, middle - side / 2, side, side), row.icon, "ink_soft")
            left += side + SPACE.card
        if row.mark:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(row.mark))
            painter.drawRoundedRect(QRectF(left, middle - 5, 10, 10), 3, 3)
            left += 10 + SPACE.s
        return left

    def _paint_right(self, painter: QPainter, box: QRectF, row: Row) -> float:
        """Draw lamp, side text and chips from the right and return where they begin."""
        right, middle = box.right() - INSET, box.center().y()
        if row.lamp:
            right = self._paint_lamp(painter, right, middle, *row.lamp)
        if row.side:
            words = Paragraph(row.side, role="small", token="ink_soft", tabular=True)
            wide = words.natural_width() + 2
            words.paint(painter, QRectF(right - wide, middle - words.height(wide) / 2, wide, box.height()))
            right -= wide + SPACE.m
        for text, tone in reversed(row.chips):
            size = chip_size(text)
            chip = QRectF(right - size.width(), middle - size.height() / 2, size.width(), size.height())
            paint_chip(painter, chip, text, tone)
            right -= size.width() + SPACE.s
        return right - SPACE.xs

    def _paint_lamp(self, painter: QPainter, right: float, middle: float, state: LampState, word: str) -> float:
        words = Paragraph(word, role="small")
        wide = words.natural_width() + 2 if word else 0
        words.paint(painter, QRectF(right - wide, middle - line_height("small") / 2, wide, line_height("small")))
        side = float(scaled(18))
        right -= wide + (SPACE.s if word else 0) + side
        paint_lamp(painter, QRectF(right, middle - side / 2, side, side), state)
        return right - SPACE.m

    def _paint_lines(self, painter: QPainter, box: QRectF, row: Row) -> None:
        title = Paragraph(row.title, role="label", lines=2 if self._view.tall else 1)
        small = Paragraph(row.small, role="small", token="ink_soft", lines=1)
        gap = 2 if row.small else 0
        tall = title.height(box.width()) + gap + small.height(box.width())
        top = box.center().y() - tall / 2
        title.paint(painter, QRectF(box.left(), top, box.width(), box.height()))
        below = top + title.height(box.width()) + gap
        small.paint(painter, QRectF(box.left(), below, box.width(), box.height()))


def paint_plate(painter: QPainter, plate: QRectF, icon: str) -> None:
    """Draw an icon on a tinted square."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("tint"))
    painter.drawRoundedRect(plate, RADIUS.tag, RADIUS.tag)
    inner = plate.width() * 0.18
    paint_icon(painter, plate.adjusted(inner, inner, -inner, -inner), icon, "primary")


def paint_poster(painter: QPainter, box: QRectF, picture: QPixmap | None, radius: float = RADIUS.tag) -> None:
    """Draw a poster into ``box`` with round corners, cut to its shape; a well if there is none."""
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    painter.save()
    if picture is None or picture.isNull():
        painter.fillPath(path, color("sunken"))
        side = min(float(scaled(18)), box.width() - 4)
        corner = box.center() - QPointF(side / 2, side / 2)
        paint_icon(painter, QRectF(corner.x(), corner.y(), side, side), "film-strip", "ink_faint")
    else:
        painter.setClipPath(path)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        scale = max(box.width() / picture.width(), box.height() / picture.height())
        wide, tall = box.width() / scale, box.height() / scale
        source = QRectF((picture.width() - wide) / 2, (picture.height() - tall) / 2, wide, tall)
        painter.drawPixmap(box, picture, source)
    painter.restore()
