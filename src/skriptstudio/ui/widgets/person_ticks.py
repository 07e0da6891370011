"""Ticks for people: who speaks, who can be recognised."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from skriptstudio.domain.people import Person, in_name_order, name_key
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.theme import grown
from skriptstudio.ui.tokens import HEIGHT, SPACE
from skriptstudio.ui.widgets.bare_scroll import BareScroll
from skriptstudio.ui.widgets.dialog import Dialog
from skriptstudio.ui.widgets.search_field import SearchField
from skriptstudio.ui.widgets.text import Text
from skriptstudio.ui.widgets.ticks import Check

SEARCHED_FROM = 9
"""With so many people or more there is a search field above the ticks."""

_ROWS, _LEAST_ROWS = 8, 3
_ROWS_AMONG_OTHERS = 5
"""Where more is asked in the same dialog."""


class PersonTicks(QWidget):
    """A tick for each person, by name, so that several can be ticked; whoever is ticked stays in sight.

    Args:
        name: the accessible name.
        rows: how many rows are seen where there is room.

    Attributes:
        changed: the user ticked or unticked somebody.
        search: hides whoever isn't called so; there where people are many.
    """

    changed = Signal()

    def __init__(self, say: Say, name: str, rows: int = _ROWS) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._ticks: dict[str, Check] = {}
        self.search = SearchField(say("Search people"))
        self._nobody_found = Text(say("Nobody is called so."), "small", "ink_soft")
        self._rows = _Rows(rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        for part in (self.search, self._nobody_found, self._rows):
            column.addWidget(part)
        self.search.textChanged.connect(self._filter)
        self.search.down.connect(self._to_first)
        self._filter()

    def show_people(self, people: Sequence[Person], ticked: Sequence[str]) -> None:
        """List these people instead of those before."""
        for tick in self._ticks.values():
            self._rows.drop(tick)
        self._ticks.clear()
        for person in in_name_order(people):
            tick = Check(person.name)
            tick.setChecked(person.id in ticked)
            tick.clicked.connect(self.changed)
            self._ticks[person.id] = tick
            self._rows.add(tick)
        self._filter()

    @property
    def ticked(self) -> tuple[str, ...]:
        """Ids of the ticked people."""
        return tuple(key for key, tick in self._ticks.items() if tick.isChecked())

    def tick(self, person: str) -> Check:
        """The tick of one person."""
        return self._ticks[person]

    def tick_only(self, people: Sequence[str]) -> None:
        """Tick these and nobody else."""
        for key, tick in self._ticks.items():
            tick.setChecked(key in people)

    def _filter(self) -> None:
        wanted = name_key(self.search.text())
        for tick in self._ticks.values():
            tick.setVisible(wanted in name_key(tick.text()) or tick.isChecked())
        self.search.setVisible(len(self._ticks) >= SEARCHED_FROM)
        found = any(wanted in name_key(tick.text()) for tick in self._ticks.values())
        self._nobody_found.setVisible(bool(wanted) and not found)

    def _to_first(self) -> None:
        wanted = name_key(self.search.text())
        first = next((tick for tick in self._ticks.values() if wanted in name_key(tick.text())), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
            self._rows.ensureWidgetVisible(first)


class _Rows(BareScroll):
    def __init__(self, rows: int) -> None:
        super().__init__()
        self._most = rows

    def add(self, tick: Check) -> None:
        self.column.insertWidget(self.column.count() - 1, tick)
        self.updateGeometry()

    def _tall(self, most: int) -> int:
        return min(most, max(1, self.column.count() - 1)) * grown(HEIGHT.target)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(200, self._tall(self._most))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(120, self._tall(_LEAST_ROWS))


class WhoIsSeen(QWidget):
    """Ticks for people and one that stands for none of them: an answer must be given.

    Args:
        question: the accessible name of the ticks.
        nobody: text of the tick that excludes the others.

    Attributes:
        changed: the answer is another one.
        nobody: takes the other ticks away, and gives them back.
        people: the ticks of all others.
    """

    changed = Signal()

    def __init__(
        self, say: Say, people: Sequence[Person], ticked: Sequence[str] = (), question: str = "", nobody: str = ""
    ) -> None:
        super().__init__()
        self._before: tuple[str, ...] = ()
        self.nobody = Check(nobody or say("Nobody can be recognised"))
        self.people = PersonTicks(say, question or say("Who can be recognised?"), _ROWS_AMONG_OTHERS)
        self.people.show_people(people, ticked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addWidget(self.people)
        column.addWidget(self.nobody)
        self.nobody.clicked.connect(self._nobody_ticked)
        self.people.changed.connect(self._person_ticked)

    @property
    def answered(self) -> bool:
        """Whether somebody, or nobody, is ticked."""
        return self.nobody.isChecked() or bool(self.people.ticked)

    @property
    def ticked(self) -> tuple[str, ...]:
        """Ids of the ticked people; none where nobody is ticked, and where there is no answer yet."""
        return self.people.ticked

    def _nobody_ticked(self) -> None:
        if self.nobody.isChecked():
            self._before = self.people.ticked
            self.people.tick_only(())
        else:
            self.people.tick_only(self._before)
        self.changed.emit()

    def _person_ticked(self) -> None:
        self.nobody.setChecked(False)
        self.changed.emit()


def want_somebody(ticks: PersonTicks, dialog: Dialog, say: Say) -> None:
    """Keep a dialog's verb off while nobody is ticked."""

    def judge() -> None:
        dialog.verb.allow_unless("" if ticks.ticked else say("Choose at least one person."))

    ticks.changed.connect(judge)
    judge()
