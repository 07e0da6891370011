"""What a plan means on a given day: free days, how far the stock reaches, and what to heed (domain.md 7.5)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from skriptstudio.domain.house import HouseRules
from skriptstudio.domain.plan_book import Entry, PlanBook, Planned
from skriptstudio.domain.production import State, Summary
from skriptstudio.domain.rhythm import PACES, Capacity, post_days

GAP_DAYS = 7
"""Longer without anything, and viewers forget the house (need A35)."""

QUEUE_CLIPS = 5
"""More waiting for a check are more than one person gets through beside their work (need B17)."""

RESERVE_CLIPS = 2

READY = frozenset({State.RELEASED, State.PACKAGED})
"""States of the stock: what is still being checked may come back, so it doesn't count."""

DONE = READY | {State.PUBLISHED}
IN_CHECK = frozenset({State.FACT_CHECK, State.PRESS_CHECK, State.LEAD_CHECK})


class Heed(StrEnum):
    """What to heed; the sentence is in ``messages/``."""

    GAP = "gap"
    OPEN = "open"
    QUEUE = "queue"
    RESERVE = "reserve"
    STOCK = "stock"
    SAME_FORMAT = "same_format"
    GONE = "gone"
    BLACKOUT = "blackout"
    EFFORT = "effort"


@dataclass(frozen=True)
class Warned:
    """One thing to heed.

    Attributes:
        day: where in the plan; None for all of it.
        until: the other end of a gap.
        count: days of a gap, clips of the queue, of the stock or of the reserve, minutes that are missing.
        text: a title or a reason.
    """

    what: Heed
    day: date | None = None
    until: date | None = None
    count: int = 0
    text: str = ""


@dataclass(frozen=True)
class PlannedDay:
    """A day of the rhythm, or one that somebody planned beside it.

    Attributes:
        entry: what is planned; None: still free.
        clip: the production of the entry as it stands; None where there is none, or where it is gone.
        blackout: why nothing political goes out; empty on other days.
    """

    day: date
    entry: Entry | None = None
    clip: Summary | None = None
    blackout: str = ""

    @property
    def is_gone(self) -> bool:
        """Whether its production is no longer there; the day is as good as free."""
        return self.entry is not None and self.entry.kind is Planned.PRODUCTION and self.clip is None

    @property
    def is_free(self) -> bool:
        return self.entry is None or self.is_gone

    @property
    def is_pause(self) -> bool:
        """Whether somebody decided to post nothing."""
        return self.entry is not None and self.entry.kind is Planned.NOTHING

    @property
    def is_served(self) -> bool:
        """Whether nobody has to do anything for it but to post it, or not to."""
        return self.is_pause or (self.clip is not None and self.clip.state in DONE)

    @property
    def format(self) -> str:
        """Key of the format that viewers will see on it; empty for none."""
        if self.clip is not None:
            return self.clip.format
        return "" if self.entry is None or self.is_gone else self.entry.format


@dataclass(frozen=True)
class Outlook:
    """The plan as it looks today.

    Attributes:
        days: in order.
        stock: finished clips that wait, oldest first; planned ones among them.
        spare: those of the stock that no day is kept for.
        stock_wanted: how many there should be; 0 without a rhythm.
        missing_from: the first day for which a finished clip is missing, in the plan and in the stock; None for none.
        reserve: timeless clips of the stock.
    """

    days: tuple[PlannedDay, ...]
    stock: tuple[Summary, ...]
    spare: tuple[Summary, ...]
    stock_wanted: int
    missing_from: date | None
    reserve: tuple[Summary, ...]
    warnings: tuple[Warned, ...]

    @property
    def free(self) -> tuple[PlannedDay, ...]:
        return tuple(one for one in self.days if one.is_free)


def outlook(
    book: PlanBook,
    clips: Sequence[Summary],
    rules: HouseRules,
    span: tuple[date, date],
    capacity: Capacity | None = None,
    posted: Collection[date] = (),
    today: date | None = None,
) -> Outlook:
    """How the plan stands.

    Args:
        book: the plan.
        clips: all productions, newest first.
        rules: of the house, for its blackouts.
        span: the first and the last day to look at.
        capacity: where known, it is held against the rhythm.
        posted: days on which something really went out; a plan alone fills no gap once its day has passed.
        today: from which on a plan is still to be kept; the first day of the span by default.
    """
    known, now = {clip.id: clip for clip in clips}, today or span[0]
    days = _days(book, known, rules, span)
    stock = tuple(clip for clip in reversed(clips) if clip.state in READY)
    kept = {one.clip.id for one in days if one.clip is not None}
    spare = tuple(clip for clip in stock if clip.id not in kept)
    reserve = tuple(clip for clip in stock if clip.id in book.timeless)
    wanted = PACES[book.level].stock if book.level else 0
    warnings = (
        *_gone(days),
        *_gaps(_busy_days(book, known, posted, now, span[1]), days, span[0], now),
        *_shown_warnings(days),
        *_clip_warnings(book, clips, len(stock), wanted, len(reserve)),
        *_effort_warning(book, capacity),
    )
    return Outlook(days, stock, spare, wanted, _missing_from(days, len(spare)), reserve, warnings)


