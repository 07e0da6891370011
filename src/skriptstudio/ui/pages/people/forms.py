"""What the page asks: who somebody is, and where a paper lets them be shown."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from skriptstudio.domain.people import Hat, Person, Scope
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.people_words import scope_text
from skriptstudio.messages.words import channel_name, hat_name
from skriptstudio.steps.people import Paper
from skriptstudio.ui.dates import understood, written
from skriptstudio.ui.scan_files import ask_scan
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.dialog_form import DialogForm
from skriptstudio.ui.widgets.fields import Check, Field, LineField
from skriptstudio.ui.widgets.text import Text


class PersonForm(DialogForm):
    """Name, hats, and for a minor those with custody.

    Args:
        taken: names that are entered already.
    """

    def __init__(self, speaker: Speaker, taken: Sequence[str]) -> None:
        super().__init__(speaker)
        self._taken = {name.casefold() for name in taken}
        say = speaker.say
        self._name = Field(say("Name"), LineField(say("First name and surname")))
        self._hats = {hat: Check(hat_name(hat.value, speaker)) for hat in Hat}
        self._hats[Hat.TEAM].setChecked(True)
        self._minor = Check(say("under 18"))
        self._birthday = Field(say("18th birthday"), LineField(say("Day, month, year")))
        self._guardians = (
            Field(say("Custody 1"), LineField(say("First name and surname"))),
            Field(say("Custody 2"), LineField(), say("Leave empty for sole custody.")),
        )
        grid = QGridLayout()
        grid.setVerticalSpacing(0)
        for at, check in enumerate(self._hats.values()):
            grid.addWidget(check, at // 2, at % 2)
        custody = QHBoxLayout()
        custody.setSpacing(SPACE.card)
        for field in (*self._guardians, self._birthday):
            field.setEnabled(False)
            custody.addWidget(field, 1)
        self.column.addWidget(self._name)
        self.column.addWidget(Text(say("Hats"), "label"))
        self.column.addLayout(grid)
        self.column.addWidget(self._minor)
        self.column.addLayout(custody)
        self.finish()
        self._minor.toggled.connect(self._minor_toggled)
        for line in self.findChildren(LineField):
            line.textChanged.connect(self.check)
        for tick in self.findChildren(Check):
            tick.toggled.connect(self.check)

    def person(self, person_id: str) -> Person:
        """Who was entered."""
        hats = tuple(hat for hat, check in self._hats.items() if check.isChecked())
        minor = self._minor.isChecked()
        guardians = tuple(name for field in self._guardians if (name := _text(field))) if minor else ()
        grown_up = understood(_text(self._birthday)) if minor else None
        return Person(person_id, _text(self._name), hats, minor, guardians, adult_on=grown_up)

    def problem(self) -> str:
        person = self.person("")
        taken = person.name.casefold() in self._taken
        error = self.say("This name is entered already. Add something to it.") if taken else ""
        self._name.set_error(error)
        if not person.name:
            return self.say("Enter the name.")
        if not person.hats:
            return self.say("Tick at least one hat.")
        if person.minor and not person.guardians:
            return self.say("Enter those who have custody.")
        if person.minor and _text(self._birthday) and person.adult_on is None:
            return self.say("That is no day. Write it like 31.08.2027.")
        return error

    def _minor_toggled(self, minor: bool) -> None:
        for field in (*self._guardians, self._birthday):
            field.setEnabled(minor)


class ConsentForm(DialogForm):
    """Channels, each ticked by itself, and the last day of the paper.

    Args:
        channels: keys of all channels.
        today: a paper must not have ended before.
        until: the day that stands there at first.
    """

    def __init__(self, speaker: Speaker, channels: Sequence[str], today: date, until: date) -> None:
        super().__init__(speaker)
        self._today = today
        say = speaker.say
        self._channels = {key: Check(channel_name(key)) for key in channels}
        self._scope = {one: Check(_capital(scope_text(one.value, speaker))) for one in Scope}
        for one in (Scope.IMAGE, Scope.VOICE):
            self._scope[one].setChecked(True)
        self._purpose = Field(say("Purpose"), LineField(say("What the clips are made for")))
        self._scan: Path | None = None
        self._scan_button = Button(say("Choose the scan"), "secondary", "file-text")
        self._scan_button.clicked.connect(self._choose_scan)
        self.ask_scan: Callable[[QWidget, str], Path | None] = ask_scan
        self._until = Field(say("Valid until"), LineField(written(until)), say("Day, month, year, e.g. 31.08.2027"))
        _line(self._until).setText(written(until))
        grid = QGridLayout()
        grid.setVerticalSpacing(0)
        for at, check in enumerate(self._channels.values()):
            grid.addWidget(check, at // 2, at % 2)
            check.toggled.connect(self.check)
        self.column.addWidget(Text(say("Channels"), "label"))
        self.column.addLayout(grid)
        self.column.addWidget(self._until)
        self.column.addWidget(Text(say("Scope"), "label"))
        scopes = QGridLayout()
        scopes.setVerticalSpacing(0)
        for at, check in enumerate(self._scope.values()):
            scopes.addWidget(check, at // 2, at % 2)
            check.toggled.connect(self.check)
        self.column.addLayout(scopes)
        self.column.addWidget(self._purpose)
        self.column.addWidget(self._scan_button)
        self.finish()
        _line(self._until).textChanged.connect(self.check)

    @property
    def channels(self) -> tuple[str, ...]:
        """Keys of what is ticked."""
        return tuple(key for key, check in self._channels.items() if check.isChecked())

    def paper(self, until: date) -> Paper:
        """What was entered; everybody who has to has signed, as the dialog says."""
        scope = tuple(one for one, check in self._scope.items() if check.isChecked())
        return Paper(self.channels, until, scope, _text(self._purpose), scan=self._scan)

    def _choose_scan(self) -> None:
        chosen = self.ask_scan(self, self.say("Choose the scan"))
        if chosen is not None:
            self._scan = chosen
            self._scan_button.setText(chosen.name)

    @property
    def until(self) -> date | None:
        """The last day, None while it isn't one."""
        return understood(_text(self._until))

    def problem(self) -> str:
        until = self.until
        error = ""
        if until is None:
            error = self.say("That is no day. Write it like 31.08.2027.")
        elif until < self._today:
            error = self.say("This day is over. Write a later one.")
        self._until.set_error(error)
        if error:
            return error
        if not self.channels:
            return self.say("Tick at least one channel.")
        return "" if any(one.isChecked() for one in self._scope.values()) else self.say("Tick what may be shown.")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _line(field: Field) -> LineField:
    assert isinstance(field.editor, LineField)
    return field.editor


def _text(field: Field) -> str:
    return " ".join(_line(field).text().split())
