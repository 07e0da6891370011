"""The captions as rows: time, lines, reading speed, tick; Enter edits in place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from skriptstudio.domain.caption_edits import UNWRITTEN
from skriptstudio.domain.caption_rules import MAX_LINES
from skriptstudio.domain.captions import Cue
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.pages.review.cue_editor import CueEditor
from skriptstudio.ui.pages.review.facts import is_fast, speed
from skriptstudio.ui.pages.review.play_time import clock_text
from skriptstudio.ui.theme import color, font, grown, is_style_change, line_height, scaled
from skriptstudio.ui.tokens import RADIUS, SPACE
from skriptstudio.ui.widgets.chips import chip_size, paint_chip
from skriptstudio.ui.widgets.paragraph import Paragraph
from skriptstudio.ui.widgets.ticks import paint_tick

_Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole.UserRole
_ONE, _TWO, _EDITED = 40, 56, 84
_INSET, _TIME = 12, 60


@dataclass(frozen=True)
class CueRow:
    """A cue with what the reviewer has done to it.

    Attributes:
        notes: what is to be said about it.
        asks: somebody should check it, because not all of its words are sure.
    """

    cue: Cue
    ticked: bool
    notes: tuple[str, ...] = ()
    asks: bool = False

    @property
    def note(self) -> str:
        """What is to be said about it, in one line."""
        return " · ".join(self.notes)

    @property
    def words(self) -> Paragraph:
        """Its lines; while it asks to be checked, the words in question are marked, if they aren't all."""
        text = "\n".join(self.cue.lines)
        spots = [match.span() for match in re.finditer(r"\S+", text)]
        doubted = [spots[n] for n in self.cue.unsure if n < len(spots)]
        if not self.asks or len(doubted) == len(spots):
            return Paragraph(text)
        return Paragraph(text, marked=tuple((start, stop - start) for start, stop in doubted))


class _Model(QAbstractListModel):
    def __init__(self, say: Say, parent: QWidget) -> None:
        super().__init__(parent)
        self.say = say
        self.rows: list[CueRow] = []

    def set_rows(self, rows: Sequence[CueRow]) -> None:
        new = list(rows)
        if len(new) == len(self.rows):
            self.rows = new
            if new:
                self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self.rows = new
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008  Qt's name, Qt's default
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return {int(Qt.ItemDataRole.DisplayRole): row.cue.text, int(_ROLE): row}.get(int(role))

    def _spoken(self, row: CueRow) -> str:
        checked = self.say("checked") if row.ticked else self.say("not checked yet")
        told = self.say("{count} characters a second", count=speed(row.cue))
        return ", ".join((clock_text(row.cue.start), row.cue.text, told, *row.notes, checked))

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable


