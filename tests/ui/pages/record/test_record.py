"""The page Record: countdown, recording, what becomes of the take, and everything that can be missing."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tests.ui.hands import TITLE, focus_text, open_dialog, press, type_text

from skriptstudio.domain.errors import CameraLost, NoCamera, NoMicrophone, TakeWaits
from skriptstudio.domain.ports.studio import Still
from skriptstudio.domain.production import Production, State
from skriptstudio.domain.take import TakeFinding

pytestmark = pytest.mark.qt

# --- the way to a take


def test_the_page_shows_camera_prompter_and_what_is_next(page: Any, wait_until: Callable[..., None]) -> None:
    wait_until(lambda: page.view.preview.film.has_picture)
    assert page.view.preview.band.lines[0].text.startswith("Mein Büro")
    assert page.view.lineup.sections.key == "hook"
    assert "Hook ist dran." in page.bar.state
    assert page.view.room.speakers.ticked == ("u1",)
    assert focus_text() == "Aufnahme starten"


def test_by_keyboard_alone_from_the_first_take_to_the_next_section(
    page: Any, take: Callable[[], None], stored: Callable[[], Production], wait_until: Callable[..., None]
) -> None:
    take()
    made = stored().takes[0]
    assert (made.section, made.speakers) == ("hook", ("u1",))
    assert "Sekunden" in page.bar.state
    assert page.view.shown is page.view.player
    press("S")
    wait_until(lambda: stored().takes[0].starred and page.jobs.busy == 0)
    press("Ctrl+Return")
    assert page.view.lineup.sections.key == "value"
    assert page.view.shown is page.view.preview
    assert "Nutzen ist dran." in page.bar.state
    assert focus_text() == "Aufnahme starten"


def test_up_and_down_choose_the_section_and_f9_starts_anywhere(page: Any, wait_until: Callable[..., None]) -> None:
    press("Down")
    press("Down")
    assert page.view.lineup.sections.key == "beat"
    press("Up")
    assert page.view.preview.band.lines[0].text.startswith("Du siehst")
    page.view.room.camera.setFocus()
    press("F9")
    wait_until(lambda: page.filming.stage is not None)
    press("Esc")


def test_esc_during_the_countdown_leaves_no_trace(
    page: Any, stored: Callable[[], Production], wait_until: Callable[..., None]
) -> None:
    page.filming.count_ms = 5000
    press("Space")
    stage = page.filming.stage
    assert stage.isVisible()
    assert stage.ring.accessibleDescription() == "3"
    press("Ctrl+1")
    assert page.place.page == "record"
    press("Esc")
    wait_until(lambda: page.jobs.busy == 0)
    assert (page.filming.stage, page.situation, stored().takes) == (None, "ready", ())
    assert focus_text() == "Aufnahme starten"


def test_r_drops_what_was_begun_and_counts_again(
    page: Any, rolling: Callable[..., Any], stored: Callable[[], Production], wait_until: Callable[..., None]
) -> None:
    rolling()
    press("R")
    assert not page.filming.stage.rolling
    wait_until(lambda: page.filming.stage.rolling)
    told: list[float] = []
    page.filming.shoot.feed.told.connect(told.append)
    wait_until(lambda: told and told[-1] >= 0.2 and told[0] < 0.2)
    press("Space")
    wait_until(lambda: page.situation == "fresh" and page.jobs.busy == 0)
    assert len(stored().takes) == 1
    assert list(page.session.house.studio.unfinished()) == []


def test_on_the_stage_the_keys_move_hold_and_resize_the_text(page: Any, rolling: Callable[..., Any]) -> None:
    page._choose_section("whole")
    stage = rolling()
    before = stage.pace.line
    press("PgDown")
    press("Down")
    assert stage.pace.line == before + 2
    press("P")
    assert not stage.pace.running
    assert stage.pace.section == "value"
    word = stage.band.lines[stage.pace.line].section
    for _ in range(3):
        type_text("+")
    assert (page.session.settings.prompter.text_px, stage.band.lines[stage.pace.line].section) == (44, word)
    press("V")
    assert not stage.film.isVisible()
    press("PgUp")
    press("P")
    assert stage.pace.running
    press("Space")


def test_leaving_the_page_keeps_the_running_take_and_lets_go_of_the_devices(
    page: Any, rolling: Callable[..., Any], stored: Callable[[], Production], wait_until: Callable[..., None]
) -> None:
    rolling()
    page.place.go("plan")
    wait_until(lambda: page.jobs.busy == 0)
    assert len(stored().takes) == 1
    assert page.booth.room is None
    assert page.place.page == "plan"


def test_closing_the_window_while_recording_keeps_the_take(
    page: Any, rolling: Callable[..., Any], stored: Callable[[], Production]
) -> None:
    rolling()
    page.place.close()
    assert len(stored().takes) == 1


def test_a_library_that_cannot_take_it_now_is_told_in_a_toast(
    page: Any,
    rolling: Callable[..., Any],
    stored: Callable[[], Production],
    wait_until: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[str] = []
    monkeypatch.setattr(page.place, "toast", lambda text, *more: said.append(text))

    def refuse(recording: Any) -> Any:
        raise TakeWaits(str(recording.path), "V:")

    monkeypatch.setattr(page.session.house.record, "bring_home", refuse)
    rolling()
    press("Space")
    wait_until(lambda: said and page.situation == "ready")
    assert "sicher auf diesem" in said[0]
    assert stored().takes == ()


def test_a_take_that_ends_by_itself_gives_the_page_back_before_it_is_home(
    page: Any, rolling: Callable[..., Any], wait_until: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    bring, may_go = page.session.house.record.bring_home, threading.Event()

    def slowly(recording: Any) -> Any:
        assert may_go.wait(20)
        return bring(recording)

    monkeypatch.setattr(page.session.house.record, "bring_home", slowly)
    try:
        rolling()
        page.filming.shoot.stop()
        wait_until(lambda: page.filming.stage is None)
        assert page.filming.shoot.busy
    finally:
        may_go.set()
    wait_until(lambda: page.situation == "fresh" and page.jobs.busy == 0)


def lose(page: Any, patch: pytest.MonkeyPatch, error: Exception) -> None:
    """Nothing comes from the devices any more, also nothing that was on its way; then the room says so."""
    for told in ("seen", "heard"):
        patch.setattr(page.booth.feed, told, lambda piece: None)
    time.sleep(0.1)
    page.booth.feed.take_still()
    page.booth.feed.take_level()
    page.booth.feed.lost(error)


def test_a_camera_that_is_lost_on_the_way_keeps_the_take_and_says_so(
    page: Any, take: Callable[[], None], stored: Callable[[], Production], monkeypatch: pytest.MonkeyPatch
) -> None:
    room = page.booth.room
    record = room.record

    def record_and_lose(*asked: Any) -> Any:
        recording = record(*asked)
        lose(page, monkeypatch, CameraLost("demo"))
        return replace(recording, findings=(TakeFinding.CAMERA_LOST,))

    monkeypatch.setattr(room, "record", record_and_lose)
    take()
    assert "Die Kamera antwortet nicht. Der Take bis 0:0" in page.bar.state
    assert TakeFinding.CAMERA_LOST in stored().takes[0].findings
    assert [button.text() for button in page.bar.buttons] == ["Nochmal", "Erneut suchen"]
    assert not page.bar.buttons[0].isEnabled()
    page.setFocus()
    press("Esc")
    assert page.view.shown is page.view.trouble


@pytest.mark.parametrize("error", [CameraLost("demo"), NoMicrophone("demo")])
def test_a_device_that_comes_back_by_itself_needs_no_press(
    page: Any, wait_until: Callable[..., None], monkeypatch: pytest.MonkeyPatch, error: Any
) -> None:
    with monkeypatch.context() as gone:
        lose(page, gone, error)
        wait_until(lambda: page.situation in ("no_camera", "no_microphone"))
        assert not page.bar.filled.isEnabled()
    wait_until(lambda: page.situation == "ready")
    assert page.view.shown is page.view.preview
    assert page.bar.filled.isEnabled()


def test_search_again_after_a_lost_take_finds_the_camera(
    page: Any,
    rolling: Callable[..., Any],
    wait_until: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as gone:
        rolling()
        lose(page, gone, CameraLost("demo"))
        press("Space")
        wait_until(lambda: page.situation == "fresh" and page.jobs.busy == 0)
        assert page.bar.filled.text() == "Erneut suchen"
    press("Ctrl+Return")
    wait_until(lambda: page.situation == "ready" and page.jobs.busy == 0)
    assert page.view.shown is page.view.preview
    assert "Hook ist dran." in page.bar.state or "Nutzen ist dran." in page.bar.state


# --- takes that are there


@pytest.fixture
def film(page: Any, take: Callable[[], None], stored: Callable[[], Production], house: Any) -> Path:
    """A finished video: the first take's file."""
    take()
    made: Path = house.record.path_of(stored(), stored().takes[0])
    return made


