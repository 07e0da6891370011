"""Station 1, too: record several clips on one day, and give the plan away as a calendar or on paper."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from skriptstudio.domain.batch import Shot, best_day, to_record
from skriptstudio.domain.errors import UnknownName
from skriptstudio.domain.ideas import Idea
from skriptstudio.domain.people import Hat
from skriptstudio.domain.plan_book import BatchDay, PlanBook
from skriptstudio.domain.plan_desk import WEEKS, PlanDesk, batches_of
from skriptstudio.domain.plan_sheet import PlanSheet


class PlanPapers:
    """Days of several recordings, and plans that leave the program.

    ``ideas`` are all that there are, by key: a shooting list says what is seen first, and what to heed.
    """

    def __init__(self, desk: PlanDesk) -> None:
        self._desk = desk

    def propose_batch(self, after: date | None = None, days: int = 14) -> date | None:
        """The working day within ``days`` on which most of the team are there; None where the house is closed."""
        begin = after or self._desk.today
        team = [one.id for one in self._desk.desk.staff().people if Hat.TEAM in one.hats]
        return best_day(self._desk.book(), team, begin, begin + timedelta(days=days - 1))

    def set_batch(self, day: date, ideas: Mapping[str, Idea], weeks: int = WEEKS) -> tuple[Shot, ...]:
        """Record on this day what the plan needs next, at most eight clips; an earlier list of the day is replaced."""

        def edit(book: PlanBook) -> PlanBook:
            found = self._desk.outlook(book, clips, self._desk.span(weeks, day))
            elsewhere = {key for one in book.batches if one.day != day for key in one.entries}
            days = [one for one in found.days if one.entry is None or one.entry.id not in elsewhere]
            batch = BatchDay(day, tuple(one.id for one in to_record(days, day)))
            others = [one for one in book.batches if one.day != day]
            both = sorted((*others, *([batch] if batch.entries else [])), key=lambda one: one.day)
            return replace(book, batches=tuple(both))

        clips = self._desk.clips()
        return dict(batches_of(self._desk.change(edit), ideas)).get(day, ())

    def batches(self, ideas: Mapping[str, Idea]) -> tuple[tuple[date, tuple[Shot, ...]], ...]:
        """The days of several recordings that are still to come, each with its shooting list."""
        return tuple(one for one in batches_of(self._desk.book(), ideas) if one[0] >= self._desk.today)

    def export(
        self, target: Path, ideas: Mapping[str, Idea], weeks: int = WEEKS, first: date | None = None
    ) -> PlanSheet:
        """Write the plan as .docx, or for any other ending as iCalendar. Raises ``DiskFull``, ``DriveFault``."""
        sheet = self._desk.sheet(ideas, weeks, first)
        write = (
            self._desk.calendar.writer.page if target.suffix.lower() == ".docx" else self._desk.calendar.writer.calendar
        )
        write(sheet, target)
        return sheet

    def export_batch(self, day: date, ideas: Mapping[str, Idea], target: Path) -> tuple[Shot, ...]:
        """Write the shooting list of a day. Raises ``UnknownName``, ``DiskFull``, ``DriveFault``."""
        batches = dict(batches_of(self._desk.book(), ideas))
        if day not in batches:
            raise UnknownName("planned_day", day.isoformat(), tuple(one.isoformat() for one in batches)[:5])
        self._desk.calendar.writer.shooting_list(day, batches[day], target)
        return batches[day]

    def subscribe(self, wanted: bool = True) -> Path:
        """Keep a calendar file in the library that follows every change; its path."""
        self._desk.change(lambda book: replace(book, subscribed=wanted))
        return self._desk.calendar.subscription
