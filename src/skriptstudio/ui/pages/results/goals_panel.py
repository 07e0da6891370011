"""Goals and how far they are, series and who answers for them."""

from PySide6.QtWidgets import QHBoxLayout

from skriptstudio.domain.goals import Goal, Progress, Series, Standing
from skriptstudio.messages.result_words import gap_text, goal_text
from skriptstudio.steps.goals import SeriesView
from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.results.goal_forms import GoalForm, SeriesForm
from skriptstudio.ui.pages.results.panel import Deeds, Panel
from skriptstudio.ui.pages.results.reading import Snapshot
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.cards import Card
from skriptstudio.ui.widgets.lamp import LampState
from skriptstudio.ui.widgets.rows import Row, RowList
from skriptstudio.ui.widgets.text import Text

_LAMPS: dict[Standing, LampState] = {
    Standing.AHEAD: "ok",
    Standing.REACHED: "ok",
    Standing.BEHIND: "hint",
    Standing.MISSED: "stop",
}


class GoalsPanel(Panel):
    """Two lists.

    Attributes:
        goals, series: the lists; one row of them is chosen at most.
    """

    def __init__(self, place: Place, deeds: Deeds) -> None:
        super().__init__(place, deeds)
        say = self.say
        self.goals = RowList(say("Goals"))
        self.series = RowList(say("All series"))
        self._aimless = Text("", "small", "ink_soft", lines=3)
        self._no_goal = Text(
            say("For instance 30 applications until the end of the year, or two clips a week."), "body", "ink_soft"
        )
        self._no_series = Text(say("Nobody answers for a series yet."), "body", "ink_soft")
        left, right = Card(), Card()
        left.column.addWidget(Text(say("Goals"), "card"))
        left.column.addWidget(self._no_goal)
        left.column.addWidget(self.goals, 1)
        left.column.addWidget(self._aimless)
        right.column.addWidget(Text(say("All series"), "card"))
        right.column.addWidget(Text(say("Who answers for it, who stands in, what it is for."), "small", "ink_soft"))
        right.column.addWidget(self._no_series)
        right.column.addWidget(self.series, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.gap)
        for card in (left, right):
            row.addWidget(card, 1)
        self.goals.row_chosen.connect(lambda _: self._alone(self.series))
        self.series.row_chosen.connect(lambda _: self._alone(self.goals))
        self.goals.row_opened.connect(lambda _: self._change())
        self.series.row_opened.connect(lambda _: self._change())

    def _alone(self, other: RowList) -> None:
        other.selectionModel().clear()
        self.chosen.emit()

    def draw(self, now: Snapshot) -> None:
        self.goals.set_rows([self._goal_row(one) for one in now.goals.progress])
        self.series.set_rows([self._series_row(one, now) for one in now.goals.series])
        self._no_goal.setVisible(not now.goals.progress)
        self._no_series.setVisible(not now.goals.series)
        titles = ", ".join(f"„{title}“" for _, title in now.goals.aimless)
        self._aimless.setText(self.say("Without a goal: {titles}", titles=titles) if titles else "")

    def _goal_row(self, one: Progress) -> Row:
        return Row(
            one.goal.id,
            one.goal.name,
            goal_text(one, self.speaker),
            side=f"{min(999, round(one.share * 100))} %",
            lamp=(_LAMPS[one.standing], ""),
        )

    def _series_row(self, one: SeriesView, now: Snapshot) -> Row:
        name = now.formats.get(one.series.key, one.series.key)
        who = self.say("{name}, deputy {deputy}", name=one.responsible, deputy=one.deputy or self.say("nobody yet"))
        goal = one.goal.name if one.goal else ""
        small = gap_text(one.gaps[0].value, self.speaker) if one.gaps else f"{who} · {goal}"
        return Row(one.series.key, name, small, lamp=("hint" if one.gaps else "ok", ""))

    # --- the bar

    def standing(self) -> tuple[str, str]:
        progress = self._progress()
        if progress is not None:
            return f"{progress.goal.name}:", goal_text(progress, self.speaker)
        series = self._series()
        if series is not None and self.now is not None:
            return self.now.formats.get(series.key, series.key), ""
        return self.say("A goal has a number and a day."), self.say("Each clip belongs to one.")

    def buttons(self) -> list[Button]:
        now = self.now
        if now is None:
            return []
        made = []
        if self._progress() is not None or self._series() is not None:
            made.append(self.button(self.say("Take out"), self._remove, "trash"))
            made.append(self.button(self.say("Change"), self._change, "pencil-simple"))
        if now.staff.people:
            made.append(self.button(self.say("Enter a series"), lambda: self._ask_series(None), "users"))
        made.append(self.button(self.say("Set a goal"), lambda: self._ask_goal(None), "flag", filled=True))
        return made

    def _progress(self) -> Progress | None:
        found = self.now.goals.progress if self.now else ()
        return next((one for one in found if one.goal.id == self.goals.key), None)

    def _series(self) -> Series | None:
        found = self.now.goals.series if self.now else ()
        return next((one.series for one in found if one.series.key == self.series.key), None)

    def _change(self) -> None:
        progress = self._progress()
        if progress is not None:
            self._ask_goal(progress.goal)
        elif self._series() is not None:
            self._ask_series(self._series())

    def _remove(self) -> None:
        goals, progress, series = self.session.house.goals, self._progress(), self._series()
        say = self.say
        if progress is not None:
            goal = progress.goal
            self.deeds.ask_remove(
                say("Give up “{name}”?", name=goal.name),
                say("Its series and clips have no goal then. Their figures stay."),
                lambda: goals.remove_goal(goal.id),
                say("Taken out."),
            )
        elif series is not None:
            self.deeds.ask_remove(
                say("Take the series out?"),
                say("Nobody answers for it then. Its clips stay."),
                lambda: goals.remove_series(series.key),
                say("Taken out."),
            )

    # --- ask

    def _ask_goal(self, goal: Goal | None) -> None:
        now = self.now
        if now is None:
            return
        form = GoalForm(self.speaker, now.today, goal)
        goals = self.session.house.goals

        def save() -> None:
            days = form.days
            if days is not None:
                name, counts, many = " ".join(form.name.text().split()), form.counts.key, form.how_many
                key = goal.id if goal else ""
                self.deeds.run(lambda: goals.set_goal(name, counts, many, days[1], days[0], key), self.say("Goal set."))

        dialog = self.place.ask(self.say("What do you want to reach?"), "", self.say("Save"), save, content=form)
        form.watch(dialog)

    def _ask_series(self, series: Series | None) -> None:
        now = self.now
        if now is None:
            return
        people = [(one.id, one.name) for one in now.staff.people]
        formats = list(now.formats.items())
        if series is not None and series.key not in now.formats:
            formats.insert(0, (series.key, series.key))
        goals = [(one.goal.id, one.goal.name) for one in now.goals.progress]
        form = SeriesForm(self.speaker, formats, people, goals, series)
        house = self.session.house.goals

        def save() -> None:
            values = (form.series.key, form.responsible.key, form.deputy.key, form.goal.key)
            self.deeds.run(lambda: house.set_series(*values), self.say("Series entered."))

        self.place.ask(self.say("Who answers for the series?"), "", self.say("Save"), save, content=form)
