"""Who isn't there to record, and when."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from skriptstudio.domain.ids import new_id
from skriptstudio.domain.people import Staff
from skriptstudio.domain.plan_book import Leave, LeaveKind
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.dates import day_text, weekday_name
from skriptstudio.messages.plan_words import leave_name
from skriptstudio.ui.dates import understood, written
from skriptstudio.ui.pages.plan.kept_list import KeptList
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.dialog import Dialog
from skriptstudio.ui.widgets.fields import Choice, Field, LineField
from skriptstudio.ui.widgets.rows import Row

_HOUSE = "house"
_EVERY_DAY = "every"


class LeaveForm(QWidget):
    """Person, reason, first and last day, and perhaps only one day of the week.

    Attributes:
        known: what was entered before.
        person: of the staff, or the whole house.
        kind: why.
        first, last: as written.
        weekday: one of them, or every day.
    """

    def __init__(self, speaker: Speaker, staff: Staff, today: date, leaves: Sequence[Leave] = ()) -> None:
        super().__init__()
        self.say = say = speaker.say
        rows = [_row(one, staff, speaker) for one in leaves if one.last >= today]
        self.known = KeptList(say, say("Absences that are entered"), rows)
        people = [(one.id, one.name) for one in staff.people]
        self.person = Choice(say("Who"), [(_HOUSE, say("The whole house")), *people])
        self.kind = Choice(say("Why"), [(kind.value, leave_name(kind, speaker)) for kind in LeaveKind])
        self.first, self.last = LineField(""), LineField("")
        for field in (self.first, self.last):
            field.setText(written(today))
        days = [(str(number), weekday_name(number, speaker)) for number in range(5)]
        self.weekday = Choice(say("Which days"), [(_EVERY_DAY, say("Every day of this time")), *days])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(self.known)
        column.addLayout(_side_by_side(Field(say("Who"), self.person), Field(say("Why"), self.kind)))
        column.addLayout(_side_by_side(Field(say("First day"), self.first), Field(say("Last day"), self.last)))
        column.addWidget(Field(say("Which days"), self.weekday))

    @property
    def days(self) -> tuple[date, date] | None:
        """First and last day; None as long as they are no such days."""
        first, last = understood(self.first.text()), understood(self.last.text())
        return (first, last) if first is not None and last is not None and first <= last else None

    @property
    def leave(self) -> Leave:
        """What was entered; ask only while ``days`` are there."""
        assert self.days is not None
        person = "" if self.person.key == _HOUSE else self.person.key
        weekdays = () if self.weekday.key == _EVERY_DAY else (int(self.weekday.key),)
        return Leave(new_id("l"), person, LeaveKind(self.kind.key), *self.days, weekdays)

    def watch(self, dialog: Dialog) -> None:
        """Keep the dialog's verb true."""

        def check() -> None:
            if self.days is None:
                dialog.verb.refuse(self.say("Write both days, e.g. 24.12.2026; the last one isn't before the first."))
            else:
                dialog.verb.allow()

        self.first.textChanged.connect(check)
        self.last.textChanged.connect(check)
        check()


def _row(leave: Leave, staff: Staff, speaker: Speaker) -> Row:
    who = staff.name(leave.person) if leave.person else speaker.say("The whole house")
    days = ", ".join(weekday_name(number, speaker) for number in leave.weekdays)
    time = f"{day_text(leave.first, speaker)} – {day_text(leave.last, speaker)}"
    return Row(leave.id, f"{who}: {leave_name(leave.kind, speaker)}", f"{time} {days}".strip())


def _side_by_side(*fields: Field) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE.m)
    for field in fields:
        row.addWidget(field, 1)
    return row
