"""Menschen und Einwilligungen: who is here, who may be shown where, and what a revocation touches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.ids import new_id
from skriptstudio.domain.people import Person, Staff
from skriptstudio.domain.retention import Overdue
from skriptstudio.ui.dates import in_a_year
from skriptstudio.ui.page import Page, Place
from skriptstudio.ui.pages.people.appearances import Found, scan
from skriptstudio.ui.pages.people.away import StandingIn
from skriptstudio.ui.pages.people.detail import Detail
from skriptstudio.ui.pages.people.erasing import Erasing
from skriptstudio.ui.pages.people.forms import ConsentForm, PersonForm
from skriptstudio.ui.pages.people.papers import PaperWork
from skriptstudio.ui.pages.people.standing import rows, standing
from skriptstudio.ui.pages.people.verdict import verdict
from skriptstudio.ui.take_down import ask_take_down
from skriptstudio.ui.theme import scaled
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.cards import Card
from skriptstudio.ui.widgets.empty import EmptyPage
from skriptstudio.ui.widgets.rows import RowList
from skriptstudio.ui.widgets.search_field import SearchField
from skriptstudio.ui.widgets.text import Text

if TYPE_CHECKING:
    from skriptstudio.ui.jobs import Job

_LIST = 452
_LIST_SHARE = 0.39
"""The list takes at most so much of the page, so that the person keeps room in large type."""


@dataclass(frozen=True)
class _Read:
    """What was read of the library: everybody, the channels there are, and what day it is."""

    staff: Staff
    channels: tuple[str, ...]
    today: date


class PeoplePage(Page):
    """List at the left, person at the right."""

    key = "people"
    needs_production = False

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._channels: tuple[str, ...] = ()
        self._today: date | None = None
        self._found: Found | None = None
        self._scanning: Job[tuple[Found, tuple[Overdue, ...]]] | None = None
        self._shown = False
        self.list = RowList(self.say("People"))
        self.search_field = SearchField(self.say("Search people"))
        self.enter = Button(self.say("Person"), "secondary", "user-plus", name=self.say("Enter a person"))
        self.detail = Detail(self.session.speaker)
        self.papers = PaperWork(self)
        self.erasing = Erasing(self)
        self.standing_in = StandingIn(self)
        self._overdue: tuple[Overdue, ...] = ()
        self.old_takes = Button("", "quiet", "clock-counter-clockwise")
        self.old_takes.hide()
        self.empty = self._make_empty()
        self._place_parts()
        self._connect()

    def _make_empty(self) -> EmptyPage:
        enter = Button(self.say("Enter a person"), "primary", "user-plus")
        enter.clicked.connect(self._ask_person)
        sentence = self.say("Whoever is in the picture is entered here. It takes two minutes.")
        return EmptyPage("users", self.say("Nobody entered yet"), sentence, enter)

    def _place_parts(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(10)
        tools.addWidget(self.search_field, 1)
        tools.addWidget(self.enter)
        self._lists = QStackedWidget()
        self._lists.addWidget(self.list)
        self._lists.addWidget(Text(self.say("Nobody with that name is entered."), "body", "ink_soft"))
        card = Card(padding=6)
        card.column.addWidget(self._lists)
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        column.addLayout(tools)
        column.addWidget(card, 1)
        column.addWidget(self.old_takes)
        board = QWidget()
        row = QHBoxLayout(board)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.gap)
        row.addWidget(self._left)
        row.addWidget(self.detail, 1)
        self._board = board
        self._layout = QStackedLayout(self.body)
        for one in (QWidget(), board, self.empty):
            self._layout.addWidget(one)

    def _connect(self) -> None:
        self.enter.clicked.connect(self._ask_person)
        self.search_field.textChanged.connect(self._show_rows)
        self.search_field.down.connect(self.list.setFocus)
        self.list.row_chosen.connect(self._show_person)
        self.detail.revoke_pressed.connect(self._ask_revocation)
        self.detail.erase_pressed.connect(lambda: self._with_chosen(self.erasing.ask_erase))
        self.detail.form_pressed.connect(lambda: self._with_chosen(self.papers.print_form))
        self.detail.scan_pressed.connect(self.papers.show_scan)
        self.old_takes.clicked.connect(lambda: self.erasing.ask_overdue(self._overdue))
        self.detail.stand_in_pressed.connect(lambda: self._with_chosen(self.standing_in.ask))
        self.detail.place_opened.connect(self.place.open_production)
        self.detail.online_opened.connect(self._ask_take_down)
        self.session.staff_changed.connect(self._staff_changed)
        self.session.library_changed.connect(self._library_changed)

    # --- what every page has

    def header_title(self) -> str:
        return self.say("People and consents")

    def entered(self) -> None:
        self._shown = True
        self._load()

    def left(self) -> None:
        self._shown = False
        if self._scanning is not None:
            self._scanning.cancel()

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        self.detail.set_compact(compact)
        self._fit()
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._left.setFixedWidth(min(scaled(_LIST), round(self.width() * _LIST_SHARE)))

    def help_text(self) -> str:
        return self.say(
            "Here stands who may be shown where. The lamp says whether a consent is valid. "
            "A new paper is entered at the bottom right, a revocation beside the person."
        )

    def search(self) -> None:
        if self._layout.currentWidget() is self._board:
            self.search_field.setFocus()
            self.search_field.selectAll()

    # --- read

    def _load(self, choose: str = "") -> None:
        if not self.session.has_library:
            return
        house = self.session.house

        def done(read: _Read) -> None:
            if isValid(self):
                self._take_over(read, choose)

        self.jobs.start(
            lambda control: _Read(house.people.staff(), house.profiles.keys(), house.desk.clock.today()), done
        )
        self._scan()

    def _scan(self) -> None:
        house = self.session.house
        if self._scanning is not None:
            self._scanning.cancel()

        def done(result: tuple[Found, tuple[Overdue, ...]]) -> None:
            if isValid(self) and self._scanning is job:
                self._scanning = None
                self._found, self._overdue = result
                self._show_old_takes()
                self._show_person()

        job = self._scanning = self.jobs.start(
            lambda control: (scan(house, control), house.erasure.overdue(control)), done
        )

    def _show_old_takes(self) -> None:
        count = len(self._overdue)
        text = self.say("One old take that no clip uses") if count == 1 else ""
        self.old_takes.setText(text or self.say("{count} old takes that no clip uses", count=count))
        self.old_takes.setVisible(count > 0)

    def _with_chosen(self, action: Callable[[Person], None]) -> None:
        if self.chosen is not None:
            action(self.chosen)

    def read_again(self, choose: str) -> None:
        """Takes were deleted: read everything anew, and show somebody."""
        if self._shown:
            self._load(choose)

    def _take_over(self, read: _Read, choose: str = "") -> None:
        self._channels, self._today = read.channels, read.today
        self._hand_on(read.staff)
        if choose:
            self.search_field.clear()
            self.list.choose(choose)

    def _hand_on(self, staff: Staff) -> None:
        """Tell the window who is here; it may then have to note who works here."""
        try:
            self.session.show_staff(staff)
        except SkriptStudioError as error:
            self.place.fail(error)

    def _staff_changed(self) -> None:
        self._show()

    def _library_changed(self) -> None:
        self._found = None
        self._layout.setCurrentIndex(0)

    # --- draw

    def _show(self) -> None:
        if self._today is None:
            return
        if not self.session.staff.people:
            self._layout.setCurrentWidget(self.empty)
            self.bar.show_state(
                self.say("Filming is voluntary."), self.say("Without a consent no clip leaves the house.")
            )
            self.bar.set_buttons()
            return
        self._layout.setCurrentWidget(self._board)
        self._show_rows()

    def _show_rows(self) -> None:
        if self._today is None:
            return
        found = rows(
            self.session.staff, self.search_field.text(), self._today, self.session.speaker, compact=self.compact
        )
        self.list.set_rows(found)
        self._lists.setCurrentIndex(0 if found else 1)
        if found and not self.list.key:
            mine = self.session.person.id if self.session.person else ""
            keys = [row.key for row in found]
            self.list.choose(mine if mine in keys else keys[0])
        self._show_person()

    @property
    def chosen(self) -> Person | None:
        """Who is shown at the right."""
        return self._person(self.list.key)

    def _person(self, person_id: str) -> Person | None:
        return next((one for one in self.session.staff.people if one.id == person_id), None)

    def _show_person(self, _key: str = "") -> None:
        person, today = self.chosen, self._today
        self.detail.setVisible(person is not None)
        if today is None or self._layout.currentWidget() is not self._board:
            return
        if person is not None:
            found = standing(self.session.staff, person.id, today)
            seen = None if self._found is None else self._found.get(person.id, ())
            self.detail.show_person(person, found, seen, self._channels, self.session.staff, today)
        self._show_bar(person, today)

    def _show_bar(self, person: Person | None, today: date) -> None:
        found = verdict(self.session.staff, self._found or {}, person, today, self.session.speaker)
        self.bar.show_state(found.fact, found.sentence, found.second)
        if found.person is not None:
            self._offer_consent(found.person)
        else:
            self._set_filled(self.say("Enter a person"), "user-plus", self._ask_person)

    def _offer_consent(self, person: Person) -> None:
        text = self.say("Enter {name}'s consent", name=person.first_name)
        self._set_filled(text, "pencil-simple", lambda: self._ask_consent(person))

    def _set_filled(self, text: str, icon: str, action: Callable[[], None]) -> None:
        button = Button(text, "primary", icon)
        button.clicked.connect(lambda: action())
        self.bar.set_buttons(button)

    # --- change

    def _ask_person(self) -> None:
        form = PersonForm(self.session.speaker, [one.name for one in self.session.staff.people])
        dialog = self.place.ask(
            self.say("Who is new?"),
            self.say("The name as it stands on the paper."),
            self.say("Enter"),
            lambda: self._add(form.person(new_id("u"))),
            content=form,
        )
        form.watch(dialog)

    def _add(self, person: Person) -> None:
        house = self.session.house

        def done(staff: Staff) -> None:
            self.show_changed(staff, person.id)
            if self.session.person is None and len(staff.people) == 1:
                self.session.act_as(person)
            self.place.toast(self.say("{name} is entered.", name=person.name))

        def work() -> None:
            house.people.add(person)

        self.change(work, done)

    def _ask_consent(self, person: Person) -> None:
        today = self._today or date.today()
        form = ConsentForm(self.session.speaker, self._channels, today, in_a_year(today))
        sentence = self.say("The signed paper is there. It holds for the ticked channels only.")
        if person.is_minor(today):
            *first, last = person.name, *person.guardians
            sentence = self.say("{names} and {last} have signed. Tick the channels.", names=", ".join(first), last=last)
        dialog = self.place.ask(
            self.say("Consent of {name}", name=person.name),
            sentence,
            self.say("Enter consent"),
            lambda: self._add_consent(person, form),
            content=form,
        )
        form.watch(dialog)

    def _add_consent(self, person: Person, form: ConsentForm) -> None:
        if form.until is None:
            return
        house, paper = self.session.house, form.paper(form.until)

        def done(staff: Staff) -> None:
            self.show_changed(staff, person.id)
            self.place.toast(self.say("The consent of {name} is entered.", name=person.name))

        def work() -> None:
            house.people.enter_paper(new_id("c"), person.id, paper)

        self.change(work, done)

    def _ask_revocation(self) -> None:
        person = self.chosen
        if person is None:
            return
        released = sum(one.released for one in (self._found or {}).get(person.id, ()))
        if released == 0:
            sentence = self.say("From today {name} may not be shown in any clip.", name=person.name)
        elif released == 1:
            sentence = self.say("One clip is blocked, and a list says what has to be deleted where.")
        else:
            sentence = self.say(
                "{count} clips are blocked, and a list says what has to be deleted where.", count=released
            )
        self.place.ask(
            self.say("Enter revocation?"),
            sentence,
            self.say("Enter revocation"),
            lambda: self._revoke(person),
            danger=True,
        )

    def _revoke(self, person: Person) -> None:
        house = self.session.house

        def done(staff: Staff) -> None:
            self.show_changed(staff, person.id)
            self.place.toast(self.say("The revocation of {name} is entered.", name=person.name))

        def work() -> None:
            house.people.revoke(person.id)

        self.change(work, done)

    def _ask_take_down(self, production: str, profile: str) -> None:
        """A publication of the list was opened: was it taken down?"""
        chosen = self.list.key
        ask_take_down(self, self.place, production, profile, lambda _now: self.read_again(chosen))

    def change(self, work: Callable[[], None], done: Callable[[Staff], None]) -> None:
        """Change something about people in a job, then show everybody as they are now."""
        house = self.session.house

        def change(_control: object) -> Staff:
            work()
            return house.people.staff()

        self.jobs.start(change, lambda staff: done(staff) if isValid(self) else None)

    def show_changed(self, staff: Staff, person: str) -> None:
        """Show somebody after a change."""
        self.search_field.clear()
        self._hand_on(staff)
        self.list.choose(person)
        if self._shown:
            self._scan()
