"""Who sits at the computer: a short menu where few are entered, a list with a search field where they are many."""

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from skriptstudio.domain.people import Hat, Person, Staff, in_name_order, name_key
from skriptstudio.messages.words import hat_name
from skriptstudio.ui.page import Place
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.person_ticks import SEARCHED_FROM
from skriptstudio.ui.widgets.rows import Row, RowList
from skriptstudio.ui.widgets.search_field import SearchField


def show_people(place: Place, rail: QWidget, staff: Staff) -> None:
    """Let the user say who works here from now on.

    Args:
        place: the window.
        rail: above whose avatar the menu stands.
        staff: all who can be chosen.
    """
    if len(staff.people) < SEARCHED_FROM:
        menu = _menu(place, rail, staff)
        menu.popup(rail.mapToGlobal(QPoint(12, rail.height() - 64 - menu.sizeHint().height())))
        return
    who = WhoAreYou(place, staff)
    say = place.session.say
    dialog = place.ask(say("Who are you?"), "", say("Apply"), who.take_over, content=who)

    def judge() -> None:
        dialog.verb.allow_unless("" if who.rows.key else say("Choose at least one person."))

    judge()
    who.rows.row_chosen.connect(judge)
    who.search.textChanged.connect(judge)
    who.rows.row_opened.connect(lambda _key: dialog.confirm())
    who.enter.clicked.connect(dialog.dismiss)
    who.enter.clicked.connect(lambda: QTimer.singleShot(0, rail, lambda: place.go("people")))


def _menu(place: Place, parent: QWidget, staff: Staff) -> QMenu:
    session, menu = place.session, QMenu(parent)
    for person in in_name_order(staff.people):
        action = menu.addAction(f"{person.name} · {_hat(place, person)}".replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(person == session.person)
        action.triggered.connect(lambda _=False, chosen=person: session.act_as(chosen))
    menu.addSeparator()
    menu.addAction(session.say("Enter a person")).triggered.connect(lambda: place.go("people"))
    return menu


def _hat(place: Place, person: Person) -> str:
    return hat_name((person.hats or (Hat.TEAM,))[0].value, place.session.speaker)


class WhoAreYou(QWidget):
    """The list, by name.

    Attributes:
        search: shows only whoever is called so or has such a hat.
        rows: one for each person.
        enter: leads to where people are entered.
    """

    def __init__(self, place: Place, staff: Staff) -> None:
        super().__init__()
        self._session = place.session
        say = place.session.say
        self._people = {person.id: person for person in in_name_order(staff.people)}
        self._rows = [
            Row(person.id, person.name, _hat(place, person), avatar=person.name) for person in self._people.values()
        ]
        self.search = SearchField(say("Search people"))
        self.rows = RowList(say("Who are you?"), self._rows)
        self.enter = Button(say("Enter a person"), "quiet", "user-plus", small=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        for part in (self.search, self.rows, self.enter):
            column.addWidget(part)
        self.search.textChanged.connect(self._filter)
        self.search.down.connect(self.rows.setFocus)
        if place.session.person is not None:
            self.rows.choose(place.session.person.id)

    def take_over(self) -> None:
        """Act as whoever is chosen."""
        if self.rows.key in self._people:
            self._session.act_as(self._people[self.rows.key])

    def _filter(self, text: str) -> None:
        wanted = name_key(text)
        found = [row for row in self._rows if wanted in name_key(f"{row.title} {row.small}")]
        self.rows.set_rows(found)
        if found and not self.rows.key:
            self.rows.choose(found[0].key)
