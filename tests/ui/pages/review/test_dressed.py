"""Who checks a clip sees what lies over it: the whole picture while it stands, title and names while it runs."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from tests.ui.pages.review.at_the_desk import TITLE, settle

from skriptstudio.domain.dressing import NameLine
from skriptstudio.domain.production import Production
from skriptstudio.steps.dress import DressWish

pytestmark = pytest.mark.qt


def test_title_and_name_are_seen_in_their_time(
    house: Any, clip: Production, enter: Callable[[str], Any], program: Any, wait_until: Callable[..., None]
) -> None:
    name = NameLine("Lena", "Vermessung", Fraction(1), Fraction(2))
    house.dress.change(clip.id, DressWish(title="Keine Wände?", names=(name,)))
    view = enter(TITLE).view
    settle(program.window, wait_until)
    screen, player = view.parts.screen, view.player
    wait_until(lambda: screen.dressed is not None)
    assert len(screen.layers) == 1
    player.seek(Fraction(3, 2))
    assert screen.dressed is None
    assert len(screen.layers) == 2
    wait_until(lambda: screen.dressed is not None)
    player.seek(Fraction(7, 2))
    assert screen.layers == ()


def test_the_end_card_comes_after_the_last_word(
    house: Any, clip: Production, enter: Callable[[str], Any], program: Any, wait_until: Callable[..., None]
) -> None:
    house.dress.change(clip.id, DressWish(end_card="Bewirb dich!"))
    view = enter(TITLE).view
    settle(program.window, wait_until)
    screen, player, timeline = view.parts.screen, view.player, view.parts.timeline

    def shows_card() -> bool:
        return screen.card is not None

    assert timeline.maximum() + 1 == (player.time.spoken + 2) * 30
    assert "Schlusskarte" in timeline.toolTip()
    player.seek(player.time.spoken - Fraction(1, 10))
    assert not shows_card()
    player.play()
    wait_until(shows_card)
    assert player.playing
    wait_until(lambda: not player.playing)
    assert player.at == player.time.spoken + 2 - Fraction(1, 30)
    ground = screen.grab().toImage().pixelColor(screen.width() // 8, screen.height() // 3)
    assert ground.name() == "#0b5f66"
    player.seek(player.time.spoken)
    assert shows_card(), "it can be looked at picture by picture"
    player.step(-1)
    assert not shows_card()
    player.seek(player.time.spoken + 1)
    player.play()
    wait_until(lambda: player.at > player.time.spoken + Fraction(6, 5))
    player.pause()
    player.play()
    assert player.time.in_card(player.at), "a pause isn't the end"
    player.pause()


def test_a_plain_clip_is_shown_as_it_is(clip: Production, enter: Callable[[str], Any]) -> None:
    view = enter(TITLE).view
    assert view.parts.screen.layers == ()
    assert view.parts.screen.dressed is None
