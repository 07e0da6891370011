"""The player: loop, speed, two takes in step, and the strip of pictures."""

import time
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.ui.pages.review.at_the_desk import CUES, TITLE, press, settle

from skriptstudio.domain.cut import Segment
from skriptstudio.domain.production import Production

pytestmark = pytest.mark.qt

SECOND, FRAME = Fraction(1), Fraction(1, 30)


def frame_number(frame: Any) -> int:
    """Which picture of the test film it is: each is three shades lighter than the one before."""
    grey: int = frame.toImage().pixelColor(45, 80).red()
    return round((grey - 40) / 3)


class Seen:
    """Every picture that a player shows, and the moment it said then."""

    def __init__(self, player: Any) -> None:
        self.numbers: list[int] = []
        player.pictured.connect(lambda seen: self.numbers.append(frame_number(seen.frame)))


@pytest.fixture
def player(app: Any, film: Path) -> Any:
    from PySide6.QtCore import QEvent

    from skriptstudio.ui.pages.review.player import ClipPlayer, warm_up

    warm_up()
    player = ClipPlayer()
    player.set_muted(True)
    player.load([Segment("a", SECOND / 2, SECOND * 3 / 2), Segment("b", Fraction(0), SECOND)], {"a": film, "b": film})
    yield player
    player.close()
    player.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_seek_shows_the_frame_that_was_asked_for(player: Any, wait_until: Any) -> None:
    seen = Seen(player)
    for number, wanted in ((7, 22), (0, 15), (29, 44), (30, 0), (59, 29), (44, 14)):
        seen.numbers.clear()
        player.seek(number * FRAME)
        wait_until(lambda wanted=wanted: seen.numbers[-1:] == [wanted])


def test_another_take_shows_its_first_picture_at_once(player: Any, film: Path, tmp_path: Path, wait_until: Any) -> None:
    seen = Seen(player)
    wait_until(lambda: seen.numbers)
    taken = []
    for start in (10, 20, 30):
        other = tmp_path / f"{start}.mp4"
        other.write_bytes(film.read_bytes())
        seen.numbers.clear()
        began = time.perf_counter()
        player.load([Segment("a", start * FRAME, 2 * SECOND)], {"a": other})
        wait_until(lambda start=start: seen.numbers[-1:] == [start])
        taken.append(time.perf_counter() - began)
    assert min(taken) < 0.15


def test_a_loop_comes_back_to_its_first_frame_and_shows_nothing_behind_it(player: Any, wait_until: Any) -> None:
    seen = Seen(player)
    player.seek(SECOND / 5)
    wait_until(lambda: seen.numbers[-1:] == [21])
    seen.numbers.clear()
    player.set_loop((SECOND / 5, SECOND / 2))
    player.set_rate(2.0)
    player.play()
    wait_until(lambda: seen.numbers.count(21) >= 3)
    player.pause()
    assert set(seen.numbers) <= set(range(21, 30))
    assert player.at < SECOND / 2


def test_over_a_soft_cut_the_next_take_follows_at_once(player: Any, wait_until: Any) -> None:
    player.soft = True
    player.seek(SECOND * 4 / 5)
    seen = Seen(player)
    player.play()
    wait_until(lambda: player.at > SECOND * 13 / 10)
    player.pause()
    assert set(seen.numbers) <= {*range(38, 46), *range(12)}


def test_half_speed_takes_twice_as_long(player: Any, wait_until: Any) -> None:
    def seconds_for_half_a_second(rate: float) -> float:
        player.set_rate(rate)
        player.seek(Fraction(0))
        player.play()
        wait_until(lambda: player.at >= SECOND / 6)
        began = time.perf_counter()
        wait_until(lambda: player.at >= SECOND * 2 / 3)
        player.pause()
        return time.perf_counter() - began

    assert seconds_for_half_a_second(0.5) == pytest.approx(1.0, abs=0.25)
    assert seconds_for_half_a_second(2.0) == pytest.approx(0.25, abs=0.15)


