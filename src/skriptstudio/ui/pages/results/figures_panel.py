"""Figures: what is online, what was noted, what could be noted today, and the months beside each other."""

from datetime import date
from fractions import Fraction
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedLayout, QWidget

from skriptstudio.domain.charts import Bar
from skriptstudio.domain.hook_kind import likely_hook
from skriptstudio.domain.month_report import Month
from skriptstudio.domain.production import Production
from skriptstudio.domain.result_table import Matches
from skriptstudio.domain.results import AGE, Moment, Result, moment_of
from skriptstudio.messages.dates import day_text, month_name
from skriptstudio.messages.result_words import figure_shown, moment_name
from skriptstudio.messages.words import channel_name
from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.results.figures_form import NO_GOAL, SERIES, FiguresForm, reached
from skriptstudio.ui.pages.results.import_form import WIDTH_PX, ImportForm
from skriptstudio.ui.pages.results.panel import Deeds, Panel
from skriptstudio.ui.pages.results.reading import Snapshot
from skriptstudio.ui.theme import scaled
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.cards import Card
from skriptstudio.ui.widgets.chart import ColumnChart
from skriptstudio.ui.widgets.empty import EmptyPage
from skriptstudio.ui.widgets.fields import Choice, Field
from skriptstudio.ui.widgets.lamp import LampState
from skriptstudio.ui.widgets.rows import Row, RowList
from skriptstudio.ui.widgets.text import Text

_SIDE_PX = 340
_FORM_PX = 700


