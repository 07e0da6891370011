"""The prompter on the stage: modes, keys, buttons, and a sentence corrected while the take rolls."""

import itertools
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.ui.hands import TITLE, click, press

from skriptstudio.domain.production import State
from skriptstudio.domain.script import Section, SectionKind
from skriptstudio.language.coach import GermanCoach

pytestmark = pytest.mark.qt


@pytest.fixture
def page(enter: Callable[..., Any]) -> Any:
    page = enter()
    page._choose_section("whole")
    return page


@pytest.fixture
def roll(page: Any, wait_until: Callable[..., None]) -> Callable[..., Any]:
    """Starts a take with these settings of the prompter; gives the stage once the text runs or waits."""

    def start(**settings: Any) -> Any:
        session = page.session
        session.change_settings(prompter=replace(session.settings.prompter, **settings))
        told: list[float] = []
        page.filming.shoot.feed.told.connect(told.append)
        page.begin()
        wait_until(lambda: bool(told) and page.filming.stage is not None and page.filming.stage.rolling)
        return page.filming.stage

    return start


# --- modes, keys, buttons


@pytest.mark.parametrize("mode", ["sentences", "bullets"])
def test_by_hand_a_step_shows_the_next_sentence_and_says_which(
    roll: Callable[..., Any], stop: Callable[[], None], mode: str
) -> None:
    from skriptstudio.domain.prompter import PrompterMode

    stage = roll(mode=PrompterMode(mode), forward_key="F5", back_key="B")
    assert stage.live.rest.text() == "Satz 1 von 4"
    for key in ("F5", "PgDown", "B", "Down"):
        press(key)
    assert stage.live.rest.text() == "Satz 3 von 4"
    assert not stage.pace.running
    assert not stage.controls.hold.isVisible()
    shown = {line.text for line in stage.band.lines}
    assert ("Büro – keine Wände" in shown) is (mode == "bullets")
    stop()


def test_a_target_time_is_what_is_left_at_first(roll: Callable[..., Any], stop: Callable[[], None]) -> None:
    from skriptstudio.domain.prompter import PrompterMode

    stage = roll(mode=PrompterMode.TARGET, target_seconds=60)
    assert stage.pace.left == pytest.approx(60, abs=2)
    assert stage.live.rest.text().startswith("noch 0:5") or stage.live.rest.text() == "noch 1:00"
    assert "Etwa 1:00" in stage.live._figures.text()
    stop()


def test_the_buttons_do_what_the_keys_do_and_space_still_stops(
    roll: Callable[..., Any], stop: Callable[[], None]
) -> None:
    stage = roll()
    controls = stage.controls
    click(controls.hold)
    assert not stage.pace.running
    assert controls.hold.accessibleName() == "Text laufen lassen"
    before = stage.pace.line
    click(controls.forward)
    click(controls.forward)
    click(controls.back)
    assert stage.pace.line == before + 1
    click(controls.hold)
    assert stage.pace.running
    stop()


def test_every_button_is_reached_and_pressed_by_keyboard(roll: Callable[..., Any], stop: Callable[[], None]) -> None:
    from PySide6.QtWidgets import QApplication

    stage = roll()
    names = []
    for _ in range(6):
        press("Tab")
        focused = QApplication.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName())
        if focused is stage.controls.hold:
            press("Space")
            assert not stage.pace.running
    assert names == ["Text zurück", "Text anhalten", "Text weiter", "Satz ändern", "Nochmal von vorn", "Stopp"]
    stop()


@pytest.mark.parametrize("size", [(1366, 688), (960, 540), (960, 460)])
@pytest.mark.parametrize("mode", ["tempo", "sentences"])
def test_the_buttons_stand_apart_in_every_window(
    page: Any, roll: Callable[..., Any], stop: Callable[[], None], size: tuple[int, int], mode: str
) -> None:
    from skriptstudio.domain.prompter import PrompterMode

    page.place.resize(*size)
    stage = roll(mode=PrompterMode(mode))
    shown = [button for button in stage._buttons if button.isVisible()]
    for left, right in itertools.pairwise(shown):
        assert left.geometry().right() < right.geometry().left()
    assert all(stage.rect().contains(button.geometry()) for button in shown)
    assert not any(button.geometry().intersects(stage.film.geometry()) for button in shown)
    stop()


# --- a sentence corrected


def change_to(stage: Any, words: str) -> None:
    press("E")
    assert stage.correction.isVisible()
    stage.correction.field.setPlainText(words)
    press("Return")


def script(house: Any) -> dict[str, str]:
    return {section.name: section.text for section in house.desk.open(TITLE).record.script.sections}


def test_a_corrected_sentence_stands_on_the_stage_at_once_and_stays_in_the_script(
    page: Any, roll: Callable[..., Any], stop: Callable[[], None], house: Any
) -> None:
    stage = roll()
    for _ in range(2):
        press("Down")
    section, at = stage.pace.section, stage.pace.sentence
    assert section == "value"
    change_to(stage, "Du siehst jetzt, // womit wir messen.")
    assert (stage.pace.section, stage.pace.sentence, stage.pace.running) == ("value", at, False)
    assert any("//" in line.text for line in stage.band.lines)
    press("P")
    stop()
    assert script(house)["value"] == "Du siehst jetzt, // womit wir messen."
    assert page.material.sentences("value")[0].text == "Du siehst jetzt, // womit wir messen."
    assert house.desk.open(TITLE).record.script.authors == ("u2", "u1")
    assert len(house.desk.open(TITLE).record.takes) == 1


