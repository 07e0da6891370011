"""A section of the script on the screen: mark, name, seconds, text, and what it needs."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget

from skriptstudio.domain.advice import Remark, SectionAdvice
from skriptstudio.domain.script import Section, SectionKind
from skriptstudio.ui.icons import icon, paint_icon
from skriptstudio.ui.pages.write.field import FOOT, ScriptField
from skriptstudio.ui.pages.write.notes import SectionNotes
from skriptstudio.ui.pages.write.words import figure, section_name, section_spoken, what_belongs
from skriptstudio.ui.session import Session
from skriptstudio.ui.theme import color, font, scaled
from skriptstudio.ui.tokens import HEIGHT, RADIUS, SPACE
from skriptstudio.ui.widgets.buttons import IconButton

_MARK = (4, 38)
_INDENT = 18
_LABEL = 84
_ROW = 60
_LINE = 21


class SectionRow(QFrame):
    """One section; the current one is framed.

    Attributes:
        name: of the section, e.g. ``beat2``.
        label: its name and length.
        field: its text.
        hint: leads to the remark; shown while there is one.
        trash: removes an empty scene; shown on those only.
        notes: picture and speaker, below the text.
        written: the text was changed.
        noted: picture or speaker was changed.
        chosen: it became the current row.
        removed, hinted, undo_wanted: what the user asks for.
    """

    written = Signal(str)
    noted = Signal(str)
    chosen = Signal(str)
    removed = Signal(str)
    hinted = Signal(str)
    undo_wanted = Signal()

    def __init__(self, section: Section, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = section.name
        self.kind = section.kind
        self.title = section_name(section, session.say)
        self._session = session
        self._current = False
        self._locked = False
        self._alone = False
        self.label = _Label(self.title, section.kind.value)
        self.field = ScriptField(section.text, what_belongs(section.kind, session.say), self.title)
        self.hint = _HintMark(session.say("Show the hint for {section}", section=self.title))
        self.trash = IconButton("trash", session.say("Remove {section}", section=self.title))
        names = [person.name for person in session.staff.people]
        self.notes = SectionNotes(section, self.title, names, session.say)
        self._build()
        self.field.written.connect(lambda: self.written.emit(self.name))
        self.field.focused.connect(lambda: self.chosen.emit(self.name))
        self.notes.written.connect(lambda: self.noted.emit(self.name))
        self.notes.focused.connect(lambda: self.chosen.emit(self.name))
        self.field.undo_wanted.connect(self.undo_wanted)
        self.field.menu_wanted.connect(self._add_to_menu)
        self.hint.clicked.connect(lambda: self.hinted.emit(self.name))
        self.trash.clicked.connect(lambda: self.removed.emit(self.name))

    def _build(self) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        row = QHBoxLayout(self)
        row.setContentsMargins(13, 0, 8, 0)
        row.setSpacing(0)
        row.addWidget(self.label)
        words = QVBoxLayout()
        words.setSpacing(SPACE.xs)
        words.addStretch(1)
        words.addWidget(self.field)
        words.addWidget(self.notes)
        words.addStretch(1)
        row.addLayout(words, 1)
        self.notes.hide()
        slot = QWidget()
        slot.setFixedWidth(HEIGHT.target + SPACE.m)
        tools = QHBoxLayout(slot)
        tools.setContentsMargins(SPACE.m, 0, 0, 0)
        tools.addWidget(self.hint)
        tools.addWidget(self.trash)
        row.addWidget(slot, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hint.hide()
        self.trash.hide()

    @property
    def removable(self) -> bool:
        """Whether the row is a scene that may go."""
        return self.kind is SectionKind.BEAT and not self._alone and not self._locked

    def set_place(self, alone: bool, locked: bool) -> None:
        """``alone``: the only scene; ``locked``: to be read, not written."""
        self._alone, self._locked = alone, locked
        self.field.setReadOnly(locked)
        self.notes.set_locked(locked)
        self._show_trash()

    def show_notes(self, shown: bool) -> None:
        """Show picture and speaker below the text, or the text alone."""
        self.notes.setVisible(shown)
        self.updateGeometry()

    def set_current(self, current: bool) -> None:
        """Frame the row, or take the frame away."""
        if current != self._current:
            self._current = current
            self.update()

    @property
    def current(self) -> bool:
        return self._current

    def show_advice(self, advice: SectionAdvice, remarks: Sequence[Remark]) -> None:
        """Show the spoken length, and mark what the remarks are about."""
        say = self._session.say
        seconds = figure(advice.seconds, self._session.speaker)
        text = say("{seconds} s", seconds=seconds) if advice.seconds else "–"
        self.label.show_length(text, section_spoken(self.title, seconds, advice.syllables, remarks, say))
        self.label.setToolTip(say("{count} syllables", count=advice.syllables) if advice.syllables else "")
        self.field.show_remarks(remarks)
        self.hint.setVisible(bool(remarks))
        self._show_trash()

    def _show_trash(self) -> None:
        self.trash.setVisible(self.removable and not self.field.text().strip())

    def _add_to_menu(self, menu: QMenu) -> None:
        if self.removable:
            menu.addSeparator()
            action = menu.addAction(icon("trash"), self._session.say("Remove {section}", section=self.title))
            action.triggered.connect(lambda: self.removed.emit(self.name))

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        inner = super().sizeHint()
        least = _ROW - 2 * _LINE + 2 * scaled(_LINE)
        below = 0 if self.notes.isHidden() else self.notes.sizeHint().height() + SPACE.xs
        return QSize(inner.width(), max(least, self.field.sizeHint().height() - FOOT + 2 * SPACE.m + below))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        self.field.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        if not self._current:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("primary"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS.button, RADIUS.button)


class _Label(QLabel):
    """Colour mark, name in the same colour, and seconds."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__(name)
        self._name = name
        self._token = token
        self._seconds = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def show_length(self, seconds: str, spoken: str) -> None:
        """Show ``seconds``; ``spoken`` says all of it."""
        if spoken != self.text() or seconds != self._seconds:
            self._seconds = seconds
            self.setText(spoken)
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(_INDENT + scaled(_LABEL), 2 * scaled(_LINE))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        tall = scaled(_MARK[1])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(self._token))
        painter.drawRoundedRect(QRectF(0, middle - tall / 2, _MARK[0], tall), 2, 2)
        line = scaled(_LINE)
        width = self.width() - _INDENT
        face = font("small")
        face.setWeight(font("label").weight())
        painter.setFont(face)
        painter.setPen(color(self._token))
        painter.drawText(QRectF(_INDENT, middle - line - 1, width, line), Qt.AlignmentFlag.AlignVCenter, self._name)
        painter.setFont(font("small", tabular=True))
        painter.setPen(color("ink_soft"))
        painter.drawText(QRectF(_INDENT, middle - 1, width, line), Qt.AlignmentFlag.AlignVCenter, self._seconds)


class _HintMark(QAbstractButton):
    """The warning sign beside a text; F8 does the same from the keyboard."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAccessibleDescription("F8")
        self.setToolTip(f"{name} (F8)")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(HEIGHT.target, HEIGHT.target)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        side = scaled(18)
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        paint_icon(QPainter(self), box, "warning-fill", "hint_mark")
