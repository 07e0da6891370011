"""The plan and the shooting list as Word documents, one A4 page each; always in German."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from skriptstudio.documents.pages import add_heading, add_rows, new_page, save
from skriptstudio.domain.batch import Shot
from skriptstudio.domain.plan_book import Planned
from skriptstudio.domain.plan_outlook import PlannedDay
from skriptstudio.domain.plan_sheet import PlanSheet
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.dates import day_text, full_day_text
from skriptstudio.messages.plan_words import heed_text, level_name, pace_text, planned_state, planned_title

if TYPE_CHECKING:
    from docx.document import Document

_NAME = "Sendeplan"
_GERMAN = Speaker("de")
_MOST_DAYS = 30
"""So many rows find room on the page beside what stands below them: eight weeks of every second day."""

_TITLE_CHARS, _FORMAT_CHARS, _STATE_CHARS = 44, 19, 20
"""What fits on one line of its column: a row of two lines would push the end onto a second page."""

_MOST_REMARKS = 5
_MOST_OCCASIONS = 6


def write_plan_page(sheet: PlanSheet, target: Path) -> None:
    """Write the plan; what finds no room is counted. Raises ``DiskFull``, ``DriveFault``."""
    first, last = (day_text(day, _GERMAN, year=True) for day in sheet.span)
    document = new_page(f"{_NAME} {first} bis {last}", 8.5)
    add_heading(document, f"{_NAME}: {first} bis {last}", 1, 14)
    document.add_paragraph(" ".join(_facts(sheet)))
    rows = [_row(one, sheet) for one in sheet.outlook.days[:_MOST_DAYS]]
    add_rows(document, [("Tag", "Beitrag", "Format", "Stand"), *rows], (38, 68, 30, 34), head=True)
    more = len(sheet.outlook.days) - _MOST_DAYS
    if more > 0:
        document.add_paragraph(f"Und {more} weitere Tage; sie stehen im Programm.")
    if sheet.batches:
        add_heading(document, "Drehtage", 2, 10)
        for day, shots in sheet.batches[:2]:
            titles = ", ".join(f"„{_short(shot.entry.title, _TITLE_CHARS)}“" for shot in shots)
            document.add_paragraph(f"{full_day_text(day, _GERMAN)}: {len(shots)} Clips. {titles}")
    _add_lines(document, "Das fällt auf", _remarks(sheet))
    dated = [f"{day_text(one.first, _GERMAN)}: {one.name}" for one in sheet.occasions if one.first >= sheet.span[0]]
    _add_lines(document, "Anlässe in dieser Zeit", [" · ".join(dated[:_MOST_OCCASIONS])] if dated else [])
    document.add_paragraph(f"Stand: {day_text(sheet.written.date(), _GERMAN, year=True)}")
    save(document, target)


def write_shooting_list(day: date, shots: Sequence[Shot], target: Path) -> None:
    """Write what is recorded on a day, in order. Raises ``DiskFull``, ``DriveFault``."""
    title = f"Drehtag: {full_day_text(day, _GERMAN)}"
    document = new_page(title, 10)
    add_heading(document, title, 1, 16)
    document.add_paragraph(f"{len(shots)} Clips. Je Clip 25 Minuten, nach dem vierten eine Pause.")
    head = ("Beginn", "Clip", "Bild, worauf achten", "Beitrag am", "Fertig")
    rows = [
        (
            f"{shot.begins:%H:%M}",
            f"„{shot.entry.title}“",
            ". ".join(part for part in (shot.picture, shot.heed) if part),
            day_text(shot.due, _GERMAN),
            "☐",
        )
        for shot in shots
    ]
    add_rows(
        document,
        [head, *rows],
        (16, 55, 55, 29, 15),
        head=True,
    )
    save(document, target)


def _facts(sheet: PlanSheet) -> list[str]:
    found = sheet.outlook
    facts = []
    if sheet.book.level is not None:
        pace = pace_text(sheet.book.level, _GERMAN)
        facts.append(f"Takt {level_name(sheet.book.level, _GERMAN)}: {pace}.")
    facts.append(f"Vorrat: {len(found.stock)} von {found.stock_wanted} Clips.")
    if found.missing_from is not None and found.stock:
        facts.append(f"Ab {day_text(found.missing_from, _GERMAN)} fehlt ein Clip.")
    elif found.missing_from is None and found.days:
        facts.append("Er reicht für die ganze Zeit.")
    return facts


def _row(one: PlannedDay, sheet: PlanSheet) -> tuple[str, str, str, str]:
    series = sheet.formats.get(one.format, one.format)
    state = _state(one)
    if one.blackout:
        state = f"Wahlzeit, {state}" if state else "Wahlzeit"
    title = planned_title(one, _GERMAN)
    shown = _short(title, _TITLE_CHARS)
    quoted = shown if one.is_free or one.is_pause else f"„{shown}“"
    return full_day_text(one.day, _GERMAN), quoted, _short(series, _FORMAT_CHARS), _short(state, _STATE_CHARS)


def _state(one: PlannedDay) -> str:
    if one.is_pause or one.entry is None:
        return ""
    return "Idee" if one.entry.kind is Planned.IDEA else planned_state(one, _GERMAN)


def _short(text: str, most: int) -> str:
    """Cut at a word where there is one not too far from the end."""
    if len(text) <= most:
        return text
    head, _, _ = text[:most].rpartition(" ")
    return f"{head if len(head) > most // 2 else text[: most - 1]}…"


def _remarks(sheet: PlanSheet) -> list[str]:
    found = sheet.outlook.warnings
    lines = [heed_text(one, _GERMAN, sheet.formats.get(one.text, "")) for one in found[:_MOST_REMARKS]]
    more = len(found) - _MOST_REMARKS
    return [*lines, f"Und {more} weitere Hinweise."] if more > 0 else lines


def _add_lines(document: "Document", heading: str, lines: Sequence[str]) -> None:
    if lines:
        add_heading(document, heading, 2, 10)
        for line in lines:
            document.add_paragraph(line)
