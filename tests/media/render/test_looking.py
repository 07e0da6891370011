"""Black, frozen and flashing stretches are found, and what is normal isn't called so."""

import json
import math
from collections.abc import Callable
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from skriptstudio.domain.clip import RenderedClip
from skriptstudio.domain.errors import NotMedia
from skriptstudio.media.render.cover import write_cover
from skriptstudio.media.render.flashing import CELLS, COLUMNS, most_flashes
from skriptstudio.media.render.looking import Look, Looker, looks_as_json, looks_from_json, stillness

Render = Callable[..., RenderedClip]


def luminance(brightness: float) -> int:
    share = max(0.0, (brightness - 16) / 219)
    return round(250 * math.pow(share, 2.4))


def seen(brightness: float, change: float) -> Look:
    return Look(brightness, change, bytes([luminance(brightness)] * CELLS))


def moving(*brightness: float) -> list[Look]:
    return [seen(value, 1.0) for value in brightness]


@pytest.mark.parametrize(
    ("looks", "black", "frozen", "flashes"),
    [
        ([], 0, 0, 0),
        (moving(*[100] * 40), 0, 0, 0),
        (moving(100, *[16] * 20, 100), 20, 0, 1),
        ([seen(100.0, 0.0)] * 90, 0, 90, 0),
        ([seen(16.0, 0.0)] * 90, 90, 0, 0),
        (moving(*[60, 160] * 4, *[60] * 40), 0, 0, 4),
        (moving(*[60] * 10, *[160] * 30, *[60] * 30), 0, 0, 1),
        (moving(*[60, 75] * 20), 0, 0, 0),
        (moving(*[217, 232] * 20), 0, 0, 0),
        (moving(*range(40, 200, 2)), 0, 0, 0),
    ],
)
def test_stretches_are_found(looks: list[Look], black: int, frozen: int, flashes: int) -> None:
    found = stillness(looks)
    assert (found.black, found.frozen) == (black, frozen)
    assert found.flashes in (flashes, max(0, flashes - 1))


def test_a_frozen_stretch_goes_on_over_the_border_of_two_chunks_but_not_over_a_cut() -> None:
    first, rest = seen(100.0, -1.0), [seen(100.0, 0.0)] * 29
    assert stillness([first, *rest, first, *rest]).frozen == 59
    assert stillness([first, *rest, seen(120.0, -1.0), *[seen(120.0, 0.0)] * 29]).frozen == 29


def test_a_photo_over_the_voice_may_stand() -> None:
    assert stillness([seen(100.0, 0.0)] * 150, stills=[(20, 140)]).frozen == 20


def grid(*cells: int) -> NDArray[np.uint8]:
    """One picture out of the luminance of its upper, middle and lower part."""
    return np.repeat(np.array(cells, np.uint8), (5 * COLUMNS, 6 * COLUMNS, 5 * COLUMNS))


@pytest.mark.parametrize(
    ("dark", "light", "flashes"),
    [
        (grid(20, 80, 80), grid(60, 80, 80), 5),
        (grid(20, 80, 200), grid(200, 80, 20), 5),
        (grid(20, 80, 80), grid(40, 80, 80), 0),
        (grid(205, 80, 80), grid(250, 80, 80), 0),
    ],
)
def test_a_part_of_the_picture_flashes_for_itself(
    dark: NDArray[np.uint8], light: NDArray[np.uint8], flashes: int
) -> None:
    assert most_flashes(np.array([dark if k % 6 < 3 else light for k in range(60)])) == flashes


@pytest.mark.parametrize(("period", "flashes"), [(10.0, 3), (7.5, 4)])
def test_three_flashes_a_second_are_told_from_four(period: float, flashes: int) -> None:
    pictures = [grid(200, 20, 20) if k % period < period / 2 else grid(20, 20, 20) for k in range(90)]
    assert most_flashes(np.array(pictures)) == flashes


def test_a_lamp_that_blinks_in_a_corner_is_no_flash() -> None:
    pictures = np.full((60, CELLS), 80, np.uint8)
    pictures[::2, :12] = 200
    assert most_flashes(pictures) == 0


def grey(value: int) -> av.VideoFrame:
    return av.VideoFrame.from_ndarray(np.full((2880, 1080), value, np.uint8), format="yuv420p")


def test_a_look_tells_brightness_and_change() -> None:
    looker = Looker()
    looks = [looker.look(grey(value)) for value in (50, 50, 80)]
    assert [(one.brightness, one.change) for one in looks] == [(50.0, -1.0), (50.0, 0.0), (80.0, 30.0)]
    assert looks[-1].cells == bytes([luminance(80)] * CELLS)
    assert list(looks_from_json(json.loads(json.dumps(looks_as_json(looks))))) == looks


def blinking(number: int, width: int, height: int) -> NDArray[np.uint8]:
    return np.full((height, width, 3), 255 if number // 3 % 2 else 0, np.uint8)


def test_a_flashing_film_is_known_also_from_kept_chunks(film: Callable[..., Path], render: Render) -> None:
    clip = render((film(picture=blinking), 0, 1))
    assert clip.stillness.flashes in (4, 5)


def test_the_end_card_does_not_count_as_frozen(talking: Path, render: Render) -> None:
    assert render((talking, 0, 1), end_card="Bewirb dich").stillness.frozen < 30


@pytest.mark.parametrize(("at", "number"), [(0.0, 0), (0.5, 15), (99.0, 29)])
def test_the_cover_is_the_picture_of_its_moment(
    film: Callable[..., Path], render: Render, tmp_path: Path, at: float, number: int
) -> None:
    from fractions import Fraction

    source = film(picture=lambda n, w, h: np.full((h, w, 3), 40 + 6 * n, np.uint8))
    write_cover(render((source, 0, 1)).path, Fraction(at), tmp_path / "cover.jpg")
    with Image.open(tmp_path / "cover.jpg") as image:
        assert (image.size, image.format, dict(image.getexif())) == ((1080, 1920), "JPEG", {})
        assert abs(float(np.asarray(image).mean()) - (40 + 6 * number)) < 3


def test_no_film_has_no_cover(tmp_path: Path) -> None:
    from fractions import Fraction

    (tmp_path / "clip.mp4").write_bytes(b"nothing")
    with pytest.raises(NotMedia):
        write_cover(tmp_path / "clip.mp4", Fraction(0), tmp_path / "cover.jpg")
    assert not (tmp_path / "cover.jpg").exists()
