"""A picture is turned and cut before anybody sees it: in the preview, in the take and in a take without a room."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

import av
import numpy as np
import pytest

from skriptstudio.domain.framing import Framing
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.ports.studio import RecordingOrder, Still
from skriptstudio.media.capture.studio import LocalStudio

Order = Callable[..., RecordingOrder]
MakeClip = Callable[..., Path]
Listener: TypeAlias = Any  # the class of conftest.py, which can't be imported
Image = np.ndarray[tuple[int, ...], np.dtype[np.uint8]]


class Viewer:
    """Keeps what it was shown."""

    def __init__(self) -> None:
        self.stills: list[Still] = []

    def seen(self, still: Still) -> None:
        self.stills.append(still)

    def heard(self, level_db: float) -> None:
        pass

    def frozen(self, frozen: bool) -> None:
        raise AssertionError(frozen)

    def lost(self, error: Exception) -> None:
        raise AssertionError(error)

    def last(self) -> Image:
        still = self.stills[-1]
        return np.frombuffer(still.data, np.uint8).reshape(still.height, still.width, 4)[..., :3]


def film(path: Path) -> list[Image]:
    with av.open(str(path)) as container:
        return [np.asarray(frame.to_ndarray(format="bgr24"), np.uint8) for frame in container.decode(video=0)]


def where_red(image: Image) -> set[str]:
    """In which quarters the clip's red quarter (conftest.py) is seen."""
    high, wide = image.shape[0] // 2, image.shape[1] // 2
    quarters = {
        "top left": image[:high, :wide],
        "top right": image[:high, wide:],
        "bottom left": image[high:, :wide],
        "bottom right": image[high:, wide:],
    }
    return {name for name, part in quarters.items() if part[:, :, 2].mean() > part[:, :, 0].mean() + 50}


CASES = [
    (Framing(), (202, 360), {"top left"}),
    (Framing(across=0.0), (202, 360), {"top left", "top right"}),
    (Framing(across=1.0), (202, 360), set[str]()),
    (Framing(turned=90), (360, 640), {"top right"}),
    (Framing(turned=180, across=1.0), (202, 360), {"bottom left", "bottom right"}),
    (Framing(turned=270), (360, 640), {"bottom left"}),
]


@pytest.mark.parametrize(("framing", "size", "red"), CASES)
def test_preview_and_take_show_the_same_part(
    tmp_path: Path,
    make_clip: MakeClip,
    order: Order,
    listener: Listener,
    framing: Framing,
    size: tuple[int, int],
    red: set[str],
) -> None:
    clip = make_clip(seconds=0.4)
    viewer = Viewer()
    room = LocalStudio(tmp_path / "spool").enter(f"file:{clip}", "none", viewer, framing=framing)
    try:
        taken = room.record(order("-", "-"), listener, JobControl())
    finally:
        room.close()
    assert taken.order.framing == framing
    pictures = film(taken.path)
    assert {picture.shape for picture in pictures} == {(size[1], size[0], 3)}
    for image in (pictures[0], viewer.last()):
        assert where_red(image) == red


def test_a_take_without_a_room_is_framed_too(
    tmp_path: Path, make_clip: MakeClip, order: Order, listener: Listener
) -> None:
    asked = replace(order(f"file:{make_clip(seconds=0.4)}", "none"), framing=Framing(turned=90))
    taken = LocalStudio(tmp_path / "spool").record(asked, listener, JobControl())
    assert film(taken.path)[0].shape == (640, 360, 3)


def test_framing_follows_the_slider_between_takes_and_never_within_one(
    tmp_path: Path, mjpeg: str, order: Order, listener: Listener
) -> None:
    viewer = Viewer()
    room = LocalStudio(tmp_path / "spool").enter(f"{mjpeg}/ok", "none", viewer)

    class Turning:
        def started(self) -> None:
            room.frame(Framing(turned=90))

        def progress(self, seconds: object, level_db: float) -> None:
            assert viewer.last().shape == (360, 202, 3)

        def warned(self, finding: object) -> None:
            pass

    try:
        first = room.record(order("-", "-", "1"), Turning(), JobControl())
        second = room.record(order("-", "-", "0.5"), listener, JobControl())
        time.sleep(0.1)
    finally:
        room.close()
    assert viewer.last().shape == (640, 360, 3)
    assert {picture.shape for picture in film(first.path)} == {(360, 202, 3)}
    assert {picture.shape for picture in film(second.path)} == {(640, 360, 3)}
    assert (first.order.framing, second.order.framing) == (Framing(), Framing(turned=90))


def test_nothing_is_framed_where_there_is_no_camera(
    tmp_path: Path, make_clip: MakeClip, order: Order, listener: Listener
) -> None:
    asked = replace(order("none", f"file:{make_clip(seconds=0.4)}"), framing=Framing(turned=90))
    studio = LocalStudio(tmp_path / "spool")
    assert film(studio.record(asked, listener, JobControl()).path)[0].shape == (1080, 608, 3)
    room = studio.enter("none", asked.microphone, Viewer(), framing=asked.framing)
    try:
        assert film(room.record(asked, listener, JobControl()).path)[0].shape == (1080, 608, 3)
    finally:
        room.close()


def test_facts_are_measured_and_not_believed(tmp_path: Path, mjpeg: str) -> None:
    room = LocalStudio(tmp_path / "spool").enter(f"{mjpeg}/ok", "none", Viewer(), framing=Framing(turned=90))
    try:
        at_first = room.facts
        time.sleep(2.6)
        facts = room.facts
    finally:
        room.close()
    assert at_first is None
    assert facts is not None
    assert (facts.width, facts.height) == (640, 360)
    assert facts.fps == pytest.approx(30, abs=1.5)