def asked_about(page: Any) -> tuple[Any, Any]:
    """The dialog about a film that is to be fetched, and its form."""
    from skriptstudio.ui.pages.record.fetch_form import FetchForm

    asked = open_dialog(page.place)
    return asked, asked.findChild(FetchForm)


def test_a_finished_video_becomes_a_take_of_the_chosen_section(
    page: Any, film: Path, stored: Callable[[], Production], wait_until: Callable[..., None]
) -> None:
    page._choose_section("beat")
    page.takes.choose_file = lambda: str(film)
    page.view.lineup.fetch.click()
    asked, form = asked_about(page)
    assert form.who.people.ticked == (), "not whoever sits at the computer"
    assert not asked.verb.isEnabled()
    form.who.people.tick("u2").click()
    assert not asked.verb.isEnabled(), "the music isn't answered yet"
    form.music.click()
    asked.confirm()
    wait_until(lambda: page.situation == "fresh" and page.jobs.busy == 0)
    take = stored().takes[-1]
    assert (take.section, take.speakers, take.music) == ("beat", ("u2",), True)
    assert open_dialog(page.place).accessibleName() == "Musik und Lizenz"
    press("Escape")


def fetch(page: Any, film: Path) -> None:
    """Fetch a film in which somebody is who isn't entered yet, without music."""
    page.takes.choose_file = lambda: str(film)
    page.view.lineup.fetch.click()
    asked, form = asked_about(page)
    form.who.nobody.click()
    form.no_music.click()
    asked.confirm()


