"""Takes on the page Record: throw away, fetch back, note, star, and who sees which finding."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.ui.hands import TITLE, press, type_text

from skriptstudio.domain.cut import Cut, Segment
from skriptstudio.domain.production import Production
from skriptstudio.domain.take import Take, TakeFinding

pytestmark = pytest.mark.qt

FILM = bytes(2000)


@pytest.fixture
def made(house: Any, tmp_path: Path) -> Production:
    """Three takes of the hook; nobody looks into their films here."""
    desk = house.desk
    production = desk.open(TITLE).record
    for number in (1, 2, 3):
        film = tmp_path / f"hook-{number}.mp4"
        film.write_bytes(FILM + bytes([number]))
        sha256 = desk.library.put_media(production.id, film, film.name)
        when = desk.clock.now() + timedelta(seconds=number)
        take = Take(f"t{number}", "hook", film.name, sha256, Fraction(4), 120, when, speakers=("u1",))
        desk.change(production.id, lambda p, take=take: p.with_take(take), desk.anonymous())
    found: Production = desk.open(TITLE).record
    return found


@pytest.fixture
def page(made: Production, enter: Callable[..., Any]) -> Any:
    page = enter()
    page._choose_section("hook")
    return page


@pytest.fixture
def films(house: Any) -> Callable[[], list[str]]:
    return lambda: sorted(path.name for path in Path(house.library_path).glob("productions/*/takes/*.mp4"))


def names(page: Any) -> list[str]:
    rows = page.view.lineup.rows
    return [rows.row(key)._title.text() for key in rows._rows]


def focus_row(page: Any, take_id: str) -> None:
    page.view.lineup.rows.row(take_id).star.setFocus()


def toast(page: Any) -> Any:
    return page.place._toasts.shown[-1]


def test_del_throws_away_without_a_question_and_ctrl_z_fetches_back(
    page: Any, stored: Callable[[], Production], films: Callable[[], list[str]], wait_until: Callable[..., None]
) -> None:
    focus_row(page, "t2")
    press("Del")
    wait_until(lambda: len(stored().takes) == 2 and page.jobs.busy == 0)
    assert toast(page).text == "Hook · Take 2 gelöscht."
    assert toast(page).action.text() == "Rückgängig"
    assert names(page) == ["Hook · Take 1", "Hook · Take 3"]
    assert page.view.lineup.rows.focused == "t1"
    assert len(films()) == 3
    press("Ctrl+Z")
    wait_until(lambda: len(stored().takes) == 3 and page.jobs.busy == 0)
    assert sorted(names(page)) == ["Hook · Take 1", "Hook · Take 2", "Hook · Take 3"]
    assert toast(page).text == "Hook · Take 2 ist wieder da."


def test_all_of_them_can_be_fetched_back(
    page: Any, stored: Callable[[], Production], wait_until: Callable[..., None]
) -> None:
    for left in (2, 1, 0):
        focus_row(page, f"t{left + 1}")
        press("Del")
        wait_until(lambda left=left: len(stored().takes) == left and page.jobs.busy == 0)
    for back in (1, 2, 3):
        page.undo()
        wait_until(lambda back=back: len(stored().takes) == back and page.jobs.busy == 0)
    page.undo()
    assert page.jobs.busy == 0


def test_the_toast_takes_it_back_too(
    page: Any, stored: Callable[[], Production], wait_until: Callable[..., None]
) -> None:
    page.view.lineup.rows.discarded.emit("t3")
    wait_until(lambda: len(stored().takes) == 2 and page.jobs.busy == 0)
    toast(page).action.click()
    wait_until(lambda: len(stored().takes) == 3 and page.jobs.busy == 0)


def test_undo_takes_back_what_the_toast_said(
    page: Any, stored: Callable[[], Production], wait_until: Callable[..., None]
) -> None:
    focus_row(page, "t3")
    press("Del")
    wait_until(lambda: len(stored().takes) == 2 and page.jobs.busy == 0)
    page.undo()
    wait_until(lambda: len(stored().takes) == 3 and page.jobs.busy == 0)
    said = [one.text for one in page.place._toasts.shown]
    assert not any("gelöscht" in text for text in said)
    assert "wieder da" in said[-1]


def test_the_watched_take_gives_way_to_the_camera_when_it_is_thrown_away(
    page: Any, stored: Callable[[], Production], wait_until: Callable[..., None]
) -> None:
    page.state.watched = stored().take("t3")
    page.state.move("fresh")
    page.setFocus()
    press("Del")
    wait_until(lambda: len(stored().takes) == 2 and page.jobs.busy == 0)
    assert page.state.watched is None
    assert page.situation == "ready"
    assert page.view.shown is page.view.preview


def test_a_take_of_the_cut_stays_and_the_window_says_why(
    page: Any, house: Any, stored: Callable[[], Production], wait_until: Callable[..., None]
) -> None:
    from skriptstudio.ui.widgets.dialog import open_dialog

    cut = Cut((Segment("t1", Fraction(0), Fraction(1)),))
    house.desk.change(stored().id, lambda p: replace(p, cut=cut), house.desk.anonymous())
    focus_row(page, "t1")
    press("Del")
    wait_until(lambda: open_dialog(page.place) is not None and page.jobs.busy == 0)
    assert "benutzt diesen Take" in _texts(open_dialog(page.place))
    press("Esc")
    assert len(stored().takes) == 3


def _texts(widget: Any) -> str:
    from PySide6.QtWidgets import QLabel

    return " ".join(label.text() for label in widget.findChildren(QLabel))


def test_the_end_of_the_program_empties_the_bin(
    page: Any, opened: Any, stored: Callable[[], Production], films: Callable[[], list[str]],
    wait_until: Callable[..., None],
) -> None:  # fmt: skip
    focus_row(page, "t1")
    press("Del")
    wait_until(lambda: len(stored().takes) == 2 and page.jobs.busy == 0)
    opened.window.close()
    assert films() == ["hook-2.mp4", "hook-3.mp4"]
    assert stored().bin == ()


def test_a_note_is_written_by_the_keyboard_and_stands_in_the_row(
    page: Any, stored: Callable[[], Production], wait_until: Callable[..., None]
) -> None:
    focus_row(page, "t2")
    press("N")
    type_text("Lächeln am Ende schön")
    press("Return")
    wait_until(lambda: stored().take("t2").note == "Lächeln am Ende schön" and page.jobs.busy == 0)
    row = page.view.lineup.rows.row("t2")
    assert row._note.isVisible()
    assert row.accessibleName() == "Hook · Take 2. 4,0 s. Lächeln am Ende schön"
    assert not page.view.lineup.rows.row("t1")._note.isVisible()


def test_s_gives_the_star_to_the_focused_take_and_takes_it_away(
    page: Any, stored: Callable[[], Production], wait_until: Callable[..., None]
) -> None:
    focus_row(page, "t2")
    press("S")
    wait_until(lambda: stored().take("t2").starred and page.jobs.busy == 0)
    press("S")
    wait_until(lambda: not stored().take("t2").starred and page.jobs.busy == 0)


def test_the_menu_offers_it_all_and_names_the_keys(page: Any) -> None:
    menu = page.view.lineup.rows.row("t1").menu()
    assert [action.text() for action in menu.actions() if action.text()] == [
        "Abspielen", "Als besten markieren\tS", "Notiz …\tN", "Wer spricht …", "Musik und Lizenz …", "Datei zeigen",
        "Löschen\tEntf",
    ]  # fmt: skip
    menu.deleteLater()


def test_how_somebody_did_it_is_shown_to_the_speakers_alone(
    page: Any, house: Any, opened: Any, stored: Callable[[], Production], wait_until: Callable[..., None]
) -> None:
    findings = (TakeFinding.TOO_QUIET, TakeFinding.TOO_FAST)
    house.desk.change(
        stored().id,
        lambda p: replace(p, takes=tuple(replace(t, findings=findings) for t in p.takes)),
        house.desk.anonymous(),
    )
    opened.session.show_production(stored())
    assert page.view.lineup.rows.row("t1")._small.text() == "4,0 s · zu leise · recht schnell"
    opened.session.act_as(next(p for p in opened.session.staff.people if p.id == "u2"))
    assert page.view.lineup.rows.row("t1")._small.text() == "4,0 s · zu leise"
    assert "schnell" not in page.view.lineup.rows.row("t1").toolTip()
