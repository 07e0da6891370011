"""Planen: find what is in work, go on, and start something new."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from tests.ui.hands import TITLE, dialog_of, press_key, type_letters

from skriptstudio.domain.plan_book import Leave, LeaveKind
from skriptstudio.domain.plan_fill import pick_of_idea
from skriptstudio.domain.production import State
from skriptstudio.domain.rhythm import Level
from skriptstudio.messages.dates import full_day_text
from skriptstudio.ui.pages.plan.inbox_form import InboxForm
from skriptstudio.ui.pages.plan.leave_form import LeaveForm
from skriptstudio.ui.pages.plan.month import monday_before, next_month
from skriptstudio.ui.pages.plan.occasion_form import OccasionForm
from skriptstudio.ui.pages.plan.page import PlanPage
from skriptstudio.ui.pages.plan.plan_forms import DayForm, RhythmForm
from skriptstudio.ui.pages.plan.slot_list import mime
from skriptstudio.ui.pages.plan.start_form import StartForm
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.text import Text

pytestmark = pytest.mark.qt

Wait = Callable[..., None]


def state(house: Any, title: str, wanted: State) -> None:
    """Let a production stand at a state, as if it had gone the way there."""
    read = house.desk.open(title)
    house.desk.library.write(replace(read.record, state=wanted), read.revision)


def titles(page: PlanPage) -> list[str]:
    return [row.title for row in page.board.work.rows_model.rows]


@pytest.fixture
def page(program: Any) -> PlanPage:
    found = program.window.current
    assert isinstance(found, PlanPage)
    return found


@pytest.fixture
def quiet(program: Any, wait_until: Wait) -> Callable[[], None]:
    """Wait until the page has answered everything."""
    return lambda: wait_until(lambda: program.window.jobs.busy == 0 and not program.window.current._wait.isActive())


@pytest.fixture
def empty_page(app: Any, tmp_path: Path, wait_until: Wait) -> Iterator[Any]:
    """A window on a library without any production."""
    from skriptstudio.assembly.house import House
    from skriptstudio.domain.people import Hat, Person
    from skriptstudio.ui.program import Program

    house = House(str(tmp_path / "Leer"))
    house.people.add(Person("u1", "Mira Albrecht", (Hat.TEAM,)))
    program = Program(app, str(house.library_path), language="de")
    program.window.show()
    wait_until(lambda: program.window.page == "plan" and program.window.jobs.busy == 0)
    program.session.act_as(program.session.staff.people[0])
    yield program
    program.window.close()
    program.window.deleteLater()
    app.processEvents()


def test_it_greets_and_offers_to_go_on(page: PlanPage, program: Any, wait_until: Wait) -> None:
    assert page.header_title() == "Hallo Mira, worüber sprichst du als Nächstes?"
    assert page.board.card.button.text() == "Weiterschreiben"
    page.board.card.button.click()
    wait_until(lambda: program.window.page == "write")
    assert program.session.production.title == TITLE


def test_a_row_says_title_state_format_and_turn(page: PlanPage) -> None:
    row = page.board.work.rows_model.rows[0]
    assert row.accessible() == f"{TITLE}, Skript in Arbeit · Ein Tag im Amt, Du bist dran"


def test_what_is_released_and_later_is_finished(page: PlanPage, house: Any, quiet: Callable[[], None]) -> None:
    for finished in (State.RELEASED, State.PACKAGED, State.PUBLISHED, State.WITHDRAWN):
        state(house, TITLE, finished)
        page.entered()
        page.board.segments.choose("work")
        quiet()
        assert titles(page) == []
        page.board.segments.choose("done")
        assert titles(page) == [TITLE]
    assert page.board.segments.part("done").accessibleName() == "Fertig 1"


def test_the_search_finds_words_of_the_script_and_says_when_there_is_nothing(
    page: PlanPage, house: Any, quiet: Callable[[], None]
) -> None:
    house.plan.new("Der leiseste Raum", "", "Mira Albrecht")
    page.board.segments.choose("work")
    page.entered()
    quiet()
    assert len(titles(page)) == 2
    page.board.search.setText("zwei Millimeter")
    quiet()
    assert titles(page) == [TITLE]
    page.board.search.setText("Nordpol")
    quiet()
    assert titles(page) == []
    assert page.board.nothing.isVisible()
    page.board.nothing.button.click()
    quiet()
    assert len(titles(page)) == 2


def test_a_stale_answer_is_dropped(
    page: PlanPage, house: Any, quiet: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first question is answered last; its answer must not replace the later one."""
    from threading import Event

    hold = Event()
    real = house.plan.list
    steps = page.session.house.plan

    def slow(search: str = "") -> Any:
        if search == "Nordpol":
            assert hold.wait(5)
        return real(search)

    monkeypatch.setattr(steps, "list", slow)
    page.board.search.setText("Nordpol")
    page._wait.stop()
    page._load()
    page.board.search.setText("Büro")
    page._wait.stop()
    page._load()
    hold.set()
    quiet()
    assert titles(page) == [TITLE]


