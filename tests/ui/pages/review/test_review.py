"""The page Review: the inbox, and the way of a clip from the cut to its release."""

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.ui.pages.review.at_the_desk import CUES, TITLE, press, settle, write

from skriptstudio.domain.captions import Captions, Cue
from skriptstudio.domain.cut import Segment
from skriptstudio.domain.production import Decision, Production, State
from skriptstudio.ui.pages.review.play_time import PlayTime, clock_text
from skriptstudio.ui.pages.review.stopwatch import Stopwatch

pytestmark = pytest.mark.qt

# --- the clock


@pytest.fixture
def play_time() -> PlayTime:
    second = Fraction(1)
    return PlayTime([Segment("a", second, 3 * second), Segment("b", Fraction(1, 2), 2 * second)])


@pytest.mark.parametrize(
    ("at", "segment", "second"),
    [
        ("0", 0, "1"),
        ("59/30", 0, "89/30"),
        ("2", 1, "1/2"),
        ("3", 1, "3/2"),
        ("99", 1, "59/30"),
        ("-1", 0, "1"),
    ],
)
def test_a_moment_of_the_clip_lies_in_one_take(play_time: PlayTime, at: str, segment: int, second: str) -> None:
    spot = play_time.locate(Fraction(at))
    assert (spot.segment, spot.second) == (segment, Fraction(second))
    assert play_time.moment(spot) == play_time.clamped(Fraction(at))


def test_the_player_is_sent_to_the_middle_of_a_frame(play_time: PlayTime) -> None:
    assert play_time.locate(Fraction(0)).middle_ms == 1017
    assert play_time.is_over(0, 2.999)
    assert not play_time.is_over(0, 2.96)
    assert play_time.next_frame(Fraction(0), -1) == 0
    assert clock_text(Fraction(124, 10)) == "0:12,4"


# --- inbox


def test_the_inbox_counts_and_shows_the_oldest_first(
    house: Any, clip: Production, film: Path, program: Any, work_as: Any, enter: Any, wait_until: Any
) -> None:
    house.review.hand_in(clip.id, "Mira Albrecht")
    other = house.plan.new("Minus acht Grad", "", "Jonas Weber")
    house.record.import_take(other.id, film, "hook", ("Jonas Weber",), foreign=False)
    house.review.hand_in(other.id, "Jonas Weber")
    work_as("Katrin Behrens")
    page = enter()
    inbox = page.inbox_view
    assert [inbox.segments.part(key).accessibleName() for key in ("waiting", "team", "released")] == [
        "Zu prüfen 2",
        "Beim Team 0",
        "Freigegeben 0",
    ]
    assert [row.title for row in inbox.rows.rows_model.rows] == [TITLE, "Minus acht Grad"]
    assert [row.lamp[1] for row in inbox.rows.rows_model.rows][1] == "Einwilligung fehlt"
    assert page.bar.filled.text() == "Prüfung beginnen"
    assert "2 Clips warten" in page.bar.state
    inbox.rows.choose(other.id)
    assert page.bar.filled.text() == "Einwilligung ansehen"
    inbox.field.setText("büro")
    assert [row.title for row in inbox.rows.rows_model.rows] == [TITLE]
    inbox.field.setFocus()
    press(program.window, "Return")
    settle(program.window, wait_until)
    assert page.header_title() == TITLE, "the button shows the key, so it holds from here, too"
    page.show_inbox()
    settle(program.window, wait_until)
    inbox.field.clear()
    inbox.segments.choose("team")
    assert program.window.header.title == "Beim Team"
    assert inbox.to_waiting.isVisible()
    inbox.to_waiting.click()
    assert program.window.header.title == "Zu prüfen"
    inbox.segments.choose("team")
    work_as("Mira Albrecht")
    assert inbox.segments.current == "waiting"


def test_what_is_planned_is_checked_first(house: Any, clip: Production, film: Path, work_as: Any, enter: Any) -> None:
    house.review.hand_in(clip.id, "Mira Albrecht")
    other = house.plan.new("Minus acht Grad", "", "Jonas Weber")
    house.record.import_take(other.id, film, "hook", ("Jonas Weber",), foreign=False)
    house.review.hand_in(other.id, "Jonas Weber")
    house.rhythm.assign(date(2099, 12, 3), house.rhythm.pick(other.id))
    work_as("Katrin Behrens")
    rows = enter().inbox_view.rows.rows_model.rows
    assert [row.title for row in rows] == ["Minus acht Grad", TITLE]
    assert ("für 3. Dezember", "neutral") in rows[0].chips


