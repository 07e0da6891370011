"""Planen: go on where you were, find a video, or start a new one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedLayout, QWidget
from shiboken6 import isValid

from skriptstudio.content.formats import load_formats
from skriptstudio.content.ideas import load_ideas
from skriptstudio.domain.ideas import Idea
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.plan_outlook import PlannedDay
from skriptstudio.domain.production import Summary
from skriptstudio.messages.words import state_name
from skriptstudio.steps.rhythm import Look
from skriptstudio.ui.page import Page, Place
from skriptstudio.ui.pages.plan.board import Board
from skriptstudio.ui.pages.plan.month import WEEKS, monday_before
from skriptstudio.ui.pages.plan.overview import Overview, rows, step, way_on
from skriptstudio.ui.pages.plan.plan_bar import Deeds, PlanBar
from skriptstudio.ui.pages.plan.planning import Planning
from skriptstudio.ui.pages.plan.posters import Posters
from skriptstudio.ui.pages.plan.reading import read_overview
from skriptstudio.ui.pages.plan.starting import Starting
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.empty import EmptyPage

SEARCH_WAIT_MS = 150


class PlanPage(Page):
    """The first page: everything begins and is found again here."""

    key = "plan"
    needs_production = False

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self._overview: Overview | None = None
        self._asked = 0
        self._wanted = ""
        self._browsing = False
        self.board = Board(self.session.speaker)
        self.planning = Planning(place, self)
        self._starting = Starting(place, self.planning.pool)
        deeds = Deeds(self._open, self._begin, self._start_own)
        self._plan_bar = PlanBar(self.bar, self.board, self.planning, self.session, deeds)
        self.empty = self._make_empty()
        self._posters = Posters(self.session, self.jobs, self)
        self._layout = QStackedLayout(self.body)
        for one in (QWidget(), self.board, self.empty):
            self._layout.addWidget(one)
        self._wait = QTimer(self, singleShot=True, interval=SEARCH_WAIT_MS)
        self._wait.timeout.connect(self._load)
        self._connect()

    def _connect(self) -> None:
        self.board.search.textChanged.connect(self._search_changed)
        self.board.segment_chosen.connect(self._show_rows)
        self.board.chosen.connect(self._show_bar)
        self.board.opened.connect(self._go_on_with_chosen)
        self.board.card.pressed.connect(self._go_on)
        self.board.ideas.spark_asked.connect(self._starting.show_sparks)
        self._connect_plan()
        self.board.work.verticalScrollBar().valueChanged.connect(self._fetch_posters)
        self._posters.ready.connect(self._poster_came)
        self.session.person_changed.connect(self._person_changed)
        self.session.library_changed.connect(self._library_changed)

    def _connect_plan(self) -> None:
        coming = self.board.coming
        self.planning.changed.connect(self._load)
        for days, find in ((coming.days, coming.day), (self.board.month.days, self.board.month.day)):
            days.dropped.connect(lambda what, day, find=find: self._dropped(what, find(day)))
            days.freed.connect(lambda day, find=find: self._free(find(day)))
        self.board.month.turned.connect(self._load_month)
        self.board.month.now.clicked.connect(lambda: self._turn_to(None))
        coming.calendar.toggled.connect(lambda _: self._turn_to(self.board.month.month))
        coming.fill.clicked.connect(lambda: self._with(lambda now: self.planning.fill(now.ideas.ideas)))
        for button in (coming.first, coming.tune):
            button.clicked.connect(lambda: self._with(self.planning.ask_rhythm))
        self.board.inbox.clicked.connect(self.planning.pool.open_inbox)
        coming.more.clicked.connect(lambda: self._with(self.planning.ask_more))

    def _with(self, action: Callable[[Overview], None]) -> None:
        """Do something with what was read, if it was."""
        if self._overview is not None:
            action(self._overview)

    def _free(self, day: PlannedDay | None) -> None:
        if day is not None:
            self.planning.free(day)

    def _dropped(self, what: str, day: PlannedDay | None) -> None:
        if day is not None:
            self._with(lambda now: self.planning.drop(what, day, now))

    def _turn_to(self, month: date | None) -> None:
        """Show a month of the calendar; the present one for None or where none was shown yet."""
        if self._overview is not None:
            shown = month not in (None, date.min)
            self.board.month.month = month if month and shown else self._overview.today.replace(day=1)
            self._load_month()

    def _load_month(self) -> None:
        if not self.board.shows_month or self._overview is None:
            return
        rhythm, staff, today = self.session.house.rhythm, self.session.staff, self._overview.today
        month, clips = self.board.month.month, self._overview.everything

        def done(look: Look) -> None:
            if isValid(self) and month == self.board.month.month:
                self.board.month.show_month(look, staff, today)
                self._show_bar()

        self.jobs.start(lambda _control: rhythm.look(WEEKS, monday_before(month), clips), done)

    def _make_empty(self) -> EmptyPage:
        choose = Button(self.say("Choose an idea"), "primary", "lightbulb")
        own = Button(self.say("My own idea"), "secondary", "pencil-simple")
        choose.clicked.connect(self._browse)
        own.clicked.connect(self._start_own)
        sentence = self.say(
            "Choose one of {count} ideas or bring your own. From the idea to the take you need about half an hour.",
            count=len(load_ideas([one.key for one in load_formats()]).ideas),
        )
        return EmptyPage("plus", self.say("Your first video begins here"), sentence, choose, own)

    # --- what every page has

    def header_title(self) -> str:
        person = self.session.person
        name = person.name.split()[0] if person and person.name.split() else ""
        if not self._is_empty():
            if name:
                return self.say("Hello {name}, what will you talk about next?", name=name)
            return self.say("What will you talk about next?")
        return self.say("Hello {name}", name=name) if name else self.say("Hello")

    def entered(self) -> None:
        self._browsing = False
        self.board.clear_choice()
        self._load()

    def left(self) -> None:
        self._wait.stop()
        self._posters.stop()

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        self.board.set_compact(compact)

    def help_text(self) -> str:
        return self.say(
            "Here you go on where you were, find every video again, or begin a new one from an idea or a format. "
            "Arrow keys choose, Enter opens. Ctrl+F searches titles, texts and formats."
        )

    def search(self) -> None:
        if self._layout.currentWidget() is self.board:
            self.board.search.setFocus()
            self.board.search.selectAll()

    # --- read

    def _search_changed(self) -> None:
        self.board.coming.calendar.setChecked(False)
        if self.board.segments.current in ("formats", "coming"):
            self.board.segments.choose("work")
        self._wait.start()

    def _load(self) -> None:
        if not self.session.has_library:
            return
        house = self.session.house
        wanted = self.board.search.text().strip()
        self._asked += 1
        asked = self._asked

        def work(control: JobControl) -> Overview:
            everything = house.plan.list()
            control.checkpoint()
            formats = load_formats()
            found = house.plan.list(wanted) if wanted else everything
            return read_overview(house, everything, found, formats)

        def done(overview: Overview) -> None:
            # A later question was asked meanwhile, or the page is gone: this answer is stale.
            if isValid(self) and asked == self._asked:
                self._wanted = wanted
                self._show(overview)

        self.jobs.start(work, done)

    def _show(self, overview: Overview) -> None:
        first = self._overview is None
        before_ideas = None if self._overview is None else (self._overview.ideas, self._overview.kept)
        before = self._is_empty()
        self._overview = overview
        if first or len(self.board.formats.rows_model.rows) != len(overview.formats):
            self.board.show_formats(overview.formats)
        if first or before_ideas != (overview.ideas, overview.kept):
            self.board.show_ideas(overview)
        self._layout.setCurrentWidget(self.empty if self._is_empty() else self.board)
        self._show_card()
        self._show_rows()
        self._show_plan()
        self._show_bar()
        self.place.count_waiting(overview.everything)
        if first or before != self._is_empty():
            self.place.retitle()

    def _is_empty(self) -> bool:
        return self._overview is not None and self._overview.is_empty and not self._browsing

    def _latest(self) -> Summary | None:
        opened = self.session.production.id if self.session.production else ""
        return self._overview.latest(opened) if self._overview else None

    # --- draw

    def _show_card(self) -> None:
        latest = self._latest()
        self.board.card.setVisible(latest is not None)
        if latest is not None:
            speaker = self.session.speaker
            state = state_name(latest.state.value, speaker)
            poster = self._posters.pictures.get(latest.id)
            self.board.card.show_production(latest.title, state, way_on(latest, speaker), poster)

    def _show_rows(self) -> None:
        overview = self._overview
        if overview is None:
            return
        segment = "done" if self.board.segments.current == "done" else "work"
        found = overview.segment(segment)
        pictures, session = self._posters.pictures, self.session
        self.board.show_counts(len(overview.segment("work")), len(overview.segment("done")))
        self.board.ideas.show_search(self._wanted)
        self.board.show_rows(rows(found, overview, pictures, session.person, session.speaker), bool(self._wanted))
        self._show_bar()
        self._fetch_posters()

    def _show_plan(self) -> None:
        overview = self._overview
        if overview is not None:
            self.board.coming.show_plan(overview, self._posters.pictures)
            self.board.show_questions(overview.questions)
            self._load_month()

    def _fetch_posters(self) -> None:
        overview, latest = self._overview, self._latest()
        if overview is None:
            return
        seen = [one for key in self.board.seen() if (one := overview.find(key)) is not None]
        coming = self.board.coming.clips()
        self._posters.want([latest, *coming, *seen] if latest is not None else [*coming, *seen])

    def _poster_came(self, production: str) -> None:
        self.board.work.rows_model.change(production, poster=self._posters.pictures[production])
        self._show_plan()
        latest = self._latest()
        if latest is not None and latest.id == production:
            self._show_card()

    def _show_bar(self) -> None:
        if self._is_empty():
            self._plan_bar.show_empty()
        elif self._overview is not None:
            self._plan_bar.show(self._overview, self._latest())

    # --- reactions

    def _person_changed(self) -> None:
        self._show_rows()

    def _library_changed(self) -> None:
        self._overview = None
        self._posters.forget()
        self._layout.setCurrentIndex(0)

    def _browse(self) -> None:
        self._browsing = True
        self._layout.setCurrentWidget(self.board)
        self._show_rows()
        self.board.to_ideas()
        self.place.retitle()

    def _go_on_with_chosen(self) -> None:
        if self.bar.filled is not None:
            self.bar.filled.click()

    def _go_on(self) -> None:
        latest = self._latest()
        if latest is not None:
            self._open(latest)

    def _open(self, summary: Summary) -> None:
        self.place.open_production(summary.id, step(summary))

    def _start_own(self) -> None:
        self._begin("")

    def _begin(self, format_key: str, idea: Idea | None = None) -> None:
        series = self._overview.format(format_key) if self._overview else None
        self._starting.ask_title(series, idea)
