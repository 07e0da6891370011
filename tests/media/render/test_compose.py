from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from skriptstudio.domain.captions import Cue
from skriptstudio.domain.clip import RenderedClip
from skriptstudio.media.render.compose import blend, stamp
from skriptstudio.media.render.text import Drawn

Render = Callable[..., RenderedClip]
Pictures = Callable[[Path], list[NDArray[np.uint8]]]
CUE = Cue(Fraction(1, 3), Fraction(2, 3), ("Übung macht den Meister,", "und Größe zählt jährlich."))


def flat(y: int, u: int, v: int, size: int = 16) -> av.VideoFrame:
    luma, chroma = np.full(size * size, y, np.uint8), size * size // 4
    planes = np.concatenate([luma, np.full(chroma, u, np.uint8), np.full(chroma, v, np.uint8)])
    return av.VideoFrame.from_ndarray(planes.reshape(size * 3 // 2, size), format="yuv420p")


def drawing(rgba: tuple[int, int, int, int]) -> Drawn:
    return Drawn(np.broadcast_to(np.array(rgba, np.uint8), (4, 8, 4)).copy(), 4, 6)


@pytest.mark.parametrize(
    ("rgb", "yuv"),
    [
        ((255, 255, 255), (235, 128, 128)),
        ((0, 0, 0), (16, 128, 128)),
        ((255, 0, 0), (63, 102, 240)),
        ((0, 255, 0), (173, 42, 26)),
        ((11, 95, 102), (83, 140, 91)),
    ],
)
def test_colours_are_bt_709(rgb: tuple[int, int, int], yuv: tuple[int, int, int]) -> None:
    frame = flat(100, 90, 160)
    blend(frame, stamp(drawing((*rgb, 255))))
    y, u, v = (np.frombuffer(p, np.uint8).reshape(-1, p.line_size) for p in frame.planes)  # type: ignore[call-overload]
    assert np.allclose((y[8, 6], u[4, 3], v[4, 3]), yuv, atol=1)


@given(st.tuples(*[st.integers(0, 255)] * 4), st.integers(0, 255))
def test_transparency_mixes_as_exact_arithmetic_does(rgba: tuple[int, int, int, int], ground: int) -> None:
    frame = flat(ground, 128, 128)
    blend(frame, stamp(drawing(rgba)))
    luma = 16 + 219 / 255 * (0.2126 * rgba[0] + 0.7152 * rgba[1] + 0.0722 * rgba[2])
    expected = (luma * rgba[3] + ground * (255 - rgba[3])) / 255
    assert abs(int(frame.to_ndarray()[8, 6]) - expected) <= 1


def test_nothing_changes_outside_of_the_rectangle() -> None:
    frame = flat(100, 90, 160)
    blend(frame, stamp(drawing((255, 255, 255, 255))))
    changed = frame.to_ndarray()[:16] != 100
    assert changed[6:10, 4:12].all()
    assert changed.sum() == 32


def test_a_caption_changes_only_the_safe_zone_and_only_in_its_time(
    talking: Path, render: Render, pictures: Pictures
) -> None:
    plain = pictures(render((talking, 0, 1), to="plain.mp4").path)
    lettered = pictures(render((talking, 0, 1), to="lettered.mp4", captions=(CUE,)).path)
    for index, (before, after) in enumerate(zip(plain, lettered, strict=True)):
        inside = np.zeros(before.shape, bool)
        inside[1150:1430, 65:900] = True
        change = np.abs(before.astype(int) - after)
        assert change[~inside].max() <= 12, "only the encoder's own noise"
        assert (change[inside].max() > 100) == (10 <= index < 20)


def test_a_draft_says_so_in_every_picture(talking: Path, render: Render, pictures: Pictures) -> None:
    plain = pictures(render((talking, 0, 0.5), to="plain.mp4").path)
    draft = pictures(render((talking, 0, 0.5), to="draft.mp4", draft_mark="ENTWURF").path)
    for before, after in zip(plain, draft, strict=True):
        changed = np.abs(before.astype(int) - after) > 30
        assert changed[300:700].mean() > 0.03
        assert not changed[960:].any()


def test_an_empty_cue_draws_nothing(talking: Path, render: Render, pictures: Pictures) -> None:
    clip = render((talking, 0, 0.2), captions=(Cue(Fraction(0), Fraction(1), ("  ",)),))
    assert len(pictures(clip.path)) == 6


def test_repeated_pictures_are_not_drawn_on_twice(
    film: Callable[..., Path], render: Render, pictures: Pictures
) -> None:
    slow = film(fps=10, frames=5, size=(1080, 1920))
    draft = pictures(render((slow, 0, 0.3), draft_mark="ENTWURF").path)
    assert np.abs(draft[0].astype(int) - draft[2]).max() <= 12


@pytest.mark.parametrize(("x", "y"), [(-4, -2), (1076, 1918), (-8, 0), (2000, 2000)])
def test_what_is_drawn_outside_of_the_picture_is_cut_off(x: int, y: int) -> None:
    frame = av.VideoFrame.from_ndarray(np.full((2880, 1080), 100, np.uint8), format="yuv420p")
    blend(frame, stamp(Drawn(drawing((255, 255, 255, 255)).image, x, y)))
    visible = max(0, min(1080, x + 8) - max(0, x)) * max(0, min(1920, y + 4) - max(0, y))
    assert (frame.to_ndarray()[:1920] == 235).sum() == visible
