"""What happens to the plan from the page: every change is a job, and every refusal a sentence."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.ideas import Idea
from skriptstudio.domain.plan_book import Planned
from skriptstudio.domain.plan_fill import Pick, pick_of, pick_of_idea
from skriptstudio.domain.plan_outlook import Outlook, PlannedDay
from skriptstudio.domain.production import Summary
from skriptstudio.messages.dates import full_day_text
from skriptstudio.messages.plan_words import batch_hint
from skriptstudio.steps.rhythm import NOTHING
from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.plan.leave_form import LeaveForm
from skriptstudio.ui.pages.plan.occasion_form import OccasionForm
from skriptstudio.ui.pages.plan.overview import Overview
from skriptstudio.ui.pages.plan.plan_forms import DayForm, RhythmForm
from skriptstudio.ui.pages.plan.pool import Pool
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button

Result = TypeVar("Result")


class Planning(QObject):
    """Changes the plan.

    Attributes:
        pool: own ideas and questions.
        changed: the plan is another one now, or somebody else changed it: read it again.
    """

    changed = Signal()

    def __init__(self, place: Place, parent: QObject) -> None:
        super().__init__(parent)
        self._place = place
        self._session = place.session
        self.say = place.session.say
        self.pool = Pool(place, self)
        self.pool.changed.connect(self.changed)

    # --- by drag, and by the buttons of the bar

    def drop(self, what: str, target: PlannedDay, overview: Overview) -> None:
        """Something was dropped on a day: ``idea:KEY``, ``production:ID`` or ``day:DATE``."""
        kind, _, key = what.partition(":")
        if kind == "day":
            self.move(date.fromisoformat(key), target.day, overview.outlook)
            return
        idea, clip = overview.ideas.find(key), overview.find(key)
        if kind == "idea" and idea is not None:
            self.put(pick_of_idea(idea), target.day, alone(target))
        elif kind == "production" and clip is not None:
            self.put(pick_of(clip), target.day, alone(target))

    def put(self, pick: Pick, day: date, outlook: Outlook | None) -> None:
        """Keep a day for something, in the place of what was seen there."""
        seen = _entry_on(outlook, day)
        by = self._session.person.id if self._session.person else ""
        text = self.say("{day}: “{title}”", day=self._day(day), title=pick.title)
        if pick.kind is Planned.NOTHING:
            text = self.say("Nothing posted today? That's fine, too. The idea stays in the stock.")
        rhythm = self._session.house.rhythm
        freed = self.say("{day} is free again.", day=self._day(day))
        back = None if seen else lambda: self._run(lambda: rhythm.clear(day), freed)
        self._run(lambda: rhythm.assign(day, pick, by, seen), text, back)

    def pause(self, one: PlannedDay) -> None:
        """Post nothing on a day."""
        self.put(NOTHING, one.day, alone(one))

    def free(self, one: PlannedDay) -> None:
        """Take away what is planned on a day; it can be put back."""
        entry = one.entry
        if entry is None:
            return
        back = Pick(entry.kind, entry.key, entry.title, entry.format)
        text = self.say("{day} is free again.", day=self._day(one.day))
        rhythm = self._session.house.rhythm
        self._run(lambda: rhythm.clear(one.day, entry.id), text, lambda: self.put(back, one.day, None))

    def move(self, origin: date, target: date, outlook: Outlook | None) -> None:
        """Move what is planned; two days change places."""
        if origin == target:
            return
        seen = _entry_on(outlook, origin)
        text = self.say("Moved to {day}.", day=self._day(target))
        rhythm = self._session.house.rhythm
        self._run(lambda: rhythm.move(origin, target, seen), text, lambda: self.move(target, origin, None))

    def set_timeless(self, clip: Summary, timeless: bool) -> None:
        """Whether a clip may wait in the reserve for a day on which nothing else is ready."""
        rhythm = self._session.house.rhythm
        text = self.say("It waits in the reserve.") if timeless else self.say("It no longer waits in the reserve.")
        self._run(lambda: rhythm.set_timeless(clip.id, timeless), text)

    def fill(self, ideas: tuple[Idea, ...]) -> None:
        """Give every free day something."""
        by = self._session.person.id if self._session.person else ""
        rhythm = self._session.house.rhythm
        self._run(lambda: rhythm.fill(ideas, by=by), self.say("Planned. No format comes twice in a row."))

    # --- by dialogs

    def ask_day(self, pick: Pick, overview: Overview) -> None:
        """On which day shall it be posted?"""
        if overview.outlook is None:
            return
        form = DayForm(self._session.speaker, overview.outlook, overview.today)
        self._place.ask(
            self.say("When shall it be posted?"),
            pick.title,
            self.say("Put in the plan"),
            lambda: self.put(pick, form.day, overview.outlook),
            content=form,
        )

    def ask_move(self, one: PlannedDay, overview: Overview) -> None:
        """To which day shall it move?"""
        if overview.outlook is None or one.entry is None:
            return
        form = DayForm(self._session.speaker, overview.outlook, overview.today, (one.day,))
        self._place.ask(
            self.say("To which day?"),
            self.say("Where something is planned, the two change places."),
            self.say("Move"),
            lambda: self.move(one.day, form.day, overview.outlook),
            content=form,
        )

    def ask_rhythm(self, overview: Overview) -> None:
        """How much time is there, and how often is posted?"""
        if overview.book is None or overview.capacity is None:
            return
        form = RhythmForm(self._session.speaker, overview.book, overview.capacity, overview.today)
        rhythm = self._session.house.rhythm
        self._place.ask(
            self.say("How much time do you have?"),
            self.say("Better seldom and always than often and then no more. You can change it at any time."),
            self.say("Take this rhythm"),
            lambda: self._run(
                lambda: rhythm.set_rhythm(form.wanted_minutes, form.level, form.first_day), self.say("Rhythm set.")
            ),
            content=form,
        )

    def ask_more(self, overview: Overview) -> None:
        """What else can be done with the plan."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        actions: tuple[tuple[str, str, Callable[[], None]], ...] = (
            (self.say("Plan a day of recording"), "video-camera", lambda: self._batch(overview)),
            (self.say("Enter an absence"), "users", lambda: self._leave(overview)),
            (self.say("Dates of the year"), "star", lambda: self._occasion(overview)),
            (self.say("Save as a Word page or calendar"), "export", lambda: self._save(overview)),
            (self.say("Subscribe in the calendar"), "calendar-blank", self._subscribe),
            (self.say("Send ideas"), "upload-simple", self.pool.send),
            (self.say("Take in ideas"), "download-simple", self.pool.take_in),
        )
        buttons = [Button(text, "secondary", icon, small=True) for text, icon, _action in actions]
        for button in buttons:
            column.addWidget(button)
        dialog = self._place.ask(
            self.say("More about the plan"),
            self.say("For the whole house: what is recorded when, and what others may read of it."),
            self.say("Done"),
            lambda: None,
            content=content,
        )
        for button, (_text, _icon, action) in zip(buttons, actions, strict=True):
            button.clicked.connect(dialog.dismiss)
            button.clicked.connect(lambda _=False, action=action: action())

    def _batch(self, overview: Overview) -> None:
        papers, ideas = self._session.house.plan_papers, {one.key: one for one in overview.ideas.ideas}

        def work() -> tuple[date | None, int]:
            day = papers.propose_batch()
            return day, len(papers.set_batch(day, ideas)) if day else 0

        def done(result: tuple[date | None, int]) -> None:
            day, count = result
            if day is None or not count:
                self._place.toast(self.say("The plan needs no recording; fill it first."), "info")
                return
            text = self.say("{day}: {count} clips in one go.", day=self._day(day), count=count)
            text = " ".join(filter(None, (text, batch_hint(count, self._session.speaker))))
            self._place.toast(text, action=self.say("Save the list"), on_action=lambda: self._save_list(day, ideas))

        self._start(work, done)

    def _save_list(self, day: date, ideas: dict[str, Idea]) -> None:
        target = self._target(self.say("Shooting list"), f"Drehliste {day}.docx", "Word (*.docx)")
        if target is not None:
            papers = self._session.house.plan_papers
            self._run(lambda: papers.export_batch(day, ideas, target), self.say("Written: {path}", path=target.name))

    def _leave(self, overview: Overview) -> None:
        leaves = overview.book.leaves if overview.book else ()
        form = LeaveForm(self._session.speaker, self._session.staff, overview.today, leaves)
        rhythm = self._session.house.rhythm
        form.known.removed.connect(lambda key: self._run(lambda: rhythm.remove_leave(key), self.say("Taken away.")))
        dialog = self._place.ask(
            self.say("Who isn't there to record?"),
            self.say("Days of recording are looked for when most are there. It stays inside of the library."),
            self.say("Enter"),
            lambda: self._run(lambda: rhythm.add_leave(form.leave), self.say("Absence entered.")),
            content=form,
        )
        form.watch(dialog)

    def _occasion(self, overview: Overview) -> None:
        form = OccasionForm(self._session.speaker, overview.occasions, overview.today)
        rhythm = self._session.house.rhythm
        form.known.removed.connect(lambda key: self._run(lambda: rhythm.remove_occasion(key), self.say("Taken away.")))

        def enter() -> None:
            occasion = form.occasion
            if occasion is not None:
                self._run(lambda: rhythm.add_occasion(occasion), self.say("Date entered."))

        dialog = self._place.ask(
            self.say("Dates of the year"),
            self.say("Free days before them are filled with ideas that fit."),
            self.say("Enter"),
            enter,
            content=form,
        )
        form.watch(dialog)

    def _save(self, overview: Overview) -> None:
        kinds = "Word (*.docx);;iCalendar (*.ics)"
        target = self._target(self.say("Save the plan"), f"Sendeplan {overview.today}.docx", kinds)
        if target is not None:
            papers, ideas = self._session.house.plan_papers, {one.key: one for one in overview.ideas.ideas}
            self._run(lambda: papers.export(target, ideas), self.say("Written: {path}", path=target.name))

    def _target(self, title: str, name: str, kinds: str) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(None, title, str(Path.home() / name), kinds)
        return Path(chosen) if chosen else None

    def _subscribe(self) -> None:
        def done(path: Path) -> None:
            self._place.ask(
                self.say("Subscribe in the calendar"),
                self.say("Open this file in your calendar; it follows every change: {path}", path=path),
                self.say("Done"),
                lambda: None,
            )

        self._start(self._session.house.plan_papers.subscribe, done)

    # --- jobs

    def _run(self, work: Callable[[], object], text: str, undo: Callable[[], None] | None = None) -> None:
        def done(_result: object) -> None:
            self._place.toast(text, action=self.say("Undo") if undo else "", on_action=undo)
            self.changed.emit()

        self._start(work, done)

    def _start(self, work: Callable[[], Result], done: Callable[[Result], None]) -> None:
        def failed(error: SkriptStudioError) -> None:
            self._place.fail(error)
            self.changed.emit()

        self._place.jobs.start(lambda _control: work(), done, failed)

    def _day(self, day: date) -> str:
        return full_day_text(day, self._session.speaker)


def alone(one: PlannedDay) -> Outlook:
    """An outlook on one day as it was seen."""
    return Outlook((one,), (), (), 0, None, (), ())


def _entry_on(outlook: Outlook | None, day: date) -> str:
    """Id of what was seen on a day; it may be replaced, anything else may not."""
    days = outlook.days if outlook else ()
    return next((one.entry.id for one in days if one.day == day and one.entry is not None), "")
