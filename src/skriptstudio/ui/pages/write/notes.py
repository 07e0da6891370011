"""What is seen during a section, and who says it: a line below its text."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QWidget

from skriptstudio.domain.script import Section
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.theme import color, grown, scaled
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.fields import LineField

MOST_CHARACTERS = 300
"""A note, not a second script."""

_FIELD_PX = 30


class SectionNotes(QWidget):
    """A field for the picture and one for the speaker.

    Attributes:
        picture, speaker: the fields.
        written: one of them was changed.
        focused: one of them got the focus.
    """

    written = Signal()
    focused = Signal()

    def __init__(self, section: Section, title: str, names: Sequence[str], say: Say) -> None:
        super().__init__()
        self.picture = _NoteField(
            say("Picture: what is seen?"), "image-square", say("Picture of {section}", section=title)
        )
        self.speaker = _NoteField(say("Who speaks?"), "person-simple", say("Speaker of {section}", section=title))
        completer = QCompleter(list(names), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.speaker.setCompleter(completer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.card)
        row.addWidget(self.picture, 3)
        row.addWidget(self.speaker, 2)
        for field, text in ((self.picture, section.picture), (self.speaker, section.speaker)):
            field.setMaxLength(MOST_CHARACTERS)
            field.setText(text)
            field.textChanged.connect(self.written)
            field.focused.connect(self.focused)

    def set_locked(self, locked: bool) -> None:
        """Let them be read only."""
        self.picture.setReadOnly(locked)
        self.speaker.setReadOnly(locked)


class _NoteField(LineField):
    """A field on a line of its own, quieter than the text above it."""

    focused = Signal()

    def __init__(self, placeholder: str, icon_name: str, name: str) -> None:
        super().__init__(placeholder, icon_name, name)
        self.setProperty("bare", True)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(scaled(200), grown(_FIELD_PX))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(scaled(80), grown(_FIELD_PX))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802  Qt's name
        super().focusInEvent(event)
        self.focused.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), color("control" if self.hasFocus() else "line"))
