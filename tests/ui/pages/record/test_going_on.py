"""From section to section with one key: what comes after a take."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from tests.ui.hands import click, focus_text, press

from skriptstudio.domain.production import Production
from skriptstudio.store.settings import SettingsFile

pytestmark = pytest.mark.qt

START = "Aufnahme starten"


@pytest.fixture
def page(enter: Callable[..., Any], opened: Any) -> Any:
    """The page that goes on by itself."""
    opened.session.change_settings(goes_on=True)
    page = enter()
    page.arrivals.look_ms = 200
    return page


@pytest.fixture
def speak(page: Any, stored: Callable[[], Production], wait_until: Callable[..., None]) -> Callable[[], None]:
    """Space; the built-in presenter ends by itself. Then the take is home, and perhaps the page is further already."""

    def record() -> None:
        before = len(stored().takes)
        press("Space")
        wait_until(lambda: page.filming.stage is None and page.situation != "saving" and len(stored().takes) > before)

    return record


def test_with_space_alone_every_section_gets_its_take(
    page: Any, speak: Callable[[], None], stored: Callable[[], Production], wait_until: Callable[..., None]
) -> None:
    for section in ("hook", "value", "beat", "cta"):
        assert (page.state.section, focus_text()) == (section, START)
        speak()
        wait_until(lambda: not page.arrivals.leading_on)
        assert page.filming.stage is None, "it never rolls without a press"
    assert [take.section for take in stored().takes] == ["hook", "value", "beat", "cta"]
    assert page.situation == "fresh"
    assert page.bar.filled.text() == "Weiter zum Prüfen"


def test_meanwhile_the_take_is_shown_and_r_records_it_again(
    page: Any, speak: Callable[[], None], stored: Callable[[], Production], wait_until: Callable[..., None]
) -> None:
    page.arrivals.look_ms = 60_000
    speak()
    wait_until(lambda: page.view.shown is page.view.player and page.jobs.busy == 0)
    assert "Gleich kommt Nutzen. R nimmt nochmal auf." in page.bar.state
    page.arrivals.look_ms = 200
    press("R")
    assert not page.arrivals.leading_on
    time.sleep(0.3)
    wait_until(lambda: page.filming.stage is not None and page.filming.stage.rolling)
    assert page.state.section == "hook"
    wait_until(lambda: page.state.section == "value" and page.jobs.busy == 0)
    assert [take.section for take in stored().takes] == ["hook", "hook"]


def test_a_section_that_is_retaken_alone_stays(
    page: Any, speak: Callable[[], None], wait_until: Callable[..., None]
) -> None:
    speak()
    wait_until(lambda: page.state.section == "value" and page.situation == "ready")
    press("Up")
    speak()
    assert (page.state.section, page.arrivals.leading_on) == ("hook", False)
    assert "Nochmal oder weiter zu Nutzen?" in page.bar.state


def test_who_looks_at_the_take_is_not_taken_away_from_it(
    page: Any, speak: Callable[[], None], wait_until: Callable[..., None]
) -> None:
    page.arrivals.look_ms = 1500
    speak()
    wait_until(lambda: page.view.shown is page.view.player)
    click(page.view.player.toggle)
    wait_until(lambda: page.view.player.playing)
    wait_until(lambda: not page.arrivals.leading_on)
    assert (page.state.section, page.situation) == ("hook", "fresh")
    assert "Nochmal oder weiter zu Nutzen?" in page.bar.state


def test_a_take_with_something_wrong_is_kept_in_view(
    page: Any, rolling: Callable[..., Any], stop: Callable[[], None]
) -> None:
    rolling(0.3)
    stop()
    assert not page.arrivals.leading_on
    assert "In diesem Take scheint niemand zu sprechen." in page.bar.state


def test_it_is_off_at_first_and_switched_on_in_the_settings(program: Any) -> None:
    assert not program.session.settings.goes_on
    program.window.go("settings")
    settings = program.window.current
    settings.sections.choose("recording")
    switch = settings.section.goes_on
    assert switch.accessibleName() == "Nach jedem Take weiter zum nächsten Abschnitt"
    switch.setFocus()
    press("Space")
    assert SettingsFile().load().goes_on
