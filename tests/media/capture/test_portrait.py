"""The 9:16 part of any picture."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.domain.framing import TURNS, Framing
from skriptstudio.media.capture.portrait import Crop, portrait_crop, upright

sizes = st.integers(16, 4096)


@pytest.mark.parametrize(
    ("size", "crop"),
    [
        ((1920, 1080), Crop(656, 0, 608, 1080)),
        ((1280, 720), Crop(438, 0, 404, 720)),
        ((1080, 1920), Crop(0, 0, 1080, 1920)),
        ((1080, 2340), Crop(0, 210, 1080, 1920)),
        ((641, 361), Crop(218, 0, 202, 360)),
    ],
)
def test_the_middle_is_kept(size: tuple[int, int], crop: Crop) -> None:
    assert portrait_crop(*size) == crop


@given(sizes, sizes)
def test_lies_inside_on_even_pixels_and_as_near_to_9_16_as_they_allow(width: int, height: int) -> None:
    crop = portrait_crop(width, height)
    assert 0 <= crop.left <= width - crop.width
    assert 0 <= crop.top <= height - crop.height
    assert all(value % 2 == 0 for value in (crop.left, crop.top, crop.width, crop.height))
    assert abs(crop.width * 16 - crop.height * 9) <= 32
    assert crop.width >= width - 1 or crop.height >= height - 1


@given(sizes, sizes)
def test_what_was_cropped_is_not_cropped_again(width: int, height: int) -> None:
    crop = portrait_crop(width, height)
    assert portrait_crop(crop.width, crop.height) == Crop(0, 0, crop.width, crop.height)


def test_cuts_a_view_out_of_an_image() -> None:
    image = np.arange(90 * 160 * 3, dtype=np.uint16).astype(np.uint8).reshape(90, 160, 3)
    crop = portrait_crop(160, 90)
    assert crop.of(image).shape == (90, 50, 3)
    assert np.shares_memory(crop.of(image), image)


@pytest.mark.parametrize(("across", "left"), [(0.0, 0), (0.25, 328), (0.5, 656), (1.0, 1312)])
def test_the_upright_part_lies_where_it_is_wanted(across: float, left: int) -> None:
    assert portrait_crop(1920, 1080, Framing(across=across)) == Crop(left, 0, 608, 1080)


@given(
    st.integers(2, 120),
    st.integers(2, 120),
    st.sampled_from(TURNS),
    st.floats(0, 1),
    st.floats(0, 1),
)
def test_cutting_first_gives_what_turning_first_would(
    width: int, height: int, turned: int, across: float, down: float
) -> None:
    image = np.random.default_rng(0).integers(0, 256, (height, width, 3), np.uint8)
    framing = Framing(turned, across, down)
    whole = np.rot90(image, -turned // 90)
    crop = portrait_crop(whole.shape[1], whole.shape[0], framing)
    assert np.array_equal(upright(image, framing), crop.of(whole))


def test_without_a_turn_nothing_is_copied() -> None:
    image = np.zeros((90, 160, 3), np.uint8)
    assert np.shares_memory(upright(image, Framing(across=0.2)), image)
