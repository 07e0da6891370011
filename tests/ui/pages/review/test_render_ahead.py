"""While a clip is only looked at, its export is made ahead; anything else stops that at once."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.ui.pages.review.at_the_desk import TITLE

from skriptstudio.domain.production import Production

pytestmark = pytest.mark.qt


@pytest.fixture
def ahead(
    house: Any, clip: Production, enter: Callable[[str], Any], program: Any, wait_until: Callable[..., None]
) -> Any:
    """At the clip, with its captions confirmed and the mains plugged in."""
    house.review.confirm_captions(clip.id, "Jonas Weber")
    enter(TITLE)
    ahead = program.window._ahead
    ahead._on_battery = lambda: False
    ahead._tick.stop()
    wait_until(lambda: program.window.jobs.busy == 0)
    return ahead


def rest(ahead: Any, seconds: int) -> None:
    for _ in range(seconds):
        ahead.look()


def test_it_begins_after_some_rest_once_and_stops_when_the_page_is_left(
    ahead: Any, program: Any, wait_until: Callable[..., None]
) -> None:
    from skriptstudio.assembly.kept import kept_pictures_bytes

    rest(ahead, 5)
    assert not ahead.running
    rest(ahead, 1)
    assert ahead.running
    program.window.go("record")
    wait_until(lambda: not ahead.running)
    program.window.go("review")
    wait_until(lambda: program.window.jobs.busy == 0)
    rest(ahead, 6)
    wait_until(lambda: not ahead.running)
    assert kept_pictures_bytes() > 0
    rest(ahead, 6)
    assert not ahead.running  # nothing is left to do


def test_nothing_is_made_ahead_on_battery_or_while_the_clip_plays(ahead: Any, program: Any) -> None:
    ahead._on_battery = lambda: True
    rest(ahead, 10)
    assert not ahead.running
    ahead._on_battery = lambda: False
    program.window.current.view.player.playing = True
    rest(ahead, 10)
    program.window.current.view.player.playing = False
    assert not ahead.running
