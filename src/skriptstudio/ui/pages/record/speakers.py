"""Who speaks: one line on the card, and a tick for each person behind it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF

from skriptstudio.domain.people import Person
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.page import Place
from skriptstudio.ui.tokens import HEIGHT
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.person_ticks import PersonTicks


class WhoSpeaks(Button):
    """Names who speaks; pressed, it asks. With nobody entered it leads to the people.

    Attributes:
        changed: other people are ticked.
        people_asked: nobody is entered yet, and the user wants to change that.
    """

    changed = Signal()
    people_asked = Signal()

    def __init__(self, say: Say) -> None:
        super().__init__("", "quiet", "users", small=True, name=say("Who speaks?"))
        self.say = say
        self._people: tuple[Person, ...] = ()
        self._ticked: tuple[str, ...] = ()
        self.ask: Callable[[PersonTicks, Callable[[], None]], object] = lambda ticks, save: None
        self.clicked.connect(self._ask)

    def asks_at(self, place: Place) -> None:
        """Ask in this window."""
        say = self.say
        sentence = say("Tick everybody who is heard or can be recognised. The clip needs the consent of all of them.")
        self.ask = lambda ticks, save: place.ask(say("Who speaks?"), sentence, say("Apply"), save, content=ticks)

    @property
    def ticked(self) -> tuple[str, ...]:
        """Ids of those who speak."""
        return self._ticked

    def show_people(self, people: Sequence[Person], ticked: Sequence[str]) -> None:
        """Who can be ticked, and who is."""
        self._people = tuple(people)
        self._ticked = tuple(person.id for person in people if person.id in ticked)
        say, names = self.say, [person.name for person in people if person.id in ticked]
        if not people:
            text = say("Enter a person")
        elif not names:
            text = say("Nobody speaks yet")
        elif len(names) == 1:
            text = say("{name} speaks", name=names[0])
        else:
            text = say("{name} and {count} more", name=names[0], count=len(names) - 1)
        self.set_icon("users" if people else "user-plus")
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(f"{say('Who speaks?')} {text}")
        self.setToolTip(", ".join(names) if len(names) > 1 else "")

    def _ask(self) -> None:
        if not self._people:
            self.people_asked.emit()
            return
        ticks = PersonTicks(self.say, self.say("Who speaks?"))
        ticks.show_people(self._people, self._ticked)

        def save() -> None:
            self.show_people(self._people, ticks.ticked)
            self.changed.emit()

        self.ask(ticks, save)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(HEIGHT.target, self._height())

    def _label(self) -> str:
        room = self.width() - 2 * self._padding() - self._icon_px() - 10
        return self.fontMetrics().elidedText(super()._label(), Qt.TextElideMode.ElideRight, max(40, room))

    def _content_width(self) -> float:
        return QFontMetricsF(self.font()).horizontalAdvance(self._label()) + self._icon_px() + 10

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        wanted = QFontMetricsF(self.font()).horizontalAdvance(Button._label(self)) + self._icon_px() + 12
        return QSize(round(wanted) + 2 * self._padding(), self._height())
