"""The small editor of a caption: two lines, each with its counter."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextEdit, QWidget

from skriptstudio.domain.caption_edits import UNWRITTEN
from skriptstudio.domain.caption_rules import MAX_LINE_CHARS, MAX_LINES
from skriptstudio.domain.captions import lines_of
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.theme import color, font, scaled
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.fields import TextField
from skriptstudio.ui.widgets.paragraph import Paragraph

_MOST_ROWS = 4
"""Longer texts scroll; they are far beyond what a caption may hold."""


class LineCounters(QWidget):
    """How long each line is, beside the line itself, also where a line is wrapped or scrolled.

    Args:
        field: what is counted.
    """

    def __init__(self, field: TextField) -> None:
        super().__init__()
        self._field = field
        self.setFixedWidth(scaled(56))
        field.updateRequest.connect(lambda _box, _down: self.update())

    def texts(self) -> list[tuple[int, str, bool]]:
        """For each line its top in pixels of this widget, its counter, and whether it is too much."""
        shown, block = [], self._field.document().firstBlock()
        while block.isValid():
            beside = self._field.cursorRect(QTextCursor(block))
            top = self.mapFromGlobal(self._field.viewport().mapToGlobal(beside.topLeft())).y()
            length = len(block.text())
            too_much = length > MAX_LINE_CHARS or block.blockNumber() >= MAX_LINES
            shown.append((top, f"{length}/{MAX_LINE_CHARS}", too_much))
            block = block.next()
        return shown

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setFont(font("small", tabular=True))
        for top, text, too_much in self.texts():
            painter.setPen(color("hint" if too_much else "ink_soft"))
            box = QRect(0, top, self.width(), self._field.fontMetrics().height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)


class CueEditor(QFrame):
    """Enter keeps, Shift+Enter begins the second line, Esc drops, Tab goes on to the next caption.

    Ctrl+T splits at the cursor, Ctrl+P lets the caption be heard.

    Attributes:
        kept, dropped: how the edit ended.
        next_wanted: keep, and edit the next one.
        split_wanted: keep, and split before the word of this number.
        play_wanted: let it be heard.
        grown: it takes another number of rows.
        rows: how many rows the text takes, wrapped lines and all; from two to four.
    """

    kept = Signal()
    dropped = Signal()
    next_wanted = Signal()
    split_wanted = Signal(int)
    play_wanted = Signal()
    grown = Signal()

    def __init__(self, words: Paragraph, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say = say
        self.field = TextField(rows=MAX_LINES, name=say("Caption"))
        self.field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.field.setPlainText(words.text)
        self._mark(words.marked)
        self.rows = MAX_LINES
        self._counters = LineCounters(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.m, 8, SPACE.m, 8)
        row.setSpacing(SPACE.m)
        row.addWidget(self.field, 1)
        row.addWidget(self._counters)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._count)
        self.setAutoFillBackground(True)
        ground = self.palette()
        ground.setColor(self.backgroundRole(), color("surface"))
        self.setPalette(ground)
        self._count()

    def begin(self) -> None:
        """Take the focus, the cursor at the end; what stands in for a text that isn't written is overwritten."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)
        if self.lines() == UNWRITTEN:
            self.field.selectAll()

    def lines(self) -> tuple[str, ...]:
        """The text as lines; laid out anew where it is no longer one or two lines that fit."""
        written = [" ".join(line.split()) for line in self.field.toPlainText().splitlines()]
        lines = tuple(line for line in written if line)
        if len(lines) <= MAX_LINES and all(len(line) <= MAX_LINE_CHARS for line in lines):
            return lines
        words = " ".join(lines).split()
        return lines_of(words) or (lines if len(lines) <= MAX_LINES else (lines[0], " ".join(lines[1:])))

    def _mark(self, places: Sequence[tuple[int, int]]) -> None:
        marks = []
        for first, length in places:
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.field.document())
            cursor.setPosition(first)
            cursor.setPosition(first + length, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor = cursor
            mark.format.setBackground(color("hint_tint"))
            mark.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            mark.format.setUnderlineColor(color("hint_mark"))
            marks.append(mark)
        self.field.setExtraSelections(marks)

    def word_at_cursor(self) -> int:
        """The number of the word that would begin the second half; a word is never cut in two."""
        text, at = self.field.toPlainText(), self.field.textCursor().position()
        inside = 0 < at < len(text) and not text[at - 1].isspace() and not text[at].isspace()
        return len(text[:at].split()) - inside

    def _count(self) -> None:
        lengths = [len(line) for line in self.field.toPlainText().split("\n")]
        told = self.say("Longest line {count} of {most} characters", count=max(lengths), most=MAX_LINE_CHARS)
        self.field.setAccessibleDescription(told)
        self._counters.update()
        rows = min(max(round(self.field.document().size().height()), MAX_LINES), _MOST_ROWS)
        if rows != self.rows:
            self.rows = rows
            self.grown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self._count()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        return False

    def _pressed(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held:
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        elif event.key() == Qt.Key.Key_Tab and not held:
            self.next_wanted.emit()
        elif event.key() == Qt.Key.Key_T and held == Qt.KeyboardModifier.ControlModifier:
            self.split_wanted.emit(self.word_at_cursor())
        elif event.key() == Qt.Key.Key_P and held == Qt.KeyboardModifier.ControlModifier:
            self.play_wanted.emit()
        else:
            return False
        return True
