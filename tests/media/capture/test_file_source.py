"""Files as cameras and microphones."""

import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from skriptstudio.media.capture.file_source import FileCamera, FileMicrophone
from skriptstudio.media.capture.source import CameraSource, MicrophoneSource, Picture, Sound

MakeClip = Callable[..., Path]


def pictures(camera: CameraSource, at: float) -> Iterator[Picture]:
    camera.open()
    camera.start(at)
    try:
        while True:
            try:
                picture = camera.read(0.1)
            except TimeoutError:
                continue
            if picture is None:
                return
            yield picture
    finally:
        camera.close()


def sounds(microphone: MicrophoneSource, at: float) -> Iterator[Sound]:
    microphone.open()
    microphone.start(at)
    try:
        while True:
            try:
                sound = microphone.read(0.1)
            except TimeoutError:
                continue
            if sound is None:
                return
            yield sound
    finally:
        microphone.close()


def long_ago() -> float:
    """A start so far back that nothing has to be waited for."""
    return time.perf_counter() - 1000


def test_pictures_come_at_their_moments(make_clip: MakeClip) -> None:
    at = time.perf_counter() + 0.2
    for k, picture in enumerate(pictures(FileCamera(make_clip(seconds=1)), at)):
        assert picture.at == pytest.approx(at + k / 30, abs=1e-6)
        assert time.perf_counter() >= picture.at
        assert picture.image.shape == (360, 202, 3)


def test_waits_no_longer_than_it_is_told(make_clip: MakeClip) -> None:
    camera = FileCamera(make_clip(seconds=1))
    camera.open()
    began = time.perf_counter()
    camera.start(began + 10)
    with pytest.raises(TimeoutError):
        camera.read(0.05)
    assert time.perf_counter() - began < 0.3
    camera.close()
    camera.close()


def test_sound_keeps_its_place_beside_the_picture(make_clip: MakeClip) -> None:
    """A clip whose first picture comes 0.2 s after its first sound."""
    clip = make_clip(seconds=1, moments=lambda k: 0.2 + k / 30)
    at = long_ago()
    assert next(pictures(FileCamera(clip), at)).at == pytest.approx(at + 0.2, abs=0.001)
    assert next(sounds(FileMicrophone(clip), at)).at == pytest.approx(at, abs=0.001)


@pytest.mark.parametrize("rate", [48_000, 44_100])
def test_sound_is_gapless_mono_at_48_khz(rate: int, make_clip: MakeClip) -> None:
    at = long_ago()
    pieces = list(sounds(FileMicrophone(make_clip(seconds=0.2, sound_seconds=2, sound_rate=rate)), at))
    expected = at
    for piece in pieces:
        assert piece.at == pytest.approx(expected, abs=2e-5)
        assert piece.samples.dtype == np.float32
        expected = piece.at + len(piece.samples) / 48_000
    assert expected - at == pytest.approx(2, abs=0.05)
    assert max(np.abs(piece.samples).max() for piece in pieces) == pytest.approx(0.51, abs=0.1)


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_phone_held_otherwise_is_turned_upright(degrees: int, make_clip: MakeClip) -> None:
    clip = make_clip(seconds=0.2)
    set_rotation(clip, degrees)
    picture = next(pictures(FileCamera(clip), long_ago()))
    height, width, _ = picture.image.shape
    assert (width, height) == ((202, 360) if degrees == 180 else (360, 640))
    assert red_corner(picture.image) == {90: (0, 1), 180: (1, 1), 270: (1, 0)}[degrees]


def red_corner(image: np.ndarray[Any, np.dtype[np.uint8]]) -> tuple[int, int]:
    """(row, column) of the quarter that is red; in the upright clip (0, 0)."""
    height, width, _ = image.shape
    corners = {
        (row, column): image[height // 4 + row * height // 2, width // 4 + column * width // 2].astype(int)
        for row in (0, 1)
        for column in (0, 1)
    }
    return max(corners, key=lambda corner: int(corners[corner][2] - corners[corner][0]))


def set_rotation(path: Path, degrees: int) -> None:
    """Say in the track header that a player has to turn the picture clockwise, as phones do."""
    data = bytearray(path.read_bytes())
    matrix = data.index(b"tkhd") + 4 + 4 + 5 * 4 + 8 + 8  # version 0: flags, times, ids, reserved, layer ... volume
    a, b, c, d = {90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}[degrees]
    for offset, value in ((0, a), (4, b), (12, c), (16, d)):
        data[matrix + offset : matrix + offset + 4] = (value * 65_536).to_bytes(4, "big", signed=True)
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("kind", "shape"),
    [
        ({"codec": "libx265"}, (360, 202, 3)),
        ({"size": (641, 361)}, (360, 202, 3)),
        ({"size": (360, 640)}, (640, 360, 3)),
        ({"size": (300, 800)}, (534, 300, 3)),
        ({"name": "Aufnahme.mkv"}, (360, 202, 3)),
    ],
    ids=["hevc", "odd", "upright", "tall", "mkv"],
)
def test_all_kinds_of_files(kind: dict[str, Any], shape: tuple[int, int, int], make_clip: MakeClip) -> None:
    seen = list(pictures(FileCamera(make_clip(seconds=0.5, **kind)), long_ago()))
    assert len(seen) == 15
    assert {picture.image.shape for picture in seen} == {shape}


def test_a_varying_rate_keeps_its_moments(make_clip: MakeClip) -> None:
    def uneven(k: int) -> float:
        return k / 30 + 0.011 * (k % 3)

    at = long_ago()
    seen = list(pictures(FileCamera(make_clip(seconds=1, moments=uneven)), at))
    assert [picture.at - at for picture in seen] == pytest.approx([uneven(k) for k in range(30)], abs=0.001)


def test_a_picture_that_stands_still_is_no_lost_camera(make_clip: MakeClip) -> None:
    at = long_ago()
    seen = list(pictures(FileCamera(make_clip(seconds=0.1, moments=lambda k: k * 3.0, sound_seconds=7)), at))
    gaps = [later.at - sooner.at for sooner, later in pairwise(seen)]
    assert max(gaps) <= 1.01
    assert seen[-1].at - at == pytest.approx(6.0, abs=0.01)


def test_a_file_that_was_cut_off_ends_where_it_breaks(make_clip: MakeClip, tmp_path: Path) -> None:
    whole = make_clip(name="ganz.mkv", seconds=2)
    broken = tmp_path / "halb.mkv"
    broken.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    assert 5 < len(list(pictures(FileCamera(broken), long_ago()))) < 60