class FiguresPanel(Panel):
    """The list at the left, the chart at the right.

    Attributes:
        list: one row for each publication, the newest first.
        chart: views of the last six months.
    """

    def __init__(self, place: Place, deeds: Deeds) -> None:
        super().__init__(place, deeds)
        say = self.say
        self.list = RowList(say("What is online"))
        self.chart = ColumnChart(say("Views of the months beside each other"))
        self._told = Text("", "small", "ink_soft")
        left = Card(padding=6)
        left.column.addWidget(self.list)
        self._side = Card()
        self._side.column.addWidget(Text(say("Views, month by month"), "card"))
        self._side.column.addWidget(self._told)
        self._side.column.addWidget(self.chart, 1)
        self._side.setFixedWidth(scaled(_SIDE_PX))
        full = QWidget()
        row = QHBoxLayout(full)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.gap)
        row.addWidget(left, 1)
        row.addWidget(self._side)
        publish = Button(say("To “Publish”"), "primary", trailing="arrow-right")
        publish.clicked.connect(lambda: place.go("publish"))
        self._empty = EmptyPage(
            "flag",
            say("Nothing is online yet"),
            say("Mark on “Publish” what you have uploaded. A day later its first figures can be noted here."),
            publish,
        )
        self._layout = QStackedLayout(self)
        for one in (full, self._empty):
            self._layout.addWidget(one)
        self.list.row_chosen.connect(lambda _: self.chosen.emit())
        self.list.row_opened.connect(lambda _: self.note())

    def set_compact(self, compact: bool) -> None:
        self._side.setVisible(not compact)

    # --- draw

    def draw(self, now: Snapshot) -> None:
        self._layout.setCurrentIndex(0 if now.productions else 1)
        rows = []
        for production in now.productions:
            for one in production.publications:
                rows.append((one.on, self._row(now, production.id, production.title, one.profile, one.on)))
        rows.sort(key=lambda one: one[0], reverse=True)
        unique = {row.key: row for _, row in rows}
        self.list.set_rows(list(unique.values()))
        self.chart.show_bars([self._bar(one, one is now.months[-1]) for one in now.months])
        month = now.months[-1]
        self._told.setText(self.say("Clips online this month: {count}", count=month.clips))

    def _row(self, now: Snapshot, key: str, title: str, profile: str, on: date) -> Row:
        known = [one for one in now.book.of(key) if (one.profile, one.on) == (profile, on)]
        last = max(known, key=lambda one: AGE[one.moment], default=None)
        is_due = any((one.production, one.profile, one.on) == (key, profile, on) for one in now.due)
        side = self._told_figure(last) if last else ""
        lamp: tuple[LampState, str] = ("open", self.say("no figures yet"))
        if is_due:
            lamp = ("hint", self.say("note today"))
        elif last is not None:
            lamp = ("ok", moment_name(last.moment.value, self.speaker))
        where = f"{channel_name(profile)} · {day_text(on, self.speaker, year=True)}"
        return Row(f"{key}|{profile}|{on.isoformat()}", title, where, side=side, lamp=lamp)

    def _told_figure(self, result: Result) -> str:
        views = result.figures.views
        return "" if views is None else self.say("{count} views", count=figure_shown("views", views, self.speaker))

    def _bar(self, month: Month, strong: bool) -> Bar:
        views = month.totals.views
        text = "–" if views is None else figure_shown("views", views, self.speaker)
        return Bar(month_name(month.first.month, self.speaker)[:3], Fraction(views or 0), text, strong)

    # --- the bar

    def standing(self) -> tuple[str, str]:
        now = self.now
        if now is None or not now.productions:
            return self.say("Three figures are enough to begin with."), self.say("Views, comments, applications.")
        if now.due:
            return self.say("{count} to note today.", count=len(now.due)), self.say("The rest has time.")
        return self.say("Nothing to note today."), ""

    def buttons(self) -> list[Button]:
        now = self.now
        if now is None or not now.productions:
            return []
        return [
            self.button(self.say("Read a CSV file"), self.ask_file, "download-simple"),
            self.button(self.say("Monthly report"), self.ask_month, "file-text"),
            self.button(self.say("Note figures"), self.note, "pencil-simple", filled=True),
        ]

    # --- note by hand

    def note(self) -> None:
        """Note figures of the chosen publication, else of the first that is due."""
        now = self.now
        if now is None:
            return
        key = self.list.key
        if not key and now.due:
            first = now.due[0]
            key = f"{first.production}|{first.profile}|{first.on.isoformat()}"
        if not key and self.list.rows_model.rows:
            key = self.list.rows_model.rows[0].key
        self.list.choose(key)
        production_id, profile, day = key.split("|")
        on = date.fromisoformat(day)
        moments = reached(on, now.today)
        if not moments:
            self.place.toast(self.say("Online for less than a day: come back tomorrow."), "info")
            return
        fitting = moment_of(on, now.today)
        moments.sort(key=lambda one: one is not fitting)
        self._ask_figures(now, production_id, profile, on, moments)

    def _ask_figures(self, now: Snapshot, production_id: str, profile: str, on: date, moments: list[Moment]) -> None:
        production = now.production(production_id)
        assert production is not None
        say = self.say
        goals = [(SERIES, say("As its series")), (NO_GOAL, say("None"))]
        goals += [(one.goal.id, one.goal.name) for one in now.goals.progress]
        hook = _hook(now, production)
        place = (production_id, profile, on)
        form = FiguresForm(self.speaker, now.book, place, moments, list(now.hooks.items()), goals, hook)
        form.goals.choose(now.assigned.get(production_id, SERIES) or NO_GOAL)
        dialog = self.place.ask(
            production.title,
            f"{channel_name(profile)}, {day_text(on, self.speaker, year=True)}",
            say("Note figures"),
            lambda: self._note(form, production_id, profile, on),
            content=form,
            width=_FORM_PX,
        )
        form.watch(dialog)

    def _note(self, form: FiguresForm, production_id: str, profile: str, on: date) -> None:
        house = self.session.house
        figures, moment, hook, goal = form.figures, form.moment, form.hooks.key, form.goals.key

        def work() -> None:
            house.results.set(production_id, profile, moment, figures, on)
            house.results.set_hook(production_id, hook)
            house.goals.assign(production_id, None if goal == SERIES else "" if goal == NO_GOAL else goal)

        self.deeds.run(work, self.say("Noted."))

    # --- out of a file

    def ask_file(self) -> None:
        """Choose an export and look at it."""
        kinds = "CSV (*.csv *.tsv *.txt)"
        chosen, _ = QFileDialog.getOpenFileName(None, self.say("Read a CSV file"), str(Path.home()), kinds)
        if chosen:
            self.look_at(Path(chosen))

    def look_at(self, path: Path) -> None:
        """Show what a file would add."""
        self.deeds.start(lambda: self.session.house.results.preview(path), lambda found: self._ask_import(path, found))

    def _ask_import(self, path: Path, matches: Matches) -> None:
        results, profiles = self.session.house.results, self.now.profiles if self.now else ()
        form = ImportForm(self.speaker, matches, profiles)

        def read_again() -> None:
            profile, moment = form.profiles.key, form.moment
            self.deeds.start(lambda: results.preview(path, profile, moment), form.show_matches)

        def note() -> None:
            found = form.matches
            text = self.say("{count} of {lines} lines noted.", count=len(found.found), lines=len(found.table.lines))
            self.deeds.run(lambda: results.take_over(found), text)

        dialog = self.place.ask(
            self.say("What is in “{name}”?", name=path.name),
            self.say("Nothing is noted yet. What isn't understood stays out."),
            self.say("Note figures"),
            note,
            content=form,
            width=WIDTH_PX,
        )
        form.watch(dialog, read_again)

    # --- the month

    def ask_month(self) -> None:
        """Choose a month, then where its page shall lie."""
        now = self.now
        if now is None:
            return
        months = [one for one in reversed(now.months) if one.clips] or [now.months[-1]]
        items = [(one.first.isoformat(), self._month_text(one.first)) for one in months]
        choice = Choice(self.say("Month"), items)
        if len(items) > 1 and months[0].first == now.today.replace(day=1):
            choice.choose(items[1][0])
        self.place.ask(
            self.say("Monthly report"),
            self.say("One page for the head of the house: figures, goals, effort. Nothing about single people."),
            self.say("Save as Word"),
            lambda: self._save_month(date.fromisoformat(choice.key)),
            content=Field(self.say("Month"), choice),
        )

    def _month_text(self, first: date) -> str:
        return f"{month_name(first.month, self.speaker)} {first.year}"

    def _save_month(self, first: date) -> None:
        name = self.say("Monthly report {month}", month=f"{first:%Y-%m}") + ".docx"
        title = self.say("Monthly report")
        chosen, _ = QFileDialog.getSaveFileName(None, title, str(Path.home() / name), "Word (*.docx)")
        if chosen:
            self.write_month(Path(chosen), first)

    def write_month(self, target: Path, first: date) -> None:
        """Write the page about a month."""
        reports = self.session.house.month_reports
        self.deeds.run(lambda: reports.write(target, first), self.say("Written: {path}", path=target.name))


def _hook(now: Snapshot, production: Production) -> tuple[str, bool]:
    """The kind of a clip's hook as somebody said, else what it looks like, and whether it is only that."""
    facts = now.book.clips.get(production.id)
    if facts is not None and facts.hook:
        return facts.hook, False
    likely = likely_hook(production.script.text_of("hook") or production.title)
    return (likely, True) if likely in now.hooks else ("", False)
