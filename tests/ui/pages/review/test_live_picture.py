"""The picture of the playing clip is the picture of the file, small."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from tests.ui.pages.review.test_player import SECOND, frame_number

from skriptstudio.domain.clip import RenderPlan, SourceSegment
from skriptstudio.domain.clip_size import CLIP_HEIGHT_PX, CLIP_WIDTH_PX
from skriptstudio.domain.cut import Segment
from skriptstudio.domain.dressing import Box, Dressing, Insert
from skriptstudio.domain.hiding import always_hidden, hidden_of, hidden_while

pytestmark = pytest.mark.qt

SIZE_PX = (270, 480)
BOX = Box(Fraction("0.3"), Fraction("0.4"), Fraction("0.35"), Fraction("0.1"), Fraction(0), SECOND)


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One picture of 1280x720 with large and small patterns."""
    path = tmp_path_factory.mktemp("wide") / "wide.mp4"
    down, across = np.mgrid[0:720, 0:1280]
    picture = np.stack([across // 6 % 256, (down // 40 % 2) * 120 + across // 12, 255 - down // 4], -1).astype(np.uint8)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=30, options={"preset": "ultrafast", "crf": "10"})
        stream.width, stream.height, stream.pix_fmt = 1280, 720, "yuv420p"
        for index in range(2):
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24").reformat(
                format="yuv420p", dst_colorspace="ITU709", dst_color_range="MPEG"
            )
            frame.pts, frame.time_base = index, Fraction(1, 30)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def shrunk(rgb: bytes) -> Any:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    kind = QImage.Format.Format_RGB888
    image = QImage(rgb, CLIP_WIDTH_PX, CLIP_HEIGHT_PX, 3 * CLIP_WIDTH_PX, kind)
    ways = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    return colours(image.scaled(*SIZE_PX, *ways))


def colours(image: Any) -> Any:
    from PySide6.QtGui import QImage

    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(plain.bits(), np.uint8).reshape(plain.height(), plain.width(), 4)[..., :3].astype(int)


def live(path: Path, segment: SourceSegment, boxes: tuple[Box, ...]) -> Any:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QImage
    from PySide6.QtMultimedia import QVideoFrame

    from skriptstudio.ui.pages.review.seen_picture import SeenPicture, composed

    with av.open(str(path)) as container:
        frame = next(container.decode(video=0))
        rgb = frame.reformat(format="rgb24", src_colorspace="ITU709", src_color_range="MPEG").to_ndarray()
    image = QImage(np.ascontiguousarray(rgb).tobytes(), 1280, 720, 3 * 1280, QImage.Format.Format_RGB888).copy()
    seen = SeenPicture(QVideoFrame(), segment.across, segment.all_of_it, tuple(map(hidden_of, boxes)))
    return colours(composed(image, seen, QSize(*SIZE_PX)))


@pytest.mark.parametrize("boxes", [(), (BOX,)], ids=["open", "with a box"])
@pytest.mark.parametrize(
    "view", [{"across": Fraction("0.85")}, {"all_of_it": True}], ids=["moved window", "blurred ground"]
)
def test_it_looks_like_the_exports_picture(app: Any, wide: Path, view: dict[str, Any], boxes: tuple[Box, ...]) -> None:
    from skriptstudio.media.render.renderer import PyAvRenderer

    segment = replace(SourceSegment(wide, Fraction(0), Fraction(1, 30)), **view)
    exported = shrunk(PyAvRenderer().still(RenderPlan((segment,), boxes=boxes), Fraction(0)).rgb)
    difference = live(wide, segment, boxes) - exported
    psnr = 10 * np.log10(255**2 / (difference**2).mean())
    print(f"mean difference {abs(difference).mean():.2f}, PSNR {psnr:.1f} dB")
    assert abs(difference).mean() < 2.5
    assert psnr > 33


def test_what_a_box_hides_is_gone_at_every_size(app: Any) -> None:
    from skriptstudio.media.render.live import hide_in

    noise = np.random.default_rng(3).integers(0, 256, (1920, 1080, 4), np.uint8)
    box = hidden_of(BOX)
    for tall in (1920, 960, 493, 321):
        wide = round(tall * 9 / 16)
        picture = np.ascontiguousarray(noise[:tall, :wide])
        hide_in(picture, box)
        left, right = box.left * wide / 1080, box.right * wide / 1080
        top, bottom = box.top * tall / 1920, box.bottom * tall / 1920
        inside = picture[int(top) : int(np.ceil(bottom)), int(left) : int(np.ceil(right))]
        cells = (np.ceil((right - left) / (box.cell_px * wide / 1080)) + 1) * (
            np.ceil((bottom - top) / (box.cell_px * tall / 1920)) + 1
        )
        assert len(np.unique(inside.reshape(-1, 4), axis=0)) <= cells
        assert (picture[: int(top)] == noise[: int(top), :wide]).all()


def test_a_box_holds_a_frame_longer_on_each_side() -> None:
    box = replace(BOX, start=Fraction(10, 30), end=Fraction(20, 30))
    assert [bool(hidden_while((box,), at, at + 1)) for at in (8, 9, 10, 19, 20, 21)] == [
        False,
        True,
        True,
        True,
        True,
        False,
    ]
    assert hidden_while((box,), 4, 10), "a slow film's picture is still seen when the box begins"
    always = always_hidden(Dressing(boxes=(box,), inserts=(Insert("a", Fraction(0), Fraction(0), SECOND),)))
    assert hidden_while(always.boxes, 5000, 5001)
    assert not always.inserts


@pytest.fixture
def player(app: Any, film: Path) -> Any:
    from PySide6.QtCore import QEvent

    from skriptstudio.ui.pages.review.player import ClipPlayer, warm_up

    warm_up()
    player = ClipPlayer()
    player.set_muted(True)
    yield player
    player.close()
    player.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_no_picture_is_shown_without_its_box_on_playing_and_on_seeking(
    player: Any, film: Path, wait_until: Callable[..., None]
) -> None:
    shown: list[tuple[int, bool]] = []
    player.pictured.connect(lambda seen: shown.append((frame_number(seen.frame), bool(seen.hidden))))
    box = replace(BOX, start=Fraction(10, 30), end=Fraction(20, 30))
    player.load([Segment("a", Fraction(0), SECOND)], {"a": film}, dressing=Dressing(boxes=(box,)))
    player.set_rate(2.0)
    player.play()
    wait_until(lambda: not player.playing)
    for number in (15, 3, 12, 25, 19, 10):
        player.seek(Fraction(number, 30))
        wait_until(lambda number=number: shown[-1][0] == number)
    assert {number for number, _ in shown} >= {12, 25}
    assert [one for one in shown if 10 <= one[0] < 20 and not one[1]] == []
    assert not any(hidden for number, hidden in shown if number < 8 or number > 21)
    player.dress(Dressing())
    assert shown[-1] == (10, False), "the standing picture is told at once"


def test_at_a_cut_no_picture_of_another_place_is_seen(
    player: Any, large_film: Path, wait_until: Callable[..., None]
) -> None:
    shown: list[int] = []
    player.pictured.connect(lambda seen: shown.append(frame_number(seen.frame)))
    kept = [(40, 43), (10, 13), (55, 58), (25, 28)]
    player.load([Segment("a", Fraction(first, 30), Fraction(end, 30)) for first, end in kept], {"a": large_film})
    player.play()
    wait_until(lambda: not player.playing)
    assert [number for number in shown if not any(first <= number < end for first, end in kept)] == []
    assert {number // 10 for number in shown} >= {4, 2}


def test_another_film_is_seen_over_the_voice_in_its_time(
    player: Any, film: Path, tmp_path: Path, wait_until: Callable[..., None]
) -> None:
    other = tmp_path / "other.mp4"
    other.write_bytes(film.read_bytes())
    shown: list[tuple[int, int]] = []
    player.pictured.connect(lambda seen: shown.append((frame_number(seen.frame), round(player.at * 30))))
    insert = Insert("b", SECOND, Fraction(10, 30), Fraction(20, 30))
    player.load([Segment("a", Fraction(0), SECOND)], {"a": film, "b": other}, dressing=Dressing(inserts=(insert,)))
    player.play()
    wait_until(lambda: not player.playing)
    inside = [number for number, at in shown if 11 <= at < 19]
    assert inside
    assert min(inside) >= 29, "of the other film, whose second second is seen"
    assert all(abs(number - 30 - (at - 10)) <= 6 for number, at in shown if 11 <= at < 19), "in step"
    assert {number for number, at in shown if at > 21} & set(range(21, 31)), "the voice's picture again"
    player.seek(Fraction(15, 30))
    wait_until(lambda: shown[-1][0] == 35)
    player.step(1)
    wait_until(lambda: shown[-1][0] == 36)
    player.seek(Fraction(5, 30))
    wait_until(lambda: shown[-1][0] == 5)
