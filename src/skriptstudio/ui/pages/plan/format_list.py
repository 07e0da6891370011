"""The series formats to begin with: icon, name, and what happens in it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from skriptstudio.content.formats import SeriesFormat
from skriptstudio.ui.theme import line_height, scaled
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.paragraph import Paragraph
from skriptstudio.ui.widgets.row_delegate import Index, RowDelegate, paint_plate
from skriptstudio.ui.widgets.rows import Row, RowList, row_at

FORMAT_ICONS = {
    "ein_tag_im_amt": "sun",
    "in_30_sekunden_erklaert": "lightning",
    "klischee_check": "eye",
    "ding_der_woche": "cube",
    "ihr_fragt_wir_antworten": "chat-circle-text",
    "erster_tag_letzter_tag": "calendar-blank",
    "tausche_platz": "repeat",
    "was_verdiene_ich": "identification-card",
    "ein_wort_amtsdeutsch": "text-aa",
    "vorher_nachher": "clock-counter-clockwise",
    "team_gesicht": "users",
    "fehler_der_woche": "smiley",
    "quiz_was_ist_das": "question",
    "nachbaramt_zu_besuch": "buildings",
}
_PLATE = 28
_EDGE = SPACE.m
_ABOVE = 9


class FormatList(RowList):
    """Rows as high as their words need; the hint is never cut off."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setItemDelegate(_Delegate(self))

    def set_formats(self, formats: Sequence[SeriesFormat]) -> None:
        """Offer these."""
        icons = FORMAT_ICONS
        self.set_rows([Row(one.key, one.name, one.hint, icon=icons.get(one.key, "lightbulb")) for one in formats])


class _Delegate(RowDelegate):
    """The row of a format: a tinted plate with its icon, name and hint in as many lines as they take."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802  Qt's name
        row = row_at(index)
        width = self._view.viewport().width()
        if row is None:
            return QSize(width, 0)
        words = _words_width(width)
        return QSize(160, sum(part.height(words) for part in _paragraphs(row)) + 2 + 2 * _ABOVE)

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: Row) -> None:
        box = QRectF(option.rect)
        self._paint_ground(painter, box, option.state, index)
        title, hint = _paragraphs(row)
        side = float(scaled(_PLATE))
        top = box.top() + _ABOVE
        plate = QRectF(box.left() + _EDGE, top + (line_height("label") - side) / 2 + 3, side, side)
        paint_plate(painter, plate, row.icon)
        words = QRectF(plate.right() + SPACE.m, top, _words_width(round(box.width())), box.height())
        title.paint(painter, words)
        hint.paint(painter, words.translated(0, title.height(words.width()) + 2))


def _paragraphs(row: Row) -> tuple[Paragraph, Paragraph]:
    return Paragraph(row.title, role="label"), Paragraph(row.small, role="small", token="ink_soft")


def _words_width(width: int) -> float:
    return max(60.0, width - scaled(_PLATE) - SPACE.m - 2.0 * _EDGE)
