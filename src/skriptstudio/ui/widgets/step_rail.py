"""The rail at the left: the five steps, results, people, settings, and whose hat is on."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout, QWidget

from skriptstudio.ui.theme import is_style_change, scaled
from skriptstudio.ui.tokens import COMPACT_RAIL_WIDTH, RAIL_WIDTH, SPACE
from skriptstudio.ui.widgets.rail_parts import Avatar, Entry, Mark, RailButton, RailStep, Step, StepState
from skriptstudio.ui.widgets.text import divider

__all__ = ["RailStep", "StepRail", "StepState"]


class StepRail(QFrame):
    """Five steps and four entries; Up and Down move the focus, Enter and Space open.

    Attributes:
        step_chosen: a step's key.
        results_chosen, people_chosen, settings_chosen, avatar_clicked: the entries below.
    """

    step_chosen = Signal(str)
    results_chosen = Signal()
    people_chosen = Signal()
    settings_chosen = Signal()
    avatar_clicked = Signal()

    def __init__(
        self,
        app_name: str,
        results: str,
        people: str,
        settings: str,
        steps: Sequence[RailStep] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._compact = False
        self._steps: dict[str, Step] = {}
        self._mark = Mark(app_name, self)
        self._results = Entry("flag", results, self)
        self._people = Entry("users", people, self)
        self._settings = Entry("gear-six", settings, self)
        self._avatar = Avatar(self)
        self._results.clicked.connect(self.results_chosen)
        self._people.clicked.connect(self.people_chosen)
        self._settings.clicked.connect(self.settings_chosen)
        self._avatar.clicked.connect(self.avatar_clicked)
        self._strip: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._mark)
        self._step_column = QVBoxLayout()
        self._step_column.setSpacing(0)
        self._column.addLayout(self._step_column)
        self._column.addStretch(1)
        self._column.addWidget(self._results)
        self._column.addWidget(self._people)
        self._column.addWidget(self._settings)
        self._column.addSpacing(SPACE.s)
        self._strip_at = self._column.count()
        self._column.addWidget(divider(self))
        self._column.addWidget(self._avatar)
        self.set_steps(steps)
        self._dress()

    def set_steps(self, steps: Sequence[RailStep]) -> None:
        """Show these steps; buttons are kept while the keys stay the same."""
        if [step.key for step in steps] != list(self._steps):
            self._rebuild(steps)
        for step in steps:
            self._steps[step.key].show_step(step)
        self._set_tab_stop()

    def _rebuild(self, steps: Sequence[RailStep]) -> None:
        for old in self._steps.values():
            self._step_column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._steps = {}
        for number, step in enumerate(steps, 1):
            made = Step(number, len(steps), step, self)
            made.set_compact(self._compact)
            made.clicked.connect(lambda _=False, key=step.key: self.step_chosen.emit(key))
            self._step_column.addWidget(made)
            self._steps[step.key] = made

    def set_entry_on(self, entry: Literal["results", "people", "settings"] | None) -> None:
        """Mark one of the entries as the page shown, or none."""
        self._results.set_on(entry == "results")
        self._people.set_on(entry == "people")
        self._settings.set_on(entry == "settings")
        self._set_tab_stop()

    def set_texts(self, results: str, people: str, settings: str) -> None:
        """Name the entries, e.g. after the language was switched."""
        self._results.rename(results)
        self._people.rename(people)
        self._settings.rename(settings)

    def show_open_results(self, count: int, spoken: str) -> None:
        """Show how many points are open on the page of the results, 0 for none."""
        self._results.show_badge(count, spoken)

    def set_person(self, name: str, hat: str, spoken: str = "", warm: bool = True) -> None:
        """Show who works and in which role; ``spoken`` is the accessible name."""
        self._avatar.show_person(name, hat, spoken or f"{name}, {hat}", warm)

    def set_strip(self, strip: QWidget | None) -> None:
        """Show a widget (a job) above the avatar, or none; the one before is deleted."""
        if self._strip is not None and self._strip is not strip:
            self._column.removeWidget(self._strip)
            self._strip.hide()
            self._strip.deleteLater()
        if strip is not None and strip is not self._strip:
            self._column.insertWidget(self._strip_at, strip)
            strip.show()
        self._strip = strip

    def set_compact(self, compact: bool) -> None:
        """Show numbers only, 64 px wide, for windows under 1180 px."""
        self._compact = compact
        for entry in self.entries():
            entry.set_compact(compact)
        self._mark.set_compact(compact)
        self._dress()

    @property
    def compact(self) -> bool:
        """Whether only numbers are shown."""
        return self._compact

    def entries(self) -> list[RailButton]:
        """All buttons from top to bottom."""
        return [*self._steps.values(), self._results, self._people, self._settings, self._avatar]

    def step(self, key: str) -> QAbstractButton:
        """The button of one step.

        Raises:
            KeyError: no step has that key.
        """
        return self._steps[key]

    def _set_tab_stop(self) -> None:
        entries = self.entries()
        stop = next((entry for entry in entries if entry.is_on), entries[0])
        for entry in entries:
            entry.setFocusPolicy(Qt.FocusPolicy.StrongFocus if entry is stop else Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        entries = self.entries()
        at = next((index for index, entry in enumerate(entries) if entry.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        to = entries[min(max(at + step, 0), len(entries) - 1)]
        to.setFocus(Qt.FocusReason.TabFocusReason)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        super().changeEvent(event)
        if is_style_change(event):
            self._dress()

    def _dress(self) -> None:
        side = SPACE.s if self._compact else SPACE.m
        self._column.setContentsMargins(side, 0, side, 0)
        self.setFixedWidth(COMPACT_RAIL_WIDTH if self._compact else RAIL_WIDTH + scaled(140) - 140)
