"""What a house has settled for itself: who stands in, how long takes are kept, how people are named, and more."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_SATURDAY = 5


@dataclass(frozen=True)
class Blackout:
    """Days on which no political clip goes out, e.g. before an election (domain.md 4.9); both ends included."""

    first: date
    last: date
    reason: str

    def holds(self, day: date) -> bool:
        """Whether ``day`` lies in it."""
        return self.first <= day <= self.last


class GenderRule(StrEnum):
    """How people of all genders are named in scripts (domain.md 1.11).

    Attributes:
        NEUTRAL: *Beschäftigte*, *Team*.
        PAIR: *Kolleginnen und Kollegen*.
        COLON: *Kolleg:innen*.
        STAR: *Kolleg*innen*.
        NO_SIGNS: no signs inside of words; nothing else is looked at.
    """

    NEUTRAL = "neutral"
    PAIR = "pair"
    COLON = "colon"
    STAR = "star"
    NO_SIGNS = "no_signs"


@dataclass(frozen=True)
class HouseRules:
    """The figures a house may set; the defaults are those of domain.md 4.9 and 6.1.

    Attributes:
        deputy_after_days: a deputy may check when the officer is away for more working days than this.
        raw_days: takes that no clip uses are proposed for deletion after so many days.
        minor_days: the same for takes that show somebody under 18.
        gender: how people are named; the hints on scripts follow it.
    """

    deputy_after_days: int = 2
    raw_days: int = 60
    minor_days: int = 14
    blackouts: tuple[Blackout, ...] = ()
    gender: GenderRule = GenderRule.NEUTRAL

    def blackout(self, day: date) -> Blackout | None:
        """The blackout that ``day`` lies in."""
        return next((one for one in self.blackouts if one.holds(day)), None)


def working_days(first: date, last: date) -> int:
    """Mondays to Fridays from ``first`` to ``last``, both included; holidays differ from Land to Land and count."""
    days = (last - first).days + 1
    return sum((first + timedelta(days=n)).weekday() < _SATURDAY for n in range(max(0, days)))
