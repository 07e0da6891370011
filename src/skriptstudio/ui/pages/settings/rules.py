"""What the house has settled: who stands in, how long takes are kept, when nothing political goes out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.house import Blackout, HouseRules
from skriptstudio.domain.people import Staff
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.dates import spoken, understood
from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.settings.section import Section
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button, IconButton
from skriptstudio.ui.widgets.dialog import Dialog
from skriptstudio.ui.widgets.fields import Choice, Field, LineField
from skriptstudio.ui.widgets.text import Text

_DEPUTY_DAYS = (0, 1, 2, 3, 5, 10)
_RAW_DAYS = (14, 30, 60, 90, 180, 365)
_MINOR_DAYS = (7, 14, 30, 60)

Edit = Callable[[HouseRules], HouseRules]


class RulesSection(Section):
    """Rules for everybody who works in this library.

    Attributes:
        deputy, raw, minor: days, each a choice.
        add: asks for a blackout.
        removals: the buttons beside the blackouts, in order of their days.
    """

    def __init__(self, place: Place) -> None:
        say = place.session.say
        super().__init__(place, say("Rules of the house"))
        self._waiting: list[Edit] = []
        self._saving = False
        self.deputy = self._days(
            say("A deputy checks"), say("When somebody is away for longer than this"), _DEPUTY_DAYS, working=True
        )
        self.raw = self._days(say("Keep unused takes"), say("Then they are proposed for deletion"), _RAW_DAYS)
        self.minor = self._days(
            say("Keep unused takes of minors"), say("They are proposed first; a person always confirms"), _MINOR_DAYS
        )
        self.add = Button(say("Enter blackout"), "secondary", "calendar-x")
        self.row(say("Blackouts"), say("On these days nothing political goes out, e.g. before an election"), self.add)
        self.removals: list[IconButton] = []
        self._blackouts = QVBoxLayout()
        self._blackouts.setSpacing(SPACE.xs)
        self.column.addLayout(self._blackouts)
        self.end()
        self.deputy.activated.connect(lambda _: self._save_days("deputy_after_days", self.deputy))
        self.raw.activated.connect(lambda _: self._save_days("raw_days", self.raw))
        self.minor.activated.connect(lambda _: self._save_days("minor_days", self.minor))
        self.add.clicked.connect(self._ask_blackout)
        self._allow(on=False)

    def _days(self, label: str, sentence: str, days: tuple[int, ...], working: bool = False) -> Choice:
        choice = Choice(label)
        choice.setProperty("days", days)
        choice.setProperty("working", working)
        self.row(label, sentence, choice)
        return choice

    def opened(self) -> None:
        if self.session.has_library:
            house = self.session.house
            self.jobs.start(lambda control: house.desk.staff(), self._read)

    def _read(self, staff: Staff) -> None:
        if isValid(self.add):
            self._show(staff.rules)
            self._allow(on=True)

    def _allow(self, on: bool) -> None:
        for widget in (self.deputy, self.raw, self.minor, self.add):
            widget.setEnabled(on)

    def _show(self, rules: HouseRules) -> None:
        for choice, value in (
            (self.deputy, rules.deputy_after_days),
            (self.raw, rules.raw_days),
            (self.minor, rules.minor_days),
        ):
            offered = sorted({*choice.property("days"), value})
            working = bool(choice.property("working"))
            choice.set_items([(str(days), self._days_text(days, working)) for days in offered])
            choice.choose(str(value))
        self._show_blackouts(rules)

    def _days_text(self, days: int, working: bool) -> str:
        say = self.say
        if working:
            return say("one working day") if days == 1 else say("{days} working days", days=days)
        return say("{days} days", days=days)

    def _show_blackouts(self, rules: HouseRules) -> None:
        while item := self._blackouts.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.removals = []
        for blackout in sorted(rules.blackouts, key=lambda one: (one.first, one.last)):
            self._blackouts.addWidget(self._blackout_row(blackout))

    def _blackout_row(self, blackout: Blackout) -> QWidget:
        language = self.session.speaker.language
        days = self.say(
            "{first} to {last}", first=spoken(blackout.first, language), last=spoken(blackout.last, language)
        )
        remove = IconButton("trash", self.say("Remove: {what}", what=f"{blackout.reason}, {days}"))
        remove.clicked.connect(lambda: self._save(lambda rules: _without(rules, blackout)))
        self.removals.append(remove)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Text(f"{blackout.reason} · {days}"), 1)
        row.addWidget(remove)
        return line

    def _ask_blackout(self) -> None:
        form = BlackoutForm(self.say)
        dialog = self.place.ask(
            self.say("When does nothing political go out?"),
            self.say("Both days count."),
            self.say("Enter it"),
            lambda: self._add_blackout(form),
            content=form,
        )
        form.watch(dialog)

    def _add_blackout(self, form: "BlackoutForm") -> None:
        blackout = form.blackout
        if blackout is not None:
            self._save(lambda rules: replace(rules, blackouts=(*_without(rules, blackout).blackouts, blackout)))

    def _save_days(self, field: str, choice: Choice) -> None:
        days = int(choice.key)
        self._save(lambda rules: replace(rules, **{field: days}))  # type: ignore[arg-type]  # all three are int

    def _save(self, edit: Edit) -> None:
        """One after the other, so that the last one holds."""
        self._waiting.append(edit)
        if not self._saving:
            self._save_next()

    def _save_next(self) -> None:
        edits, self._waiting = self._waiting, []
        house = self.session.house
        self._saving = True

        def all_of_them(rules: HouseRules) -> HouseRules:
            for edit in edits:
                rules = edit(rules)
            return rules

        def saved(rules: HouseRules) -> None:
            self._saving = False
            if not isValid(self.add):
                return
            if self._waiting:
                self._save_next()
            else:
                self._show(rules)

        def failed(error: SkriptStudioError) -> None:
            self._saving = False
            self.place.fail(error)
            if isValid(self.add):
                self.opened()

        self.jobs.start(lambda control: house.people.set_rules(all_of_them), saved, failed)


class BlackoutForm(QWidget):
    """First day, last day, and why."""

    def __init__(self, say: Say) -> None:
        super().__init__()
        self.say = say
        self._dialog: Dialog | None = None
        hint = say("Day, month, year")
        self.first, self.last, self.reason = LineField(hint), LineField(hint), LineField()
        self._first = Field(say("First day"), self.first)
        self._last = Field(say("Last day"), self.last)
        days = QHBoxLayout()
        days.setSpacing(SPACE.card)
        days.addWidget(self._first, 1)
        days.addWidget(self._last, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        column.addLayout(days)
        column.addWidget(Field(say("Reason"), self.reason, say("e.g. local election")))
        for line in (self.first, self.last, self.reason):
            line.textChanged.connect(self._check)

    def watch(self, dialog: Dialog) -> None:
        """Keep the dialog's verb true."""
        self._dialog = dialog
        self._check()

    @property
    def blackout(self) -> Blackout | None:
        """What was entered; None while something is missing."""
        first, last = self._day(self.first), self._day(self.last)
        reason = " ".join(self.reason.text().split())
        return Blackout(first, last, reason) if first and last and first <= last and reason else None

    def _day(self, line: LineField) -> date | None:
        return understood(line.text())

    def _problem(self) -> str:
        first, last = self._day(self.first), self._day(self.last)
        wrong = self.say("That is no day. Write it like 31.08.2027.")
        self._first.set_error(wrong if self.first.text() and first is None else "")
        backwards = self.say("This is before the first day.") if first and last and last < first else ""
        self._last.set_error(wrong if self.last.text() and last is None else backwards)
        if first is None or last is None:
            return self.say("Enter both days.")
        return backwards or ("" if self.reason.text().strip() else self.say("Enter the reason."))

    def _check(self) -> None:
        problem = self._problem()
        if self._dialog is not None:
            self._dialog.verb.allow_unless(problem)


def _without(rules: HouseRules, blackout: Blackout) -> HouseRules:
    return replace(rules, blackouts=tuple(one for one in rules.blackouts if one != blackout))
