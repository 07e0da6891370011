"""Tidying: every suggestion is heard and seen before it is taken, and can be taken back."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from tests.ui.pages.review.at_the_desk import TITLE, press, settle, toasts

from skriptstudio.domain.cut import Cut, Segment
from skriptstudio.domain.production import Production
from skriptstudio.domain.take import Span
from skriptstudio.ui.widgets.buttons import Button

pytestmark = pytest.mark.qt


@pytest.fixture
def page(house: Any, clip: Production, enter: Callable[[str], Any]) -> Any:
    """In the first take somebody speaks from 0.6 to 1.2 s only, and nobody has cut it."""
    desk = house.desk
    first = clip.takes[0]

    def edit(production: Production) -> Production:
        spoken = replace(production.takes[0], speech=(Span(Fraction(3, 5), Fraction(6, 5)),))
        whole = Segment(first.id, Fraction(0), Fraction(2))
        return replace(production, takes=(spoken, *production.takes[1:]), cut=Cut((whole,)))

    desk.change(clip.id, edit, desk.anonymous())
    page = enter(TITLE)
    page.view.parts.choose_tab("tidy")
    return page


def test_silence_at_both_ends_is_listed_and_marked(page: Any) -> None:
    rows = page.view.parts.tidy.rows.rows_model.rows
    assert [row.title for row in rows] == ["Stille vor dem ersten Wort", "Stille nach dem letzten Wort"]
    assert rows[0].small.startswith("0:00,0 · 0,5 s") or rows[0].small.startswith("0:00,0 · 0,4 s")
    assert page.view.parts.tabs.part("tidy").accessibleName() == "Aufräumen 2"
    assert "0:00,0 Stille vor dem ersten Wort" in [jump.accessibleName() for jump in page.view.parts.timeline.jumps]


def test_a_suggestion_is_taken_by_keyboard_and_taken_back(
    page: Any, program: Any, stored: Any, wait_until: Any
) -> None:
    tidy = page.view.parts.tidy
    assert not tidy.take.isEnabled()
    tidy.rows.setFocus()
    press(program.window, "Down")
    tidy.rows.choose("1")
    assert page.view.player.at == tidy.current.at
    for _ in range(9):
        if tidy.take.hasFocus():
            break
        press(program.window, "Tab")
    press(program.window, "Space")
    settle(program.window, wait_until)
    assert stored().effective_cut().segments[0].end == Fraction(3, 2)
    assert "Herausgenommen." in toasts(program.window)
    assert len(tidy.rows.rows_model.rows) == 1
    page.undo()
    settle(program.window, wait_until)
    assert stored().effective_cut().segments[0].end == 2


def test_it_is_heard_as_it_is_and_without_before_anything_changes(
    page: Any, program: Any, stored: Any, wait_until: Any
) -> None:
    player, tidy, before = page.view.player, page.view.parts.tidy, stored()
    wait_until(lambda: page.view.parts.screen.has_picture)
    tidy.rows.choose("0")
    tidy.trial.click()
    assert player.time.seconds < 2
    assert page.view.parts.screen.caption is None
    player.pause()
    wait_until(lambda: player.time.seconds == 2)
    tidy.rows.choose("1")
    tidy.trial.click()
    wait_until(lambda: player.playing)
    wait_until(lambda: not player.playing)
    wait_until(lambda: player.time.seconds == 2)
    assert player.at == tidy.current.at
    tidy.hear.click()
    assert player.playing
    assert player.time.seconds == 2
    player.pause()
    settle(program.window, wait_until)
    assert stored() == before


def test_all_that_was_cut_away_comes_back_and_each_hook_gets_its_clip(
    page: Any, house: Any, program: Any, stored: Any, wait_until: Any
) -> None:
    from skriptstudio.ui.widgets.dialog import open_dialog

    desk = house.desk
    waiting = ("Rate, was das misst.",)
    desk.change(stored().id, lambda p: replace(p, script=replace(p.script, hooks=waiting)), desk.anonymous())
    program.session.show_production(stored())
    settle(program.window, wait_until)
    assert page.view.parts.tidy.back.isVisible()
    page.view.parts.tidy.back.setFocus()
    press(program.window, "Space")
    settle(program.window, wait_until)
    assert stored().cut.segments == ()
    assert len(stored().effective_cut().segments) == 2
    assert not page.view.parts.tidy.back.isVisible()
    page.view.parts.choose_tab("script")
    page.view.parts.script.findChild(Button).click()
    dialog = open_dialog(program.window)
    assert dialog is not None
    dialog.confirm()
    settle(program.window, wait_until)
    assert "Ein Clip angelegt. Er liegt beim Team." in toasts(program.window)
    assert f"{TITLE} · Rate, was das misst." in {summary.title for summary in house.plan.list()}
