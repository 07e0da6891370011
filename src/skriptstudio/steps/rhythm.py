"""Station 1, too: what is posted when, and what one person can keep up."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from skriptstudio.domain.actor import Actor
from skriptstudio.domain.desk import find_person
from skriptstudio.domain.errors import BlackoutTime, UnknownName
from skriptstudio.domain.ideas import Idea
from skriptstudio.domain.ids import new_id
from skriptstudio.domain.plan_book import Entry, Leave, OwnOccasion, PlanBook, Planned
from skriptstudio.domain.plan_desk import WEEKS, PlanDesk
from skriptstudio.domain.plan_fill import Pick, fill, waiting
from skriptstudio.domain.plan_outlook import Outlook
from skriptstudio.domain.production import Summary, TopicClass
from skriptstudio.domain.rhythm import Capacity, Level
from skriptstudio.domain.season import Dated, on_day

NOTHING = Pick(Planned.NOTHING)


@dataclass(frozen=True)
class Look:
    """The plan at one moment.

    Attributes:
        occasions: of the days that were looked at.
    """

    book: PlanBook
    outlook: Outlook
    capacity: Capacity
    occasions: tuple[Dated, ...]


class Rhythm:
    """Look at the plan, and change it.

    Every change is made on the newest state. Where somebody planned the same day meanwhile, it is refused with
    ``SlotTaken`` and both ideas are still there: the other one on its day, this one among the ideas.
    """

    def __init__(self, desk: PlanDesk) -> None:
        self._desk = desk

    # --- look

    def book(self) -> PlanBook:
        return self._desk.book()

    def capacity(self) -> Capacity:
        """What the house has and needs; reads its newest finished clips."""
        return self._desk.capacity(self.book(), self._desk.clips())

    def outlook(self, weeks: int = WEEKS, first: date | None = None) -> Outlook:
        """How the plan stands from today, or from another day, on."""
        return self.look(weeks, first).outlook

    def look(self, weeks: int = WEEKS, first: date | None = None, clips: Sequence[Summary] | None = None) -> Look:
        """The plan and all that is to be said about it.

        Args:
            weeks: how far ahead.
            first: from which day on; today by default.
            clips: all productions, newest first, for who has just read them.
        """
        book, span = self.book(), self._desk.span(weeks, first)
        known = self._desk.clips() if clips is None else clips
        has, posted = self._desk.capacity(book, known), self._desk.posted(book, known)
        return Look(book, self._desk.outlook(book, known, span, has, posted), has, self._desk.occasions(book, *span))

    def occasions(self, first: date, last: date) -> tuple[Dated, ...]:
        """What happens in these days, the house's own dates among it."""
        return self._desk.occasions(self.book(), first, last)

    def planned_days(self) -> dict[str, date]:
        """The next day on which a production is planned, by its id."""
        today = self._desk.today
        entries = (one for one in reversed(self.book().entries) if one.kind is Planned.PRODUCTION)
        return {one.key: one.day for one in entries if one.day >= today}

    # --- settle

    def set_rhythm(
        self,
        minutes: int | None = None,
        level: Level | None = None,
        first: date | None = None,
        weekdays: Sequence[int] | None = None,
    ) -> PlanBook:
        """Say what there is and how often to post; None leaves something as it is.

        Without a level the fullest that fits the minutes is taken, at least one clip a week; without a first day
        it begins today.
        """

        def edit(book: PlanBook) -> PlanBook:
            has = book.minutes_a_week if minutes is None else minutes
            fitting = self._desk.capacity(replace(book, minutes_a_week=has), clips).level or Level.START
            chosen = level or (fitting if minutes is not None or book.level is None else book.level)
            days = book.weekdays if weekdays is None else tuple(sorted(set(weekdays)))
            begins = first or book.first or self._desk.today
            return replace(book, minutes_a_week=has, level=chosen, first=begins, weekdays=days)

        clips = self._desk.clips()
        return self._desk.change(edit)

    def set_minutes(self, wanted: str, minutes: int) -> PlanBook:
        """What a production really took. Raises ``UnknownName``, ``AmbiguousName``."""
        production = self._desk.desk.open(wanted).record.id
        return self._desk.change(lambda book: replace(book, minutes={**book.minutes, production: minutes}))

    def set_timeless(self, wanted: str, timeless: bool = True) -> PlanBook:
        """A production fits at any time, so it may wait in the reserve. Raises ``UnknownName``, ``AmbiguousName``."""
        production = self._desk.desk.open(wanted).record.id

        def edit(book: PlanBook) -> PlanBook:
            others = tuple(one for one in book.timeless if one != production)
            return replace(book, timeless=(*others, production) if timeless else others)

        return self._desk.change(edit)

    def add_leave(self, leave: Leave) -> PlanBook:
        """Somebody, or for an empty ``person`` everybody, isn't there. Raises ``UnknownName``."""
        person = find_person(self._desk.desk.staff(), leave.person).id if leave.person else ""
        return self._desk.change(lambda book: replace(book, leaves=(*book.leaves, replace(leave, person=person))))

    def remove_leave(self, leave_id: str) -> PlanBook:
        """Raises ``UnknownName``."""

        def edit(book: PlanBook) -> PlanBook:
            _require("leave", leave_id, [one.id for one in book.leaves])
            return replace(book, leaves=tuple(one for one in book.leaves if one.id != leave_id))

        return self._desk.change(edit)

    def add_occasion(self, occasion: OwnOccasion) -> PlanBook:
        """A date of the house's own."""
        return self._desk.change(lambda book: replace(book, occasions=(*book.occasions, occasion)))

    def remove_occasion(self, key: str) -> PlanBook:
        """A date of one's own goes, a shipped one is hidden. Raises ``UnknownName``."""

        def edit(book: PlanBook) -> PlanBook:
            shipped = {one.key for one in self._desk.calendar.occasions()} - set(book.hidden)
            _require("occasion", key, [*(one.id for one in book.occasions), *sorted(shipped)])
            if key in shipped:
                return replace(book, hidden=(*book.hidden, key))
            return replace(book, occasions=tuple(one for one in book.occasions if one.id != key))

        return self._desk.change(edit)

    # --- plan

    def pick(self, wanted: str) -> Pick:
        """A production, to be planned. Raises ``UnknownName``, ``AmbiguousName``."""
        production = self._desk.desk.open(wanted).record
        return Pick(Planned.PRODUCTION, production.id, production.title, production.format)

    def assign(self, day: date, pick: Pick, by: str = "", instead_of: str = "") -> Entry:
        """Keep a day for something, or for nothing.

        Args:
            day: local date.
            pick: what.
            by: who plans.
            instead_of: id of the entry that was seen there and shall go.

        Raises:
            SlotTaken: something else is planned there.
            BlackoutTime: nothing political goes out on that day.
            UnknownName, AmbiguousName, NotYourAccount: of ``by``, or the production is gone.
        """
        if pick.kind is Planned.PRODUCTION:
            self._require_no_blackout(pick, day)
        entry = self._entry(day, pick, self._desk.actor(by))
        self._desk.change(lambda book: self._without_gone(book, day).with_entry(entry, self._desk.today, instead_of))
        return entry

    def clear(self, day: date, seen: str = "") -> PlanBook:
        """Free a day. Raises ``UnknownName``, ``SlotTaken``; see ``PlanBook.without_day``."""
        return self._desk.change(lambda book: book.without_day(day, seen))

    def move(self, origin: date, target: date, seen: str = "") -> PlanBook:
        """Move what is planned; two days change places. Raises ``UnknownName``, ``SlotTaken``, ``BlackoutTime``."""
        book = self.book()
        for source, goal in ((origin, target), (target, origin)):
            entry = book.on(source)
            if entry is not None and entry.kind is Planned.PRODUCTION:
                with suppress(UnknownName):
                    self._require_no_blackout(Pick(entry.kind, entry.key), goal)
        return self._desk.change(lambda newest: newest.moved(origin, target, seen))

    def fill(
        self, ideas: Sequence[Idea], weeks: int = WEEKS, first: date | None = None, by: str = ""
    ) -> tuple[Entry, ...]:
        """Give every free day something: the stock, then what is in work, then ideas; no format twice in a row.

        Args:
            ideas: to choose from, the dearest first.
            weeks: how far ahead.
            first: from which day on; today by default.
            by: who plans.

        Returns:
            What was added. An idea that a production is called after is taken, and nothing political is put into a
            blackout; a day for which nothing is left stays free.
        """
        actor, span = self._desk.actor(by), self._desk.span(weeks, first)
        clips = self._desk.clips()
        made = {clip.title.casefold() for clip in clips}
        may_go_out = self._blackout_guard()
        added: list[Entry] = []

        def edit(book: PlanBook) -> PlanBook:
            found = self._desk.outlook(book, clips, span)
            dated = self._desk.occasions(book, *span)
            planned = [one.key for one in book.entries if one.day >= self._desk.today]
            left = [idea for idea in ideas if idea.key not in planned and idea.hook.casefold() not in made]
            favourites = _favourites(dated)
            ready = waiting(found.spare, clips, planned)
            picks = fill(found.days, ready, left, favourites, may_go_out)
            added[:] = [self._entry(one.day, pick, actor) for one, pick in picks]
            filled = {one.day for one in added}
            kept = [one for one in book.entries if one.day not in filled]
            return replace(book, entries=tuple(sorted((*kept, *added), key=lambda one: one.day)))

        self._desk.change(edit)
        return tuple(added)

    def idea_on(self, day: date) -> Entry:
        """The idea that is planned for a day. Raises ``UnknownName``: there is none."""
        entry = self.book().on(day)
        if entry is None or entry.kind is not Planned.IDEA:
            planned = [one.day.isoformat() for one in self.book().entries if one.kind is Planned.IDEA]
            raise UnknownName("planned_day", day.isoformat(), tuple(planned[:5]))
        return entry

    def tie(self, idea: str, production: str, title: str) -> None:
        """An idea has become a production; the days kept for it follow."""
        if any(one.kind is Planned.IDEA and one.key == idea for one in self.book().entries):
            self._desk.change(lambda book: book.tied(idea, production, title))

    # --- inside

    def _entry(self, day: date, pick: Pick, by: Actor) -> Entry:
        return Entry(new_id("e"), day, pick.kind, by, self._desk.desk.clock.now(), pick.key, pick.title, pick.format)

    def _without_gone(self, book: PlanBook, day: date) -> PlanBook:
        """A removed production keeps no day from anybody."""
        there = book.on(day)
        if there is None or there.kind is not Planned.PRODUCTION:
            return book
        gone = all(one.id != there.key for one in self._desk.clips())
        return book.without_day(day) if gone else book

    def _blackout_guard(self) -> Callable[[date, Summary], bool]:
        """Whether a clip may be posted on a day; only in a blackout it has to be read for that."""
        rules, library = self._desk.desk.staff().rules, self._desk.desk.library

        def may_go_out(day: date, clip: Summary) -> bool:
            if rules.blackout(day) is None:
                return True
            return library.read(clip.id).record.topic is not TopicClass.POLITICAL

        return may_go_out

    def _require_no_blackout(self, pick: Pick, day: date) -> None:
        blackout = self._desk.desk.staff().rules.blackout(day)
        if blackout is None:
            return
        production = self._desk.desk.library.read(pick.key).record
        if production.topic is TopicClass.POLITICAL:
            raise BlackoutTime(production.title, blackout.reason, blackout.last.isoformat())


def _favourites(dated: Sequence[Dated]) -> Callable[[date], tuple[str, ...]]:
    return lambda day: tuple(key for one in on_day(dated, day) for key in one.ideas)


def _require(kind: str, wanted: str, known: Sequence[str]) -> None:
    if wanted not in known:
        raise UnknownName(kind, wanted, tuple(known[:5]))
