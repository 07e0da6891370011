"""Dates of the year: a house adds its own and hides what doesn't fit."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from skriptstudio.domain.ids import new_id
from skriptstudio.domain.plan_book import OwnOccasion
from skriptstudio.domain.season import Dated
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.dates import day_text
from skriptstudio.ui.dates import understood, written
from skriptstudio.ui.pages.plan.kept_list import KeptList
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.dialog import Dialog
from skriptstudio.ui.widgets.fields import Field, LineField
from skriptstudio.ui.widgets.rows import Row

_LONGEST_NAME = 60


class OccasionForm(QWidget):
    """Name, first and last day of a date of one's own, over those of the next weeks.

    Attributes:
        known: of the next weeks.
        name, first, last: as written.
    """

    def __init__(self, speaker: Speaker, occasions: Sequence[Dated], today: date) -> None:
        super().__init__()
        self.say = say = speaker.say
        rows = [Row(one.key, one.name, _time(one, speaker)) for one in occasions]
        self.known = KeptList(say, say("Dates of the next weeks"), rows)
        self.name = LineField(say("e.g. Open day"))
        self.name.setMaxLength(_LONGEST_NAME)
        self.first, self.last = LineField(""), LineField("")
        for field in (self.first, self.last):
            field.setText(written(today))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(self.known)
        column.addWidget(Field(say("A date of your own"), self.name))
        row = QHBoxLayout()
        row.setSpacing(SPACE.m)
        row.addWidget(Field(say("First day"), self.first))
        row.addWidget(Field(say("Last day"), self.last))
        column.addLayout(row)

    @property
    def occasion(self) -> OwnOccasion | None:
        """What was entered; None as long as it is no such date."""
        name = " ".join(self.name.text().split())
        first, last = understood(self.first.text()), understood(self.last.text())
        if not name or first is None or last is None or last < first:
            return None
        return OwnOccasion(new_id("o"), name, first, last)

    def watch(self, dialog: Dialog) -> None:
        """Keep the dialog's verb true."""

        def check() -> None:
            if self.occasion is None:
                dialog.verb.refuse(self.say("Write a name and both days, e.g. 24.12.2026."))
            else:
                dialog.verb.allow()

        for field in (self.name, self.first, self.last):
            field.textChanged.connect(check)
        check()


def _time(one: Dated, speaker: Speaker) -> str:
    first = day_text(one.first, speaker)
    return first if one.first == one.last else f"{first} – {day_text(one.last, speaker)}"