def test_fetching_a_video_tells_how_far_it_is_and_can_be_stopped(
    page: Any, film: Path, stored: Callable[[], Production], house: Any, wait_until: Callable[..., None]
) -> None:
    fetch(page, film)
    assert page.situation == "fetching"
    assert "Der Film wird geholt." in page.bar.state
    assert [button.text() for button in page.bar.buttons] == ["Abbrechen"]
    press("Escape")
    wait_until(lambda: page.situation == "ready" and page.jobs.busy == 0)
    assert len(stored().takes) == 1
    assert open_dialog(page.place) is None
    assert house.films.gate.size() == 0


def test_when_all_sections_have_a_take_the_way_leads_to_the_check(
    page: Any, film: Path, house: Any, wait_until: Callable[..., None]
) -> None:
    for section in ("value", "beat", "cta"):
        house.record.import_take(TITLE, film, section, foreign=False)
    page.place.open_production(TITLE)
    wait_until(lambda: page.jobs.busy == 0)
    press("Escape")
    assert "Alles da. 4 Abschnitte" in page.bar.state
    assert [button.text() for button in page.bar.buttons if button.filled] == ["Weiter zum Prüfen"]
    assert "Aufnahme starten" in [button.accessibleName() for button in page.bar.buttons]
    press("Ctrl+Return")
    assert page.place.page == "review"


