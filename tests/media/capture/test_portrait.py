"""The 9:16 part of any picture."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.media.capture.portrait import Crop, portrait_crop

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
