"""One page about a month: its figures, its charts in words, and nothing about people."""

import re
import zipfile
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path

import docx
import pytest

from skriptstudio.documents.month_report import MonthReportFiles
from skriptstudio.domain.charts import Bar, Spread, scale_end
from skriptstudio.domain.goals import Goal, GoalBook
from skriptstudio.domain.month_report import MonthReport, month_report
from skriptstudio.domain.production import Production, Publication
from skriptstudio.domain.results import ClipFacts, Figures, Moment, Result, ResultBook
from skriptstudio.domain.take import Take
from skriptstudio.media.charts import PillowCharts

OCTOBER = date(2026, 10, 1)
NAMES = {"frage": "Direkte Frage", "zahl": "Zahl"}


NOTHING = ResultBook()


def clip(key: str, *places: tuple[str, date]) -> Production:
    began = datetime(2026, 9, 20, 8, tzinfo=UTC)
    take = Take("t", "whole", "a.mp4", "0" * 64, Fraction(25), 750, began, speakers=("Mira Albrecht",))
    made = Production(key, f"Clip {key}", began, begun_by="Mira Albrecht").with_take(take)
    return Production(**{**vars(made), "publications": tuple(Publication(*place) for place in places)})


def noted(
    key: str, profile: str, on: date, views: int, moment: Moment = Moment.WEEK, hook: str = "frage"
) -> ResultBook:
    figures = Figures(views, share=Fraction(60), applications=1)
    facts = {key: ClipFacts(f"Clip {key}", "", Fraction(25), hook)}
    return ResultBook().noted([Result(key, profile, on, moment, figures, on)], facts)


def together(*books: ResultBook) -> ResultBook:
    whole = ResultBook()
    for one in books:
        whole = whole.noted(one.results, one.clips)
    return whole


def report(*clips: Production, book: ResultBook = NOTHING, **more: int) -> MonthReport:
    goal = Goal("g", "Dranbleiben", "clips", 4, OCTOBER, date(2026, 12, 31))
    goals = GoalBook((), (goal,), {one.id: "g" for one in clips})
    return month_report(OCTOBER, clips, book, goals, more, 2, date(2026, 11, 3))


def test_a_month_adds_up_what_went_online_in_it_and_takes_the_last_figures() -> None:
    two = clip("a", ("tiktok", OCTOBER), ("ig_reels", date(2026, 10, 31)), ("x", date(2026, 11, 1)))
    old = clip("b", ("tiktok", date(2026, 9, 30)))
    book = together(
        noted("a", "tiktok", OCTOBER, 100, Moment.DAY),
        noted("a", "tiktok", OCTOBER, 400),
        noted("a", "x", date(2026, 11, 1), 9000),
        noted("b", "tiktok", date(2026, 9, 30), 50),
    )
    found = report(two, old, book=book, a=90)
    assert (found.month.clips, found.month.publications, found.month.unknown) == (1, 2, 1)
    assert (found.month.totals.views, found.before.totals.views, found.clips[0].profiles) == (
        400,
        50,
        ("tiktok", "ig_reels"),
    )
    assert (found.effort.minutes, found.effort.clips, found.effort.typed) == (90, 1, 1)
    assert [one.first.month for one in found.months] == [5, 6, 7, 8, 9, 10]
    assert found.goals[0].reached == 1


def test_the_page_says_its_charts_in_words_and_names_nobody(tmp_path: Path) -> None:
    days = [date(2026, 10, n + 1) for n in range(12)]
    clips = [clip(f"c{n}", ("tiktok", day)) for n, day in enumerate(days)]
    books = [noted(f"c{n}", "tiktok", d, 10**n, hook="frage" if n > 5 else "zahl") for n, d in enumerate(days[:10])]
    target = tmp_path / "Bericht.docx"
    MonthReportFiles(PillowCharts()).month(report(*clips, book=together(*books)), NAMES, "Amt Auenau", target)
    document = docx.Document(str(target))
    told = "\n".join(one.text for one in document.paragraphs)
    assert "12 Clips mit 1111,1 Mio. Aufrufen" in told
    assert "Für 2 von 12 Veröffentlichungen fehlen noch Zahlen." in told
    cells = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    assert ["und 6 weitere", *[""] * 7] in cells
    xml = zipfile.ZipFile(target).read("word/document.xml").decode()
    described = re.findall(r'<wp:docPr[^>]*descr="([^"]+)"', xml)
    assert len(described) == 3
    assert "Okt: 1111,1 Mio." in described[0]
    assert "von 4 Clips online" in described[2]
    assert "Mira" not in xml


@pytest.mark.parametrize("clips", [(), (clip("a", ("tiktok", OCTOBER)),)])
def test_a_month_without_clips_or_figures_is_a_page_too(tmp_path: Path, clips: tuple[Production, ...]) -> None:
    target = tmp_path / "leer.docx"
    MonthReportFiles(PillowCharts()).month(report(*clips), {}, "", target)
    assert target.stat().st_size > 10_000


def test_charts_have_the_size_that_was_asked_for_and_colour_where_there_is_something() -> None:
    from io import BytesIO

    from PIL import Image

    painter = PillowCharts()
    bars = [Bar("Sep", Fraction(5), "5"), Bar("Okt", Fraction(0), "–", True)]
    spread = Spread("Direkte Frage", Fraction(0), Fraction(1), Fraction(2), Fraction(3), Fraction(9), "2")
    for png in (
        painter.columns(bars, 300, 200),
        painter.rows(bars, 300, 200),
        painter.spreads([spread], 300, 200),
        painter.progress(Fraction(3), Fraction(1, 2), 300, 20),
        painter.columns([], 300, 200),
    ):
        image = Image.open(BytesIO(png))
        assert image.width == 300
        assert len(image.getcolors(10**6) or ()) > 1


@pytest.mark.parametrize(("most", "end"), [(0, 1), (1, 1), (9, 10), (30_017, 40_000), (100, 100), (51, 60)])
def test_a_scale_ends_at_a_round_figure(most: int, end: int) -> None:
    assert scale_end((Fraction(0), Fraction(most))) == end