class CueList(QListView):
    """Arrows choose, Space ticks, Enter edits, Tab in the editor goes on to the next one.

    Attributes:
        chosen: number of the cue that the user went to.
        tick_toggled: number, and whether it shall be ticked.
        edited: number and the new lines; no lines take the cue away.
        split_wanted: number, and the word that begins the second half.
        play_wanted: let the cue be heard in which somebody writes.
        typed: number and the lines that stand in the editor now; nothing is kept yet.
    """

    chosen = Signal(int)
    tick_toggled = Signal(int, bool)
    edited = Signal(int, tuple)
    split_wanted = Signal(int, int)
    play_wanted = Signal()
    typed = Signal(int, tuple)

    def __init__(self, name: str, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say = say
        self._model = _Model(say, self)
        self._editor: CueEditor | None = None
        self._edited = -1
        self._by_keyboard = False
        self._following = False
        self.setAccessibleName(name)
        self.setProperty("ownFocus", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.doubleClicked.connect(lambda index: self.edit_row(index.row()))

    @property
    def rows(self) -> list[CueRow]:
        """What is listed."""
        return list(self._model.rows)

    @property
    def editing(self) -> bool:
        """Whether somebody writes in a row."""
        return self._editor is not None

    @property
    def editor(self) -> CueEditor | None:
        """The editor in the list."""
        return self._editor

    @property
    def by_keyboard(self) -> bool:
        """Whether the row in focus needs its ring."""
        return self._by_keyboard and self.hasFocus()

    def set_rows(self, rows: Sequence[CueRow]) -> None:
        """List these; the selection stays where it was."""
        self._model.set_rows(rows)
        self.scheduleDelayedItemsLayout()

    def follow(self, number: int) -> None:
        """Select the cue that is heard now, without jumping to it."""
        if number == self.currentIndex().row() or self.editing:
            return
        self._following = True
        self.setCurrentIndex(self._model.index(number) if number >= 0 else QModelIndex())
        self._following = False

    def go(self, number: int) -> None:
        """Select a cue as the user would."""
        if 0 <= number < len(self._model.rows):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._by_keyboard = True
            self.setCurrentIndex(self._model.index(number))

    def lines_of(self, number: int) -> tuple[str, ...]:
        """The lines of a cue, as they stand in the editor where somebody writes in it."""
        if self._editor is not None and number == self._edited:
            return self._editor.lines()
        return self._model.rows[number].cue.lines if 0 <= number < len(self._model.rows) else ()

    def edit_row(self, number: int) -> None:
        """Write in a row."""
        self.stop_editing(keep=True)
        if not 0 <= number < len(self._model.rows):
            return
        index = self._model.index(number)
        self.setCurrentIndex(index)
        self._edited = number
        editor = CueEditor(self._model.rows[number].words, self.say, self)
        editor.kept.connect(lambda: self.stop_editing(keep=True))
        editor.dropped.connect(lambda: self.stop_editing(keep=False))
        editor.next_wanted.connect(self._edit_next)
        editor.split_wanted.connect(self._split_here)
        editor.play_wanted.connect(self.play_wanted)
        editor.grown.connect(lambda: QTimer.singleShot(0, self, self._show_whole_editor))
        editor.field.textChanged.connect(lambda: self.typed.emit(number, editor.lines()))
        self._editor = editor
        self._model.dataChanged.emit(index, index)
        self.scheduleDelayedItemsLayout()
        self.setIndexWidget(index, editor)
        self.scrollTo(index)
        editor.begin()

    def _show_whole_editor(self) -> None:
        if self._editor is not None:
            self.scheduleDelayedItemsLayout()
            self.executeDelayedItemsLayout()
            self.scrollTo(self._model.index(self._edited))

    def stop_editing(self, keep: bool) -> None:
        """Close the editor, with its text or without."""
        editor, number = self._editor, self._edited
        if editor is None:
            return
        self._editor, self._edited = None, -1
        wrote = editor.field.hasFocus()
        editor.hide()
        lines, before = editor.lines(), self._model.rows[number].cue.lines
        index = self._model.index(number)
        self.setIndexWidget(index, None)  # type: ignore[arg-type]  # Qt takes none
        self.scheduleDelayedItemsLayout()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._by_keyboard = wrote  # whoever wrote goes on with the keys
        if lines == UNWRITTEN or (not keep and before == UNWRITTEN):
            self.edited.emit(number, ())
        elif keep and lines != before:
            self.edited.emit(number, lines)
        if self._editor is None:
            # A longer text or a hint below it may reach beyond the lower edge.
            self.scheduleDelayedItemsLayout()
            self.executeDelayedItemsLayout()
            self.scrollTo(self.currentIndex())

    def _split_here(self, word: int) -> None:
        number = self._edited
        self.stop_editing(keep=True)
        self.split_wanted.emit(number, word)

    def _edit_next(self) -> None:
        number = self._edited + 1
        self.stop_editing(keep=True)
        self.edit_row(min(number, len(self._model.rows) - 1))

    def _current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.scrollTo(current)
            if not self._following:
                self.chosen.emit(current.row())

    def _toggle(self, number: int) -> None:
        self.tick_toggled.emit(number, not self._model.rows[number].ticked)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        self._by_keyboard = True
        number = self.currentIndex().row()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if number >= 0 and not held and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_row(number)
        elif number >= 0 and not held and event.key() == Qt.Key.Key_Space:
            self._toggle(number)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End) and not held:
            super().keyPressEvent(event)
        else:
            event.ignore()
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        self._by_keyboard = False
        index = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)
        right = self.visualRect(index).right() if index.isValid() else 0
        if index.isValid() and event.position().x() > right - scaled(22) - 2 * _INSET:
            self._toggle(index.row())

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802  Qt's name
        self._by_keyboard = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)
        if self._by_keyboard and not self.currentIndex().isValid() and self._model.rows:
            self.setCurrentIndex(self._model.index(0))

    def row_height(self, number: int) -> int:
        """Pixels of a row; lines that don't fit beside chip and tick are wrapped."""
        if number == self._edited:
            more = self._editor.rows - MAX_LINES if self._editor is not None else 0
            return _EDITED + 2 * (line_height("body") - 22) + more * line_height("body")
        row = self._model.rows[number]
        cue = row.cue
        beside = (
            scaled(_TIME) + scaled(22) + chip_size(speed_text(cue, self.say)).width() + 2 * _INSET + SPACE.m + SPACE.s
        )
        wide = max(20, self.viewport().width() - beside)
        rows = Paragraph("\n".join(cue.lines)).rows(wide)
        note = Paragraph(row.note, role="small").height(wide) if row.note else 0
        return note + (grown(_ONE) if rows < 2 else grown(_TWO, 2) + (rows - 2) * line_height("body"))

    def is_edited(self, number: int) -> bool:
        """Whether the editor stands in this row."""
        return number == self._edited

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(200, grown(_ONE))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        super().changeEvent(event)
        if is_style_change(event):
            self.scheduleDelayedItemsLayout()


