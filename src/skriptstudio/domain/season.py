"""Dates that come again each year, by the rules they follow (domain.md 7.4)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Occasion:
    """Something that happens each year.

    Attributes:
        key: stable.
        name: what people call it.
        month: 1 to 12, in which it begins.
        day: of the month; 0 where weekday and nth say it.
        weekday, nth: such as the second (2) Sunday (6) of the month.
        until: month and day of its last day where it lasts; the day itself if None.
        ideas: keys of ideas that fit.
    """

    key: str
    name: str
    month: int
    day: int = 0
    weekday: int = 0
    nth: int = 0
    until: tuple[int, int] | None = None
    ideas: tuple[str, ...] = ()

    def in_year(self, year: int) -> tuple[date, date]:
        """First and last day in a year; what runs over New Year ends in the next."""
        if self.day:
            first = date(year, self.month, self.day)
        else:
            start = date(year, self.month, 1)
            first = start + timedelta(days=(self.weekday - start.weekday()) % 7 + 7 * (self.nth - 1))
        if self.until is None:
            return first, first
        last = date(year, *self.until)
        return first, last if last >= first else date(year + 1, *self.until)


@dataclass(frozen=True)
class Dated:
    """An occasion in one year; both ends included."""

    key: str
    name: str
    first: date
    last: date
    ideas: tuple[str, ...] = ()


def between(occasions: Iterable[Occasion], first: date, last: date) -> tuple[Dated, ...]:
    """What happens from ``first`` to ``last``, in the order in which it begins."""
    found = []
    for occasion in occasions:
        for year in range(first.year - 1, last.year + 1):
            begins, ends = occasion.in_year(year)
            if begins <= last and ends >= first:
                found.append(Dated(occasion.key, occasion.name, begins, ends, occasion.ideas))
    return tuple(sorted(found, key=lambda one: (one.first, one.key)))


def on_day(occasions: Sequence[Dated], day: date) -> tuple[Dated, ...]:
    """What holds on a day."""
    return tuple(one for one in occasions if one.first <= day <= one.last)
