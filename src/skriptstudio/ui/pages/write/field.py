"""The text field of a section: grows with its text and marks what a listener stumbles over."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLine,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QTextEdit, QWidget

from skriptstudio.documents.paste import pasted
from skriptstudio.domain.advice import Remark
from skriptstudio.ui.theme import color, font, is_style_change, line_height, scaled
from skriptstudio.ui.widgets.paragraph import Paragraph

_UNDERLINE_PX = 2
_DROP = 5
"""From the baseline to the underline."""

FOOT = 3
"""Below the last line, where its underline goes; the line height leaves as much above the first."""


class ScriptField(QTextEdit):
    """Plain text on the script's line height; as tall as its text, never scrolling itself.

    Attributes:
        placeholder: grey text of an empty field.
        written: the user has changed the text.
        focused: it got the focus.
        undo_wanted: Ctrl+Z, and the field itself has nothing to take back.
        menu_wanted: its context menu is about to open and may be added to.
        shortened: what was pasted was too long: characters that stayed out, and the words with which they begin.
    """

    written = Signal()
    focused = Signal()
    undo_wanted = Signal()
    menu_wanted = Signal(QMenu)
    shortened = Signal(int, str)

    def __init__(self, text: str, placeholder: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remarks: tuple[Remark, ...] = ()
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("bare", True)
        # The row's frame shows which field is written in.
        self.setProperty("ownFocus", True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.placeholder = placeholder
        self.setAccessibleName(name)
        self.setAccessibleDescription(placeholder)
        self.document().setDocumentMargin(0)
        self.setPlainText(text)
        self._dress()
        self.textChanged.connect(self._changed)

    def text(self) -> str:
        """The text as it stands."""
        return self.toPlainText()

    def replace_text(self, start: int, end: int, text: str) -> None:
        """Put ``text`` in place of the characters from ``start`` to ``end``; Ctrl+Z takes it back."""
        cursor = self._selection(start, end)
        cursor.insertText(text)
        self.setTextCursor(cursor)

    def go_to(self, at: int) -> None:
        """Put the cursor before a character."""
        self.setTextCursor(self._selection(at, at))

    @property
    def at(self) -> int:
        """How many characters stand before the cursor."""
        return _characters(self.text(), self.textCursor().position())

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Underline these stretches."""
        if tuple(remarks) != self._remarks:
            self._remarks = tuple(remarks)
            self._mark()

    def _mark(self) -> None:
        look = QTextCharFormat()
        look.setBackground(color("hint_tint"))
        marks = []
        for remark in self._remarks:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = self._selection(remark.start, remark.end)
            mark.format = look
            marks.append(mark)
        self.setExtraSelections(marks)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        if self.document().isEmpty():
            self._grey_text().paint(painter, QRectF(self.viewport().rect()).adjusted(0, FOOT / 2, 0, 0))
        for remark in self._remarks:
            for line in self._lines_of(remark):
                painter.fillRect(line, color("hint_mark"))

    def _lines_of(self, remark: Remark) -> Iterator[QRectF]:
        """Where to underline: the fonts' own underline is a single pixel, whatever the format says."""
        text = self.text()
        start, end = _units(text, remark.start), _units(text, remark.end)
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            top = self.document().documentLayout().blockBoundingRect(block).topLeft()
            layout = block.layout()
            for index in range(layout.lineCount()):
                line = layout.lineAt(index)
                first = max(start - block.position(), line.textStart())
                last = min(end - block.position(), line.textStart() + line.textLength())
                if first < last:
                    left, right = _x(line, first), min(_x(line, last), line.x() + line.naturalTextWidth())
                    below = top.y() + line.y() + line.ascent() + scaled(_DROP)
                    yield QRectF(top.x() + left, below, right - left, _UNDERLINE_PX)
            block = block.next()

    def _selection(self, start: int, end: int) -> QTextCursor:
        text = self.text()
        cursor = QTextCursor(self.document())
        cursor.setPosition(_units(text, start))
        cursor.setPosition(_units(text, end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _changed(self) -> None:
        self.updateGeometry()
        self.written.emit()

    def _dress(self) -> None:
        """Set font and line height, without a trace for Ctrl+Z."""
        before = self.blockSignals(True)
        self.document().setUndoRedoEnabled(False)
        self.setFont(font("script"))
        self.document().setDefaultFont(font("script"))
        frame = self.document().rootFrame().frameFormat()
        frame.setBottomMargin(FOOT)
        self.document().rootFrame().setFrameFormat(frame)
        block = QTextBlockFormat()
        block.setLineHeight(line_height("script"), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(block)
        self.document().setUndoRedoEnabled(True)
        self.blockSignals(before)
        self.updateGeometry()

    def _grey_text(self) -> Paragraph:
        """What belongs here. Qt's own placeholder stands on another line height and would jump."""
        return Paragraph(self.placeholder, role="script", token="ink_faint")

    def fitting_height(self, width: int) -> int:
        """Pixels that the text, or else the grey text, takes at ``width``."""
        line = line_height("script")
        if self.document().isEmpty():
            return max(line, self._grey_text().height(max(1, width))) + FOOT
        return max(line + FOOT, round(self.document().documentLayout().documentSize().height()))

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(scaled(240), self.fitting_height(self.viewport().width()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(scaled(120), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        super().changeEvent(event)
        if is_style_change(event):
            if self.font().pixelSize() != font("script").pixelSize():
                self._dress()
            self._mark()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802  Qt's name
        super().focusInEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        if event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable():
            self.undo_wanted.emit()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802  Qt's name
        menu = self.createStandardContextMenu()
        menu.setParent(self, menu.windowFlags())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_wanted.emit(menu)
        menu.popup(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  Qt's name
        event.ignore()  # the card scrolls

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802  Qt's name
        found = pasted(source.text(), source.html() if source.hasHtml() else "")
        self.insertPlainText(found.text)
        if found.left_out:
            self.shortened.emit(found.left_out, found.begins)


def _x(line: QTextLine, at: int) -> float:
    found = line.cursorToX(at)
    return float(found[0]) if isinstance(found, tuple) else float(found)  # type: ignore[arg-type]


def _units(text: str, characters: int) -> int:
    """Qt counts in UTF-16, where an emoji is two."""
    return len(text[:characters].encode("utf-16-le")) // 2


def _characters(text: str, units: int) -> int:
    return len(text.encode("utf-16-le")[: units * 2].decode("utf-16-le", "ignore"))