def test_enter_opens_the_chosen_clip(
    house: Any, clip: Production, program: Any, work_as: Any, enter: Any, wait_until: Any
) -> None:
    house.review.hand_in(clip.id, "Mira Albrecht")
    work_as("Katrin Behrens")
    page = enter()
    press(program.window, "Return")
    wait_until(lambda: page.view.production is not None)
    settle(program.window, wait_until)
    assert program.session.production.id == clip.id
    assert program.window.header.title == TITLE
    assert page.bar.filled.text() == "Freigeben"
    press(program.window, "Escape")
    settle(program.window, wait_until)
    assert program.window.header.title == "Zu prüfen"


def test_nothing_to_review_says_what_will_come(program: Any, work_as: Any, enter: Any) -> None:
    work_as("Katrin Behrens")
    page = enter()
    assert page.bar.filled is None
    assert page.bar.buttons == ()
    assert page._nothing.isVisible()


def test_a_production_without_takes_leads_to_the_recording(program: Any, enter: Any) -> None:
    page = enter(TITLE)
    assert page._unrecorded.primary.text() == "Zur Aufnahme"
    assert page.bar.filled is None


# --- the team


def test_the_team_checks_captions_and_hands_in(
    clip: Production, program: Any, enter: Any, stored: Any, wait_until: Any
) -> None:
    page = enter(TITLE)
    assert "2 Untertitel sind noch ungeprüft." in page.bar.state
    for _ in CUES:
        press(program.window, "U")
        press(program.window, "Space")
    settle(program.window, wait_until)
    assert stored().captions.confirmed_by == "u1"
    assert page.bar.state.startswith("Alles da.")
    press(program.window, "Ctrl+Return")
    settle(program.window, wait_until)
    assert stored().state == State.PRESS_CHECK
    assert "Jetzt ist die Pressestelle dran" in page.bar.state


def test_who_speaks_is_asked_before_the_hand_in(
    house: Any, film: Path, program: Any, enter: Any, stored: Any, wait_until: Any
) -> None:
    from skriptstudio.ui.widgets.dialog import open_dialog
    from skriptstudio.ui.widgets.fields import Check

    for section in ("hook", "value"):
        house.record.import_take(TITLE, film, section, foreign=False)
    page = enter(TITLE)
    page.bar.filled.click()
    for verb, name in (("Weiter", "Mira Albrecht"), ("Abgeben", "Jonas Weber")):
        wait_until(lambda verb=verb: (shown := open_dialog(program.window)) is not None and shown.verb.text() == verb)
        dialog = open_dialog(program.window)
        assert dialog is not None
        assert not dialog.verb.isEnabled()
        next(tick for tick in dialog.findChildren(Check) if tick.text() == name).click()
        dialog.confirm()
    wait_until(lambda: stored().state == State.PRESS_CHECK)
    settle(program.window, wait_until)
    assert [take.speakers for take in stored().takes] == [("u1",), ("u2",)]


def test_a_caption_is_edited_in_place_and_has_to_be_checked_again(
    house: Any, clip: Production, program: Any, enter: Any, stored: Any, wait_until: Any
) -> None:
    house.review.confirm_captions(clip.id, "Jonas Weber")
    page = enter(TITLE)
    cues = page.view.parts.cues
    cues.go(1)
    press(program.window, "Return")
    cues.editor.field.selectAll()
    write(cues.editor.field, "Größer als jede Tür in unserem schönen Haus")
    press(program.window, "Return")
    settle(program.window, wait_until)
    assert stored().captions.cues[1].lines == ("Größer als jede Tür", "in unserem schönen Haus")
    assert stored().captions.confirmed_by is None
    assert [row.ticked for row in cues.rows] == [True, False]
    page.undo()
    settle(program.window, wait_until)
    assert stored().captions.cues == CUES


