"""Who answers for a series, and what it is for: goals that can be measured, each clip part of one (domain.md 7.5)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction

from skriptstudio.domain.errors import BadNumber, DatesSwapped, UnknownName
from skriptstudio.domain.people import Staff
from skriptstudio.domain.production import Production
from skriptstudio.domain.results import COUNTED, MOST, Measure, ResultBook

CLIPS = "clips"
"""A goal may also count the clips that went online."""

TARGETS = (CLIPS, *(measure.value for measure in COUNTED))
"""What a goal can count."""


@dataclass(frozen=True)
class Series:
    """Who answers for a series.

    Attributes:
        key: of the series format.
        responsible, deputy: ids of persons; an empty deputy means that nobody was named.
        goal: id of the goal that its clips belong to, if nobody says otherwise; empty for none.
    """

    key: str
    responsible: str
    deputy: str = ""
    goal: str = ""


@dataclass(frozen=True)
class Goal:
    """Something to be reached.

    Attributes:
        counts: one of ``TARGETS``.
        target: how many.
        first, until: days between which it counts, both included.
    """

    id: str
    name: str
    counts: str
    target: int
    first: date
    until: date


@dataclass(frozen=True)
class GoalBook:
    """Series and goals of a house.

    Attributes:
        clips: id of the goal by id of the production, where somebody said so; empty for none at all.
    """

    series: tuple[Series, ...] = ()
    goals: tuple[Goal, ...] = ()
    clips: dict[str, str] = field(default_factory=dict)

    def of_series(self, key: str) -> Series | None:
        return next((one for one in self.series if one.key == key), None)

    def goal(self, goal_id: str) -> Goal | None:
        return next((one for one in self.goals if one.id == goal_id), None)

    def find(self, wanted: str) -> Goal:
        """The goal with this id or name.

        Raises:
            UnknownName: there is none.
        """
        for one in self.goals:
            if wanted == one.id or wanted.casefold() == one.name.casefold():
                return one
        raise UnknownName("goal", wanted, tuple(one.name for one in self.goals[:5]))

    def goal_of(self, production: str, format_key: str) -> Goal | None:
        """What a clip is for: its own goal, else that of its series."""
        series = self.of_series(format_key)
        return self.goal(self.clips.get(production, series.goal if series else ""))

    def with_series(self, series: Series) -> "GoalBook":
        rest = tuple(one for one in self.series if one.key != series.key)
        return replace(self, series=tuple(sorted((*rest, series), key=lambda one: one.key)))

    def without_series(self, key: str) -> "GoalBook":
        """Nobody answers for it any more; its clips that named no goal of their own have none.

        Raises:
            UnknownName: nobody did.
        """
        if self.of_series(key) is None:
            raise UnknownName("series", key, tuple(one.key for one in self.series))
        return replace(self, series=tuple(one for one in self.series if one.key != key))

    def with_goal(self, goal: Goal) -> "GoalBook":
        """With a goal that is new or changed.

        Raises:
            BadNumber, DatesSwapped, UnknownName: it can't be reached or counted.
        """
        if not 0 < goal.target <= MOST:
            raise BadNumber(str(goal.target), f"1-{MOST}")
        if goal.until < goal.first:
            raise DatesSwapped(goal.first.isoformat(), goal.until.isoformat())
        if goal.counts not in TARGETS:
            raise UnknownName("measure", goal.counts, TARGETS)
        rest = tuple(one for one in self.goals if one.id != goal.id)
        return replace(self, goals=tuple(sorted((*rest, goal), key=lambda one: (one.until, one.name, one.id))))

    def without_goal(self, goal_id: str) -> "GoalBook":
        """Series and clips that belonged to it have no goal then."""
        return GoalBook(
            tuple(replace(one, goal="") if one.goal == goal_id else one for one in self.series),
            tuple(one for one in self.goals if one.id != goal_id),
            {clip: goal for clip, goal in self.clips.items() if goal != goal_id},
        )


class Standing(StrEnum):
    """Where a goal stands."""

    AHEAD = "ahead"  # as many as it should be by now, or more
    BEHIND = "behind"
    REACHED = "reached"
    MISSED = "missed"


@dataclass(frozen=True)
class Progress:
    """How far a goal is.

    Attributes:
        clips: how many belong to it and went online in its time.
        elapsed: part of its time that is over, 0 to 1.
    """

    goal: Goal
    reached: int
    clips: int
    elapsed: Fraction
    standing: Standing

    @property
    def share(self) -> Fraction:
        """Part of the target that is reached; may be above 1."""
        return Fraction(self.reached, self.goal.target)


@dataclass(frozen=True)
class Online:
    """A publication, as the goals see it."""

    production: str
    format: str
    profile: str
    on: date


def publications(productions: Iterable[Production]) -> tuple[Online, ...]:
    """Each publication once, as goals see it."""
    return tuple(
        dict.fromkeys(
            Online(production.id, production.format, one.profile, one.on)
            for production in productions
            for one in production.publications
        )
    )


def progress(goal: Goal, book: GoalBook, online: Iterable[Online], results: ResultBook, today: date) -> Progress:
    """How far a goal is: of each of its publications the latest figure, added up."""
    mine = [one for one in online if goal.first <= one.on <= goal.until]
    mine = [one for one in mine if book.goal_of(one.production, one.format) == goal]
    clips = {one.production for one in mine}
    reached = len(clips)
    if goal.counts != CLIPS:
        places = {(one.production, one.profile, one.on) for one in mine}
        latest = (one for one in results.latest() if (one.production, one.profile, one.on) in places)
        reached = sum(int(one.figures.of(Measure(goal.counts)) or 0) for one in latest)
    days = (goal.until - goal.first).days + 1
    elapsed = Fraction(max(0, min(days, (today - goal.first).days + 1)), days)
    return Progress(goal, reached, len(clips), elapsed, _standing(goal, reached, elapsed, today))


def _standing(goal: Goal, reached: int, elapsed: Fraction, today: date) -> Standing:
    if reached >= goal.target:
        return Standing.REACHED
    if today > goal.until:
        return Standing.MISSED
    return Standing.AHEAD if Fraction(reached, goal.target) >= elapsed else Standing.BEHIND


class Gap(StrEnum):
    """What is missing in a series."""

    FORMAT_GONE = "format_gone"  # the format exists no more
    NOBODY = "nobody"  # who answered for it is gone from the library
    NO_DEPUTY = "no_deputy"
    BOTH_AWAY = "both_away"
    NO_GOAL = "no_goal"


def gaps(series: Series, book: GoalBook, staff: Staff, formats: Collection[str], today: date) -> tuple[Gap, ...]:
    """What somebody should settle about a series."""
    people = {person.id: person for person in staff.people}
    responsible, deputy = people.get(series.responsible), people.get(series.deputy)
    found = []
    if series.key not in formats:
        found.append(Gap.FORMAT_GONE)
    if responsible is None:
        found.append(Gap.NOBODY)
    if deputy is None:
        found.append(Gap.NO_DEPUTY)
    there = [one for one in (responsible, deputy) if one and not (one.away and one.away.covers(today))]
    if responsible is not None and deputy is not None and not there:
        found.append(Gap.BOTH_AWAY)
    if book.goal(series.goal) is None:
        found.append(Gap.NO_GOAL)
    return tuple(found)
