"""What every section of the settings is: a title, rows, and a way to change a setting."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.ui.page import Place
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.fields import SettingRow
from skriptstudio.ui.widgets.segments import Segment, Segments
from skriptstudio.ui.widgets.text import Text, divider


class Section(QWidget):
    """One section. Subclasses add rows, and show in ``refresh`` what is set.

    Attributes:
        column: the layout to add to; call ``end`` when all is in it.
    """

    def __init__(self, place: Place, title: str) -> None:
        super().__init__()
        self.place = place
        self.session = place.session
        self.jobs = place.jobs
        self.say = place.session.say
        self.setObjectName("clear")
        # A path is one long word: let it break instead of widening the section beyond its card.
        self.setMinimumWidth(1)
        self._rows = 0
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(28, SPACE.gap, 28, SPACE.card)
        self.column.setSpacing(0)
        self.column.addWidget(Text(title, "page"))
        self.column.addSpacing(SPACE.xs)

    def opened(self) -> None:
        """The section was opened: look at what may have changed outside."""

    def refresh(self) -> None:
        """Show what is set now."""

    def row(self, label: str, sentence: str, control: QWidget) -> SettingRow:
        """Add a row below a divider."""
        if self._rows:
            self.column.addWidget(divider())
        self._rows += 1
        made = SettingRow(label, sentence, control)
        self.column.addWidget(made)
        return made

    def choice(self, label: str, sentence: str, *items: tuple[str, str]) -> Segments:
        """Add a row with segments, given as (key, text)."""
        segments = Segments(label, [Segment(key, text) for key, text in items])
        self.row(label, sentence, segments)
        return segments

    def end(self) -> None:
        """Keep all rows at the top."""
        self.column.addStretch(1)

    def change(self, **values: object) -> None:
        """Change settings; what can't be saved holds for this run and is said."""
        try:
            self.session.change_settings(**values)
        except SkriptStudioError as error:
            self.place.fail(error)
