"""The action bar of the page: what is chosen, and what can be done with it."""

from collections.abc import Callable
from dataclasses import dataclass

from skriptstudio.domain.ideas import Idea
from skriptstudio.domain.plan_book import Planned
from skriptstudio.domain.plan_fill import Pick, pick_of, pick_of_idea
from skriptstudio.domain.plan_outlook import READY, PlannedDay
from skriptstudio.domain.production import Summary
from skriptstudio.messages.dates import full_day_text
from skriptstudio.messages.idea_words import quoted
from skriptstudio.messages.plan_words import planned_title
from skriptstudio.messages.words import state_name
from skriptstudio.ui.pages.plan.board import Board
from skriptstudio.ui.pages.plan.overview import Overview, way_on, whose_turn
from skriptstudio.ui.pages.plan.planning import Planning, alone
from skriptstudio.ui.session import Session
from skriptstudio.ui.widgets.action_bar import ActionBar
from skriptstudio.ui.widgets.buttons import Button


@dataclass(frozen=True)
class Deeds:
    """What the page does when a button is pressed.

    Attributes:
        open: go to where a production stands.
        begin: start a production of a format, perhaps with an idea.
        own: start with an idea of one's own.
    """

    open: Callable[[Summary], None]
    begin: Callable[[str, Idea | None], None]
    own: Callable[[], None]


