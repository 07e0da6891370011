"""HDR becomes what everybody's screen shows: grey stays grey, paper is white, highlights keep their order."""

from fractions import Fraction

import av
import numpy as np
import pytest

from skriptstudio.media.render.framing import Framing, View
from skriptstudio.media.render.tone import HLG, PQ, shown

PAPER = {HLG: 0.75, PQ: 0.58}
"""Signals of 203 nits (ITU-R BT.2408-4, table 1)."""


@pytest.mark.parametrize("transfer", [HLG, PQ])
def test_greys_stay_grey_and_in_order(transfer: int) -> None:
    ramp = np.linspace(0, 1, 50)
    grey = shown(np.repeat(ramp[:, None], 3, 1), transfer)
    assert np.abs(grey - grey[:, :1]).max() < 0.01
    assert (np.diff(grey[:, 0]) >= -1e-9).all()
    assert grey[0, 0] < 0.02
    assert grey[-1, 0] > 0.99


@pytest.mark.parametrize("transfer", [HLG, PQ])
def test_paper_is_nearly_white_and_skin_is_not_flat(transfer: int) -> None:
    paper, half = shown(np.repeat([[PAPER[transfer]], [PAPER[transfer] * 0.7]], 3, 1), transfer)[:, 0]
    assert 0.85 < paper < 0.99
    assert half < 0.75 * paper


def picture(luma: int, transfer: int) -> av.VideoFrame:
    """A grey of 10 bits, limited range, as a phone records it."""
    frame = av.VideoFrame(640, 360, "yuv420p10le")
    for plane, value in zip(frame.planes, (luma, 512, 512), strict=True):
        plane.update(np.full(plane.buffer_size // 2, value, np.uint16).tobytes())
    frame.colorspace, frame.color_range, frame.color_trc, frame.color_primaries = 9, 1, transfer, 9
    return frame


@pytest.mark.parametrize("view", [View(), View(all_of_it=True)])
@pytest.mark.parametrize("transfer", [HLG, PQ])
def test_a_film_goes_through_the_table(transfer: int, view: View) -> None:
    signal = PAPER[transfer]
    frame = Framing(Fraction(1), view).clip_picture(picture(round(64 + 876 * signal), transfer))
    wanted = 16 + 219 * float(shown(np.full((1, 3), signal), transfer)[0, 0])
    planes = frame.to_ndarray()
    assert frame.format.name == "yuv420p"
    assert abs(float(planes[960, 540]) - wanted) <= 3
    assert np.abs(planes[1920:].astype(int) - 128).max() <= 2


def test_an_ordinary_film_of_ten_bits_is_left_as_it_is() -> None:
    frame = Framing(Fraction(1)).clip_picture(picture(64 + 876 // 2, 1))
    assert abs(int(frame.to_ndarray()[960, 540]) - (16 + 219 // 2)) <= 1
