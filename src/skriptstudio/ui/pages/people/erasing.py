"""Deleting takes for good, after a revocation or when they have been kept long enough; a person confirms each time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from skriptstudio.domain.erasure import BY_HAND, Trace, TraceKind
from skriptstudio.domain.people import Person
from skriptstudio.domain.retention import Overdue
from skriptstudio.messages.people_words import trace_text
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.fields import Check
from skriptstudio.ui.widgets.scroller import Scroller
from skriptstudio.ui.widgets.text import Text

if TYPE_CHECKING:
    from skriptstudio.ui.pages.people.page import PeoplePage

_MOST = 60
"""Takes that one dialog offers; the others come the next time."""


class Erasing:
    """Asks, and carries out what was confirmed."""

    def __init__(self, page: PeoplePage) -> None:
        self._page = page
        self.say = page.say

    # --- after a revocation

    def ask_erase(self, person: Person) -> None:
        """Show what would go and what is left for people, then ask."""
        house = self._page.session.house
        self._page.jobs.start(
            lambda control: house.erasure.traces(person.id, control),
            lambda traces: self._confirm_erase(person, traces) if isValid(self._page) else None,
        )

    def _confirm_erase(self, person: Person, traces: Sequence[Trace]) -> None:
        takes = sum(trace.kind in (TraceKind.TAKE, TraceKind.BINNED) for trace in traces)
        by_hand = [trace for trace in traces if trace.kind in BY_HAND and not trace.done]
        what = self.say("One take is deleted, on all computers and for good.")
        if takes != 1:
            what = self.say("{count} takes are deleted, on all computers and for good.", count=takes)
        self._page.place.ask(
            self.say("Delete all takes with {name}?", name=person.name),
            f"{what} {self.say('Backups and copies that people made stay: see to them by hand.')}",
            self.say("Delete for good"),
            lambda: self._erase(person),
            content=self._tasks(by_hand) if by_hand else None,
            danger=True,
        )

    def _tasks(self, traces: Sequence[Trace]) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Text(self.say("Left for you to do:"), "label"))
        for trace in traces[:_MOST]:
            column.addWidget(Text(trace_text(trace, self._page.session.speaker), "small", "ink_soft"))
        return box

    def _erase(self, person: Person) -> None:
        house = self._page.session.house

        def work(by: str) -> int:
            erased = house.erasure.erase(person.id, by)
            return len(erased.takes) + erased.recordings

        self._start(work, person.id)

    def _start(self, work: Callable[[str], int], shown: str = "") -> None:
        """Delete in the name of who is at the computer, tell how many went, and show a person again."""
        page, me = self._page, self._page.session.person
        if me is None:
            page.place.toast(self.say("First choose who you are."), "info")
            return

        def done(count: int) -> None:
            if isValid(page):
                page.place.toast(self.say("{count} takes deleted.", count=count), "trash")
                page.read_again(shown)

        page.jobs.start(lambda _control: work(me.id), done)

    # --- what was kept long enough

    def ask_overdue(self, found: Sequence[Overdue]) -> None:
        """Offer old takes that no clip uses; only what stays ticked is deleted."""
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, SPACE.m, 0)
        column.setSpacing(SPACE.xs)
        ticks: dict[tuple[str, str], Check] = {}
        for one in found[:_MOST]:
            told = self.say("{title}, {days} days old", title=one.title, days=one.days)
            tick = Check(f"{told} ({self.say('under 18')})" if one.minor else told)
            ticks[one.production, one.take] = tick
            column.addWidget(tick)
        dialog = self._page.place.ask(
            self.say("Which old takes shall go?"),
            self.say("No clip uses them. What is ticked is deleted for good."),
            self.say("Delete for good"),
            lambda: self._delete([pair for pair, tick in ticks.items() if tick.isChecked()]),
            content=Scroller(box, whole=True),
            danger=True,
        )
        why = self.say("Tick at least one take.")
        dialog.verb.refuse(why)
        for tick in ticks.values():
            tick.toggled.connect(
                lambda _=False: (
                    dialog.verb.allow() if any(t.isChecked() for t in ticks.values()) else dialog.verb.refuse(why)
                )
            )

    def _delete(self, pairs: Sequence[tuple[str, str]]) -> None:
        house = self._page.session.house
        self._start(lambda by: len(house.erasure.delete_overdue(pairs, by)))
