"""What a house has planned: one record beside its productions, shared by everybody who plans."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from skriptstudio.domain.actor import Actor
from skriptstudio.domain.errors import SlotTaken, UnknownName
from skriptstudio.domain.rhythm import Level


class Planned(StrEnum):
    """What a day is kept for; ``NOTHING`` is a decision, too (need A40)."""

    PRODUCTION = "production"
    IDEA = "idea"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Entry:
    """One day that is planned.

    Attributes:
        id: unique in the plan; stays when the entry moves.
        key: of the production or idea; empty for nothing.
        title, format: as they were when it was planned, for the day on which the thing itself is gone.
    """

    id: str
    day: date
    kind: Planned
    by: Actor
    when: datetime
    key: str = ""
    title: str = ""
    format: str = ""


class LeaveKind(StrEnum):
    """Why somebody can't record."""

    VACATION = "vacation"
    SCHOOL = "school"
    EXAM = "exam"


@dataclass(frozen=True)
class Leave:
    """Days on which somebody isn't there to record, both ends included.

    Attributes:
        person: id; empty for the whole house.
        weekdays: only these of the days, e.g. vocational school on Tuesdays; all if empty. 0 is Monday.
    """

    id: str
    person: str
    kind: LeaveKind
    first: date
    last: date
    weekdays: tuple[int, ...] = ()

    def holds(self, day: date) -> bool:
        """Whether ``day`` is one of them."""
        return self.first <= day <= self.last and (not self.weekdays or day.weekday() in self.weekdays)


@dataclass(frozen=True)
class BatchDay:
    """A day on which several clips are recorded; ``entries`` are the ids of what is planned, in this order."""

    day: date
    entries: tuple[str, ...]


@dataclass(frozen=True)
class OwnOccasion:
    """A date of the house's own calendar, both ends included."""

    id: str
    name: str
    first: date
    last: date


@dataclass(frozen=True)
class PlanBook:
    """The whole plan.

    Attributes:
        minutes_a_week: that people may spend on clips; 0 where nobody said.
        level: the chosen rhythm; None before one is chosen.
        first: day of its first post.
        weekdays: on which the house posts; those of the level if empty.
        entries: by day, at most one a day.
        timeless: ids of productions that fit at any time: the reserve.
        minutes: what a production took, as somebody entered it, by its id.
        hidden: keys of shipped occasions that this house doesn't want to see.
        subscribed: a calendar file beside this record follows each change.
    """

    minutes_a_week: int = 0
    level: Level | None = None
    first: date | None = None
    weekdays: tuple[int, ...] = ()
    entries: tuple[Entry, ...] = ()
    leaves: tuple[Leave, ...] = ()
    batches: tuple[BatchDay, ...] = ()
    occasions: tuple[OwnOccasion, ...] = ()
    timeless: tuple[str, ...] = ()
    minutes: dict[str, int] = field(default_factory=dict)
    hidden: tuple[str, ...] = ()
    subscribed: bool = False

    def on(self, day: date) -> Entry | None:
        """What is planned for a day."""
        return next((one for one in self.entries if one.day == day), None)

    def entry(self, entry_id: str) -> Entry | None:
        return next((one for one in self.entries if one.id == entry_id), None)

    def with_entry(self, entry: Entry, today: date, instead_of: str = "") -> "PlanBook":
        """Keep a day for something.

        A production or idea that waits on another day moves here: nothing is posted twice by mistake.

        Args:
            entry: what, and on which day.
            today: what lies before it is history and stays.
            instead_of: id of the entry that is known to be there and shall go.

        Raises:
            SlotTaken: something else is planned for that day, perhaps by somebody else in this very moment.
        """
        there = self.on(entry.day)
        if there is not None and there.id not in (entry.id, instead_of):
            raise SlotTaken(entry.day.isoformat(), there.title)
        kept = [one for one in self.entries if one.day != entry.day and one.id != entry.id]
        if entry.kind is not Planned.NOTHING:
            kept = [one for one in kept if (one.kind, one.key) != (entry.kind, entry.key) or one.day < today]
        return replace(self, entries=tuple(sorted((*kept, entry), key=lambda one: one.day)))

    def without_day(self, day: date, seen: str = "") -> "PlanBook":
        """Free a day.

        Args:
            day: to be freed.
            seen: id of the entry that is known to be there; empty for whatever is.

        Raises:
            UnknownName: nothing is planned for it.
            SlotTaken: somebody planned something else for it meanwhile.
        """
        there = self.on(day)
        if there is None:
            raise UnknownName("planned_day", day.isoformat(), tuple(one.day.isoformat() for one in self.entries[:5]))
        if seen and there.id != seen:
            raise SlotTaken(day.isoformat(), there.title)
        return replace(self, entries=tuple(one for one in self.entries if one is not there))

    def moved(self, origin: date, target: date, seen: str = "") -> "PlanBook":
        """Move an entry to another day; where that is taken, the two change places.

        Raises:
            UnknownName, SlotTaken: as ``without_day``.
        """
        rest = self.without_day(origin, seen)
        moving, there = self.on(origin), rest.on(target)
        assert moving is not None
        entries = [replace(moving, day=target), *(one for one in rest.entries if one is not there)]
        if there is not None:
            entries.append(replace(there, day=origin))
        return replace(self, entries=tuple(sorted(entries, key=lambda one: one.day)))

    def tied(self, idea: str, production: str, title: str) -> "PlanBook":
        """The idea has become a production: the days that were kept for it follow."""
        entries = (
            replace(one, kind=Planned.PRODUCTION, key=production, title=title)
            if one.kind is Planned.IDEA and one.key == idea
            else one
            for one in self.entries
        )
        return replace(self, entries=tuple(entries))

    def away(self, day: date) -> tuple[Leave, ...]:
        """Who can't record on a day, and why."""
        return tuple(one for one in self.leaves if one.holds(day))
