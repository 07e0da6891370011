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


def test_the_end_card_stands_where_the_clip_is_over(
    house: Any, clip: Production, enter: Callable[[str], Any], program: Any, wait_until: Callable[..., None]
) -> None:
    house.dress.change(clip.id, DressWish(end_card="Bewirb dich!"))
    view = enter(TITLE).view
    settle(program.window, wait_until)
    screen, player = view.parts.screen, view.player
    player.seek(player.time.seconds - Fraction(1, 2))
    assert screen.card is None
    player.play()
    wait_until(lambda: player.over and screen.card is not None)
    ground = screen.grab().toImage().pixelColor(screen.width() // 8, screen.height() // 3)
    assert ground.name() == "#0b5f66"
    player.step(-1)
    assert screen.card is None


def test_a_plain_clip_is_shown_as_it_is(clip: Production, enter: Callable[[str], Any]) -> None:
    view = enter(TITLE).view
    assert view.parts.screen.layers == ()
    assert view.parts.screen.dressed is None
