"""What came of a clip: figures of its publications after a day, a week and four weeks (domain.md 7.5, A06).

Nothing here knows who speaks in a clip, who made it, or who typed a figure in:
the program is no instrument to compare people (domain.md 4.7).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from skriptstudio.domain.errors import BadNumber, TooEarly, UnknownName
from skriptstudio.domain.production import Production
from skriptstudio.domain.timecode import from_frames

MOST = 10_000_000_000
"""No clip was ever seen more often; a larger number is a typing error."""


class Moment(StrEnum):
    """When the figures were read (domain.md 7.5)."""

    DAY = "24h"
    WEEK = "7d"
    MONTH = "28d"


AGE = {Moment.DAY: timedelta(days=1), Moment.WEEK: timedelta(days=7), Moment.MONTH: timedelta(days=28)}

_LATE = {Moment.DAY: 1, Moment.WEEK: 2, Moment.MONTH: 7}
"""So many days later a figure still counts as that of its moment: it grows little by then."""


class Measure(StrEnum):
    """What can be counted."""

    VIEWS = "views"
    SECONDS = "seconds"
    SHARE = "share"
    COMMENTS = "comments"
    SHARES = "shares"
    CLICKS = "clicks"
    APPLICATIONS = "applications"


COUNTED = (Measure.VIEWS, Measure.COMMENTS, Measure.SHARES, Measure.CLICKS, Measure.APPLICATIONS)
"""Whole numbers that may be added up over clips."""


@dataclass(frozen=True)
class Figures:
    """What was read, None where nobody knows.

    Attributes:
        seconds: watched on average, each time.
        share: watched on average, percent of the clip; above 100 where people see it again.
        clicks: on the link in the profile or the post.
        applications: that name the video.
    """

    views: int | None = None
    seconds: Fraction | None = None
    share: Fraction | None = None
    comments: int | None = None
    shares: int | None = None
    clicks: int | None = None
    applications: int | None = None

    def of(self, measure: Measure) -> Fraction | int | None:
        """The figure of a measure."""
        value: Fraction | int | None = getattr(self, measure.value)
        return value

    @property
    def nothing(self) -> bool:
        return all(self.of(measure) is None for measure in Measure)

    def over(self, before: "Figures") -> "Figures":
        """These figures, and where nobody knows one, that of ``before``."""
        known = {one.value: self.of(one) for one in Measure if self.of(one) is not None}
        return replace(before, **known)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Result:
    """Figures of one publication at one moment.

    Attributes:
        production: id.
        profile, on: where and when it went online; together they name the publication.
        noted: day on which the figures were read.
        source: name of the file that they came from; empty where they were typed.
    """

    production: str
    profile: str
    on: date
    moment: Moment
    figures: Figures
    noted: date
    source: str = ""

    @property
    def place(self) -> tuple[str, str, date, Moment]:
        """What there is one result of."""
        return self.production, self.profile, self.on, self.moment


@dataclass(frozen=True)
class ClipFacts:
    """What a clip was when its figures were noted, for the day on which its production is gone.

    Attributes:
        format: key of its series format, empty for none.
        seconds: its length.
        hook: key of the kind of its hook (``assets/hooks.json``), empty where nobody said.
    """

    title: str
    format: str
    seconds: Fraction
    hook: str = ""


@dataclass(frozen=True)
class ResultBook:
    """All results of a house, one record beside its productions.

    Attributes:
        clips: by id of the production.
        results: one for each publication and moment, in the order of ``Result.place``.
    """

    clips: dict[str, ClipFacts] = field(default_factory=dict)
    results: tuple[Result, ...] = ()

    def noted(self, results: Iterable[Result], clips: dict[str, ClipFacts]) -> "ResultBook":
        """With these results; a later figure replaces an earlier one, and what is unknown stays."""
        kept = {one.place: one for one in self.results}
        for one in results:
            before = kept.get(one.place)
            kept[one.place] = replace(one, figures=one.figures.over(before.figures)) if before else one
        facts = dict(self.clips)
        for key, clip in clips.items():
            facts[key] = replace(clip, hook=clip.hook or (facts[key].hook if key in facts else ""))
        return ResultBook(facts, tuple(kept[place] for place in sorted(kept)))

    def replaced(self, result: Result, clip: ClipFacts) -> "ResultBook":
        """With exactly these figures at their place; without any, nothing stands there."""
        rest = replace(self, results=tuple(one for one in self.results if one.place != result.place))
        return rest.noted([] if result.figures.nothing else [result], {result.production: clip})

    def without(self, production: str, profile: str, on: date, moment: Moment) -> "ResultBook":
        """Without the figures of a publication at a moment.

        Raises:
            UnknownName: there are none.
        """
        place = (production, profile, on, moment)
        rest = tuple(one for one in self.results if one.place != place)
        if len(rest) == len(self.results):
            raise UnknownName("result", f"{profile} {on.isoformat()} {moment}")
        return replace(self, results=rest)

    def moved(self, production: str, profile: str, before: date, now: date) -> "ResultBook":
        """With the figures of a publication under the day on which it really went online."""
        place = (production, profile, before)
        there = {one.place: one for one in self.results if (one.production, one.profile, one.on) != place}
        for one in self.results:
            if (one.production, one.profile, one.on) == place:
                again = replace(one, on=now)
                there[again.place] = again
        return replace(self, results=tuple(there[key] for key in sorted(there)))

    def of(self, production: str) -> tuple[Result, ...]:
        """The results of one clip."""
        return tuple(one for one in self.results if one.production == production)

    def latest(self) -> tuple[Result, ...]:
        """Of each publication its last moment; a figure that isn't known there is that of an earlier one."""
        last: dict[tuple[str, str, date], Result] = {}
        for one in sorted(self.results, key=lambda one: AGE[one.moment]):
            place = (one.production, one.profile, one.on)
            last[place] = replace(one, figures=one.figures.over(last[place].figures)) if place in last else one
        return tuple(last.values())