def test_a_format_starts_a_production_of_the_person(page: PlanPage, program: Any, house: Any, wait_until: Wait) -> None:
    page.board.formats.choose("ding_der_woche")
    assert page.bar.state.startswith("Ding der Woche")
    assert page.bar.filled is not None
    assert page.bar.filled.text() == "Mit diesem Format anfangen"
    page.bar.filled.click()
    dialog = dialog_of(program)
    assert dialog.verb.why == "Schreib einen Titel."
    type_letters("Dieses Ding misst für alle")
    dialog.confirm()
    wait_until(lambda: program.window.page == "write")
    made = house.desk.open("Dieses Ding misst für alle").record
    assert (made.format, made.begun_by) == ("ding_der_woche", "u1")
    assert program.session.production.id == made.id


def test_choosing_a_format_lets_go_of_the_video(page: PlanPage) -> None:
    page.board.work.choose(page.board.work.rows_model.rows[0].key)
    assert page.bar.state.startswith(TITLE)
    page.board.formats.choose("klischee_check")
    assert page.board.production_id == ""
    assert page.bar.state.startswith("Klischee-Check")
    assert sum(button.filled for button in page.bar.buttons) == 1


def test_nobody_starts_without_a_name(page: PlanPage, program: Any, house: Any) -> None:
    program.session.act_as(None)
    page.bar.buttons[0].click()
    assert dialog_of(program).accessibleName() == "Wer bist du?"
    dialog_of(program).confirm()
    assert program.window.page == "people"
    assert len(house.plan.list()) == 1


def test_the_rail_is_told_how_many_wait(page: PlanPage, program: Any, house: Any, quiet: Callable[[], None]) -> None:
    state(house, TITLE, State.PRESS_CHECK)
    page.entered()
    quiet()
    assert program.window._waiting == 1


def test_an_empty_library_has_the_filled_button_in_the_page(empty_page: Any, wait_until: Wait) -> None:
    page = empty_page.window.current
    assert page.empty.isVisible()
    assert page.header_title() == "Hallo Mira"
    assert page.bar.buttons == ()
    page.empty.primary.click()
    assert page.board.isVisible()
    assert page.bar.filled.text() == "Mit dieser Idee anfangen"
    assert page.board.ideas.grid.hasFocus()
    page.session.house.rhythm.set_rhythm(level=Level.START)
    page.entered()
    wait_until(lambda: empty_page.window.jobs.busy == 0)
    assert page.board.coming.days.isVisible(), "what is planned is seen though nothing was begun"


