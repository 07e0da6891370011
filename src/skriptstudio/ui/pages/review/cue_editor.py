"""The small editor of a caption: two lines, each with its counter."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextEdit, QWidget

from skriptstudio.domain.caption_edits import UNWRITTEN
from skriptstudio.domain.caption_rules import MAX_LINE_CHARS, MAX_LINES
from skriptstudio.domain.captions import lines_of
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.theme import color
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.fields import TextField
from skriptstudio.ui.widgets.paragraph import Paragraph
from skriptstudio.ui.widgets.text import Text


class CueEditor(QFrame):
    """Enter keeps, Shift+Enter begins the second line, Esc drops, Tab goes on to the next caption.

    Ctrl+T splits at the cursor, Ctrl+P lets the caption be heard.

    Attributes:
        kept, dropped: how the edit ended.
        next_wanted: keep, and edit the next one.
        split_wanted: keep, and split before the word of this number.
        play_wanted: let it be heard.
    """

    kept = Signal()
    dropped = Signal()
    next_wanted = Signal()
    split_wanted = Signal(int)
    play_wanted = Signal()

    def __init__(self, words: Paragraph, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say = say
        self.field = TextField(rows=MAX_LINES, name=say("Caption"))
        self.field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.field.setPlainText(words.text)
        self._mark(words.marked)
        self._counter = Text(role="small", token="ink_soft", tabular=True)
        self._counter.setMinimumWidth(56)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.m, 8, SPACE.m, 8)
        row.setSpacing(SPACE.m)
        row.addWidget(self.field, 1)
        row.addWidget(self._counter)
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
        shown = "\n".join(f"{length}/{MAX_LINE_CHARS}" for length in lengths[:MAX_LINES])
        self._counter.setText(shown)
        over = max(lengths) > MAX_LINE_CHARS or len(lengths) > MAX_LINES
        self._counter.set_token("hint" if over else "ink_soft")
        told = self.say("Longest line {count} of {most} characters", count=max(lengths), most=MAX_LINE_CHARS)
        self.field.setAccessibleDescription(told)

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
