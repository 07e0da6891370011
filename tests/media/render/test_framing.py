from fractions import Fraction

import av
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.domain.framing import crop_size, fills_clip
from skriptstudio.media.render.framing import Framing

sizes = st.integers(64, 8192)
aspects = st.sampled_from([Fraction(1), Fraction(4, 3), Fraction(64, 45), Fraction(3, 4)])


@given(sizes, sizes, aspects, st.booleans())
def test_the_window_lies_inside_and_touches_two_edges(
    width: int, height: int, aspect: Fraction, sideways: bool
) -> None:
    across, down = crop_size(width, height, aspect, sideways=sideways)
    assert 1 <= across <= width
    assert 1 <= down <= height
    assert across == width or down == height


@given(sizes, sizes, aspects)
def test_the_window_is_9_to_16_as_shown(width: int, height: int, aspect: Fraction) -> None:
    across, down = crop_size(width, height, aspect, sideways=False)
    wanted = Fraction(9, 16)
    assert abs(across * aspect - down * wanted) <= max(aspect, wanted)  # within one pixel


@pytest.mark.parametrize(
    ("width", "height", "sideways", "window"),
    [(1920, 1080, False, (608, 1080)), (1080, 1920, False, (1080, 1920)), (1920, 1080, True, (1920, 1080))],
)
def test_usual_windows(width: int, height: int, sideways: bool, window: tuple[int, int]) -> None:
    assert crop_size(width, height, Fraction(1), sideways=sideways) == window


def red(pixels: str, matrix: int, full: bool, size: tuple[int, int]) -> av.VideoFrame:
    """A picture of pure red in some way of writing colours."""
    colour = np.broadcast_to(np.array([255, 0, 0], np.uint8), (size[1], size[0], 3)).copy()
    rgb = av.VideoFrame.from_ndarray(colour, format="rgb24")
    frame = rgb.reformat(format=pixels, dst_colorspace=matrix, dst_color_range=2 if full else 1)
    frame.colorspace, frame.color_range = matrix, 2 if full else 1
    return frame


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080), (320, 180)])
@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("matrix", [1, 5])
@pytest.mark.parametrize("pixels", ["yuv420p", "yuv444p", "yuv420p10le"])
def test_red_stays_red_however_the_source_wrote_it(pixels: str, matrix: int, full: bool, size: tuple[int, int]) -> None:
    made = Framing(Fraction(1)).clip_picture(red(pixels, matrix, full, size))
    assert (made.width, made.height, made.format.name) == (1080, 1920, "yuv420p")
    values = [int(np.median(np.frombuffer(plane, np.uint8))) for plane in made.planes]  # type: ignore[call-overload]
    assert np.allclose(values, (63, 102, 240), atol=2)  # BT.709 red, limited range


def test_a_picture_of_another_kind_in_between_is_taken_too() -> None:
    framing = Framing(Fraction(1))
    for size in [(320, 180), (180, 320), (320, 180)]:
        assert framing.clip_picture(red("yuv420p", 1, False, size)).width == 1080


@pytest.mark.parametrize(
    ("size", "fills"),
    [((1080, 1920), True), ((1088, 1920), True), ((1920, 1080), False), ((1080, 2340), False), ((1440, 1920), False)],
)
def test_only_a_picture_of_the_clips_shape_is_seen_as_a_whole(size: tuple[int, int], fills: bool) -> None:
    assert fills_clip(*size) is fills
