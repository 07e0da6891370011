"""A day on which several clips are recorded: when, which, and in what order (domain.md 7.5)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from skriptstudio.domain.ideas import Idea
from skriptstudio.domain.plan_book import Entry, PlanBook, Planned
from skriptstudio.domain.plan_outlook import PlannedDay
from skriptstudio.domain.production import State
from skriptstudio.domain.rhythm import WORKDAYS

FEWEST_CLIPS = 6
"""Fewer hardly pay for the day: it should feed the plan for about four weeks. Nobody is kept from it."""

MOST_CLIPS = 8
BEGINS_AT = time(9)
RECORDING_MINUTES = 25
PAUSE_MINUTES = 30
PAUSE_AFTER = 4
"""Recordings, then people eat something."""

TO_RECORD = frozenset({State.IDEA, State.SCRIPT, State.SCRIPT_CHECK, State.SCRIPT_READY, State.RECORD})


@dataclass(frozen=True)
class Shot:
    """One line of the shooting list.

    Attributes:
        begins: local time of the day.
        due: day on which it is posted.
        entry: of the plan.
        picture, heed, trade: of its idea; empty where it has none any more.
    """

    begins: time
    due: date
    entry: Entry
    picture: str = ""
    heed: str = ""
    trade: str = ""


def to_record(days: Sequence[PlannedDay], after: date) -> tuple[Entry, ...]:
    """What still has to be recorded for the days after ``after``, the most pressing first; at most ``MOST_CLIPS``."""
    waiting = [
        one.entry
        for one in days
        if one.entry is not None
        and one.day > after
        and (one.entry.kind is Planned.IDEA or (one.clip is not None and one.clip.state in TO_RECORD))
    ]
    return tuple(waiting[:MOST_CLIPS])


def shooting_list(entries: Sequence[Entry], ideas: Mapping[str, Idea]) -> tuple[Shot, ...]:
    """Those entries in the order of recording: one trade after the other, so that people walk little.

    Args:
        entries: to be recorded.
        ideas: by key.
    """
    trades = list(dict.fromkeys(_trade(entry, ideas) for entry in entries))
    ordered = sorted(entries, key=lambda entry: trades.index(_trade(entry, ideas)))
    shots = []
    for place, entry in enumerate(ordered):
        idea = ideas.get(entry.key)
        minutes = place * RECORDING_MINUTES + place // PAUSE_AFTER * PAUSE_MINUTES
        hour, minute = divmod(BEGINS_AT.hour * 60 + BEGINS_AT.minute + minutes, 60)
        picture, heed = (idea.picture, idea.heed) if idea else ("", "")
        shots.append(Shot(time(hour, minute), entry.day, entry, picture, heed, _trade(entry, ideas)))
    return tuple(shots)


def _trade(entry: Entry, ideas: Mapping[str, Idea]) -> str:
    idea = ideas.get(entry.key) if entry.kind is Planned.IDEA else None
    return idea.trade if idea else ""


def best_day(book: PlanBook, people: Collection[str], first: date, last: date) -> date | None:
    """The working day on which most people are there; the earliest of several.

    Args:
        book: knows who is away.
        people: ids of those who record.
        first: day to choose from.
        last: day to choose up to.

    Returns:
        None where the house is closed on each of them, or none is a working day.
    """
    best: tuple[int, date] | None = None
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        away = {leave.person for leave in book.away(day)}
        if day.weekday() not in WORKDAYS or "" in away:
            continue
        missing = len(away.intersection(people))
        if best is None or missing < best[0]:
            best = (missing, day)
    return best[1] if best else None