def test_two_takes_run_in_step_and_one_is_heard(app: Any, film: Path, wait_until: Any) -> None:
    from PySide6.QtCore import QEvent

    from skriptstudio.ui.pages.review.in_step import InStep

    step = InStep()
    step.load([Segment("a", SECOND / 2, 2 * SECOND), Segment("b", Fraction(0), SECOND)], {"a": film, "b": film})
    assert step.leader is step.players[0]
    assert [player._muted for player in step.players] == [False, True]
    step.hear(1)
    assert [player._muted for player in step.players] == [True, False]
    step.seek(SECOND / 5)
    step.play()
    wait_until(lambda: step.leader.at > SECOND * 4 / 5)
    assert abs(step.apart) <= 0.07
    step.pause()
    assert step.follower.at == step.leader.at
    step.play()
    wait_until(lambda: not step.leader.playing)
    step.close()
    step.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_keys_set_speed_and_loop_and_pictures_stand_above_the_sound(
    clip: Production, program: Any, enter: Any, stored: Any, wait_until: Any
) -> None:
    program.window.resize(1366, 688)
    page = enter(TITLE)
    player, transport = page.view.player, page.view.parts.transport
    press(program.window, "H")
    assert (player.rate, transport.speed.text()) == (0.5, "0,5×")
    press(program.window, "D")
    assert player.rate == 2.0
    press(program.window, "D")
    assert player.rate == 1.0
    press(program.window, "W")
    assert player.loop == (0, 2)
    player.seek(Fraction(5, 2))
    assert player.loop == (2, 4)
    assert transport.loop.accessibleName() == "Schleife von 0:02,0 bis 0:04,0"
    player.seek(Fraction(1))
    press(program.window, "Shift+I")
    player.seek(Fraction(3))
    press(program.window, "Shift+O")
    assert player.loop == (1, 3 + FRAME)
    press(program.window, "W")
    assert player.loop is None
    press(program.window, "X")
    settle(program.window, wait_until)
    assert stored().cut.crossfade
    assert player.soft
    assert page.view.parts.tidy.crossfade.isChecked()
    timeline = page.view.parts.timeline
    assert set(page.view.loading.strips) == {take.id for take in clip.takes}
    shown = timeline.grab().toImage().pixelColor(timeline.width() // 4, timeline._strip_top() + 20)
    assert shown.red() == pytest.approx(40, abs=4)


def test_two_takes_are_compared_by_keyboard(
    house: Any, clip: Production, film: Path, program: Any, enter: Any, stored: Any, wait_until: Any
) -> None:
    from PySide6.QtWidgets import QAbstractItemView, QWidget

    def press_key(key: str) -> None:
        press(program.window, key)

    house.record.import_take(clip.id, film, "hook", ("Mira Albrecht",), foreign=False)
    house.review.save_captions(clip.id, CUES, "Jonas Weber")
    page = enter(TITLE)
    used = page.view.cutting.take_here
    press_key("G")
    compare = page.compare
    assert compare.isVisible()
    assert compare.shown == (used, clip.takes[0].id)
    wait_until(lambda: all(screen.has_picture for screen in compare.screens))
    nameless = [
        one for one in compare.findChildren(QWidget) if one.focusPolicy().value & 1 and not one.accessibleName()
    ]
    assert not [one for one in nameless if not isinstance(one, QAbstractItemView)]  # the lists of closed choices
    press_key("T")
    assert (compare.step.heard, compare.sound.current) == (1, "1")
    press_key("Space")
    assert all(player.playing for player in compare.step.players)
    press_key("K")
    press_key("Escape")
    assert page.view.isVisible()
    assert page.bar.filled.text() != ""
    press_key("G")
    press_key("2")
    settle(program.window, wait_until)
    assert stored().effective_cut().segments[0].take == clip.takes[0].id