def test_escape_leaves_a_caption_as_it_was(clip: Production, program: Any, enter: Any, stored: Any) -> None:
    page = enter(TITLE)
    page.view.parts.cues.go(0)
    press(program.window, "Return")
    write(page.view.parts.cues.editor.field, "x")
    press(program.window, "Escape")
    assert not page.view.parts.cues.editing
    assert stored().captions.cues == CUES


def test_captions_are_drawn_as_they_will_be_burned_in(house: Any, clip: Production, program: Any, enter: Any) -> None:
    page = enter(TITLE)
    page.view.player.seek(Fraction(1))
    drawn = house.films.lettering().caption(CUES[0].lines)
    shown = page.view.parts.screen.caption
    assert (shown.x, shown.y) == (drawn.x, drawn.y)
    assert (shown.image.height(), shown.image.width()) == drawn.image.shape[:2]
    press(program.window, "C")
    assert page.view.parts.screen.caption is None


def test_the_safe_zone_is_what_every_profile_or_one_of_them_leaves_free(
    house: Any, clip: Production, program: Any, enter: Any
) -> None:
    page = enter(TITLE)
    zone = page.view.parts.screen.zone
    assert (zone.top, zone.bottom, zone.left, zone.right) == (270, 480, 65, 180)
    menu = page.view.parts.transport.zones
    names = [action.text() for action in menu.actions()]
    assert (names[0], names[1], names[-1]) == ("Alle Plattformen", "TikTok", "Keine sichere Zone")
    menu.actions()[1].trigger()
    profile = house.profiles.get("tiktok")
    assert page.view.parts.screen.zone == profile.safe_zone
    assert page.view.parts.transport.zone.isChecked()
    page.view.parts.transport.zones.actions()[-1].trigger()
    assert page.view.parts.screen.zone is None
    assert not page.view.parts.transport.zone.isChecked()


def test_keys_trim_the_segment_at_the_playhead(
    clip: Production, program: Any, enter: Any, stored: Any, wait_until: Any
) -> None:
    page = enter(TITLE)
    page.view.player.seek(Fraction(1, 2))
    press(program.window, "I")
    settle(program.window, wait_until)
    assert stored().effective_cut().segments[0].start == Fraction(1, 2)
    page.view.player.seek(Fraction(1, 2))
    press(program.window, "O")
    settle(program.window, wait_until)
    assert stored().effective_cut().segments[0].end == Fraction(31, 30)
    assert page.view.player.time.seconds == Fraction(16, 30) + 2
    page.undo()
    settle(program.window, wait_until)
    assert stored().effective_cut().segments[0].end == 2


