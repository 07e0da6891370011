"""The card with the rows of the script, and what stands below them."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from skriptstudio.domain.advice import ScriptAdvice
from skriptstudio.domain.script import Section, SectionKind
from skriptstudio.ui.icons import paint_icon
from skriptstudio.ui.pages.write.hints import HintStrip
from skriptstudio.ui.pages.write.open_hints import Hint, OpenHints
from skriptstudio.ui.pages.write.row import SectionRow
from skriptstudio.ui.session import Session
from skriptstudio.ui.theme import line_height, scaled
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.cards import Card
from skriptstudio.ui.widgets.paragraph import Paragraph


class SectionList(Card):
    """Rows of the script one below the other; scrolls inside.

    Attributes:
        rows: from the hook to the call to action.
        add: the button that adds a scene.
        hooks: the button that opens the menu of hooks.
        notes: shows picture and speaker of each section.
        saved: whether the text is safe.
        strip: the hint under its row, in narrow windows.
        written, noted, chosen, removed, hinted: name of the section whose text was changed, whose picture or
            speaker was, that became the current one, that shall go, whose hint is wanted.
        undo_wanted: Ctrl+Z, and there is nothing to take back in the text itself.
        shortened: what was pasted was too long, see ``ScriptField``.
    """

    written = Signal(str)
    noted = Signal(str)
    chosen = Signal(str)
    removed = Signal(str)
    hinted = Signal(str)
    undo_wanted = Signal()
    shortened = Signal(int, str)

    def __init__(self, session: Session) -> None:
        super().__init__(0, 0)
        self._session = session
        self.rows: list[SectionRow] = []
        self.add = Button(session.say("Insert a scene"), "quiet", "plus", small=True)
        self.hooks = Button("", "quiet", "repeat", small=True)
        self.notes = Button(session.say("Pictures and speakers"), "quiet", "image-square", small=True)
        self.notes.setCheckable(True)
        self.saved = SavedMark()
        self.strip = HintStrip(session)
        self.strip.hide()
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(SPACE.gap, SPACE.xs, SPACE.card, SPACE.s)
        foot.addWidget(self.add)
        foot.addWidget(self.hooks)
        foot.addWidget(self.notes)
        foot.addStretch(1)
        foot.addWidget(self.saved)
        inner = QWidget()
        inner.setObjectName("clear")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(9, SPACE.s, 9, SPACE.s)
        self._column.setSpacing(0)
        self._column.addWidget(self.strip)
        self._column.addStretch(1)
        self._inner = inner
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inner)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.addWidget(self.area, 1)
        self.column.addWidget(self._foot)

    def show_parts(self, parts: Sequence[Section], locked: bool) -> None:
        """Make a row for each part; the ones before are gone."""
        self._column.removeWidget(self.strip)
        self.strip.hide()
        for old in self.rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = [SectionRow(part, self._session) for part in parts]
        for index, row in enumerate(self.rows):
            self._column.insertWidget(index, row)
            row.show()  # the layout would do so only after the present event
            row.show_notes(self.notes.isChecked())
            row.written.connect(self.written)
            row.noted.connect(self.noted)
            row.chosen.connect(self.chosen)
            row.removed.connect(self.removed)
            row.hinted.connect(self.hinted)
            row.undo_wanted.connect(self.undo_wanted)
            row.field.shortened.connect(self.shortened)
            row.field.cursorPositionChanged.connect(lambda name=row.name: self._keep_cursor_seen(name))
        self.set_locked(locked)

    def show_notes(self, shown: bool) -> None:
        """Show picture and speaker of every section, or the texts alone."""
        self.notes.setChecked(shown)
        for row in self.rows:
            row.show_notes(shown)

    def set_locked(self, locked: bool) -> None:
        """Let the texts be read only."""
        alone = sum(row.kind is SectionKind.BEAT for row in self.rows) < 2
        for row in self.rows:
            row.set_place(alone, locked)

    def row(self, name: str) -> SectionRow | None:
        """The row of a section."""
        return next((row for row in self.rows if row.name == name), None)

    def set_current(self, name: str) -> None:
        """Frame this row only, and bring it into sight."""
        for row in self.rows:
            row.set_current(row.name == name)
        QTimer.singleShot(0, self, self._see_current)

    def _see_current(self) -> None:
        current = next((row for row in self.rows if row.current), None)
        if current is None:
            return
        if self.strip.isVisible():
            self.area.ensureWidgetVisible(self.strip, 0, SPACE.s)
        self.area.ensureWidgetVisible(current, 0, SPACE.s)

    def _keep_cursor_seen(self, name: str) -> None:
        row = self.row(name)
        if row is not None and row.field.hasFocus() and row.height() > self.area.viewport().height():
            at = row.field.mapTo(self._inner, row.field.cursorRect().center())
            self.area.ensureVisible(at.x(), at.y(), 0, line_height("script"))

    def show_advice(self, advice: ScriptAdvice, hints: OpenHints) -> None:
        """Show lengths, and mark what the hints are about."""
        for row, part in zip(self.rows, advice.sections, strict=True):
            row.show_advice(part, [hint.remark for hint in hints.of(row.name)])

    def show_strip(self, hint: Hint | None, editable: bool) -> None:
        """Show the hint under its row, or nothing."""
        row = self.row(hint.section) if hint is not None else None
        if hint is None or row is None:
            self.strip.hide()
            return
        self.strip.show_hint(hint, editable)
        below = self.rows.index(row) + 1
        if self._column.indexOf(self.strip) != below:
            self._column.removeWidget(self.strip)
            self._column.insertWidget(below, self.strip)
        if not self.strip.isVisible():
            self.strip.show()

    def set_compact(self, compact: bool) -> None:
        """In a low window the foot scrolls with the rows."""
        if compact:
            self.column.removeWidget(self._foot)
            self._column.addWidget(self._foot)
        else:
            self._column.removeWidget(self._foot)
            self.column.addWidget(self._foot)


class SavedMark(QLabel):
    """Tick and time of the last save, or the sign that something isn't safe yet."""

    def __init__(self) -> None:
        super().__init__()
        self._icon_name = ""
        self._token = "ok"
        self.setTextFormat(Qt.TextFormat.PlainText)

    def show_saved(self, text: str, icon: str = "check", token: str = "ok") -> None:
        """Say it."""
        self._icon_name, self._token = icon if text else "", token
        self.setText(text)
        self.updateGeometry()
        self.update()

    def _words(self) -> Paragraph:
        return Paragraph(self.text(), role="small", token="ink_soft", tabular=True)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        if not self.text():
            return QSize(0, line_height("small"))
        return QSize(scaled(18) + SPACE.s + self._words().natural_width(), line_height("small"))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        if not self.text():
            return
        painter = QPainter(self)
        side = float(scaled(18))
        paint_icon(painter, QRectF(0, (self.height() - side) / 2, side, side), self._icon_name, self._token)
        words = self._words()
        left = side + SPACE.s
        top = (self.height() - line_height("small")) / 2
        words.paint(painter, QRectF(left, top, self.width() - left, self.height()))
