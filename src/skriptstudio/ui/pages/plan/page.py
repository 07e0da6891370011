"""Planen: go on where you were, find a video, or start a new one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from skriptstudio.content.formats import SeriesFormat, load_formats
from skriptstudio.content.ideas import load_ideas
from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.idea_pool import SPARKS
from skriptstudio.domain.ideas import Idea
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.plan_book import Planned
from skriptstudio.domain.plan_fill import Pick, pick_of, pick_of_idea
from skriptstudio.domain.plan_outlook import PlannedDay
from skriptstudio.domain.production import Production, Summary
from skriptstudio.messages.idea_words import quoted
from skriptstudio.messages.plan_words import full_day_text, planned_title, spark
from skriptstudio.messages.words import state_name
from skriptstudio.ui.page import Page, Place
from skriptstudio.ui.pages.plan.board import Board
from skriptstudio.ui.pages.plan.overview import Overview, rows, step, way_on, whose_turn
from skriptstudio.ui.pages.plan.planning import Planning
from skriptstudio.ui.pages.plan.posters import Posters
from skriptstudio.ui.pages.plan.reading import read_overview
from skriptstudio.ui.pages.plan.start_form import StartForm
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.empty import EmptyPage
from skriptstudio.ui.widgets.text import Text

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
        self._starting = False
        self._idea_before: Idea | None = None
        self.board = Board(self.session.speaker)
        self.planning = Planning(place, self)
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
        self.board.ideas.spark_asked.connect(self._show_sparks)
        self._connect_plan()
        self.board.work.verticalScrollBar().valueChanged.connect(self._fetch_posters)
        self._posters.ready.connect(self._poster_came)
        self.session.person_changed.connect(self._person_changed)
        self.session.library_changed.connect(self._library_changed)

    def _connect_plan(self) -> None:
        coming = self.board.coming
        self.planning.changed.connect(self._load)
        coming.days.dropped.connect(lambda what, day: self._with(lambda now: self.planning.drop(what, day, now)))
        coming.days.freed.connect(self._free)
        coming.fill.clicked.connect(lambda: self._with(lambda now: self.planning.fill(now.ideas.ideas)))
        for button in (coming.first, coming.tune):
            button.clicked.connect(lambda: self._with(self.planning.ask_rhythm))
        self.board.inbox.clicked.connect(self.planning.pool.open_inbox)
        coming.more.clicked.connect(lambda: self._with(self.planning.ask_more))

    def _with(self, action: Callable[[Overview], None]) -> None:
        """Do something with what was read, if it was."""
        if self._overview is not None:
            action(self._overview)

    def _free(self, day: str) -> None:
        found = self.board.coming.day(day)
        if found is not None:
            self.planning.free(found)

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
        return self._overview is not None and not self._overview.everything and not self._browsing

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
        overview = self._overview
        if overview is None:
            return
        if self._is_empty():
            self.bar.show_state(
                self.say("One video a week is enough to begin with."),
                self.say("Five weeks long, always on the same day."),
                icon="info",
            )
            self.bar.set_buttons()
            return
        idea = self.board.ideas.chosen
        series = overview.format(self.board.format_key)
        chosen = overview.find(self.board.production_id)
        day = self.board.coming.chosen
        if idea is not None:
            kind = overview.format(idea.format)
            about = self.say(
                "{format} · about {minutes} minutes to the first take",
                format=kind.name if kind else "",
                minutes=idea.minutes,
            )
            self.bar.show_state(quoted(idea.hook, self.say), "", about, "check-circle-fill")
            self._idea_before = idea
            self._set_idea_buttons(idea, overview)
        elif series is not None:
            self.bar.show_state(series.name, "", series.hint, "check-circle-fill")
            self._set_buttons(self.say("Begin with this format"), lambda: self._ask_title(series.key))
        elif chosen is not None:
            self.bar.show_state(chosen.title, "", self._stands(chosen), "check-circle-fill")
            plan = Button(self.say("Put in the plan"), "secondary", "calendar-blank")
            plan.clicked.connect(lambda: self._with(lambda now: self.planning.ask_day(pick_of(chosen), now)))
            self._set_filled(way_on(chosen, self.session.speaker), lambda: self._open(chosen), plan)
        elif day is not None:
            self._show_day(day, overview)
        else:
            self._show_bar_without_choice()

    def _show_bar_without_choice(self) -> None:
        latest = self._latest()
        if latest is None:
            self.bar.show_state(self.say("Choose an idea."), self.say("Or bring one of your own."))
            own = Button(self.say("My own idea"), "primary", "pencil-simple")
            own.clicked.connect(self._start_own)
            self.bar.set_buttons(own)
            return
        self.bar.show_state(
            self.say("Choose an idea."), self.say("Or go on with “{title}”.", title=latest.title), icon="info"
        )
        self._set_buttons(way_on(latest, self.session.speaker), self._go_on)

    def _set_buttons(self, verb: str, action: Callable[[], None]) -> None:
        own = Button(self.say("My own idea"), "secondary", "pencil-simple")
        own.clicked.connect(self._start_own)
        self._set_filled(verb, action, own)

    def _set_filled(self, verb: str, action: Callable[[], None], *others: Button) -> None:
        filled = Button(verb, "primary", trailing="arrow-right")
        filled.clicked.connect(lambda: action())
        self.bar.set_buttons(*others, filled)

    def _set_idea_buttons(self, idea: Idea, overview: Overview) -> None:
        is_kept = idea.key in overview.kept
        keep = Button(self.say("No longer marked") if is_kept else self.say("Mark"), "secondary", "bookmark-simple")
        keep.clicked.connect(lambda: self.planning.pool.keep(idea.key, not is_kept))
        plan = Button(self.say("Put in the plan"), "secondary", "calendar-blank")
        plan.clicked.connect(lambda: self._with(lambda now: self.planning.ask_day(pick_of_idea(idea), now)))
        self._set_filled(self.say("Begin with this idea"), lambda: self._ask_title(idea.format, idea), keep, plan)

    def _show_day(self, day: PlannedDay, overview: Overview) -> None:
        """What can be done with the chosen day."""
        speaker, entry = self.session.speaker, day.entry
        self.bar.show_state(full_day_text(day.day, speaker), planned_title(day, speaker), icon="calendar-blank")
        if entry is None or day.is_gone:
            pause = Button(self.say("Post nothing"), "secondary", "calendar-x")
            pause.clicked.connect(lambda: self.planning.pause(day))
            idea = self._idea_before
            if idea is None:
                self._set_filled(self.say("Find an idea"), self.board.to_ideas, pause)
            else:
                about = self.say("“{title}” fits here.", title=idea.hook)
                self.bar.show_state(full_day_text(day.day, speaker), "", about, icon="calendar-blank")
                pick = pick_of_idea(idea)
                self._set_filled(self.say("Plan it here"), lambda: self._put(pick, day, overview), pause)
            return
        free = Button(self.say("Free the day"), "secondary", "calendar-x")
        free.clicked.connect(lambda: self.planning.free(day))
        move = Button(self.say("Move"), "secondary", "calendar-blank")
        move.clicked.connect(lambda: self.planning.ask_move(day, overview))
        idea = overview.ideas.find(entry.key) if entry.kind is Planned.IDEA else None
        clip = day.clip
        if idea is not None:
            self._set_filled(self.say("Begin with this idea"), lambda: self._ask_title(idea.format, idea), free, move)
        elif clip is not None:
            self._set_filled(way_on(clip, speaker), lambda: self._open(clip), free, move)
        else:
            self.bar.set_buttons(free, move)

    def _put(self, pick: Pick, day: PlannedDay, overview: Overview) -> None:
        self._idea_before = None
        self.planning.put(pick, day.day, overview.outlook)

    def _stands(self, summary: Summary) -> str:
        speaker = self.session.speaker
        turn, _ = whose_turn(summary.state, self.session.person, speaker)
        return f"{state_name(summary.state.value, speaker)} · {turn}"

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
        self._ask_title("")

    def _ask_title(self, format_key: str, idea: Idea | None = None) -> None:
        if self.session.person is None:
            self._ask_who()
            return
        series = self._overview.format(format_key) if self._overview else None
        form = StartForm(self.session.speaker, idea.hook if idea else "", idea.heed if idea else "", own=idea is None)
        dialog = self.place.ask(
            self.say("What is your video called?"),
            self._about(series, idea),
            self.say("Begin"),
            lambda: (
                self.planning.pool.add(form.title, format_key)
                if form.later.isChecked()
                else self._start(form.title, format_key, idea.key if idea else "")
            ),
            content=form,
        )
        form.watch(dialog)

    def _about(self, series: SeriesFormat | None, idea: Idea | None) -> str:
        if idea is not None:
            return self.say("{picture}. The first sentence is yours to change.", picture=idea.picture)
        return f"{series.name}: {series.hint}" if series else self.say("A working title is enough.")

    def _show_sparks(self) -> None:
        """Ten questions that make a boring subject exciting."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        for lead, question in (spark(key, self.session.speaker) for key in SPARKS):
            column.addWidget(Text(question, lead=lead))
        self.place.ask(
            self.say("Boring becomes exciting"),
            self.say("Ask these questions about your subject, one after the other. One of them always hits."),
            self.say("My own idea"),
            self._start_own,
            content=content,
        )

    def _ask_who(self) -> None:
        self.place.ask(
            self.say("Who are you?"),
            self.say("Choose your name at the bottom left, or enter yourself under People."),
            self.say("Open People"),
            lambda: self.place.go("people"),
        )

    def _start(self, title: str, format_key: str, idea: str = "") -> None:
        person = self.session.person
        if self._starting or person is None:
            return
        self._starting = True
        house = self.session.house

        def done(production: Production) -> None:
            self._starting = False
            self.session.show_production(production)
            self.place.go("write")

        def failed(error: SkriptStudioError) -> None:
            self._starting = False
            self.place.fail(error)

        def work(_control: JobControl) -> Production:
            production = house.plan.new(title, format_key, by=person.id)
            if idea:
                house.rhythm.tie(idea, production.id, production.title)
            return production

        self.jobs.start(work, done, failed)
