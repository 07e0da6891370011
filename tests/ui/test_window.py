"""The shell around the pages: keys, header, rail, and what stands in when nothing is open."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.qt


def press(window: Any, key: Any, modifier: Any = None) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    QTest.keyClick(window, key, modifier or Qt.KeyboardModifier.NoModifier)


def test_every_step_can_be_reached_by_its_number(opened: Any, wait_until: Callable[..., None]) -> None:
    from PySide6.QtCore import Qt

    for number, page in ((2, "write"), (4, "review"), (5, "publish"), (1, "plan"), (0, "people")):
        press(opened.window, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier)
        wait_until(lambda page=page: opened.window.page == page)
    wait_until(lambda: opened.window.jobs.busy == 0)


def test_a_step_without_a_production_leads_to_one(program: Any, wait_until: Callable[..., None]) -> None:
    from PySide6.QtCore import Qt

    program.window.go("record")
    assert program.window.current.key == "nothing_open"
    press(program.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wait_until(lambda: program.window.page == "plan" and program.window.jobs.busy == 0)


def test_the_page_comes_as_soon_as_a_production_is_open(program: Any, wait_until: Callable[..., None]) -> None:
    program.window.go("write")
    program.window.open_production("Mein Büro hat heute keine Wände")
    wait_until(lambda: program.window.current.key == "write" and program.window.jobs.busy == 0)
    assert program.window.header.title == "Mein Büro hat heute keine Wände"


def test_the_rail_ticks_what_is_done(opened: Any) -> None:
    opened.window.go("people")
    names = [button.accessibleName() for button in opened.window.rail.entries()]
    assert "Schritt 1: Planen, erledigt" in names
    assert "Schritt 2: Schreiben, erledigt" in names
    assert "Schritt 3: Aufnehmen" in names


def test_help_is_one_key_away_and_esc_closes_it(program: Any, wait_until: Callable[..., None]) -> None:
    from PySide6.QtCore import Qt

    from skriptstudio.ui.widgets.dialog import Dialog

    press(program.window, Qt.Key.Key_F1)
    shown = program.window.findChildren(Dialog)
    assert len(shown) == 1
    press(shown[0], Qt.Key.Key_Escape)
    wait_until(lambda: not [d for d in program.window.findChildren(Dialog) if d.isVisible()])


def test_english_is_spoken_without_a_restart(program: Any, wait_until: Callable[..., None]) -> None:
    program.session.change_settings(language="en")
    wait_until(lambda: program.window.jobs.busy == 0)
    names = [button.accessibleName() for button in program.window.rail.entries()]
    assert "Step 1: Plan, here" in names
    program.session.change_settings(language="de")
    wait_until(lambda: program.window.jobs.busy == 0)


def test_every_page_has_its_filled_button_inside_the_smallest_window(
    opened: Any, wait_until: Callable[..., None]
) -> None:
    for width, height in ((1366, 688), (960, 460), (1920, 1000)):
        opened.window.resize(width, height)
        for page in ("plan", "write", "review", "publish", "results", "people", "settings"):
            opened.window.go(page)
            wait_until(lambda: opened.window.jobs.busy == 0)
            filled = opened.window.current.bar.filled
            if filled is None:
                continue
            corner = filled.mapTo(opened.window, filled.rect().bottomRight())
            assert opened.window.rect().contains(corner), (page, width, height)


def test_a_lost_library_gets_its_own_page(program: Any, house: Any, wait_until: Callable[..., None]) -> None:
    away = house.library_path.rename(house.library_path.with_name("weg"))
    program.window.open_production("Mein Büro hat heute keine Wände")
    wait_until(lambda: program.window.page == "no_library" and program.window.jobs.busy == 0)
    away.rename(house.library_path)


def test_ctrl_f_puts_the_cursor_into_the_pages_own_search(program: Any, wait_until: Callable[..., None]) -> None:
    from PySide6.QtCore import Qt

    program.window.activateWindow()
    for page in ("plan", "people"):
        program.window.go(page)
        wait_until(lambda: program.window.jobs.busy == 0)
        press(program.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        focused = program.window.focusWidget()
        assert "suchen" in focused.accessibleName()


def test_ctrl_z_takes_back_on_the_page(opened: Any, wait_until: Callable[..., None], monkeypatch: Any) -> None:
    from PySide6.QtCore import Qt

    opened.window.go("publish")
    wait_until(lambda: opened.window.jobs.busy == 0)
    taken_back: list[bool] = []
    monkeypatch.setattr(opened.window.current, "undo", lambda: taken_back.append(True))
    press(opened.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert taken_back == [True]


def test_ctrl_enter_on_a_button_that_is_off_says_why(opened: Any, wait_until: Callable[..., None]) -> None:
    from PySide6.QtCore import Qt

    from skriptstudio.ui.widgets.toast import Toast

    opened.window.go("write")
    wait_until(lambda: opened.window.jobs.busy == 0)
    opened.window.current.bar.filled.refuse("Einen Moment.")
    press(opened.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    said = [toast.accessibleName() for toast in opened.window.findChildren(Toast) if toast.isVisible()]
    assert any("Einen Moment." in text for text in said)
    assert opened.window.page == "write"


def test_among_many_people_who_works_here_is_found_by_typing(program: Any) -> None:
    from skriptstudio.domain.people import Hat, Person, Staff
    from skriptstudio.ui.who_are_you import WhoAreYou, show_people
    from skriptstudio.ui.widgets.dialog import open_dialog

    window, session = program.window, program.session
    names = ("Zoe Uhl", "Ömer Öz", "Anna Groß", "Olaf Kern", "Ida Ott", "Pia Rau", "Udo Voß", "Zeynep Yıldız")
    more = tuple(Person(f"x{at}", name, (Hat.TEAM,)) for at, name in enumerate(names))
    staff = Staff(people=(*session.staff.people, *more))
    session.show_staff(staff)
    show_people(window, window.rail, staff)
    dialog = open_dialog(window)
    assert dialog is not None
    who = dialog.findChild(WhoAreYou)
    assert who is not None
    assert who.rows.key == "u1", "whoever works here now is chosen"
    who.search.setText("yildiz")
    assert [row.title for row in who.rows.rows_model.rows] == ["Zeynep Yıldız"]
    dialog.confirm()
    assert session.person.name == "Zeynep Yıldız"