def _days(
    book: PlanBook, known: Mapping[str, Summary], rules: HouseRules, span: tuple[date, date]
) -> tuple[PlannedDay, ...]:
    planned = {one.day: one for one in book.entries if span[0] <= one.day <= span[1]}
    wanted = post_days(book.level, book.first, span, book.weekdays) if book.level and book.first else ()
    return tuple(_day(day, planned.get(day), known, rules) for day in sorted({*planned, *wanted}))


def _day(day: date, entry: Entry | None, known: Mapping[str, Summary], rules: HouseRules) -> PlannedDay:
    clip = known.get(entry.key) if entry is not None and entry.kind is Planned.PRODUCTION else None
    blackout = rules.blackout(day)
    return PlannedDay(day, entry, clip, blackout.reason if blackout else "")


def _missing_from(days: Iterable[PlannedDay], spare: int) -> date | None:
    """Spare clips go to the days that are free, the first ones first."""
    for one in days:
        if one.is_served:
            continue
        if not one.is_free or not spare:
            return one.day
        spare -= 1
    return None


def _gone(days: Iterable[PlannedDay]) -> Iterable[Warned]:
    return (Warned(Heed.GONE, one.day, text=one.entry.title) for one in days if one.entry and one.is_gone)


def _shown_warnings(days: Iterable[PlannedDay]) -> Iterable[Warned]:
    """What to heed about what viewers will see."""
    shown = [one for one in days if not one.is_free and not one.is_pause]
    for before, after in pairwise(shown):
        if before.format and before.format == after.format:
            yield Warned(Heed.SAME_FORMAT, after.day, text=after.format)
    for one in shown:
        if one.blackout:
            yield Warned(Heed.BLACKOUT, one.day, text=one.blackout)


def _busy_days(book: PlanBook, known: Collection[str], posted: Collection[date], today: date, last: date) -> list[date]:
    """Days up to the last with a post, past or promised, or with the decision not to; one that was missed is none."""

    def holds(one: Entry) -> bool:
        if one.kind is Planned.NOTHING:
            return True
        return one.day >= today and (one.kind is Planned.IDEA or one.key in known)

    return sorted({*posted, *(one.day for one in book.entries if one.day <= last and holds(one))})


def _gaps(busy: Sequence[date], days: Iterable[PlannedDay], first: date, today: date) -> Iterable[Warned]:
    """Stretches without a post and without the decision not to post."""
    last = busy[-1] if busy else date.min
    for before, after in pairwise(busy):
        if after >= first and (after - before).days > GAP_DAYS:
            yield Warned(Heed.GAP, before, after, (after - before).days)
    free = [one.day for one in days if one.is_free and one.day >= today and one.day > last]
    if free:
        yield Warned(Heed.OPEN, free[0], count=len(free))


def _clip_warnings(book: PlanBook, clips: Sequence[Summary], stock: int, wanted: int, reserve: int) -> Iterable[Warned]:
    queue = sum(clip.state in IN_CHECK for clip in clips)
    if queue > QUEUE_CLIPS:
        yield Warned(Heed.QUEUE, count=queue)
    if book.level is None:
        return
    if stock < wanted:
        yield Warned(Heed.STOCK, count=wanted - stock)
    if reserve < RESERVE_CLIPS:
        yield Warned(Heed.RESERVE, count=RESERVE_CLIPS - reserve)


def _effort_warning(book: PlanBook, capacity: Capacity | None) -> Iterable[Warned]:
    if book.level is None or capacity is None or not capacity.minutes_a_week:
        return
    missing = capacity.missing(book.level)
    if missing:
        yield Warned(Heed.EFFORT, count=missing)


def days_ahead(today: date, weeks: int) -> tuple[date, date]:
    """Today and the last day of so many weeks."""
    return today, today + timedelta(days=7 * weeks - 1)
