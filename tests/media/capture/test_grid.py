"""Pictures of any camera on a constant thirty a second."""

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.media.capture.grid import Grid


def lay(stamps: list[float], end: int | None = None) -> tuple[list[int | None], Grid[int]]:
    """The picture's number in each slot, None for the one before again."""
    grid: Grid[int] = Grid(stamps[0])
    shown = [slot.image for k, at in enumerate(stamps) for slot in grid.lay(k, at, end)]
    return shown, grid


def camera(fps: float, seconds: float, start: float = 1000.0) -> list[float]:
    return [start + k / fps for k in range(round(seconds * fps))]


def test_thirty_pictures_a_second_pass_one_by_one() -> None:
    shown, grid = lay(camera(30, 600))
    assert shown == list(range(18_000))
    assert (grid.repeated, grid.surplus) == (0, 0)


@given(st.lists(st.floats(-0.012, 0.012), min_size=30, max_size=300))
def test_jitter_below_a_third_of_a_picture_changes_nothing(jitter: list[float]) -> None:
    stamps = [50 + k / 30 + off for k, off in enumerate([0.0, *jitter])]
    shown, grid = lay(stamps)
    assert shown == list(range(len(stamps)))
    assert (grid.repeated, grid.surplus) == (0, 0)


@pytest.mark.parametrize(
    ("fps", "repeated", "surplus"),
    [
        (Fraction(25), 50, 0),
        (Fraction(30_000, 1001), 0, 0),
        (Fraction(24), 60, 0),
        (Fraction(15), 150, 0),
        (Fraction(60), 0, 300),
        (Fraction(50), 0, 200),
    ],
)
def test_other_rates_repeat_or_leave_out_evenly(fps: Fraction, repeated: int, surplus: int) -> None:
    shown, grid = lay(camera(float(fps), 10))
    assert len(shown) == pytest.approx(300, abs=2)
    assert grid.repeated == pytest.approx(repeated, abs=2)
    assert grid.surplus == pytest.approx(surplus, abs=3)


@given(st.floats(29.9, 30.1), st.floats(0, 0.003), st.integers(0, 999))
def test_a_camera_that_drifts_does_not_flap(fps: float, jitter: float, seed: int) -> None:
    random = Random(seed)
    stamps = [at + random.uniform(-jitter, jitter) for at in camera(fps, 60)]
    _, grid = lay(stamps)
    expected = abs(fps - 30) * 60
    assert grid.repeated + grid.surplus <= expected + 2


@given(
    st.lists(st.floats(0.001, 0.4), min_size=1, max_size=100),
    st.one_of(st.none(), st.integers(1, 200)),
)
def test_every_slot_shows_a_picture_from_its_time(gaps: list[float], end: int | None) -> None:
    stamps = [5.0]
    for gap in gaps:
        stamps.append(stamps[-1] + gap)
    shown, grid = lay(stamps, end)
    assert grid.filled == len(shown)
    assert end is None or len(shown) <= end
    assert shown[0] == 0
    new = [image for image in shown if image is not None]
    assert new == sorted(set(new))
    for slot, image in enumerate(shown):
        if image is not None:
            assert (stamps[image] - grid.moment(slot)) * 30 <= 0.9 + 1e-6


def test_a_gap_is_bridged_by_the_picture_before() -> None:
    shown, grid = lay([0.0, 1 / 30, 2 / 30, 8 / 30, 9 / 30])
    assert shown == [0, 1, 2, None, None, None, None, None, 3, 4]
    assert grid.repeated == 5


def test_the_end_is_exact() -> None:
    shown, grid = lay(camera(30, 2), end=17)
    assert len(shown) == 17
    assert len(grid.finish(20)) == 3
    assert grid.filled == 20
    assert grid.finish(20) == []