def test_posters_come_for_what_is_in_view(
    page: PlanPage, house: Any, quiet: Callable[[], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from datetime import UTC, datetime
    from fractions import Fraction
    from io import BytesIO

    from PIL import Image

    from skriptstudio.domain.take import Take

    picture = BytesIO()
    Image.new("RGB", (270, 480), "teal").save(picture, "JPEG")
    monkeypatch.setattr(page.session.house.films, "poster", lambda *_: picture.getvalue())
    take = Take("t1", "whole", "t1.mp4", "0" * 64, Fraction(5), 150, datetime.now(UTC), speakers=("u1",))
    read = house.desk.open(TITLE)
    house.desk.library.write(replace(read.record, takes=(take,)), read.revision)
    page.entered()
    quiet()
    poster = page.board.work.rows_model.rows[0].poster
    assert poster is not None
    assert (poster.width(), poster.height()) == (270, 480)


def test_keyboard_alone_finds_and_starts(page: PlanPage, program: Any, house: Any, wait_until: Wait) -> None:
    window = program.window
    window.activateWindow()
    page.board.segments.choose("work")
    page.search()
    assert QApplication.focusWidget() is page.board.search
    type_letters("Büro")
    wait_until(lambda: page._wanted == "Büro")
    press_key(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.board.work
    assert page.board.production_id
    page.board.segments.part("work").setFocus()
    press_key(Qt.Key.Key_Right)
    press_key(Qt.Key.Key_Right)
    assert page.board.segments.current == "formats"
    while QApplication.focusWidget() is not page.board.formats:
        window.focusNextChild()
    press_key(Qt.Key.Key_End)
    press_key(Qt.Key.Key_Return)
    type_letters("Zu Besuch bei Müllers")
    press_key(Qt.Key.Key_Return)
    wait_until(lambda: window.page == "write")
    assert house.desk.open("Zu Besuch bei Müllers").record.format == "nachbaramt_zu_besuch"


def test_escape_empties_the_search(page: PlanPage, program: Any) -> None:
    page.search()
    type_letters("x")
    press_key(Qt.Key.Key_Escape)
    assert page.board.search.text() == ""


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_it_fits(app: Any, page: PlanPage, program: Any, scale: float) -> None:
    program.theme.apply(app, "dark", scale, True)
    for width, height in ((1366, 688), (960, 460), (1920, 1000)):
        program.window.resize(width, height)
        app.processEvents()
        assert program.window.width() == width, "something asks for more room"
        for widget in (page.bar.filled, page.board.segments, page.board.search, page.board.card.button):
            assert widget is not None
            corner = widget.mapTo(program.window, widget.rect().bottomRight())
            assert program.window.rect().contains(corner)
            assert widget.width() >= widget.minimumSizeHint().width()


def test_where_it_is_narrow_the_next_posts_are_a_segment(app: Any, page: PlanPage, program: Any) -> None:
    program.window.resize(960, 460)
    page.board.segments.choose("coming")
    app.processEvents()
    assert page.board.coming.days.isVisible()
    program.window.resize(1366, 688)
    app.processEvents()
    assert page.board.coming.days.isVisible()
    page.board.segments.choose("formats")
    assert page.board.formats.isVisible()
    page.board.formats.choose("klischee_check")
    assert page.bar.state.startswith("Klischee-Check")
    page.board.segments.choose("work")
    assert page.board.work.isVisible()


def test_everything_has_a_name(page: PlanPage) -> None:
    unnamed = [
        type(one).__name__
        for one in page.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible() and not one.accessibleName()
    ]
    assert unnamed == []
    assert page.board.work.accessibleName() == "Videos"


# --- ideas


def hooks(page: PlanPage) -> list[str]:
    return [row.title for row in page.board.ideas.grid.rows_model.rows]


def test_an_idea_becomes_a_video_by_keyboard_alone(page: PlanPage, program: Any, house: Any, wait_until: Wait) -> None:
    window = program.window
    window.activateWindow()
    page.search()
    type_letters("Tachymeter")
    wait_until(lambda: page._wanted == "Tachymeter")
    assert hooks(page) == ["„Dieses Ding misst eine Straße auf Millimeter.“"]
    press_key(Qt.Key.Key_Down)
    assert page.bar.state.startswith("„Dieses Ding misst eine Straße auf Millimeter.“")
    assert "Ding der Woche · etwa 20 Minuten bis zum ersten Take" in page.bar.state
    press_key(Qt.Key.Key_Return)
    press_key(Qt.Key.Key_Return)
    wait_until(lambda: window.page == "write")
    made = house.desk.open("Dieses Ding misst eine Straße auf Millimeter.").record
    assert made.format == "ding_der_woche"


def test_filters_narrow_the_ideas_and_go_again(page: PlanPage, wait_until: Wait) -> None:
    ideas = page.board.ideas
    everything = len(hooks(page))
    assert everything >= 72
    ideas.trade.choose("forst")
    ideas.trade.activated.emit(ideas.trade.currentIndex())
    assert "„Minus acht Grad. Mein Klassenzimmer.“" in hooks(page)
    assert len(hooks(page)) == 7
    ideas.little.click()
    ideas.need.choose("laugh")
    ideas.need.activated.emit(ideas.need.currentIndex())
    assert hooks(page) == []
    assert ideas.nothing.isVisible()
    ideas.nothing.button.click()
    assert len(hooks(page)) == everything


def test_only_one_thing_is_chosen_at_a_time(page: PlanPage) -> None:
    page.board.ideas.grid.choose("13")
    page.board.formats.choose("klischee_check")
    assert page.board.ideas.chosen is None
    page.board.ideas.grid.choose("12")
    assert page.board.format_key == ""


def test_the_gate_judges_and_never_forbids(page: PlanPage, program: Any) -> None:
    page.board.ideas.grid.choose("1")
    assert page.bar.filled is not None
    page.bar.filled.click()
    form = dialog_of(program).findChild(StartForm)
    assert form is not None
    assert form.verdict.text() == "Hak an, was stimmt."
    form.gate[0].click()
    assert form.verdict.text() == "Noch nicht rund. „Langweilig wird spannend“ hilft."
    for tick in form.gate[1:4]:
        tick.click()
    assert form.verdict.text() == "Das ist eine Idee!"
    assert dialog_of(program).verb.isEnabled()


def test_boring_becomes_exciting_by_ten_questions(page: PlanPage, program: Any) -> None:
    page.board.ideas.spark.click()
    said = [one.text() for one in dialog_of(program).findChildren(Text)]
    assert "Die Frage der Oma Was würde deine Oma fragen?" in said
    dialog_of(program).confirm()
    assert dialog_of(program).accessibleName() == "Wie heißt dein Video?"


def test_an_idea_of_the_house_stands_first(page: PlanPage, house: Any, quiet: Callable[[], None]) -> None:
    folder = house.library_path / "house"
    folder.mkdir()
    idea = {
        "number": 1,
        "hook": "Unser Turm singt.",
        "format": "ding_der_woche",
        "trade": "alle",
        "minutes": 20,
        "mood": "marvel",
        "months": [],
        "picture": "Der Turm",
        "heed": "",
    }
    (folder / "ideen.json").write_text(json.dumps({"source": "Haus", "trades": [], "ideas": [idea]}), encoding="utf-8")
    page.entered()
    quiet()
    assert hooks(page)[0] == "„Unser Turm singt.“"


# --- the next posts


@pytest.fixture
def planned(page: PlanPage, house: Any, quiet: Callable[[], None]) -> PlanPage:
    """The page with a rhythm and five free weeks."""
    house.rhythm.set_rhythm(level=Level.START, first=house.desk.clock.today())
    page.entered()
    quiet()
    return page


def days(page: PlanPage) -> list[str]:
    return [row.title for row in page.board.coming.days.rows_model.rows]


def drop(page: PlanPage, kind: str, key: str, place: int) -> None:
    """Let something fall on a day, as the mouse does at the end of a drag."""
    rows = page.board.coming.days
    at = QPointF(rows.visualRect(rows.rows_model.index(place)).center())
    action, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    data = mime(kind, key)
    QApplication.sendEvent(rows.viewport(), QDragEnterEvent(at.toPoint(), action, data, button, none))
    QApplication.sendEvent(rows.viewport(), QDragMoveEvent(at.toPoint(), action, data, button, none))
    QApplication.sendEvent(rows.viewport(), QDropEvent(at, action, data, button, none))


def test_a_rhythm_is_found_by_the_minutes_there_are(page: PlanPage, program: Any, house: Any, wait_until: Wait) -> None:
    coming = page.board.coming
    assert coming.first.isVisible()
    coming.first.click()
    form = dialog_of(program).findChild(RhythmForm)
    assert form is not None
    assert form.verdict.text() == "Ein Clip braucht etwa 110 Minuten."
    type_letters("200")
    assert form.verdict.text() == "Das passt: alle 4 bis 5 Tage."
    form.levels.choose("full")
    assert form.verdict.text() == "Dafür fehlen 185 Minuten pro Woche. Mit Drehtagen fehlen noch 45."
    form.levels.choose("fitting")
    dialog_of(program).confirm()
    wait_until(lambda: not coming.first.isVisible() and page.board.coming.days.rows_model.rows)
    assert house.rhythm.book().level == "small"
    assert set(days(page)) == {"Noch frei"}


def test_ideas_and_videos_are_dragged_onto_days_and_days_change_places(
    planned: PlanPage, house: Any, wait_until: Wait
) -> None:
    page = planned
    drop(page, "idea", "13", 1)
    wait_until(lambda: days(page)[1] != "Noch frei")
    drop(page, "production", house.plan.list()[0].id, 0)
    wait_until(lambda: days(page)[0] == TITLE)
    drop(page, "day", page.board.coming.days.rows_model.rows[0].key, 2)
    wait_until(lambda: days(page)[2] == TITLE)
    assert days(page)[:3] == ["Noch frei", "Dieses Ding misst eine Straße auf Millimeter.", TITLE]
    drop(page, "idea", "14", 1)
    wait_until(lambda: days(page)[1].startswith("Von oben"))
    page.board.coming.fill.click()
    wait_until(lambda: "Noch frei" not in days(page))


def test_the_plan_is_kept_by_keyboard_alone(planned: PlanPage, program: Any, wait_until: Wait) -> None:
    page, rows = planned, planned.board.coming.days
    program.window.activateWindow()
    page.board.ideas.grid.choose("13")
    while QApplication.focusWidget() is not rows:
        program.window.focusNextChild()
    press_key(Qt.Key.Key_Home)
    assert "passt hierhin" in page.bar.state
    press_key(Qt.Key.Key_Return)
    wait_until(lambda: days(page)[0].startswith("Dieses Ding"))
    rows.choose(rows.rows_model.rows[1].key)
    assert [button.text() for button in page.bar.buttons] == ["Nichts posten", "Idee suchen"]
    page.bar.buttons[0].click()
    wait_until(lambda: days(page)[1] == "Heute nichts posten")
    rows.choose(rows.rows_model.rows[0].key)
    assert [button.text() for button in page.bar.buttons] == [
        "Tag frei machen",
        "Verschieben",
        "Mit dieser Idee anfangen",
    ]
    page.bar.buttons[1].click()
    form = dialog_of(program).findChild(DayForm)
    assert form is not None
    press_key(Qt.Key.Key_Down)
    target = form.day
    press_key(Qt.Key.Key_Return)
    wait_until(lambda: days(page)[0] == "Noch frei")
    rows.choose(target.isoformat())
    assert page.bar.state.endswith("Dieses Ding misst eine Straße auf Millimeter.")
    rows.setFocus()
    press_key(Qt.Key.Key_Delete)
    wait_until(lambda: not any(one.startswith("Dieses Ding") for one in days(page)))


def test_who_drops_on_a_day_that_somebody_just_took_is_told(planned: PlanPage, house: Any, wait_until: Wait) -> None:
    page = planned
    day = page.board.coming.day(page.board.coming.days.rows_model.rows[0].key)
    assert day is not None
    house.rhythm.assign(day.day, pick_of_idea(house.ideas.find("14")), "Jonas Weber")
    drop(page, "idea", "13", 0)
    wait_until(lambda: days(page)[0].startswith("Von oben"))
    assert house.rhythm.book().on(day.day).key == "14"


def test_a_day_says_itself_whole(planned: PlanPage) -> None:
    row = planned.board.coming.days.rows_model.rows[0]
    day = full_day_text(date.fromisoformat(row.key), planned.session.speaker)
    assert row.accessible() == f"{day}: Noch frei, Hier passt deine Idee hin"
    assert planned.board.coming.days.accessibleName() == "Nächste Beiträge"
    for one in (planned.board.coming.tune, planned.board.coming.fill, planned.board.coming.more):
        assert one.accessibleName()


def test_a_marked_idea_is_found_again(page: PlanPage, wait_until: Wait) -> None:
    page.board.ideas.grid.choose("13")
    assert page.bar.buttons[0].text() == "Merken"
    page.bar.buttons[0].click()
    wait_until(lambda: page.board.ideas.kept.isVisible())
    page.board.ideas.kept.click()
    assert hooks(page) == ["„Dieses Ding misst eine Straße auf Millimeter.“"]


def test_a_question_from_a_comment_becomes_an_idea(page: PlanPage, program: Any, house: Any, wait_until: Wait) -> None:
    page.board.inbox.click()
    form = dialog_of(program).findChild(InboxForm)
    assert form is not None
    type_letters("Muss man früh aufstehen?")
    press_key(Qt.Key.Key_Return)
    wait_until(lambda: form.rows.rows_model.rows)
    assert form.rows.rows_model.rows[0].title == "Muss man früh aufstehen?"
    form.answer.click()
    wait_until(lambda: not form.rows.rows_model.rows)
    dialog_of(program).confirm()
    wait_until(lambda: hooks(page)[0] == "„Muss man früh aufstehen?“")


def test_an_own_idea_may_wait(page: PlanPage, program: Any, house: Any, wait_until: Wait) -> None:
    page.bar.buttons[0].click()
    form = dialog_of(program).findChild(StartForm)
    assert form is not None
    type_letters("Unser Turm singt.")
    form.later.click()
    dialog_of(program).confirm()
    wait_until(lambda: hooks(page)[0] == "„Unser Turm singt.“")
    assert len(house.plan.list()) == 1


def test_an_absence_is_entered_with_both_days(planned: PlanPage, program: Any, house: Any, wait_until: Wait) -> None:
    planned.board.coming.more.click()
    wanted = "Abwesenheit eintragen"
    next(one for one in dialog_of(program).findChildren(Button) if one.text() == wanted).click()
    form = dialog_of(program).findChild(LeaveForm)
    assert form is not None
    form.person.choose("u1")
    form.kind.choose("school")
    form.first.setText("1.3.2027")
    form.last.setText("1.2.2027")
    assert not dialog_of(program).verb.isEnabled()
    form.last.setText("30.6.27")
    form.weekday.choose("1")
    dialog_of(program).confirm()
    wait_until(lambda: house.rhythm.book().leaves)
    (leave,) = house.rhythm.book().leaves
    assert (leave.person, leave.kind.value, leave.first, leave.last, leave.weekdays) == (
        "u1", "school", date(2027, 3, 1), date(2027, 6, 30), (1,)
    )  # fmt: skip


def test_the_calendar_turns_month_by_month_and_plans_by_keyboard(
    planned: PlanPage, program: Any, house: Any, quiet: Callable[[], None]
) -> None:
    page, month = planned, planned.board.month
    today = house.desk.clock.today()
    page.board.ideas.grid.choose("13")
    page.board.coming.calendar.click()
    quiet()
    assert month.isVisible()
    month.forward.click()
    quiet()
    first = next_month(today, 1)
    rows = {row.key: row for row in month.days.rows_model.rows}
    assert len(rows) == 42
    assert next(iter(rows)) == monday_before(first).isoformat()
    month.days.choose(first.isoformat())
    month.days.setFocus()
    press_key(Qt.Key.Key_Return)
    quiet()
    assert house.rhythm.book().on(first).key == "13"
    assert "Dieses Ding" in next(row for row in month.days.rows_model.rows if row.key == first.isoformat()).accessible()
    press_key(Qt.Key.Key_Delete)
    quiet()
    assert house.rhythm.book().on(first) is None
    month.now.click()
    quiet()
    assert month.month == today.replace(day=1)
    page.board.segments.part("ideas").click()
    assert not month.isVisible()
    assert page.board.ideas.isVisible()


def test_months_begin_on_the_monday_before_and_turn_over_new_year() -> None:
    assert monday_before(date(2026, 12, 15)) == date(2026, 11, 30)
    assert monday_before(date(2027, 3, 31)) == date(2027, 3, 1)
    assert (next_month(date(2026, 12, 31), 1), next_month(date(2027, 1, 1), -1)) == (
        date(2027, 1, 1),
        date(2026, 12, 1),
    )


def more(page: PlanPage, program: Any, wanted: str) -> None:
    page.board.coming.more.click()
    next(one for one in dialog_of(program).findChildren(Button) if one.text() == wanted).click()


def test_dates_of_ones_own_are_entered_and_absences_taken_away(
    planned: PlanPage, program: Any, house: Any, quiet: Callable[[], None]
) -> None:
    today = house.desk.clock.today()
    house.rhythm.add_leave(Leave("l1", "u1", LeaveKind.EXAM, today, today))
    planned.entered()
    quiet()
    more(planned, program, "Abwesenheit eintragen")
    leaves = dialog_of(program).findChild(LeaveForm)
    assert leaves is not None
    assert leaves.known.rows.rows_model.rows[0].title == "Mira Albrecht: Prüfung"
    leaves.known.button.click()
    quiet()
    assert house.rhythm.book().leaves == ()
    dialog_of(program).dismiss()
    more(planned, program, "Anlässe im Jahr")
    form = dialog_of(program).findChild(OccasionForm)
    assert form is not None
    assert not dialog_of(program).verb.isEnabled()
    form.name.setText("Stadtfest")
    dialog_of(program).confirm()
    quiet()
    (own,) = house.rhythm.book().occasions
    assert (own.name, own.first, own.last) == ("Stadtfest", today, today)


def test_a_finished_clip_may_wait_in_the_reserve(planned: PlanPage, house: Any, quiet: Callable[[], None]) -> None:
    state(house, TITLE, State.RELEASED)
    planned.board.segments.choose("done")
    planned.entered()
    quiet()
    planned.board.work.choose(house.plan.list()[0].id)
    next(one for one in planned.bar.buttons if one.text() == "Passt immer").click()
    quiet()
    assert house.rhythm.book().timeless == (house.plan.list()[0].id,)
    assert "1 zeitlos" in planned.board.coming._stock_words.text()
