"""Woven half pictures come out whole, each at its moment; other pictures aren't touched."""

from fractions import Fraction

import av
import numpy as np
import pytest

from skriptstudio.media.render.deinterlacing import deinterlaced


def woven(number: int, marked: bool = True, width: int = 64) -> av.VideoFrame:
    """A bar that moves between the two half pictures, as cameras of television film it."""
    luma = np.full((64, width), 40, np.uint8)
    for field in (0, 1):
        left = 8 * number + 4 * field
        luma[field::2, left : left + 8] = 200
    planes = np.concatenate([luma.ravel(), np.full(64 * width // 2, 128, np.uint8)]).reshape(96, width)
    frame = av.VideoFrame.from_ndarray(planes, format="yuv420p")
    graph = av.filter.Graph()
    source = graph.add_buffer(width=width, height=64, format=frame.format, time_base=Fraction(1, 25))
    kind = graph.add("setfield", "tff" if marked else "prog")
    graph.link_nodes(source, kind, graph.add("buffersink")).configure()
    frame.pts, frame.time_base = 0, Fraction(1, 25)
    graph.vpush(frame)
    return graph.vpull()


def combs(frame: av.VideoFrame) -> float:
    luma = frame.to_ndarray()[:64].astype(int)
    return float(np.abs(2 * luma[1:-1] - luma[:-2] - luma[2:]).mean())


@pytest.mark.parametrize("pattern", [[True] * 5, [False, True, True, False, True]])
def test_each_picture_stays_at_its_moment(pattern: list[bool]) -> None:
    pictures = [(Fraction(k, 25), woven(k, marked)) for k, marked in enumerate(pattern)]
    before = [combs(frame) for _, frame in pictures]
    made = list(deinterlaced(pictures))
    assert [moment for moment, _ in made] == [moment for moment, _ in pictures]
    for marked, was, (_, frame) in zip(pattern, before, made, strict=True):
        assert combs(frame) < was / 2 if marked else combs(frame) == was


def test_a_film_may_change_its_size() -> None:
    pictures = [(Fraction(k, 25), woven(0, width=width)) for k, width in enumerate([64, 64, 48, 48])]
    assert [(moment, frame.width) for moment, frame in deinterlaced(pictures)] == [
        (Fraction(0), 64),
        (Fraction(1, 25), 64),
        (Fraction(2, 25), 48),
        (Fraction(3, 25), 48),
    ]
