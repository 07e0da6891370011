"""What everybody who plans starts with: read the plan, look at it, change it without losing anything."""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from skriptstudio.domain.actor import Actor
from skriptstudio.domain.batch import Shot, shooting_list
from skriptstudio.domain.desk import Desk
from skriptstudio.domain.effort import LAST_CLIPS, capacity
from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.ideas import Idea
from skriptstudio.domain.plan_book import PlanBook, Planned
from skriptstudio.domain.plan_outlook import DONE, Outlook, days_ahead, outlook
from skriptstudio.domain.plan_sheet import PlanSheet
from skriptstudio.domain.ports.documents import PlanWriter
from skriptstudio.domain.ports.library import HouseRecord
from skriptstudio.domain.production import State, Summary
from skriptstudio.domain.rhythm import LONGEST_VIEW_DAYS, Capacity
from skriptstudio.domain.season import Dated, Occasion, between

WEEKS = 8
"""So far ahead a plan is looked at where nobody says otherwise."""

MOST_WEEKS = LONGEST_VIEW_DAYS // 7

_SUBSCRIBED_WEEKS = 52


@dataclass(frozen=True)
class Calendar:
    """What the house brings along to plan with.

    Attributes:
        occasions: that come again each year.
        formats: names of the series formats by key.
        ideas: all of them by key, for what a shooting list says about each.
        writer: writes plans that leave the program.
        subscription: the calendar file that follows each change.
    """

    occasions: Callable[[], tuple[Occasion, ...]]
    formats: Callable[[], Mapping[str, str]]
    ideas: Callable[[], Mapping[str, Idea]]
    writer: PlanWriter
    subscription: Path


class PlanDesk:
    """The plan of a house, on the desk of one person.

    Every change is made on the newest state, so nothing that somebody else planned meanwhile is lost.

    Args:
        desk: library, clock and who sits there.
        record: of the plan.
        calendar: see there.
    """

    def __init__(self, desk: Desk, record: HouseRecord[PlanBook], calendar: Calendar) -> None:
        self.desk = desk
        self.calendar = calendar
        self._record = record

    @property
    def today(self) -> date:
        return self.desk.clock.today()

    def book(self) -> PlanBook:
        return self._record.read().record

    def clips(self) -> tuple[Summary, ...]:
        return self.desk.library.list()

    def actor(self, by: str) -> Actor:
        """Who plans; ``by`` may be empty. Raises ``UnknownName``, ``AmbiguousName``, ``NotYourAccount``."""
        return self.desk.act_as(by)[1] if by else self.desk.anonymous()

    def span(self, weeks: int, first: date | None) -> tuple[date, date]:
        """First and last day of so many weeks, at most five years, from today or another day on."""
        return days_ahead(first or self.today, min(weeks, MOST_WEEKS))

    def change(self, edit: Callable[[PlanBook], PlanBook]) -> PlanBook:
        """Change the newest state, and let the calendar file follow; what ``edit`` raises is passed on."""
        book = self.desk.change_house(self._record, edit)
        if book.subscribed:
            # The plan itself is safe; a calendar program may hold the file open, and the next change writes it anew.
            with suppress(SkriptStudioError):
                sheet = self.sheet(self.calendar.ideas(), _SUBSCRIBED_WEEKS)
                self.calendar.writer.calendar(sheet, self.calendar.subscription)
        return book

    def capacity(self, book: PlanBook, clips: Sequence[Summary]) -> Capacity:
        """What the house has and needs; reads its newest finished clips."""
        newest = [one.id for one in clips if one.state in DONE][:LAST_CLIPS]
        library = self.desk.library
        return capacity(book.minutes_a_week, (library.read(one).record for one in newest), book.minutes)

    def posted(self, book: PlanBook, clips: Sequence[Summary]) -> frozenset[date]:
        """Days on which something went out, planned or not; reads the newest published clips and those last planned."""
        published = [one.id for one in clips if one.state is State.PUBLISHED]
        planned = [one.key for one in book.entries if one.day < self.today and one.kind is Planned.PRODUCTION]
        looked_at = {*published[:LAST_CLIPS], *set(planned[-LAST_CLIPS:]).intersection(published)}
        library = self.desk.library
        return frozenset(one.on for key in looked_at for one in library.read(key).record.publications)

    def outlook(
        self,
        book: PlanBook,
        clips: Sequence[Summary],
        span: tuple[date, date],
        has: Capacity | None = None,
        posted: Collection[date] = (),
    ) -> Outlook:
        """How a plan stands; without ``has`` and ``posted`` it warns of less."""
        return outlook(book, clips, self.desk.staff().rules, span, has, posted, self.today)

    def occasions(self, book: PlanBook, first: date, last: date) -> tuple[Dated, ...]:
        """What happens in these days, the house's own dates among it."""
        shipped = [one for one in self.calendar.occasions() if one.key not in book.hidden]
        own = [
            Dated(one.id, one.name, one.first, one.last)
            for one in book.occasions
            if one.first <= last and one.last >= first
        ]
        return tuple(sorted((*between(shipped, first, last), *own), key=lambda one: (one.first, one.key)))

    def sheet(self, ideas: Mapping[str, Idea], weeks: int = WEEKS, first: date | None = None) -> PlanSheet:
        """All that stands on a plan that leaves the program."""
        book, span, clips = self.book(), self.span(weeks, first), self.clips()
        return PlanSheet(
            self.desk.clock.now(),
            span,
            book,
            self.outlook(book, clips, span, posted=self.posted(book, clips)),
            self.calendar.formats(),
            tuple(one for one in batches_of(book, ideas) if span[0] <= one[0] <= span[1]),
            self.occasions(book, *span),
        )


def batches_of(book: PlanBook, ideas: Mapping[str, Idea]) -> tuple[tuple[date, tuple[Shot, ...]], ...]:
    """Each with its list; what is no longer planned is no longer recorded either."""
    known = {one.id: one for one in book.entries}
    found = ((one.day, [known[key] for key in one.entries if key in known]) for one in book.batches)
    return tuple((day, shooting_list(entries, ideas)) for day, entries in found if entries)