class PlanBar:
    """Keeps the bar true to what is chosen on the board."""

    def __init__(self, bar: ActionBar, board: Board, planning: Planning, session: Session, deeds: Deeds) -> None:
        self._bar = bar
        self._board = board
        self._planning = planning
        self._session = session
        self._deeds = deeds
        self._idea_before: Idea | None = None
        self.say = session.say

    def show_empty(self) -> None:
        """Nothing was begun yet: the filled button stands in the page."""
        begin, how = (
            self.say("One video a week is enough to begin with."),
            self.say("Five weeks long, always on the same day."),
        )
        self._bar.show_state(begin, how, icon="info")
        self._bar.set_buttons()

    def show(self, overview: Overview, latest: Summary | None) -> None:
        """Say what is chosen, and offer what can be done with it."""
        idea = self._board.ideas.chosen
        series = overview.format(self._board.format_key)
        chosen = overview.find(self._board.production_id)
        day = self._board.chosen_day
        if idea is not None:
            kind = overview.format(idea.format)
            about = self.say(
                "{format} · about {minutes} minutes to the first take",
                format=kind.name if kind else "",
                minutes=idea.minutes,
            )
            self._bar.show_state(quoted(idea.hook, self.say), "", about, "check-circle-fill")
            self._idea_before = idea
            self._set_idea_buttons(idea, overview)
        elif series is not None:
            self._bar.show_state(series.name, "", series.hint, "check-circle-fill")
            self._set_buttons(self.say("Begin with this format"), lambda: self._deeds.begin(series.key, None))
        elif chosen is not None:
            self._bar.show_state(chosen.title, "", self._stands(chosen), "check-circle-fill")
            plan = Button(self.say("Put in the plan"), "secondary", "calendar-blank")
            plan.clicked.connect(lambda: self._planning.ask_day(pick_of(chosen), overview))
            timeless = self._timeless_button(chosen, overview)
            self._set_filled(way_on(chosen, self._session.speaker), lambda: self._deeds.open(chosen), *timeless, plan)
        elif day is not None:
            self._show_day(day, overview)
        else:
            self._show_nothing_chosen(latest)

    def _show_nothing_chosen(self, latest: Summary | None) -> None:
        if latest is None:
            self._bar.show_state(self.say("Choose an idea."), self.say("Or bring one of your own."))
            own = Button(self.say("My own idea"), "primary", "pencil-simple")
            own.clicked.connect(self._deeds.own)
            self._bar.set_buttons(own)
            return
        self._bar.show_state(
            self.say("Choose an idea."), self.say("Or go on with “{title}”.", title=latest.title), icon="info"
        )
        self._set_buttons(way_on(latest, self._session.speaker), lambda: self._deeds.open(latest))

    def _timeless_button(self, clip: Summary, overview: Overview) -> tuple[Button, ...]:
        """For a clip of the stock: whether it may wait in the reserve."""
        if clip.state not in READY or overview.book is None:
            return ()
        waits = clip.id in overview.book.timeless
        button = Button(
            self.say("No longer timeless") if waits else self.say("Fits at any time"), "secondary", "hourglass"
        )
        button.clicked.connect(lambda: self._planning.set_timeless(clip, not waits))
        return (button,)

    def _set_buttons(self, verb: str, action: Callable[[], None]) -> None:
        own = Button(self.say("My own idea"), "secondary", "pencil-simple")
        own.clicked.connect(self._deeds.own)
        self._set_filled(verb, action, own)

    def _set_filled(self, verb: str, action: Callable[[], None], *others: Button) -> None:
        filled = Button(verb, "primary", trailing="arrow-right")
        filled.clicked.connect(lambda: action())
        self._bar.set_buttons(*others, filled)

    def _set_idea_buttons(self, idea: Idea, overview: Overview) -> None:
        is_kept = idea.key in overview.kept
        keep = Button(self.say("No longer marked") if is_kept else self.say("Mark"), "secondary", "bookmark-simple")
        keep.clicked.connect(lambda: self._planning.pool.keep(idea.key, not is_kept))
        plan = Button(self.say("Put in the plan"), "secondary", "calendar-blank")
        plan.clicked.connect(lambda: self._planning.ask_day(pick_of_idea(idea), overview))
        self._set_filled(self.say("Begin with this idea"), lambda: self._deeds.begin(idea.format, idea), keep, plan)

    def _show_day(self, day: PlannedDay, overview: Overview) -> None:
        """What can be done with the chosen day."""
        speaker, entry = self._session.speaker, day.entry
        what, remark = planned_title(day, speaker), self._board.remark
        self._bar.show_state(full_day_text(day.day, speaker), what, remark, icon="calendar-blank")
        if day.day < overview.today and day.is_free:
            self._bar.set_buttons()
            return
        if entry is None or day.is_gone:
            pause = Button(self.say("Post nothing"), "secondary", "calendar-x")
            pause.clicked.connect(lambda: self._planning.pause(day))
            idea = self._idea_before
            if idea is None:
                self._set_filled(self.say("Find an idea"), self._board.to_ideas, pause)
            else:
                about = self.say("“{title}” fits here.", title=idea.hook)
                self._bar.show_state(full_day_text(day.day, speaker), "", about, icon="calendar-blank")
                pick = pick_of_idea(idea)
                self._set_filled(self.say("Plan it here"), lambda: self._put(pick, day), pause)
            return
        free = Button(self.say("Free the day"), "secondary", "calendar-x")
        free.clicked.connect(lambda: self._planning.free(day))
        move = Button(self.say("Move"), "secondary", "calendar-blank")
        move.clicked.connect(lambda: self._planning.ask_move(day, overview))
        idea = overview.ideas.find(entry.key) if entry.kind is Planned.IDEA else None
        clip = day.clip
        if idea is not None:
            self._set_filled(self.say("Begin with this idea"), lambda: self._deeds.begin(idea.format, idea), free, move)
        elif clip is not None:
            self._set_filled(way_on(clip, speaker), lambda: self._deeds.open(clip), free, move)
        else:
            self._bar.set_buttons(free, move)

    def _put(self, pick: Pick, day: PlannedDay) -> None:
        self._idea_before = None
        self._planning.put(pick, day.day, alone(day))

    def _stands(self, summary: Summary) -> str:
        speaker = self._session.speaker
        turn, _ = whose_turn(summary.state, self._session.person, speaker)
        return f"{state_name(summary.state.value, speaker)} · {turn}"