def test_the_take_s_menu_names_the_speakers_and_shows_the_file(
    page: Any, film: Path, stored: Callable[[], Production], wait_until: Callable[..., None]
) -> None:
    from skriptstudio.ui.widgets.person_ticks import PersonTicks

    take_id = stored().takes[0].id
    row = page.view.lineup.rows.row(take_id)
    offered = {action.text(): action for action in row.menu().actions()}
    assert {"Wer spricht …", "Als besten markieren\tS", "Abspielen", "Datei zeigen"} <= set(offered)
    offered["Wer spricht …"].trigger()
    dialog = open_dialog(page.place)
    assert dialog is not None
    dialog.findChild(PersonTicks).tick("u2").click()
    dialog.confirm()
    wait_until(lambda: set(stored().takes[0].speakers) == {"u1", "u2"} and page.jobs.busy == 0)
    shown: list[Path] = []
    page.takes.show_folder = shown.append
    offered["Datei zeigen"].trigger()
    wait_until(lambda: shown)
    assert shown == [film.parent]
    checked = replace(stored(), state=State.PRESS_CHECK)
    page.takes.ask_speakers(checked, checked.takes[0], "Hook")
    assert open_dialog(page.place) is None, "while others check the clip, it stays as it is"


def test_a_take_of_the_list_is_played_and_the_camera_comes_back(
    page: Any, film: Path, stored: Callable[[], Production], wait_until: Callable[..., None]
) -> None:
    press("Ctrl+Return")
    page._choose_section("hook")
    page.view.lineup.rows.row(stored().takes[0].id).play.click()
    wait_until(lambda: page.view.shown is page.view.player and page.view.player.playing)
    assert [button.text() for button in page.bar.buttons] == ["Live-Bild", "Aufnehmen"]
    page.bar.buttons[0].click()
    assert page.view.shown is page.view.preview
    assert not page.view.player.playing


# --- what can be missing


def refusing(error: Exception) -> Callable[..., Any]:
    def enter(*asked: Any) -> Any:
        raise error

    return enter


