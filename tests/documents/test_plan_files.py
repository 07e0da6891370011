"""The plan as a calendar that other programs read without loss, and on one page of Word."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import docx
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from skriptstudio.documents.plan_calendar import write_plan_calendar
from skriptstudio.documents.plan_page import write_plan_page, write_shooting_list
from skriptstudio.documents.text import cleaned
from skriptstudio.domain.actor import Actor
from skriptstudio.domain.batch import shooting_list
from skriptstudio.domain.house import Blackout, HouseRules
from skriptstudio.domain.ideas import Idea
from skriptstudio.domain.plan_book import Entry, Leave, LeaveKind, PlanBook, Planned
from skriptstudio.domain.plan_outlook import outlook
from skriptstudio.domain.plan_sheet import PlanSheet
from skriptstudio.domain.rhythm import Level
from skriptstudio.domain.season import Dated

BEFORE_SUMMER_TIME = date(2027, 3, 26)
NOW = datetime(2027, 3, 26, 8, tzinfo=UTC)
FORMATS = {"quiz": "Quiz: Was ist das?"}
NASTY = 'Ärger, "Süßes"; oder \\ was? ' + "ß" * 60


def sheet(*titles: str, weeks: int = 4, level: Level = Level.FULL) -> PlanSheet:
    span = (BEFORE_SUMMER_TIME, BEFORE_SUMMER_TIME + timedelta(days=7 * weeks - 1))
    entries = tuple(
        Entry(f"e{n}", span[0] + timedelta(days=2 * n), Planned.IDEA, Actor("", "", ""), NOW, str(n), title, "quiz")
        for n, title in enumerate(titles)
    )
    pause = Entry("p", span[1], Planned.NOTHING, Actor("", "", ""), NOW)
    leaves = (
        Leave("l1", "", LeaveKind.VACATION, span[0], span[0] + timedelta(days=6)),
        Leave("l2", "mira", LeaveKind.EXAM, span[0], span[0]),
    )
    book = PlanBook(200, level, span[0], entries=(*entries, pause), leaves=leaves)
    rules = HouseRules(blackouts=(Blackout(span[0], span[0], "Landtagswahl"),))
    ideas = {"0": Idea("0", "", "quiz", "it", 20, "learn", frozenset(), "Ein Stecker, ganz nah", "Keine Schilder")}
    return PlanSheet(
        NOW,
        span,
        book,
        outlook(book, (), rules, span),
        FORMATS,
        ((span[0] + timedelta(days=3), shooting_list(entries[:8], ideas)),) if entries else (),
        (Dated("ostern", "Ostern, lang", span[0], span[0] + timedelta(days=3)),),
    )


def read_back(path: Path) -> dict[str, tuple[date, date, str, str]]:
    """Each event of the calendar, as another library understands it."""
    calendar = vobject.readOne(path.read_text(encoding="utf-8"))
    return {
        event.uid.value: (
            event.dtstart.value,
            event.dtend.value,
            event.summary.value,
            event.description.value if hasattr(event, "description") else "",
        )
        for event in calendar.vevent_list
    }


def test_another_library_reads_the_calendar_without_loss(tmp_path: Path) -> None:
    path = tmp_path / "plan.ics"
    plan = sheet(NASTY, "Zwei")
    write_plan_calendar(plan, path)
    found = read_back(path)
    day = timedelta(days=1)
    assert found["e0@skriptstudio"] == (
        BEFORE_SUMMER_TIME,
        BEFORE_SUMMER_TIME + day,
        f"Beitrag: {NASTY}",
        "Quiz: Was ist das?\nnoch nicht angefangen\nWahlzeit: Landtagswahl",
    )
    last = plan.span[1]
    assert found["p@skriptstudio"] == (last, last + day, "Heute nichts posten", "Auch das ist eine Antwort.")
    free = [event for uid, event in found.items() if uid.startswith("frei-")]
    assert [event[0] for event in free] == [one.day for one in plan.outlook.free]
    batch = found["drehtag-20270329@skriptstudio"]
    assert batch[2] == "Drehtag: 2 Clips"
    assert batch[3].startswith(
        f"09:00 {NASTY} (Beitrag am 26. März)\nEin Stecker, ganz nah\nKeine Schilder\n09:25 Zwei"
    )
    assert found["anlass-ostern-2027@skriptstudio"][:3] == (plan.span[0], plan.span[0] + 4 * day, "Ostern, lang")
    assert found["zu-l1@skriptstudio"][:2] == (plan.span[0], plan.span[0] + 7 * day)
    assert len(found) == len(plan.outlook.days) + 3


def test_when_single_people_are_away_stays_inside(tmp_path: Path) -> None:
    write_plan_calendar(sheet("Eins"), tmp_path / "plan.ics")
    text = (tmp_path / "plan.ics").read_text(encoding="utf-8")
    assert "mira" not in text
    assert "l2" not in text


def test_an_unchanged_plan_gives_an_unchanged_file_and_no_line_is_too_long(tmp_path: Path) -> None:
    one, two = tmp_path / "1.ics", tmp_path / "2.ics"
    write_plan_calendar(sheet(NASTY), one)
    write_plan_calendar(sheet(NASTY), two)
    assert one.read_bytes() == two.read_bytes()
    assert max(map(len, one.read_bytes().split(b"\r\n"))) <= 75


@settings(max_examples=25)
@given(st.text(max_size=80))
def test_whatever_a_clip_is_called_comes_back(tmp_path_factory: pytest.TempPathFactory, title: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.ics"
    write_plan_calendar(sheet(title, weeks=1, level=Level.START), path)
    assert read_back(path)["e0@skriptstudio"][2] == cleaned(f"Beitrag: {title}")


def test_eight_weeks_of_every_second_day_stand_on_paper_with_what_to_heed(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    plan = sheet(*(f"Clip {n}" for n in range(20)), weeks=8)
    write_plan_page(plan, path)
    document = docx.Document(str(path))
    table = document.tables[0]
    assert len(table.rows) == 1 + len(plan.outlook.days)
    assert [cell.text for cell in table.rows[1].cells] == [
        "Freitag, 26. März",
        "„Clip 0“",
        "Quiz: Was ist das?",
        "Wahlzeit, Idee",
    ]
    words = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Takt Voll: alle 2 Tage." in words
    assert "Montag, 29. März: 8 Clips." in words
    assert "„Quiz: Was ist das?“ zweimal hintereinander" in words


def test_five_years_still_make_one_page(tmp_path: Path) -> None:
    write_plan_page(sheet("Eins", weeks=260), tmp_path / "plan.docx")
    document = docx.Document(str(tmp_path / "plan.docx"))
    assert len(document.tables[0].rows) == 31
    assert "Und 881 weitere Tage" in "\n".join(paragraph.text for paragraph in document.paragraphs)


def test_a_shooting_list_says_when_what_and_what_to_heed(tmp_path: Path) -> None:
    day, shots = sheet("Eins", "Zwei").batches[0]
    write_shooting_list(day, shots, tmp_path / "drehtag.docx")
    rows = docx.Document(str(tmp_path / "drehtag.docx")).tables[0].rows
    assert [cell.text for cell in rows[1].cells] == [
        "09:00",
        "„Eins“",
        "Ein Stecker, ganz nah. Keine Schilder",
        "26. März",
        "☐",
    ]


def test_no_row_of_the_page_takes_a_second_line(tmp_path: Path) -> None:
    """Whether it is one page was looked at in the PDF; what could make it two is a long title or format."""
    write_plan_page(
        sheet("Dieser Balken war schon ein Baum, als Kolumbus lebte. " * 3, "x" * 200), tmp_path / "plan.docx"
    )
    rows = docx.Document(str(tmp_path / "plan.docx")).tables[0].rows
    assert rows[1].cells[1].text == "„Dieser Balken war schon ein Baum, als…“"
    assert max(len(row.cells[1].text) for row in rows) <= 46
