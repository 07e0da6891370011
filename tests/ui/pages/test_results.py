"""What the clips brought, as people see it: by keyboard alone, and by mouse with a file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.ui.hands import click, focus_text, open_dialog, press, type_text

pytestmark = pytest.mark.qt

Wait = Callable[..., None]


@pytest.fixture
def house(tmp_path: Path) -> Any:
    """A library with one clip that went online eight days ago on two channels."""
    from skriptstudio.assembly.house import House
    from skriptstudio.domain.people import Hat, Person
    from skriptstudio.domain.production import Production, Publication, State
    from skriptstudio.domain.take import Take

    house = House(str(tmp_path / "Bibliothek"))
    house.people.add(Person("u1", "Mira Albrecht", (Hat.TEAM,)))
    now = house.desk.clock.now()
    on = house.desk.clock.today() - timedelta(days=8)
    take = Take("t1", "whole", "a.mp4", "0" * 64, Fraction(25), 750, now)
    clip = Production("p1", "400 Briefe, eine Stunde, ich", now, format="ein_tag_im_amt").with_take(take)
    online = (Publication("tiktok", on, "https://www.tiktok.com/@amt/video/7412345678901234567"), Publication("x", on))
    house.library.create(replace(clip, state=State.PUBLISHED, publications=online))
    return house


def calm(program: Any, wait_until: Wait) -> None:
    wait_until(lambda: program.window.jobs.busy == 0, 20)


def test_figures_are_noted_and_the_guideline_is_asked_by_keyboard_alone(
    program: Any, house: Any, wait_until: Wait
) -> None:
    window = program.window
    assert "Ergebnisse, 2 offen" in [entry.accessibleName() for entry in window.rail.entries()]
    window.activateWindow()
    window.setFocus()
    press("Ctrl+9")
    calm(program, wait_until)
    page = window.current
    assert page.bar.state.startswith("2 heute einzutragen.")
    press("Ctrl+Return")
    dialog = open_dialog(window)
    assert focus_text() == "Abgelesen"
    press("Tab")
    assert focus_text() == "Aufrufe"
    assert dialog.content.hooks.key == "zahl"
    type_text("1")
    type_text(",5")
    assert not dialog.verb.isEnabled()
    press("Backspace")
    press("Backspace")
    for sign in (".", "2", "3", "4"):
        type_text(sign)
    press("Return")
    calm(program, wait_until)
    assert [(one.moment, one.figures.views) for one in house.results.book().results] == [("7d", 1234)]
    assert page.bar.state.startswith("1 heute einzutragen.")
    page.segments.part("figures").setFocus()
    for _ in range(3):
        press("Right")
    assert page.segments.current == "guideline"
    press("Tab")
    assert focus_text() == "Was zu sehen oder zu hören ist"
    press("End")
    press("Space")
    panel = page.panels["guideline"]
    assert panel.verdict.text().startswith("Nicht ohne die Pressestelle")
    press("Ctrl+Return")
    assert open_dialog(window).verb.text() == "Speichern"
    press("Esc")


def test_a_file_is_looked_at_noted_compared_and_put_on_paper_by_mouse(
    program: Any, house: Any, wait_until: Wait, tmp_path: Path
) -> None:
    table = tmp_path / "Content.csv"
    table.write_text(
        "Video title,Video link,Total views\n"
        "Egal,https://www.tiktok.com/@amt/video/7412345678901234567,900\nFremd,,5\n",
        encoding="utf-8",
    )
    window = program.window
    click(window.rail.entries()[5])
    calm(program, wait_until)
    page = window.current
    figures = page.panels["figures"]
    figures.look_at(table)
    wait_until(lambda: open_dialog(window) is not None)
    dialog = open_dialog(window)
    rows = [(row.title, row.small) for row in dialog.content.rows.rows_model.rows]
    assert rows[0][0] == "400 Briefe, eine Stunde, ich"
    assert rows[1] == ("Fremd", "Zeile 3 · Kein veröffentlichter Clip passt dazu.")
    assert house.results.book().results == ()
    click(dialog.verb)
    calm(program, wait_until)
    assert [one.figures.views for one in house.results.book().results] == [900]
    assert "900" in figures.chart.accessibleDescription()
    click(page.segments.part("compare"))
    assert page.panels["compare"].verdict.text().startswith("Noch zu wenige Clips")
    figures.write_month(tmp_path / "Bericht.docx", house.desk.clock.today() - timedelta(days=8))
    calm(program, wait_until)
    assert (tmp_path / "Bericht.docx").stat().st_size > 10_000
    click(page.segments.part("channels"))
    assert page.bar.state.startswith("Noch kein Kanal")
    click(page.bar.filled)
    form = open_dialog(window).content
    form.fields["concept"].setText("Akte 12")
    click(open_dialog(window).verb)
    calm(program, wait_until)
    assert house.guidance.channels().channels[0].concept == "Akte 12"
    assert page.bar.state.startswith("5 Punkte sind offen.")


@pytest.mark.parametrize(("language", "typed", "shown"), [("de", "12,75", "12,4 s"), ("en", "12.75", "12.4 s")])
def test_what_nobody_touches_in_the_form_stays_as_exact_as_it_was(
    app: Any, language: str, typed: str, shown: str
) -> None:
    from skriptstudio.domain.results import Figures, Measure, Moment, Result, ResultBook
    from skriptstudio.messages.catalogue import Speaker
    from skriptstudio.ui.pages.results.figures_form import FiguresForm

    day = date(2026, 11, 2)
    known = Figures(views=1234, seconds=Fraction(1243, 100), share=Fraction(634, 10))
    book = ResultBook(results=(Result("p1", "tiktok", day, Moment.WEEK, known, day),))
    form = FiguresForm(Speaker(language), book, ("p1", "tiktok", day), [Moment.WEEK], [], [("none", "-")], ("", False))
    assert form.fields[Measure.SECONDS].text() == shown
    assert form.figures == known
    form.fields[Measure.SECONDS].setText(typed)
    assert form.figures == replace(known, seconds=Fraction(1275, 100))
    form.deleteLater()
