"""The window: rail, header, and the page in between; the ``Place`` of all pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from skriptstudio.domain.errors import LibraryGone, SkriptStudioError
from skriptstudio.domain.people import Person, Staff
from skriptstudio.domain.production import State
from skriptstudio.domain.release import CHECKER
from skriptstudio.domain.turns import is_turn_of, whose_turn
from skriptstudio.domain.uploads import open_uploads
from skriptstudio.messages.errors import sentence
from skriptstudio.messages.words import hat_name, state_name, turn_text
from skriptstudio.store.power import on_battery
from skriptstudio.ui.app import FIRST_SIZE, SMALLEST
from skriptstudio.ui.company import Company
from skriptstudio.ui.focus import FocusRing
from skriptstudio.ui.jobs import Job, Jobs
from skriptstudio.ui.navigation import PAGES, STEPS, make_page, rail_steps
from skriptstudio.ui.page import Page
from skriptstudio.ui.render_ahead import RenderAhead
from skriptstudio.ui.session import Session
from skriptstudio.ui.stand_ins import StandInMaker
from skriptstudio.ui.tab_order import go_round, reading_order
from skriptstudio.ui.who_are_you import show_people
from skriptstudio.ui.widgets.buttons import Button, Kind
from skriptstudio.ui.widgets.dialog import DIALOG_PX, Dialog
from skriptstudio.ui.widgets.header import Header
from skriptstudio.ui.widgets.step_rail import StepRail
from skriptstudio.ui.widgets.toast import Toasts

if TYPE_CHECKING:
    from skriptstudio.domain.production import Production, Summary

COMPACT_BELOW_PX = 1180
"""Narrower windows show the numbers of the rail only (looks.md 4)."""

WITHOUT_LIBRARY = ("welcome", "no_library", "settings")
"""Pages that make sense before a library is open."""


class Window(QWidget):
    """The one window of the program.

    Attributes:
        page: key of the page that is shown.
        company: who else has the open production before them.
        closing: the window is about to go; jobs that are started now are waited for.
    """

    closing = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._jobs = Jobs(self.fail, self)
        self._ahead = RenderAhead(self, on_battery)
        self._stand_ins = StandInMaker(self._jobs, self)
        self._pages: dict[str, Page] = {}
        self._dialog: Dialog | None = None
        self._states: dict[str, State] = {}
        self._open_points = 0
        self.page = ""
        self.setObjectName("app")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("SkriptStudio")
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST_SIZE)
        self._build()
        self._toasts = Toasts(self, self._stack)
        self._ring = FocusRing(self)
        self._shortcuts()
        self.company = Company(session, self._jobs, self)
        self.company.changed.connect(self._company_changed)
        session.production_changed.connect(self._production_changed)
        session.person_changed.connect(self.retitle)
        session.staff_changed.connect(self.retitle)

    def _build(self) -> None:
        say = self._session.say
        steps = rail_steps("", None, 0, say)
        self.rail = StepRail("SkriptStudio", say("Results"), say("People"), say("Settings"), steps)
        self.header = Header()
        self._stack = QStackedWidget()
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self.rail.step_chosen.connect(self.go)
        self.rail.results_chosen.connect(lambda: self.go("results"))
        self.rail.people_chosen.connect(lambda: self.go("people"))
        self.rail.settings_chosen.connect(lambda: self.go("settings"))
        self.rail.avatar_clicked.connect(self._choose_person)
        self.header.title_clicked.connect(self._choose_production)

    def _shortcuts(self) -> None:
        keys: dict[str, Callable[[], None]] = {
            "Ctrl+Return": self._press_filled,
            "Ctrl+Enter": self._press_filled,
            "F1": self._help,
            "Ctrl+F": lambda: self._on_page(lambda page: page.search()),
            "Ctrl+Z": lambda: self._on_page(lambda page: page.undo()),
            "F6": self._next_area,
            "Ctrl+9": lambda: self.go("results"),
            "Ctrl+0": lambda: self.go("people"),
        }
        for number, step in enumerate(STEPS, 1):
            keys[f"Ctrl+{number}"] = lambda step=step: self.go(step)  # type: ignore[misc]
        for key, action in keys.items():
            QShortcut(QKeySequence(key), self, activated=action)  # type: ignore[call-overload]

    # --- Place

    @property
    def session(self) -> Session:
        return self._session

    @property
    def jobs(self) -> Jobs:
        return self._jobs

    @property
    def stand_ins(self) -> StandInMaker:
        return self._stand_ins

    @property
    def current(self) -> Page | None:
        """The page that is shown; one that says so where no production is open."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def go(self, page: str) -> None:
        if not self._session.has_library and page not in WITHOUT_LIBRARY:
            return
        self._ahead.stop()
        if self.current is not None:
            self.current.left()
        shown = self._made(page)
        if shown.needs_production and self._session.production is None:
            shown = self._made("nothing_open")
        self.page = page
        shown.set_compact(self._is_compact())
        self._stack.setCurrentWidget(shown)
        self._toasts.stand_above(shown.bar)
        bare = page in ("welcome", "no_library")
        self.rail.setVisible(not bare)
        self.header.setVisible(page != "welcome")
        shown.entered()
        self.retitle()

    def _made(self, page: str) -> Page:
        if page not in self._pages:
            self._pages[page] = make_page(page, self)
            self._stack.addWidget(self._pages[page])
        return self._pages[page]

    def toast(
        self,
        text: str,
        icon: str = "check-circle-fill",
        action: str = "",
        on_action: Callable[[], None] | None = None,
    ) -> None:
        self._toasts.show(text, icon, action, on_action)

    def retract(self, text: str) -> None:
        self._toasts.retract(text)

    def ask(
        self,
        title: str,
        sentence: str,
        verb: str,
        on_yes: Callable[[], None],
        content: QWidget | None = None,
        danger: bool = False,
        width: int = DIALOG_PX,
    ) -> Dialog:
        kind: Kind = "destroy" if danger else "primary"
        cancel = self._session.say("Cancel")
        dialog = Dialog(self, title, sentence, verb, cancel, content=content, kind=kind, width=width)
        dialog.confirmed.connect(on_yes)
        return self._opened(dialog)

    def tell(self, title: str, sentence: str, content: QWidget | None = None) -> Dialog:
        return self._opened(Dialog(self, title, sentence, self._session.say("Understood"), "", content=content))

    def _opened(self, dialog: Dialog) -> Dialog:
        dialog.confirmed.connect(self._dialog_closed)
        dialog.cancelled.connect(self._dialog_closed)
        self._dialog = dialog
        dialog.open()
        return dialog

    def fail(self, error: SkriptStudioError, retry: Callable[[], None] | None = None) -> None:
        if isinstance(error, LibraryGone):
            self.go("no_library")
            return
        words = sentence(error, self._session.speaker, in_window=True)
        if retry is None:
            self.tell(words.message, words.hint)
        else:
            self.ask(words.message, words.hint, self._session.say("Try again"), retry)

    def retitle(self) -> None:
        """Header, rail and avatar as they should be now."""
        say, person = self._session.say, self._session.person
        production = self._session.production
        self.rail.set_steps(rail_steps(self.page, production, self._waiting, say))
        entries: dict[str, Literal["results", "people", "settings"]] = {
            "results": "results",
            "people": "people",
            "settings": "settings",
        }
        self.rail.set_entry_on(entries.get(self.page))
        if person is not None:
            hat = hat_name(person.hats[0].value, self._session.speaker) if person.hats else ""
            self.rail.set_person(person.name, hat, say("{name}, {hat}. Switch person", name=person.name, hat=hat))
        else:
            self.rail.set_person(say("Who are you?"), "", say("Choose a person"))
        page = self.current
        if page is None:
            return
        about = production if page.needs_production else None
        self.header.set_title(page.header_title(), caret=about is not None, spoken=say("Open another production"))
        self.header.set_state(self._state_text(about) if about else "")
        self._show_turn(about, person)

    def _state_text(self, about: Production) -> str:
        names = self.company.names
        if names:
            return self._session.say("{names} is working on it too", names=names)
        say, state = self._session.say, state_name(about.state.value, self._session.speaker)
        left = len(open_uploads(about)) if about.state is State.PUBLISHED else 0
        if left:
            return (
                say("{state}, one upload open", state=state)
                if left == 1
                else say("{state}, {count} uploads open", state=state, count=left)
            )
        return state

    def _company_changed(self) -> None:
        """Said once as it happens; after that it stands in the header."""
        names = self.company.names
        if names:
            told = self._session.say("{names} has this open right now. Both versions are kept.", names=names)
            self.toast(told, "users")
        self.retitle()

    def _show_turn(self, about: Production | None, person: Person | None) -> None:
        if about is None:
            self.header.set_turn("")
            return
        hat = whose_turn(about)
        mine = is_turn_of(about, person)
        self.header.set_turn(turn_text(hat.value if hat else "", mine, self._session.speaker), mine)

    # --- reactions

    def _production_changed(self) -> None:
        opened = self._session.production
        if opened is not None:
            self._states[opened.id] = opened.state
        page = self._pages.get(self.page)
        if page is not None and page.needs_production:
            closed = self._session.production is None
            if closed or page is not self.current:
                self.go(self.page)
                return
            page.entered()
        self.retitle()

    def count_waiting(self, summaries: tuple[Summary, ...]) -> None:
        """Show in the rail how many clips wait for a check."""
        self._states = {summary.id: summary.state for summary in summaries}
        self.retitle()

    @property
    def _waiting(self) -> int:
        return sum(state in CHECKER for state in self._states.values())

    def count_open(self, count: int) -> None:
        self._open_points = count
        say = self._session.say
        self.rail.show_open_results(count, say("{page}, {count} open", page=say("Results"), count=count))

    def _choose_production(self) -> None:
        self._jobs.start(lambda control: self._session.house.plan.list(), self._show_productions)

    def _show_productions(self, summaries: tuple[Summary, ...]) -> None:
        menu = QMenu(self)
        for summary in summaries[:20]:
            action = menu.addAction(summary.title.replace("&", "&&"))
            action.triggered.connect(lambda _=False, wanted=summary.id: self.open_production(wanted))
        menu.popup(self.header.mapToGlobal(QPoint(24, self.header.height())))

    def open_production(self, wanted: str, page: str = "") -> Job[Production]:
        """Read a production and show it, on ``page`` or where the window stands."""

        def show(production: Production) -> None:
            self._session.show_production(production)
            if page:
                self.go(page)

        return self._jobs.start(lambda control: self._session.house.desk.open(wanted).record, show)

    def _choose_person(self) -> None:
        self._jobs.start(lambda control: self._session.house.people.staff(), self._show_people)

    def _show_people(self, staff: Staff) -> None:
        self._session.show_staff(staff)
        show_people(self, self.rail, staff)

    def _dialog_closed(self) -> None:
        self._dialog = None

    # --- keys

    def _press_filled(self) -> None:
        """Ctrl+Enter: the filled button, in the bar or, on an empty page, under its picture."""
        page = self.current
        if self._dialog is not None or page is None:
            return
        inside = (b for b in page.body.findChildren(Button) if b.filled and b.isVisible() and b.isEnabled())
        filled = page.bar.filled or next(inside, None)
        if filled is None:
            return
        if filled.isEnabled():
            filled.click()
        elif filled.why:
            self.toast(filled.why, "info")

    def _help(self) -> None:
        page = self.current
        if page is not None and page.help_text():
            self.tell(self._session.say("Help"), page.help_text())

    def _on_page(self, action: Callable[[Page], None]) -> None:
        if self.current is not None:
            action(self.current)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802  Qt's name
        return go_round(self._tab_ring(), forward) or super().focusNextPrevChild(forward)

    def _tab_ring(self) -> Iterator[QWidget]:
        """Page, action bar (the filled button first), toasts, header, rail: where the page says so (looks.md 5.1)."""
        page = self.current
        areas = page.tab_areas() if page is not None else ()
        if page is None or not areas:
            return
        for area in areas:
            yield from reading_order(area)
        bar = reading_order(page.bar)
        yield from sorted(bar, key=lambda one: one is not page.bar.filled)
        yield from (toast.action for toast in self._toasts.shown if toast.action is not None)
        yield from reading_order(self.header)
        yield from reading_order(self.rail)

    def _next_area(self) -> None:
        """F6: rail, page, action bar, and round again."""
        page = self.current
        if page is None:
            return
        areas: list[QWidget] = [self.rail, page.body, page.bar]
        focused = self.focusWidget()
        at = next((n for n, area in enumerate(areas) if focused is not None and area.isAncestorOf(focused)), -1)
        for step in range(1, len(areas) + 1):
            if _focus_first(areas[(at + step) % len(areas)]):
                return

    # --- the window itself

    def _is_compact(self) -> bool:
        return self.width() < COMPACT_BELOW_PX

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        compact = self._is_compact()
        self.rail.set_compact(compact)
        self.header.set_compact(compact)
        if self.current is not None and self.current.compact != compact:
            self.current.set_compact(compact)

    def rebuild(self) -> None:
        """Make all pages anew, e.g. in another language; the present one stays."""
        shown = self.page
        if self.current is not None:
            self.current.left()
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self.page = ""
        self.rail.set_texts(self._session.say("Results"), self._session.say("People"), self._session.say("Settings"))
        self.count_open(self._open_points)
        self.go(shown or next(iter(PAGES)))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  Qt's name
        if self.current is not None:
            self.current.left()
        self.closing.emit()
        self.company.leave()
        self._jobs.finish()
        super().closeEvent(event)


def _focus_first(area: QWidget) -> bool:
    for widget in (area, *area.findChildren(QWidget)):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False
