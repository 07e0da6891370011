"""The room check in the window: lamps, the way through a check, its dialogs, and every way out of it."""

import time
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from tests.ui.hands import open_dialog, press

from skriptstudio.domain.errors import CameraLost
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.ports.studio import Still
from skriptstudio.domain.room_check import LampState, RoomRemark, RoomReport, RoomTopic
from skriptstudio.messages.catalogue import Speaker

pytestmark = pytest.mark.qt

ALL = frozenset(RoomTopic)
BACK_LIGHT = RoomRemark(RoomTopic.LIGHT, "back_light", LampState.STRONG)
NOISY = RoomRemark(RoomTopic.QUIET, "noisy", LampState.HINT)
ECHO = RoomRemark(RoomTopic.QUIET, "echo", LampState.HINT)
CLUTTER = RoomRemark(RoomTopic.BACKGROUND, "clutter", LampState.HINT)


@pytest.fixture
def page(enter: Callable[..., Any], wait_until: Callable[..., None]) -> Any:
    page = enter()
    wait_until(lambda: page.view.newest is not None)
    return page


@pytest.fixture
def found(page: Any, wait_until: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Presses K; the room then finds these remarks at once."""

    def check(*remarks: RoomRemark, judged: frozenset[RoomTopic] = ALL) -> None:
        monkeypatch.setattr(page.booth.room, "check", lambda control: RoomReport(judged, remarks))
        press("K")
        wait_until(lambda: page.checking.check.report is not None and page.jobs.busy == 0)

    return check


@pytest.fixture
def endless(page: Any, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The next check of this room goes on until it is cancelled; lists how often that was."""
    ended: list[str] = []

    def check(control: JobControl) -> RoomReport:
        try:
            while True:
                control.report("room_silence", 0.5)
                time.sleep(0.01)
        finally:
            ended.append("cancelled")

    monkeypatch.setattr(page.booth.room, "check", check)
    return ended


def lamp(page: Any, topic: RoomTopic) -> Any:
    return page.view.room.lamps.row(topic)


def states(page: Any) -> list[str]:
    return [lamp(page, topic).words.state for topic in RoomTopic]


# --- the way through


def test_k_leads_through_silence_and_sentence_to_the_lamps(page: Any, wait_until: Callable[..., None]) -> None:
    assert states(page) == ["open"] * 4
    assert lamp(page, RoomTopic.LIGHT).words.sentence == "noch nicht geprüft"
    said: list[str] = []
    page.checking.check.told.connect(lambda *_: said.append(page.checking.overlay.words.text()))
    press("K")
    assert page.checking.overlay.isVisible()
    assert not page.view.room.check.isEnabled()
    wait_until(lambda: not page.checking.check.running and page.jobs.busy == 0)
    assert list(dict.fromkeys(said)) == [
        "2 Sekunden ganz still sein.",
        "Jetzt sprich: Hier ist Mira, und das ist mein Arbeitsplatz.",
        "Einen Moment.",
    ]
    assert not page.checking.overlay.isVisible()
    assert "open" not in states(page)[:3]
    assert page.view.room.check.text() == "Nochmal"


def test_every_lamp_says_what_was_found_and_what_helps(page: Any, found: Callable[..., None]) -> None:
    found(BACK_LIGHT, NOISY, ECHO)
    assert states(page) == ["stop", "ok", "hint", "open"]
    assert lamp(page, RoomTopic.LIGHT).accessibleName() == (
        "Licht: Das Fenster ist hinter dir. Dreh dich um, dann hat dein Gesicht Licht."
    )
    assert lamp(page, RoomTopic.DISTANCE).words.sentence == "Augen auf der Linie"
    assert page.bar.filled.isEnabled(), "all of it is advice"


def test_enter_on_a_lamp_tells_all_of_its_remarks(page: Any, found: Callable[..., None]) -> None:
    from skriptstudio.ui.widgets.lamp import Lamp

    found(NOISY, ECHO)
    lamp(page, RoomTopic.QUIET).setFocus()
    press("Space")
    told = [one.text() for one in open_dialog(page.place).findChildren(Lamp)]
    assert [one.split(".")[0] for one in told] == ["Raum ist laut", "Raum hallt"]
    press("Escape")
    assert open_dialog(page.place) is None
    assert lamp(page, RoomTopic.QUIET).hasFocus()


@pytest.mark.parametrize(
    ("keys", "state", "sentence"),
    [
        (["Return"], "ok", "Angesehen, alles gut"),
        (["Tab", "Space"], "hint", "Du wolltest noch umräumen. Danach sieh noch mal nach."),
        (["Escape"], "hint", "Hinter dir ist viel zu sehen. Eine Sache, die etwas erzählt, reicht."),
    ],
)
def test_the_background_is_the_person_s_to_judge(
    page: Any, found: Callable[..., None], keys: list[str], state: str, sentence: str
) -> None:
    found(CLUTTER)
    lamp(page, RoomTopic.BACKGROUND).setFocus()
    press("Space")
    assert page.checking.check.still is not None
    assert open_dialog(page.place).verb.hasFocus()
    for key in keys:
        press(key)
    words = lamp(page, RoomTopic.BACKGROUND).words
    assert (words.state, words.sentence) == (state, sentence)
    assert open_dialog(page.place) is None


# --- every way out


@pytest.mark.parametrize("way", ["Esc", "button", "leave", "camera"])
def test_a_check_ends_at_once_and_leaves_nothing_behind(
    page: Any, endless: list[str], wait_until: Callable[..., None], way: str
) -> None:
    press("K")
    wait_until(lambda: page.checking.overlay.line.value() == 500)
    {
        "Esc": lambda: press("Escape"),
        "button": page.checking.overlay.cancel.click,
        "leave": lambda: page.place.go("plan"),
        "camera": lambda: page.booth.use_camera("none"),
    }[way]()
    assert not page.checking.check.running
    assert not page.checking.overlay.isVisible()
    wait_until(lambda: page.jobs.busy == 0)
    assert endless == ["cancelled"]
    assert page.checking.check.report is None


def test_record_cancels_the_check_and_records(page: Any, endless: list[str], wait_until: Callable[..., None]) -> None:
    press("K")
    press("Space")
    assert not page.checking.check.running
    wait_until(lambda: page.filming.stage is not None and page.filming.stage.rolling)
    press("Space")
    wait_until(lambda: page.situation in ("fresh", "ready") and page.jobs.busy == 0)


def test_a_device_that_fails_is_told_and_another_one_makes_the_report_worthless(
    page: Any, found: Callable[..., None], wait_until: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(control: JobControl) -> RoomReport:
        raise CameraLost("demo")

    monkeypatch.setattr(page.booth.room, "check", lost)
    press("K")
    wait_until(lambda: open_dialog(page.place) is not None and page.jobs.busy == 0)
    press("Escape")
    found(NOISY)
    page.booth.use_camera("none")
    wait_until(lambda: page.situation == "ready" and page.jobs.busy == 0)
    assert states(page) == ["open"] * 4
    assert lamp(page, RoomTopic.LIGHT).words.sentence == "braucht die Kamera"
    assert lamp(page, RoomTopic.QUIET).words.sentence == "noch nicht geprüft"


# --- who speaks


def test_who_speaks_is_asked_behind_one_line(page: Any) -> None:
    line = page.view.room.speakers
    assert line.text() == "Mira Albrecht spricht"
    line.setFocus()
    press("Space")
    open_dialog(page.place).content.tick("u2").click()
    press("Return")
    assert set(page.state.speakers) == {"u1", "u2"}
    assert line.text() == "Mira Albrecht und 1 mehr"


# --- words


@pytest.mark.parametrize("person", ["", "Mira Albrecht"])
def test_the_sentence_to_speak_knows_the_person(person: str) -> None:
    from skriptstudio.ui.pages.record.room_words import sample_sentence

    said = sample_sentence(person, Speaker("de"))
    assert ("Mira" in said) == bool(person)
    assert "Albrecht" not in said


def test_a_topic_that_could_not_be_judged_says_so() -> None:
    from skriptstudio.ui.pages.record.room_words import lamp_words, summary

    report = RoomReport(frozenset({RoomTopic.QUIET}), measures={"noise_floor": -60.0})
    lamps = [lamp_words(topic, report, None, (), Speaker("de")) for topic in RoomTopic]
    assert [one.sentence for one in lamps[:3]] == ["ließ sich nicht prüfen"] * 2 + ["Raum ist leise"]
    assert summary(lamps, Speaker("de")).startswith("Raum-Check. Licht: ließ sich nicht prüfen. Abstand:")


def test_a_microphone_that_gives_nothing_in_the_silence_does_not_make_the_room_quiet() -> None:
    from skriptstudio.ui.pages.record.room_words import lamp_words

    report = RoomReport(frozenset({RoomTopic.QUIET}), measures={"speech_level": -20.0})
    lamp = lamp_words(RoomTopic.QUIET, report, None, (), Speaker("de"))
    assert (lamp.state, lamp.sentence) == ("ok", "Gute Stimme. Der Raum selbst ist hier nicht zu hören.")


# --- the guides


def test_the_guides_say_by_colour_tick_and_word_that_the_face_fits(page: Any, wait_until: Callable[..., None]) -> None:
    film = page.view.preview.film
    page.place.resize(1366, 768)
    wait_until(lambda: film.guides and page.faces.fits)
    assert film.fits
    assert film.accessibleDescription() == "Das Gesicht passt in die Linien."
    page.begin()
    wait_until(lambda: not page.faces.fits)
    assert film.accessibleDescription() == ""


def test_only_one_look_at_a_time_and_none_once_the_page_is_left(page: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[Any] = []
    monkeypatch.setattr(page.faces, "_jobs", SimpleNamespace(start=lambda *asked: looks.append(asked)))
    monkeypatch.setattr(page.faces, "_newest", lambda: Still(1, 1, b"\0\0\0\0"))
    page.faces.stop()
    page.faces.start()
    page.faces.look()
    page.faces.look()
    assert len(looks) == 1
    page.faces.stop()
    looks[0][1](True)
    assert not page.faces.fits


@pytest.mark.parametrize("size", [(1366, 688), (960, 540), (900, 460)], ids=str)
def test_cancel_stands_on_no_other_words(page: Any, wait_until: Callable[..., None], size: tuple[int, int]) -> None:
    page.place.resize(*size)
    wait_until(lambda: page.view.preview.film.has_picture)
    page.devices.check_room()
    wait_until(lambda: not page.view.preview.film.caption and page.checking.overlay.isVisible())
    overlay = page.checking.overlay
    assert overlay.rect().contains(overlay.cancel.geometry())
    assert not overlay.cancel.geometry().intersects(overlay._panel.geometry())
    overlay.cancel.click()
    wait_until(lambda: page.jobs.busy == 0)