@dataclass(frozen=True)
class Due:
    """Figures of a publication that could be noted now."""

    production: str
    title: str
    profile: str
    on: date
    moment: Moment


def due(productions: Iterable[Production], book: ResultBook, today: date) -> tuple[Due, ...]:
    """What can be read on the platforms today; a moment that is long over is not asked for any more."""
    known = {one.place for one in book.results}
    found = []
    for production in productions:
        for one in production.publications:
            moment = None if one.removed else moment_of(one.on, today)
            if moment and (production.id, one.profile, one.on, moment) not in known:
                found.append(Due(production.id, production.title, one.profile, one.on, moment))
    return tuple(sorted(set(found), key=lambda one: (one.on, one.title, one.profile)))


def moment_of(on: date, today: date) -> Moment | None:
    """The moment that figures of today belong to; None between them.

    A day-old clip counts as after 24 hours for two days, after 7 days for two more, after 28 days for a week more.
    """
    age = (today - on).days
    return next((m for m in Moment if AGE[m].days <= age <= AGE[m].days + _LATE[m]), None)


def require_reached(moment: Moment, on: date, read: date) -> None:
    """Nobody can know on ``read`` what will be later.

    Raises:
        TooEarly: the publication isn't that old yet.
    """
    if read - on < AGE[moment]:
        raise TooEarly(moment.value, on.isoformat(), (on + AGE[moment]).isoformat())


def require_plausible(figures: Figures) -> None:
    """Refuse what can't be.

    Raises:
        BadNumber: a figure is negative or beyond everything.
    """
    for measure in Measure:
        value = figures.of(measure)
        if value is not None and not 0 <= value <= MOST:
            raise BadNumber(str(value), f"0-{MOST}")


def facts_of(production: Production) -> ClipFacts:
    """What a clip is now; without a take its length is 0."""
    frames = production.effective_cut().frames if production.takes else 0
    return ClipFacts(production.title, production.format, from_frames(frames))
