"""What is seen during a section, and who says it: a line below its text."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QWidget

from skriptstudio.domain.script import Section
from skriptstudio.ui.pages.write.words import Say
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.fields import LineField

MOST_CHARACTERS = 300
"""A note, not a second script."""


class SectionNotes(QWidget):
    """A field for the picture and one for the speaker.

    Attributes:
        picture, speaker: the fields.
        written: one of them was changed.
    """

    written = Signal()

    def __init__(self, section: Section, title: str, names: Sequence[str], say: Say) -> None:
        super().__init__()
        self.picture = LineField(
            say("Picture: what is seen?"), "image-square", say("Picture of {section}", section=title)
        )
        self.speaker = LineField(say("Who speaks?"), "person-simple", say("Speaker of {section}", section=title))
        completer = QCompleter(list(names), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.speaker.setCompleter(completer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, SPACE.s)
        row.setSpacing(SPACE.s)
        row.addWidget(self.picture, 3)
        row.addWidget(self.speaker, 2)
        for field, text in ((self.picture, section.picture), (self.speaker, section.speaker)):
            field.setMaxLength(MOST_CHARACTERS)
            field.setText(text)
            field.textChanged.connect(self.written)

    def set_locked(self, locked: bool) -> None:
        """Let them be read only."""
        self.picture.setReadOnly(locked)
        self.speaker.setReadOnly(locked)
