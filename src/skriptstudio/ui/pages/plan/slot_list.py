"""The next posts as rows: date, picture, title, state. A free day has a dashed edge; what is dropped on it is told."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.dates import month_name
from skriptstudio.ui.theme import color, grown, scaled
from skriptstudio.ui.tokens import RADIUS, SPACE
from skriptstudio.ui.widgets.paragraph import Paragraph
from skriptstudio.ui.widgets.row_delegate import Index, RowDelegate, paint_poster
from skriptstudio.ui.widgets.rows import Row, RowList, row_at

MIME = "application/x-skriptstudio-plan"
_TALL = 66
_DATE_WIDE = 56
_POSTER = (31, 55)


@dataclass(frozen=True)
class SlotRow(Row):
    """A day of the plan; its key is the day in ISO form."""

    day: date = date.min
    free: bool = False


class SlotList(RowList):
    """The days; Delete frees one, and what is dropped on one is told.

    Attributes:
        dropped: what it is, see ``DragSource``, and the day.
        freed: the day whose entry shall go.
    """

    dropped = Signal(str, str)
    freed = Signal(str)

    def __init__(self, name: str, speaker: Speaker) -> None:
        super().__init__(name)
        self.speaker = speaker
        self.over = QPersistentModelIndex()
        self.setItemDelegate(_Delegate(self))
        self.setAcceptDrops(True)
        self.viewport().setObjectName("clear")

    def row_height(self) -> int:
        return grown(_TALL, 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.key:
            self.freed.emit(self.key)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  Qt's name
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802  Qt's name
        index = self._under(event.position().toPoint())
        self._show_over(index)
        if index.isValid() and event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802  Qt's name
        self._show_over(QModelIndex())

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  Qt's name
        row = row_at(self._under(event.position().toPoint()))
        self._show_over(QModelIndex())
        if row is not None and event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            self.dropped.emit(bytes(event.mimeData().data(MIME).data()).decode("utf-8"), row.key)

    def _under(self, place: QPoint) -> QModelIndex:
        return self.indexAt(place)

    def _show_over(self, index: QModelIndex) -> None:
        self.over = QPersistentModelIndex(index)
        self.viewport().update()


class DragSource(QObject):
    """Lets the rows of a list be dragged onto a day.

    Args:
        rows: the list.
        kind: ``idea``, ``production`` or ``day``; what is dragged is then called ``kind:key``.
        may: whether the row of a key can be dragged.
    """

    def __init__(self, rows: RowList, kind: str, may: Callable[[str], bool] = bool) -> None:
        super().__init__(rows)
        self._rows = rows
        self._kind = kind
        self._may = may
        self._pressed: QPoint | None = None
        rows.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._pressed = None
        elif event.type() == QEvent.Type.MouseMove and self._pressed is not None:
            far = (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            if far:
                self._drag(self._pressed)
                self._pressed = None
            return True  # else the list would choose whatever the mouse passes
        return False

    def _drag(self, place: QPoint) -> None:
        index = self._rows.indexAt(place)
        row = row_at(index)
        if row is None or not self._may(row.key):
            return
        drag = QDrag(self._rows)
        drag.setMimeData(mime(self._kind, row.key))
        box = self._rows.visualRect(index)
        picture = (
            self._rows.viewport()
            .grab(box)
            .scaledToWidth(min(box.width(), scaled(200)), Qt.TransformationMode.SmoothTransformation)
        )
        drag.setPixmap(picture)
        drag.setHotSpot(QPoint(SPACE.m, SPACE.m))
        drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction)


def mime(kind: str, key: str) -> QMimeData:
    """What is dragged, for Qt."""
    data = QMimeData()
    data.setData(MIME, QByteArray(f"{kind}:{key}".encode()))
    return data


class _Delegate(RowDelegate):
    """A row of looks.md 7.1: date 44, poster 31 x 55, title and state."""

    def __init__(self, days: SlotList) -> None:
        super().__init__(days)
        self._days = days

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: Row) -> None:
        assert isinstance(row, SlotRow)
        box = QRectF(option.rect)
        self._paint_ground(painter, box, option.state, index)
        dropping = self._days.over == index
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if (row.free and not chosen) or dropping:
            painter.setPen(
                QPen(color("primary" if dropping else "control"), 2 if dropping else 1, Qt.PenStyle.DashLine)
            )
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), RADIUS.button, RADIUS.button)
        self._paint_date(painter, box, row.day)
        left = box.left() + scaled(_DATE_WIDE)
        if row.has_poster:
            wide, tall = scaled(_POSTER[0]), min(scaled(_POSTER[1]), int(box.height()) - 8)
            paint_poster(painter, QRectF(left, box.center().y() - tall / 2, wide, tall), row.poster)
            left += wide + SPACE.s + 2
        self._paint_lines(painter, QRectF(left, box.top(), box.right() - SPACE.s - left, box.height()), row)

    def _paint_lines(self, painter: QPainter, box: QRectF, row: Row) -> None:
        title = Paragraph(row.title, role="label", lines=2 if row.has_poster else 1)
        small = Paragraph(row.small, role="small", token="ink_soft", lines=1)
        tall = title.height(box.width()) + small.height(box.width())
        top = box.center().y() - tall / 2
        title.paint(painter, QRectF(box.left(), top, box.width(), box.height()))
        small.paint(painter, QRectF(box.left(), top + title.height(box.width()), box.width(), box.height()))

    def _paint_date(self, painter: QPainter, box: QRectF, day: date) -> None:
        number = Paragraph(str(day.day), role="card", tabular=True)
        month = Paragraph(month_name(day.month, self._days.speaker)[:3], role="small", token="ink_soft")
        wide = float(scaled(_DATE_WIDE))
        top = box.center().y() - (number.height(wide) + month.height(wide)) / 2
        for words in (number, month):
            own = words.natural_width()
            words.paint(painter, QRectF(box.left() + (wide - own) / 2, top, own + 2, box.height()))
            top += words.height(wide)
