"""A plan as iCalendar (RFC 5545), for Outlook and every other calendar; its words are German like the plan on paper.

All events last whole days: a date has no clock, so neither summer time nor the zone of a calendar can move one.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from skriptstudio.documents.text import cleaned
from skriptstudio.documents.whole_file import write_whole
from skriptstudio.domain.plan_outlook import PlannedDay
from skriptstudio.domain.plan_sheet import PlanSheet
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.dates import day_text
from skriptstudio.messages.plan_words import planned_state, planned_title

if TYPE_CHECKING:
    from icalendar import Event

_NAME = "Sendeplan"
_PLACE = "skriptstudio"
_GERMAN = Speaker("de")
_OLD = datetime(2026, 1, 1, tzinfo=UTC)
"""Stamp of what nobody entered: the same each time, so that an unchanged plan gives an unchanged file."""


def write_plan_calendar(sheet: PlanSheet, target: Path) -> None:
    """Write the calendar.

    Args:
        sheet: what stands in it.
        target: what is there is replaced.

    Raises:
        DiskFull, DriveFault.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//SkriptStudio//Sendeplan//DE")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _NAME)
    calendar.add("name", _NAME)
    calendar.add("refresh-interval", timedelta(hours=12), {"value": "DURATION"})
    calendar.add("x-published-ttl", timedelta(hours=12))
    for event in _events(sheet):
        calendar.add_component(event)
    write_whole(target, calendar.to_ical())


def _events(sheet: PlanSheet) -> "Iterator[Event]":
    for one in sheet.outlook.days:
        yield _post(one, sheet)
    for day, shots in sheet.batches:
        lines = [
            f"{shot.begins:%H:%M} {shot.entry.title} (Beitrag am {day_text(shot.due, _GERMAN)})"
            + "".join(f"\n{more}" for more in (shot.picture, shot.heed) if more)
            for shot in shots
        ]
        yield _event(f"drehtag-{day:%Y%m%d}", f"Drehtag: {len(shots)} Clips", day, day, "\n".join(lines), "Drehtag")
    for occasion in sheet.occasions:
        uid = f"anlass-{occasion.key}-{occasion.first.year}"
        yield _event(uid, occasion.name, occasion.first, occasion.last, "", "Anlass")
    for leave in sheet.book.leaves:
        if not leave.person and not leave.weekdays:
            yield _event(f"zu-{leave.id}", "Haus geschlossen", leave.first, leave.last, "", "Abwesend")


def _post(one: PlannedDay, sheet: PlanSheet) -> "Event":
    title, state = planned_title(one, _GERMAN), planned_state(one, _GERMAN)
    series = sheet.formats.get(one.format, one.format)
    note = f"Wahlzeit: {one.blackout}" if one.blackout else ""
    about = "\n".join(part for part in (series, state, note) if part)
    if one.entry is None:
        return _event(f"frei-{one.day:%Y%m%d}", title, one.day, one.day, about, "Frei")
    name = title if one.is_pause else f"Beitrag: {title}"
    return _event(one.entry.id, name, one.day, one.day, about, "Beitrag", one.entry.when)


def _event(uid: str, title: str, first: date, last: date, about: str, category: str, stamp: datetime = _OLD) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", f"{uid}@{_PLACE}")
    event.add("dtstamp", stamp.astimezone(UTC).replace(microsecond=0))
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))  # the first day after it (RFC 5545, 3.6.1)
    event.add("summary", cleaned(title))
    if about:
        event.add("description", "\n".join(cleaned(line) for line in about.split("\n")))
    event.add("categories", [category])
    event.add("transp", "TRANSPARENT")  # a post blocks nobody's day
    return event
