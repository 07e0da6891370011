"""How often a house posts: what it can afford, and on which days that falls (domain.md 7.5).

All of it is counted in local dates. A date has no clock, so summer time can't move anything.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

WORKDAYS = (0, 1, 2, 3, 4)
"""Monday to Friday, as ``date.weekday`` counts."""

EVERY_DAY = (*WORKDAYS, 5, 6)

WEEKS_A_MONTH = Fraction(43, 10)
BATCH_SHARE = Fraction(70, 110)
"""Of its usual minutes a clip takes where several are recorded on one day."""

MOST_MINUTES_A_WEEK = 7 * 24 * 60
LONGEST_VIEW_DAYS = 5 * 366


class Level(StrEnum):
    """Four rhythms, from the first five clips to every second day."""

    START = "start"
    SMALL = "small"
    MEDIUM = "medium"
    FULL = "full"


@dataclass(frozen=True)
class Pace:
    """What a level means.

    Attributes:
        steps: days from one post to the next, in turn.
        stock: finished clips that should wait.
        weekdays: on which it posts where a house says nothing else; 0 is Monday.
    """

    steps: tuple[int, ...]
    stock: int
    weekdays: tuple[int, ...]

    @property
    def days(self) -> Fraction:
        """From one post to the next, on average."""
        return Fraction(sum(self.steps), len(self.steps))

    @property
    def clips_a_month(self) -> Fraction:
        return 7 * WEEKS_A_MONTH / self.days

    def minutes_a_week(self, minutes_a_clip: int) -> int:
        """What the level takes."""
        return round(7 * minutes_a_clip / self.days)


PACES = {
    Level.START: Pace((7,), 3, WORKDAYS),
    Level.SMALL: Pace((4, 5), 4, WORKDAYS),
    Level.MEDIUM: Pace((3,), 10, EVERY_DAY),
    Level.FULL: Pace((2,), 11, EVERY_DAY),
}
"""The table of domain.md 7.5; a stock of two or three weeks in clips."""


@dataclass(frozen=True)
class Capacity:
    """What a house has and needs.

    Attributes:
        minutes_a_week: that people may spend; 0 where nobody said.
        minutes_a_clip: from the idea to the answered comments.
        measured_on: how many own clips ``minutes_a_clip`` was measured on; 0: it is the usual figure.
    """

    minutes_a_week: int
    minutes_a_clip: int
    measured_on: int = 0

    @property
    def clips_a_month(self) -> Fraction:
        """How many clips fit."""
        return self.minutes_a_week * WEEKS_A_MONTH / self.minutes_a_clip

    @property
    def level(self) -> Level | None:
        """The fullest rhythm that fits; None where not even one clip a week does."""
        fitting = [level for level in Level if self.missing(level) == 0]
        return fitting[-1] if fitting else None

    def missing(self, level: Level, in_batches: bool = False) -> int:
        """Minutes a week that a level would take besides those that there are.

        Args:
            level: the rhythm.
            in_batches: several clips are recorded on one day.
        """
        minutes = round(self.minutes_a_clip * BATCH_SHARE) if in_batches else self.minutes_a_clip
        return max(0, PACES[level].minutes_a_week(minutes) - self.minutes_a_week)


def post_days(level: Level, first: date, span: tuple[date, date], weekdays: tuple[int, ...] = ()) -> tuple[date, ...]:
    """The days of a span on which the rhythm wants a post, in order, each once.

    A day that falls on another weekday moves to the next one that is allowed; the days after it stay where they
    are, so that a weekend doesn't slow the rhythm down.

    Args:
        level: how often.
        first: of all; before it there is none.
        span: first and last day to look at.
        weekdays: that are allowed, 0 is Monday; those of the level if empty.
    """
    pace = PACES[level]
    allowed = weekdays or pace.weekdays
    moved = {_allowed(day, allowed) for day in _steps(pace, first, span)}
    return tuple(sorted(day for day in moved if span[0] <= day <= span[1]))


def _steps(pace: Pace, first: date, span: tuple[date, date]) -> Iterator[date]:
    """The days before any moving, from a week before the span on: what lies there may move into it."""
    cycle = sum(pace.steps)
    rounds = max(0, (span[0] - first).days - 7) // cycle
    ahead = rounds * cycle
    last = (span[1] - first).days
    while ahead <= last:
        for step in pace.steps:
            if ahead <= last:
                yield first + timedelta(days=ahead)
            ahead += step


def _allowed(day: date, weekdays: tuple[int, ...]) -> date:
    return day + timedelta(days=min((wanted - day.weekday()) % 7 for wanted in weekdays))
