"""The clip shows exactly the pictures of the source that it should."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from skriptstudio.domain.clip import RenderedClip

Film = Callable[..., Path]
Render = Callable[..., RenderedClip]
Numbers = Callable[[Path], list[int]]


@pytest.mark.parametrize("start", [0, 7, 11, 12, 13, 29])
def test_a_cut_begins_and_ends_on_its_frames(talking: Path, render: Render, numbers: Numbers, start: int) -> None:
    clip = render((talking, start / 30, (start + 17) / 30))
    assert numbers(clip.path) == list(range(start, start + 17))
    assert clip.frames == 17


def test_segments_follow_each_other_without_a_gap(talking: Path, render: Render, numbers: Numbers) -> None:
    clip = render((talking, 1, 4 / 3), (talking, 0, 1 / 3), (talking, 1.5, 1.6))
    assert numbers(clip.path) == [*range(30, 40), *range(10), 45, 46, 47]


@pytest.mark.parametrize(
    ("fps", "expected"),
    [
        (15, [k // 2 for k in range(20)]),
        (50, [0, 2, 4, 5, 7, 9, 10, 12, 14, 15]),
        (60, list(range(0, 20, 2))),
    ],
)
def test_other_rates_become_30(film: Film, render: Render, numbers: Numbers, fps: int, expected: list[int]) -> None:
    clip = render((film(fps=fps, frames=fps), 0, len(expected) / 30))
    assert numbers(clip.path) == expected


@pytest.mark.parametrize("fps", [24, 25])
def test_a_slower_source_is_never_more_than_half_a_frame_off(
    film: Film, render: Render, numbers: Numbers, fps: int
) -> None:
    shown = numbers(render((film(fps=fps, frames=fps), 0, 1)).path)
    assert set(shown) == set(range(fps))
    for k, number in enumerate(shown):
        assert -1 / 30 <= number / fps - k / 30 <= 0.015 + 1e-9


@pytest.mark.parametrize("name", ["vfr.mp4", "vfr.mkv"])
def test_a_variable_rate_keeps_its_timing(film: Film, render: Render, numbers: Numbers, name: str) -> None:
    times = (0, 33, 67, 100, 300, 333, 367, 800, 833)
    shown = numbers(render((film(name=name, times=times), 0, 0.9)).path)
    assert [shown.index(number) for number in range(9)] == [round(ms * 30 / 1000) for ms in times]
    assert len(shown) == 27


@pytest.mark.parametrize(
    ("name", "late_ms"),
    [("late.mkv", -200), ("late.mkv", 1500), ("late.ts", -200), ("late.ts", 40), ("late.mp4", 40), ("late.mp4", 1500)],
)
def test_the_first_picture_is_zero_wherever_the_file_begins(
    film: Film, render: Render, numbers: Numbers, name: str, late_ms: int
) -> None:
    clip = render((film(name=name, late_ms=late_ms), 1 / 6, 1 / 2))
    assert numbers(clip.path) == list(range(5, 15))


def test_what_an_edit_list_hides_stays_hidden(film: Film, render: Render, numbers: Numbers) -> None:
    clip = render((film(name="hidden.mp4", late_ms=-200), 0, 1 / 3))
    assert numbers(clip.path) == list(range(6, 16))


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_phone_held_upright_is_shown_upright(film: Film, render: Render, numbers: Numbers, turn: int) -> None:
    assert numbers(render((film(turn=turn), 0, 0.5)).path) == list(range(15))


@pytest.mark.parametrize(
    "kind",
    [
        {"codec": "libx265"},
        {"size": (641, 359)},
        {"size": (180, 320)},
        {"size": (200, 200)},
        {"size": (64, 64)},
        {"codec": "mpeg4", "name": "film.avi"},
        {"codec": "libvpx-vp9", "name": "film.webm"},
    ],
    ids=lambda kind: "-".join(map(str, kind.values())),
)
def test_unusual_films_come_through(film: Film, render: Render, numbers: Numbers, kind: dict[str, Any]) -> None:
    assert numbers(render((film(**kind), 0.2, 0.5)).path) == list(range(6, 15))


def test_a_source_that_ends_early_shows_its_last_picture_again(film: Film, render: Render, numbers: Numbers) -> None:
    clip = render((film(frames=10), 0, 0.5))
    assert numbers(clip.path) == [*range(10), *[9] * 5]


def test_a_picture_can_be_the_whole_film(film: Film, render: Render, numbers: Numbers) -> None:
    assert numbers(render((film(frames=1), 0, 0.1)).path) == [0, 0, 0]
