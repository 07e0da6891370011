"""One month of clips for the head of the house: what went online, what came of it, what it cost (A42).

It sums up clips, never people: minutes stand there for all clips together (domain.md 4.7).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from skriptstudio.domain.comparison import Comparison, Trait, busiest_profile, compare
from skriptstudio.domain.effort import minutes_of
from skriptstudio.domain.goals import GoalBook, Progress, progress, publications
from skriptstudio.domain.production import Production
from skriptstudio.domain.results import COUNTED, Figures, Measure, Moment, Result, ResultBook

MONTHS = 6
"""So many are shown beside each other."""


@dataclass(frozen=True)
class ReportClip:
    """One clip of the month, its channels taken together.

    Attributes:
        profiles: of the channels where it went online this month.
        on: the first day of these.
        figures: counts added up over the channels; what was watched is that of the channel with the most views.
    """

    title: str
    profiles: tuple[str, ...]
    on: date
    figures: Figures


@dataclass(frozen=True)
class Effort:
    """Minutes that the clips of a month took.

    Attributes:
        clips: of how many clips; a later publication of an old one took none.
        typed: for how many of them somebody entered the minutes; those of the others are estimated.
    """

    minutes: int
    clips: int
    typed: int


@dataclass(frozen=True)
class Month:
    """What came of all that went online in one month.

    Attributes:
        first: of the month.
        clips: how many went online.
        totals: counts of all of them, None where nobody noted any.
        unknown: publications without any figure.
    """

    first: date
    clips: int
    publications: int
    totals: Figures
    unknown: int


@dataclass(frozen=True)
class MonthReport:
    """All that stands on the one page.

    Attributes:
        clips: with the most views first.
        months: the last ``MONTHS``, this one at the end.
        comparisons: over all clips so far, one for each trait.
        open_duties: how many reminders about channels are open.
    """

    month: Month
    before: Month
    months: tuple[Month, ...]
    clips: tuple[ReportClip, ...]
    effort: Effort
    goals: tuple[Progress, ...]
    comparisons: tuple[Comparison, ...]
    open_duties: int
    written: date


def month_report(
    first: date,
    productions: Sequence[Production],
    book: ResultBook,
    goals: GoalBook,
    typed: Mapping[str, int],
    open_duties: int,
    today: date,
) -> MonthReport:
    """The report about a month.

    Args:
        first: day of the month.
        productions: all that is or was online.
        book: their results.
        goals: those whose time touches the month are told.
        typed: minutes that somebody entered for a clip, by its id.
        open_duties: reminders about channels.
        today: day of writing.
    """
    latest = {(one.production, one.profile, one.on): one for one in book.latest()}
    firsts = [_month_before(first, n) for n in range(MONTHS - 1, -1, -1)]
    months = tuple(_month(one, productions, latest) for one in firsts)
    online = publications(productions)
    reached = min(today, _month_after(first) - timedelta(days=1))
    channel = busiest_profile(book, Moment.WEEK)
    return MonthReport(
        months[-1],
        months[-2],
        months,
        _clips(first, productions, latest),
        _effort(first, productions, typed),
        tuple(progress(g, goals, online, book, reached) for g in goals.goals if _touches(g.first, g.until, first)),
        tuple(compare(book, trait, Measure.VIEWS, Moment.WEEK, channel) for trait in Trait),
        open_duties,
        today,
    )


Latest = Mapping[tuple[str, str, date], Result]


def _month(first: date, productions: Iterable[Production], latest: Latest) -> Month:
    places = {
        (production.id, one.profile, one.on)
        for production in productions
        for one in production.publications
        if _in_month(one.on, first)
    }
    known = [latest[place].figures for place in sorted(places) if place in latest]
    return Month(first, len({key for key, _, _ in places}), len(places), _sum(known), len(places) - len(known))


def _clips(first: date, productions: Iterable[Production], latest: Latest) -> tuple[ReportClip, ...]:
    clips = []
    for production in productions:
        mine = sorted({(one.on, one.profile) for one in production.publications if _in_month(one.on, first)})
        if mine:
            places = [(production.id, profile, on) for on, profile in mine]
            known = [latest[place].figures for place in places if place in latest]
            profiles = tuple(dict.fromkeys(profile for _, profile in mine))
            clips.append(ReportClip(production.title, profiles, mine[0][0], _sum(known)))
    return tuple(sorted(clips, key=lambda one: (-(one.figures.views or 0), one.on, one.title)))


def _effort(first: date, productions: Iterable[Production], typed: Mapping[str, int]) -> Effort:
    new = [one for one in productions if _in_month(min(p.on for p in one.publications), first)]
    return Effort(sum(minutes_of(one, typed) for one in new), len(new), sum(one.id in typed for one in new))


def _sum(figures: Sequence[Figures]) -> Figures:
    counts: dict[str, int] = {}
    for measure in COUNTED:
        known = [int(value) for one in figures if (value := one.of(measure)) is not None]
        if known:
            counts[measure.value] = sum(known)
    most = max(figures, key=lambda one: one.views or 0, default=Figures())
    return Figures(**counts, seconds=most.seconds, share=most.share)


def _in_month(day: date, first: date) -> bool:
    return (day.year, day.month) == (first.year, first.month)


def _touches(begin: date, end: date, first: date) -> bool:
    return begin < _month_after(first) and end >= first


def _month_after(first: date) -> date:
    return (first.replace(day=1) + timedelta(days=31)).replace(day=1)


def _month_before(first: date, months: int) -> date:
    day = first.replace(day=1)
    for _ in range(months):
        day = (day - timedelta(days=1)).replace(day=1)
    return day


def minutes_a_clip(effort: Effort) -> int | None:
    """On average; None without a clip."""
    return round(Fraction(effort.minutes, effort.clips)) if effort.clips else None
