"""Ticks for people: who speaks, who can be recognised."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal

from skriptstudio.domain.people import Person
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.theme import grown
from skriptstudio.ui.tokens import HEIGHT
from skriptstudio.ui.widgets.bare_scroll import BareScroll
from skriptstudio.ui.widgets.dialog import Dialog
from skriptstudio.ui.widgets.ticks import Check


class PersonTicks(BareScroll):
    """A tick for each person, so that several can be ticked.

    Attributes:
        changed: the user ticked or unticked somebody.
    """

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._ticks: dict[str, Check] = {}

    def show_people(self, people: Sequence[Person], ticked: Sequence[str]) -> None:
        """List these people; ticks of those listed already stay where they are."""
        wanted = {person.id for person in people}
        for key in [key for key in self._ticks if key not in wanted]:
            tick = self._ticks.pop(key)
            self.drop(tick)
        for person in people:
            if person.id not in self._ticks:
                tick = Check(person.name)
                tick.clicked.connect(self.changed)
                self._ticks[person.id] = tick
                self.column.insertWidget(self.column.count() - 1, tick)
            self._ticks[person.id].setText(person.name)
            self._ticks[person.id].setChecked(person.id in ticked)

    @property
    def ticked(self) -> tuple[str, ...]:
        """Ids of the ticked people."""
        return tuple(key for key, tick in self._ticks.items() if tick.isChecked())

    def tick(self, person: str) -> Check:
        """The tick of one person."""
        return self._ticks[person]

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(200, min(6, max(1, len(self._ticks))) * grown(HEIGHT.target))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(120, grown(HEIGHT.target) if self._ticks else 0)


def want_somebody(ticks: PersonTicks, dialog: Dialog, say: Say) -> None:
    """Keep a dialog's verb off while nobody is ticked."""

    def judge() -> None:
        dialog.verb.allow_unless("" if ticks.ticked else say("Choose at least one person."))

    ticks.changed.connect(judge)
    judge()