def speed_text(cue: Cue, say: Say) -> str:
    """Reading speed as the chip shows it."""
    return say("{count} c/s", count=speed(cue))


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: CueList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802  Qt's name
        return QSize(160, self._view.row_height(index.row()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(_ROLE)
        if not isinstance(row, CueRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        if not self._view.is_edited(index.row()):
            self._paint_ground(painter, box, option.state, index)
            self._paint_words(painter, box, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag, index: _Index) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(color("primary"), 2) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(color("surface" if chosen else "tint"))
            painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), RADIUS.button, RADIUS.button)
        if self._view.by_keyboard and index == self._view.currentIndex():
            painter.setPen(QPen(color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(5, 5, -5, -5), RADIUS.tag, RADIUS.tag)

    def _paint_words(self, painter: QPainter, box: QRectF, row: CueRow) -> None:
        middle = box.center().y()
        side = float(scaled(22))
        tick = QRectF(box.right() - _INSET - side, middle - side / 2, side, side)
        paint_tick(painter, tick, row.ticked)
        told = speed_text(row.cue, self._view.say)
        size = chip_size(told)
        chip = QRectF(tick.left() - SPACE.m - size.width(), middle - size.height() / 2, size.width(), size.height())
        paint_chip(painter, chip, told, "hint" if is_fast(row.cue) else "neutral")
        painter.setFont(font("body", tabular=True))
        painter.setPen(color("ink_soft"))
        left = box.left() + _INSET
        painter.drawText(
            QRectF(left, box.top(), scaled(_TIME), box.height()),
            Qt.AlignmentFlag.AlignVCenter,
            clock_text(row.cue.start),
        )
        start = left + scaled(_TIME)
        wide = max(20.0, chip.left() - start - SPACE.s)
        note = Paragraph(row.note, role="small")
        high = row.words.height(wide)
        top = middle - (high + (note.height(wide) if row.note else 0)) / 2
        row.words.paint(painter, QRectF(start, top, wide, box.height()))
        if row.note:
            note.paint(painter, QRectF(start, top + high, wide, box.height()), token="hint")