@pytest.mark.parametrize(
    ("error", "situation", "title"),
    [
        (NoCamera("7"), "no_camera", "Keine Kamera gefunden"),
        (NoMicrophone("x"), "no_microphone", "Kein Mikro gefunden"),
    ],
)
def test_a_missing_device_is_named_and_searched_again(
    enter: Callable[..., Any],
    opened: Any,
    wait_until: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    situation: str,
    title: str,
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(opened.session.house.studio, "enter", refusing(error))
        page = enter(situation)
        assert page.view.shown is page.view.trouble
        assert page.view.trouble.title.text() == title
        assert not page.bar.filled.isEnabled()
        assert page.bar.filled.why
    page.view.trouble.again.click()
    wait_until(lambda: page.situation == "ready")
    assert page.view.shown is page.view.preview


def test_without_a_camera_sound_alone_can_be_recorded(
    enter: Callable[..., Any],
    opened: Any,
    stored: Callable[[], Production],
    wait_until: Callable[..., None],
    rolling: Callable[..., Any],
) -> None:
    page = opened.window.current
    page.booth.use_camera("7")
    wait_until(lambda: page.situation == "no_camera" and page.jobs.busy == 0)
    page.bar.buttons[0].click()
    wait_until(lambda: page.situation == "ready" and page.jobs.busy == 0)
    assert opened.session.settings.camera == "7"
    page.bar.filled.setFocus()
    rolling()
    press("Space")
    wait_until(lambda: page.situation == "fresh" and page.jobs.busy == 0)
    assert stored().takes[0].has_sound


def test_a_phone_is_asked_for_its_address(page: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    used: list[str] = []
    monkeypatch.setattr(page.booth, "use_camera", used.append)
    page.devices.choose_camera("phone")
    dialog = open_dialog(page.place)
    assert dialog is not None
    assert not dialog.verb.isEnabled()
    dialog.content.focusProxy().setText("http://192.168.1.20:8080/video")
    dialog.confirm()
    assert used == ["http://192.168.1.20:8080/video"]


def test_a_phone_s_login_goes_to_the_camera_and_into_no_setting(page: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtWidgets import QLineEdit

    from skriptstudio.store.settings import SettingsFile

    monkeypatch.setattr(page.booth, "_open", lambda: None)
    page.devices.choose_camera("phone")
    dialog = open_dialog(page.place)
    assert dialog is not None
    for name, text in (
        ("Adresse des Handys", "http://127.0.0.1:9/video"),
        ("Benutzername, falls die App einen verlangt", "mira"),
        ("Passwort", "geheim"),
    ):
        field = next(one for one in dialog.content.findChildren(QLineEdit) if one.accessibleName() == name)
        field.setText(text)
    dialog.confirm()
    assert page.booth.camera == "http://mira:geheim@127.0.0.1:9/video"
    assert SettingsFile().load().camera == "http://127.0.0.1:9/video"
    page.view.room.show_booth(page.booth)
    assert "geheim" not in page.view.room.camera.currentText()


def test_without_a_script_the_way_leads_there_or_past_it(
    opened: Any, house: Any, wait_until: Callable[..., None]
) -> None:
    house.plan.new("Leer", "", "Mira Albrecht")
    opened.window.open_production("Leer", "record")
    wait_until(lambda: opened.window.page == "record" and opened.window.jobs.busy == 0)
    page = opened.window.current
    texts = [button.text() for button in page.findChildren(type(page.view.trouble.again)) if button.isVisible()]
    assert texts == ["Zum Skript", "Ohne Skript aufnehmen"]
    assert page.bar.buttons == ()
    press("Tab")
    press("Space")
    wait_until(lambda: page.situation == "ready" and opened.window.jobs.busy == 0)
    assert "Ohne Skript." in page.bar.state


def test_devices_chosen_are_remembered(page: Any, opened: Any, wait_until: Callable[..., None]) -> None:
    page.booth.use_microphone("demo")
    wait_until(lambda: page.situation == "ready" and page.jobs.busy == 0)
    assert opened.session.settings.microphone == "demo"


# --- what holds for the page


def test_everything_that_takes_the_focus_has_a_name(page: Any, rolling: Callable[..., Any]) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QWidget

    stage = rolling()
    for widget in (*page.findChildren(QWidget), *stage.findChildren(QWidget), stage):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.accessibleName(), widget
    press("Space")


@pytest.mark.parametrize("size", [(1366, 688), (960, 460), (1920, 1000)])
def test_the_page_fits_into_every_window(page: Any, app: Any, size: tuple[int, int]) -> None:
    page.place.resize(*size)
    app.processEvents()
    filled = page.bar.filled
    corner = filled.mapTo(page.place, filled.rect().bottomRight())
    assert page.place.rect().contains(corner)
    assert page.place.size().toTuple() == size
    for card in (page.view.lineup, page.view.room):
        assert card.minimumSizeHint().height() <= card.height()


def test_a_queue_of_pictures_never_builds_up(app: Any) -> None:
    from skriptstudio.ui.pages.record.feed import RoomFeed

    feed = RoomFeed()
    told: list[None] = []
    feed.pictured.connect(lambda: told.append(None))
    for shade in range(30):
        feed.seen(Still(1, 1, bytes([shade] * 4)))
    assert len(told) == 1
    newest = feed.take_still()
    assert newest is not None
    assert newest.data[0] == 29
    assert feed.take_still() is None


def test_leaving_while_the_camera_is_being_opened_closes_it_all_the_same(
    app: Any, wait_until: Callable[..., None]
) -> None:
    from PySide6.QtCore import QObject

    from skriptstudio.ui.jobs import Jobs
    from skriptstudio.ui.pages.record.feed import RoomFeed
    from skriptstudio.ui.pages.record.keeper import Devices, RoomKeeper

    let_in = threading.Event()
    closed: list[str] = []

    def enter(camera: str, *rest: Any) -> Any:
        let_in.wait(5)
        return SimpleNamespace(close=lambda: closed.append(camera))

    owner = QObject()
    jobs = Jobs(lambda error: None, owner)
    keeper = RoomKeeper(jobs, enter, RoomFeed(), owner)
    keeper.want(Devices("0", "demo"))
    keeper.release()
    keeper.want(Devices("1", "demo"))
    let_in.set()
    wait_until(lambda: keeper.room is not None)
    assert closed == ["0"]
    keeper.release()
    wait_until(lambda: jobs.busy == 0)
    assert closed == ["0", "1"]


# --- the prompter's text, without a window


def lines(*texts: str) -> Any:
    from skriptstudio.ui.prompter.reading import Line

    return tuple(Line(text, "hook", 2.0 * at, 2.0) for at, text in enumerate(texts))


def test_the_text_moves_with_the_clock_holds_and_follows_the_hand() -> None:
    from skriptstudio.ui.prompter.pace import Pace

    now = [10.0]
    pace = Pace(lines("eins", "zwei", "drei", "vier"), lambda: now[0])
    assert (pace.shown, pace.line) == (0.0, 0)
    pace.start()
    now[0] += 3.0
    assert (pace.line, pace.shown) == (1, 1.0)
    now[0] += 0.5
    assert pace.shown == 1.25
    pace.hold()
    now[0] += 60.0
    assert pace.shown == 1.25
    pace.move(-5)
    now[0] += 1.0
    assert (pace.line, pace.shown) == (0, 0.0)
    pace.move(99)
    pace.start()
    now[0] += 99.0
    assert pace.shown == 3.0


def test_with_reduced_motion_the_text_jumps_from_line_to_line() -> None:
    from skriptstudio.ui.prompter.pace import Pace

    now = [0.0]
    pace = Pace(lines("eins", "zwei"), lambda: now[0], still=True)
    pace.start()
    shown = []
    for _ in range(9):
        shown.append(pace.shown)
        now[0] += 0.5
    assert shown == [0.0] * 4 + [1.0] * 5


@pytest.mark.parametrize("column", [3, 8, 12, 40])
def test_lines_fit_the_column_and_lose_no_letter(column: int) -> None:
    from skriptstudio.ui.prompter.reading import Sentence, broken

    text = "Donaudampfschifffahrt ist ein langes Wort."
    made = broken([Sentence(text, "hook", 1.0, 4.0)], column, lambda part: float(len(part)))
    assert all(len(line.text) <= column for line in made)
    joined = "".join(line.text.removesuffix("-").replace(" ", "") for line in made)
    assert joined == text.replace(" ", "")
    assert made[0].start == 1.0
    assert made[-1].start + made[-1].seconds == pytest.approx(5.0)


def test_spoken_sentences_follow_each_other_with_a_breath_between_sections(house: Any) -> None:
    from skriptstudio.domain.reading import BREATH_SECONDS
    from skriptstudio.ui.prompter.reading import spoken

    sections = house.desk.open(TITLE).record.script.sections
    made = spoken(sections, house.coach)
    assert [one.section for one in made] == ["hook", "value", "beat", "cta"]
    assert made[1].start == pytest.approx(made[0].seconds + BREATH_SECONDS)


def test_the_next_section_is_the_next_one_without_a_take(house: Any) -> None:
    from skriptstudio.domain.take import Take
    from skriptstudio.ui.pages.record.lineup import Lineup

    def take(section: str) -> Take:
        return Take(section, section, "f", "0", Fraction(2), 60, house.desk.clock.now())

    production = house.desk.open(TITLE).record
    some = Lineup(replace(production, takes=(take("value"), take("cta"))))
    assert (some.next_after("value"), some.next_after("cta"), some.first_open()) == ("beat", "hook", "hook")
    assert not some.complete
    whole = Lineup(replace(production, takes=(take("whole"),)))
    assert (whole.complete, whole.next_after("hook")) == (True, None)


def test_a_file_that_is_no_video_is_refused_and_recording_goes_on(
    page: Any, tmp_path: Path, wait_until: Callable[..., None]
) -> None:
    broken = tmp_path / "kaputt.mp4"
    broken.write_bytes(b"no film")
    fetch(page, broken)
    wait_until(lambda: page.situation == "ready" and page.jobs.busy == 0)
    open_dialog(page.place).confirm()
    assert page.bar.filled.isEnabled()
    assert page.view.shown is page.view.preview
