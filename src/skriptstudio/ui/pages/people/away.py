"""Who stands in for a checker, and when somebody is away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from skriptstudio.domain.people import Absence, Hat, Person, Staff
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.ui.dates import spoken, understood, written
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.dialog_form import DialogForm
from skriptstudio.ui.widgets.fields import Check, Field, LineField
from skriptstudio.ui.widgets.text import Text

if TYPE_CHECKING:
    from skriptstudio.ui.pages.people.page import PeoplePage

CHECKERS = frozenset({Hat.FACH, Hat.PRESS, Hat.LEAD})
"""Whose place somebody can take."""


def can_be_replaced(person: Person) -> bool:
    """Whether the person passes any check that a deputy could pass instead."""
    return bool(CHECKERS & set(person.hats))


def deputies_text(person: Person, staff: Staff) -> str:
    """Names of the deputies."""
    return ", ".join(staff.name(one) for one in person.deputies)


def away_text(absence: Absence, speaker: Speaker) -> str:
    """First and last day in words."""
    first, last = spoken(absence.first, speaker.language), spoken(absence.last, speaker.language)
    return speaker.say("{first} to {last}", first=first, last=last)


class AwayForm(DialogForm):
    """First and last day, and a tick for every deputy; no days mean that the person is there.

    Args:
        person: who is away.
        others: who could stand in.
    """

    def __init__(self, speaker: Speaker, person: Person, others: Sequence[Person]) -> None:
        super().__init__(speaker)
        say = speaker.say
        self._first = Field(say("First day away"), LineField(say("Day, month, year")))
        self._last = Field(say("Last day away"), LineField(say("Day, month, year")))
        if person.away is not None:
            self._line(self._first).setText(written(person.away.first))
            self._line(self._last).setText(written(person.away.last))
        days = QHBoxLayout()
        days.setSpacing(SPACE.card)
        for field in (self._first, self._last):
            days.addWidget(field, 1)
            self._line(field).textChanged.connect(self.check)
        self.ticks = {one.id: Check(one.name) for one in others}
        grid = QGridLayout()
        grid.setVerticalSpacing(0)
        for at, (key, tick) in enumerate(self.ticks.items()):
            tick.setChecked(key in person.deputies)
            grid.addWidget(tick, at // 2, at % 2)
        self.column.addLayout(days)
        self.column.addWidget(Text(say("Leave both days empty when the person is there."), "small", "ink_soft"))
        self.column.addWidget(Text(say("Deputies"), "label"))
        self.column.addLayout(grid)
        self.finish()

    @property
    def away(self) -> Absence | None:
        """The days, in their order; None for nobody being away."""
        first, last = self._day(self._first), self._day(self._last)
        return Absence(*sorted((first, last))) if first and last else None

    @property
    def deputies(self) -> tuple[str, ...]:
        """Ids of those who are ticked."""
        return tuple(key for key, tick in self.ticks.items() if tick.isChecked())

    def problem(self) -> str:
        wrong = ""
        for field in (self._first, self._last):
            text = self._line(field).text().strip()
            error = self.say("That is no day. Write it like 31.08.2027.") if text and not self._day(field) else ""
            field.set_error(error)
            wrong = wrong or error
        one_day = bool(self._line(self._first).text().strip()) != bool(self._line(self._last).text().strip())
        return wrong or (self.say("Enter both days, or none.") if one_day else "")

    def _day(self, field: Field) -> date | None:
        return understood(self._line(field).text())

    def _line(self, field: Field) -> LineField:
        assert isinstance(field.editor, LineField)
        return field.editor


class StandingIn:
    """Asks for absence and deputies, and writes them down."""

    def __init__(self, page: PeoplePage) -> None:
        self._page = page

    def ask(self, person: Person) -> None:
        """Open the dialog for one person."""
        page, say = self._page, self._page.say
        others = [one for one in page.session.staff.people if one.id != person.id]
        form = AwayForm(page.session.speaker, person, others)
        dialog = page.place.ask(
            say("Who stands in for {name}?", name=person.name),
            say("A deputy checks while {name} is away, or is seen in the clip.", name=person.name),
            say("Save"),
            lambda: self._save(person, form.away, form.deputies),
            content=form,
        )
        form.watch(dialog)

    def _save(self, person: Person, away: Absence | None, deputies: tuple[str, ...]) -> None:
        page, house = self._page, self._page.session.house

        def work() -> None:
            house.people.change(person.id, lambda one: replace(one, away=away, deputies=deputies))

        def done(staff: Staff) -> None:
            page.show_changed(staff, person.id)
            page.place.toast(page.say("Noted."))

        page.change(work, done)