def test_keys_go_into_the_field_and_esc_drops_what_was_typed(
    roll: Callable[..., Any], stop: Callable[[], None], house: Any
) -> None:
    before = script(house)
    stage = roll()
    press("E")
    for key in ("P", "Space", "R", "V"):
        press(key)
    assert stage.rolling
    assert stage.film.isVisible()
    assert stage.correction.field.toPlainText().lower() == "mein büro hat heute keine wände.p rv"
    press("Esc")
    assert not stage.correction.isVisible()
    stop()
    assert script(house) == before


def test_stopping_right_away_keeps_what_was_typed(
    page: Any, roll: Callable[..., Any], house: Any, wait_until: Callable[..., None]
) -> None:
    stage = roll()
    press("E")
    stage.correction.field.setPlainText("Mein Büro ist heute draußen.")
    click(stage.stop)
    wait_until(lambda: page.situation == "fresh" and page.jobs.busy == 0)
    assert script(house)["hook"] == "Mein Büro ist heute draußen."


def test_corrections_one_after_the_other_are_all_kept(
    roll: Callable[..., Any], stop: Callable[[], None], house: Any
) -> None:
    stage = roll()
    change_to(stage, "Mein Büro ist heute draußen.")
    change_to(stage, "Mein Büro ist heute draußen. Kommst du mit?")
    assert len(stage.text.scene.sentences) == 5
    stop()
    assert script(house)["hook"] == "Mein Büro ist heute draußen. Kommst du mit?"


def test_what_others_wrote_in_between_stays_and_is_said_after_the_take(
    page: Any, roll: Callable[..., Any], stop: Callable[[], None], house: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(page.place, "toast", lambda text, *more: said.append(text))
    stage = roll()
    theirs = house.desk.open(TITLE).record.script.sections
    house.write.save(house.desk.open(TITLE).record.id, [*theirs[:-1], replace(theirs[-1], text="Komm vorbei.")], "u2")
    change_to(stage, "Mein Büro ist heute draußen.")
    assert stage.band.lines[0].text.startswith("Mein Büro ist")
    stop()
    assert script(house)["cta"] == "Komm vorbei."
    assert script(house)["hook"] == theirs[0].text
    assert len(said) == 1


@pytest.fixture
def handed_in(
    page: Any, roll: Callable[..., Any], stop: Callable[[], None], house: Any, wait_until: Callable[..., None]
) -> None:
    """The press has the clip to check: the script can't be changed any more, but takes can still be made."""
    roll()
    stop()
    house.review.hand_in(TITLE, "Mira Albrecht")
    page.place.open_production(TITLE)
    wait_until(lambda: page.session.production.state is State.PRESS_CHECK and page.jobs.busy == 0)


def test_words_that_a_handed_in_script_does_not_take_become_a_note_on_the_take(
    page: Any, handed_in: None, roll: Callable[..., Any], stop: Callable[[], None], house: Any
) -> None:
    before = script(house)
    stage = roll()
    change_to(stage, "Mein Büro ist heute draußen.")
    assert stage.band.lines[0].text.startswith("Mein Büro ist heute")
    change_to(stage, "Mein Büro ist heute draußen. Kommst du mit?")
    stop()
    assert script(house) == before
    newest = max(house.desk.open(TITLE).record.takes, key=lambda take: take.recorded)
    assert newest.note == "Geändert: „Mein Büro ist heute draußen.“ „Mein Büro ist heute draußen. Kommst du mit?“"
    assert page.place._toasts.shown[-1].text == (
        "Das Skript ist schon abgegeben. Deine Worte stehen als Notiz am Take."
    )


def test_words_of_a_take_that_was_dropped_wait_for_the_next_one(
    page: Any, handed_in: None, roll: Callable[..., Any], stop: Callable[[], None], house: Any, wait_until: Any
) -> None:
    change_to(roll(), "Mein Büro ist heute draußen.")
    wait_until(lambda: page.filming.corrections._words)
    press("R")
    wait_until(lambda: page.filming.stage is not None and page.filming.stage.rolling)
    told: list[float] = []
    page.filming.shoot.feed.told.connect(told.append)
    wait_until(lambda: told and told[-1] >= 0.3)
    stop()
    newest = max(house.desk.open(TITLE).record.takes, key=lambda take: take.recorded)
    assert newest.note == "Geändert: „Mein Büro ist heute draußen.“"


@pytest.mark.parametrize(
    ("text", "index", "wanted", "expected"),
    [
        ("Ja. Ja. Ja.", 1, "Nein.", "Ja. Nein. Ja."),
        ("Eins.\nZwei.\nDrei.", 1, "Vier  und\nfünf.", "Eins.\nVier und fünf.\nDrei."),
        ("Eins // zwei. // Drei.", 0, "Vier.", "Vier. Drei."),
        ("Am 3. Mai. Dann mehr", 1, "Dann weniger.", "Am 3. Mai. Dann weniger."),
        ("// Eins.  Zwei.", 0, "Drei.", "Drei.  Zwei."),
    ],
)
def test_just_that_sentence_is_replaced(text: str, index: int, wanted: str, expected: str) -> None:
    from skriptstudio.ui.pages.record.correction import with_sentence

    section = Section("hook", SectionKind.HOOK, text)
    assert with_sentence(text, GermanCoach().reading(section.text)[index], wanted) == expected