def test_a_grip_moves_by_mouse_and_by_key(
    clip: Production, program: Any, enter: Any, stored: Any, wait_until: Any
) -> None:
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    page = enter(TITLE)
    timeline = page.view.parts.timeline
    grip = timeline.grips[0]
    middle = grip.rect().center()
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=middle)
    there = grip.mapFrom(timeline, QPoint(timeline.width() // 8, middle.y()))
    QTest.mouseMove(grip, there)
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=there)
    settle(program.window, wait_until)
    moved = stored().effective_cut().segments[0].start
    assert float(moved) == pytest.approx(0.5, abs=0.05)
    timeline.grips[1].setFocus()
    press(program.window, "Left")
    press(program.window, "Return")
    settle(program.window, wait_until)
    assert stored().effective_cut().segments[0].end == 2 - Fraction(1, 30)


def test_another_take_is_chosen_and_starred(
    house: Any, clip: Production, film: Path, program: Any, enter: Any, stored: Any, wait_until: Any
) -> None:
    house.record.import_take(clip.id, film, "hook", ("Mira Albrecht",), foreign=False)
    house.review.save_captions(clip.id, CUES, "Jonas Weber")
    page = enter(TITLE)
    first = clip.takes[0].id
    page.view.parts.takes.chips[0].click()
    settle(program.window, wait_until)
    assert stored().effective_cut().segments[0].take == first
    assert stored().take(first).starred
    assert page.view.parts.takes.chips[0].accessibleName().endswith("bester Take")


def test_the_clip_plays_over_the_cut(clip: Production, program: Any, enter: Any, wait_until: Any) -> None:
    page = enter(TITLE)
    player = page.view.player
    wait_until(lambda: page.view.parts.screen.has_picture)
    player.seek(Fraction(9, 5))
    press(program.window, "Space")
    assert player.playing
    wait_until(lambda: player.at > Fraction(11, 5))
    press(program.window, "K")
    assert not player.playing
    assert page.view.parts.transport.clock.startswith("0:02,")


def test_the_press_office_comes_back_to_the_inbox(program: Any, clip: Production, work_as: Any, enter: Any) -> None:
    work_as("Katrin Behrens")
    enter(TITLE)
    program.window.go("plan")
    enter()
    assert program.window.header.title == "Zu prüfen"
    enter(TITLE)
    assert program.window.header.title == TITLE


def test_leaving_the_page_lets_go_of_the_films(clip: Production, program: Any, enter: Any) -> None:
    page = enter(TITLE)
    assert page.view.player.loaded
    program.window.go("plan")
    assert not page.view.player.loaded


# --- the press office


@pytest.fixture
def checking(house: Any, clip: Production, work_as: Any, enter: Any) -> Any:
    """Katrin has the handed-in clip before her; its captions are confirmed."""
    house.review.confirm_captions(clip.id, "Jonas Weber")
    house.review.hand_in(clip.id, "Mira Albrecht")
    work_as("Katrin Behrens")
    return enter(TITLE)


def tick_all(page: Any, window: Any) -> None:
    """Tick the human points with the keyboard: F goes to the open one, Space ticks it."""
    for _ in page.view.points():
        press(window, "F")
        press(window, "Space")


def test_a_clip_is_released_with_the_keyboard_alone(program: Any, checking: Any, stored: Any, wait_until: Any) -> None:
    assert checking.bar.state.startswith("Noch 8 Punkte offen:")
    assert not checking.bar.filled.isEnabled()
    assert "Botschaft kommt an" in checking.bar.filled.why
    tick_all(checking, program.window)
    assert checking.bar.state.startswith("Alles geprüft.")
    press(program.window, "F")
    settle(program.window, wait_until)
    assert stored().state == State.RELEASED
    assert stored().release.by.person == "u3"
    assert program.window.header.title == "Zu prüfen"


def test_from_the_inbox_to_the_release_in_thirty_keys(
    house: Any, clip: Production, program: Any, work_as: Any, enter: Any, stored: Any, wait_until: Any
) -> None:
    """Five minutes a clip are real: look, tick two captions and eight points, say one thing, release. No mouse."""
    house.review.hand_in(clip.id, "Mira Albrecht")
    work_as("Katrin Behrens")
    page = enter()
    keys = 0

    def key(name: str, times: int = 1) -> None:
        nonlocal keys
        for _ in range(times):
            press(program.window, name)
            keys += 1

    key("Return")
    wait_until(lambda: page.view.production is not None and page.view.player.playing)
    key("K")
    settle(program.window, wait_until)
    key("M")
    write(program.window.focusWidget(), "Schön!")
    key("Return")
    settle(program.window, wait_until)
    for _ in CUES:
        key("U")
        key("Space")
    settle(program.window, wait_until)
    for _ in page.view.points():
        key("F")
        key("Space")
    key("F")
    settle(program.window, wait_until)
    now = stored()
    assert now.state == State.RELEASED
    assert now.captions.confirmed_by == now.release.by.person == "u3"
    assert [comment.text for comment in now.comments] == ["Schön!"]
    assert now.check_seconds >= 1
    assert keys <= 30
    enter(TITLE)
    assert page.bar.state.endswith("Die Prüfung hat eine Minute gedauert.")


def test_only_time_in_which_somebody_works_is_counted_and_only_for_the_clip() -> None:
    moments = [0.0, 10.0, 40.0, 940.0, 950.0, 950.0, 1000.0]
    watch = Stopwatch(lambda: moments.pop(0))
    watch.begin("p1")
    for _ in range(3):
        watch.tick()
    assert watch.take() == 50
    watch.begin("p2")
    assert watch.take() == 50


def test_after_a_release_the_next_clip_opens(
    house: Any, film: Path, program: Any, checking: Any, wait_until: Any
) -> None:
    other = house.plan.new("Minus acht Grad", "", "Jonas Weber")
    house.record.import_take(other.id, film, "hook", ("Mira Albrecht",), foreign=False)
    house.review.hand_in(other.id, "Jonas Weber")
    tick_all(checking, program.window)
    press(program.window, "F")
    wait_until(lambda: program.session.production is not None and program.session.production.id == other.id)
    settle(program.window, wait_until)
    assert program.window.header.title == "Minus acht Grad"


def test_unconfirmed_captions_hold_the_release_up(
    house: Any, clip: Production, program: Any, work_as: Any, enter: Any, stored: Any, wait_until: Any
) -> None:
    house.review.hand_in(clip.id, "Mira Albrecht")
    work_as("Katrin Behrens")
    page = enter(TITLE)
    assert page.bar.filled.why == "2 Untertitel sind noch ungeprüft. U springt hin."
    for _ in CUES:
        press(program.window, "U")
        press(program.window, "Space")
    settle(program.window, wait_until)
    assert stored().captions.confirmed_by == "u3"
    assert "Punkte offen" in page.bar.state


def test_who_speaks_or_wrote_meets_the_stop_box(
    house: Any, clip: Production, work_as: Any, enter: Any, program: Any, stored: Any
) -> None:
    from skriptstudio.domain.people import Hat, Person

    house.people.add(Person("u4", "Olaf Brandt", (Hat.PRESS,)))
    house.record.name_speakers(clip.id, clip.takes[0].id, ("Katrin Behrens",))
    house.people.add_consent("c2", "Katrin Behrens", ("tiktok",), date(2099, 1, 1))
    house.review.confirm_captions(clip.id, "Jonas Weber")
    house.review.hand_in(clip.id, "Mira Albrecht")
    work_as("Katrin Behrens")
    page = enter(TITLE)
    box = page.view.parts.verdict.eyes.accessibleName()
    assert "Katrin Behrens spricht in diesem Clip. Freigeben kann die Vertretung: Olaf Brandt." in box
    assert not page.bar.filled.isEnabled()
    press(program.window, "F")
    assert stored().state == State.PRESS_CHECK


def test_where_nobody_may_release_the_way_out_is_shown_to_all(
    house: Any, clip: Production, work_as: Any, enter: Any, program: Any
) -> None:
    house.record.name_speakers(clip.id, clip.takes[0].id, ("Katrin Behrens",))
    house.people.add_consent("c2", "Katrin Behrens", ("tiktok",), date(2099, 1, 1))
    house.review.hand_in(clip.id, "Mira Albrecht")
    for person in ("Katrin Behrens", "Mira Albrecht"):
        work_as(person)
        page = enter(TITLE)
        assert "es fehlt eine vertretung" in page.bar.state.lower()
        assert page.bar.filled.text() == "Vertretung eintragen"
        assert "Pressestelle ist dran" in program.window.header.turn
        program.window.go("plan")


def test_a_missing_consent_leads_to_the_people(
    house: Any, film: Path, work_as: Any, enter: Any, program: Any, stored: Any
) -> None:
    house.record.import_take(TITLE, film, "hook", ("Jonas Weber",), foreign=False)
    house.review.hand_in(TITLE, "Mira Albrecht")
    work_as("Katrin Behrens")
    page = enter(TITLE)
    assert page.bar.state == "Einwilligung fehlt: Jonas Weber."
    assert page.bar.filled.text() == "Einwilligung ansehen"
    press(program.window, "F")
    assert stored().state == State.PRESS_CHECK


def test_nobody_changes_what_somebody_else_checks(
    house: Any, clip: Production, enter: Any, program: Any, stored: Any, wait_until: Any
) -> None:
    house.review.hand_in(clip.id, "Mira Albrecht")
    page = enter(TITLE)
    before = stored()
    assert not any(grip.isVisible() for grip in page.view.parts.timeline.grips)
    page.view.player.seek(Fraction(1, 2))
    for key in ("I", "U", "Space"):
        press(program.window, key)
        settle(program.window, wait_until)
    assert stored() == before


def test_a_return_needs_a_reason(program: Any, checking: Any, stored: Any, wait_until: Any) -> None:
    from skriptstudio.ui.widgets.dialog import open_dialog

    press(program.window, "Z")
    dialog = open_dialog(program.window)
    assert dialog is not None
    assert dialog.verb.why == "Ein Satz hilft dem Team."
    write(program.window.focusWidget(), "Bitte ohne Straßennamen.")
    press(program.window, "Ctrl+Return")
    settle(program.window, wait_until)
    assert stored().state == State.RETURNED
    assert [e.note for e in stored().history if e.decision == Decision.RETURNED] == ["Bitte ohne Straßennamen."]


def test_a_comment_stands_at_its_moment(program: Any, checking: Any, stored: Any, wait_until: Any) -> None:
    checking.view.player.seek(Fraction(6, 5))
    press(program.window, "M")
    write(program.window.focusWidget(), "Bitte den Helm im Bild lassen.")
    press(program.window, "Return")
    settle(program.window, wait_until)
    comment = stored().comments[0]
    assert (comment.at, comment.text, comment.by.person) == ("1.200", "Bitte den Helm im Bild lassen.", "u3")
    marks = [mark.accessibleName() for mark in checking.view.parts.timeline.jumps]
    assert marks == [
        "0:00,0 16 Zeichen pro Sekunde sind schnell zu lesen",
        "0:01,2 Bitte den Helm im Bild lassen.",
        "0:02,0 27 Zeichen pro Sekunde sind schnell zu lesen",
    ]
    assert checking.view.parts.tabs.part("comments").accessibleName() == "Kommentare 1"


def test_a_change_to_a_released_clip_asks_first(
    house: Any, program: Any, checking: Any, stored: Any, enter: Any, wait_until: Any
) -> None:
    from skriptstudio.ui.widgets.dialog import open_dialog

    house.review.release(stored().id, "Katrin Behrens")
    page = enter(TITLE)
    assert page.bar.filled.text() == "Weiter zum Veröffentlichen"
    page.view.player.seek(Fraction(1, 2))
    press(program.window, "I")
    dialog = open_dialog(program.window)
    assert dialog is not None
    assert stored().state == State.RELEASED
    dialog.confirm()
    settle(program.window, wait_until)
    assert stored().state == State.PRESS_CHECK


# --- for everybody


def test_every_control_has_a_name_and_can_be_reached(program: Any, checking: Any) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QWidget

    checking.view.parts.verdict.fold.click()
    wanted = [
        one
        for one in checking.findChildren(QWidget)
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    names = {one: QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name) for one in wanted}
    assert [type(one).__name__ for one, name in names.items() if not name] == []
    reached = set()
    checking.view.parts.screen.setFocus()
    for _ in range(3 * len(wanted)):
        reached.add(program.window.focusWidget())
        press(program.window, "Tab")
    assert [names[one] for one in wanted if one not in reached] == []


@pytest.mark.parametrize("size", [(960, 460), (1366, 688), (1920, 1000)])
def test_the_filled_button_stands_in_every_window(
    program: Any, checking: Any, size: tuple[int, int], wait_until: Any
) -> None:
    from PySide6.QtCore import QPoint, QRect

    window = program.window
    window.resize(*size)
    wait_until(lambda: (window.width(), window.height()) == size)
    button = checking.bar.filled
    assert window.rect().contains(QRect(button.mapTo(window, QPoint(0, 0)), button.size()))
    tabs = checking.view.parts.tabs
    assert tabs.rect().width() <= checking.view.width()
    assert checking.view.parts.compact == (size[0] < 1180)


def test_whole_takes_show_the_sections_where_the_captions_reach_them(house: Any, film: Path) -> None:
    from skriptstudio.ui.pages.review.blocks import blocks_of

    house.record.import_take(TITLE, film, "whole", ("Mira Albrecht",), foreign=False)
    production = house.desk.open(TITLE).record
    texts = [section.text for section in production.script.sections]
    cues = [Cue(Fraction(n, 2), Fraction(n + 1, 2), (text,)) for n, text in enumerate(texts)]
    assert [(block.section, float(block.start)) for block in blocks_of(production, cues)] == [
        ("hook", 0.0),
        ("value", 0.5),
        ("beat", 1.0),
        ("cta", 1.5),
    ]
    assert [block.section for block in blocks_of(production, Captions().cues)] == ["whole"]
