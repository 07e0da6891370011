"""A recording from the first look to the last frame, with files and network cameras."""

import threading
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from skriptstudio.domain.errors import MissingFile, NoCamera, NothingToRecord, NotMedia
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.ports.studio import Recording, RecordingOrder
from skriptstudio.domain.take import TakeFinding
from skriptstudio.media.capture.studio import LocalStudio

MakeClip = Callable[..., Path]
Order = Callable[..., RecordingOrder]
Listener: TypeAlias = Any  # the class of conftest.py, which can't be imported
Play = Callable[[Path], Any]

FRAME = Fraction(1, 30)


Roll = Callable[..., Recording]


@pytest.fixture
def studio(tmp_path: Path) -> LocalStudio:
    return LocalStudio(tmp_path / "spool")


@pytest.fixture
def roll(studio: LocalStudio, order: Order, listener: Listener, control: JobControl) -> Roll:
    """Record from a camera and a microphone, perhaps for some seconds."""

    def record(camera: str, microphone: str, seconds: str | None = None) -> Recording:
        return studio.record(order(camera, microphone, seconds), listener, control)

    return record


def assert_even(pictures: list[Fraction]) -> None:
    """Constant 30 fps from 0 on."""
    assert pictures == [k * FRAME for k in range(len(pictures))]


def test_records_a_file_to_its_end_and_keeps_sound_on_picture(
    roll: Roll, make_clip: MakeClip, listener: Listener, play: Play
) -> None:
    clip = make_clip(seconds=6, size=(1280, 720))
    recording = roll(f"file:{clip}", f"file:{clip}")
    seen = play(recording.path)
    assert (recording.frames, recording.dropped, recording.repeated, recording.findings) == (180, 0, 0, ())
    assert recording.seconds == 6
    assert recording.lost_at_most == 0
    assert_even(seen.pictures)
    assert len(seen.pictures) == 180
    assert seen.sound_seconds == pytest.approx(6, abs=1024 / 48_000)
    assert len(seen.offsets) == 6
    assert max(abs(offset) for offset in seen.offsets) <= 0.010
    assert seen.size == (404, 720)
    assert listener.began.is_set()
    assert listener.lengths == sorted(listener.lengths)
    assert 20 <= len(listener.lengths) <= 32
    assert max(listener.levels) == pytest.approx(-6, abs=1)


def test_stops_at_the_ordered_length_to_the_frame(roll: Roll, make_clip: MakeClip, play: Play) -> None:
    clip = make_clip(seconds=3)
    recording = roll(f"file:{clip}", f"file:{clip}", "1.01")
    seen = play(recording.path)
    assert recording.frames == len(seen.pictures) == 30
    assert seen.sound_seconds == pytest.approx(1, abs=1024 / 48_000)


def test_cancelling_ends_the_take_and_keeps_it(
    roll: Roll, make_clip: MakeClip, control: JobControl, play: Play
) -> None:
    clip = make_clip(seconds=3)
    timer = threading.Timer(1.0, control.cancel)
    timer.start()
    recording = roll(f"file:{clip}", f"file:{clip}")
    timer.join()
    assert 10 <= recording.frames <= 36
    assert len(play(recording.path).pictures) == recording.frames


@pytest.mark.parametrize(("fps", "frames"), [(Fraction(25), 30), (Fraction(30_000, 1001), 36), (Fraction(60), 72)])
def test_any_frame_rate_becomes_thirty(roll: Roll, fps: Fraction, frames: int, make_clip: MakeClip, play: Play) -> None:
    clip = make_clip(seconds=float(frames / fps), fps=fps)
    recording = roll(f"file:{clip}", f"file:{clip}")
    seen = play(recording.path)
    assert abs(recording.frames - 36) <= 1
    assert_even(seen.pictures)
    assert recording.dropped == 0
    assert max(abs(offset) for offset in seen.offsets) <= 0.034


def test_a_file_whose_sound_ends_early_is_padded_with_silence(roll: Roll, make_clip: MakeClip, play: Play) -> None:
    picture, sound = make_clip(seconds=1), make_clip(seconds=0.5, sound_seconds=0.5)
    recording = roll(f"file:{picture}", f"file:{sound}")
    seen = play(recording.path)
    assert recording.frames == 30
    assert seen.sound_seconds == pytest.approx(1, abs=1024 / 48_000)


def test_without_a_microphone_the_take_has_no_sound_track(roll: Roll, make_clip: MakeClip, play: Play) -> None:
    recording = roll(f"file:{make_clip(seconds=1)}", "none")
    assert recording.findings == (TakeFinding.NO_SOUND,)
    assert play(recording.path).sound_seconds == 0


def test_without_a_camera_the_sound_decides_the_length(roll: Roll, make_clip: MakeClip, play: Play) -> None:
    recording = roll("none", f"file:{make_clip(seconds=1)}")
    seen = play(recording.path)
    assert 30 <= recording.frames <= 34
    assert seen.size == (608, 1080)
    assert seen.sound_seconds == pytest.approx(float(recording.seconds), abs=1024 / 48_000)


def test_a_network_camera_is_recorded_at_thirty_fps(roll: Roll, mjpeg: str, play: Play) -> None:
    recording = roll(f"{mjpeg}/ok", "none", "1")
    assert_even(play(recording.path).pictures)
    assert recording.frames == 30
    assert recording.dropped == 0
    assert recording.repeated <= 4


@pytest.mark.parametrize("way", ["stall/50", "die/50"])
def test_a_camera_that_is_lost_leaves_the_take_so_far(
    roll: Roll, way: str, mjpeg: str, make_clip: MakeClip, listener: Listener, play: Play
) -> None:
    sound = make_clip(seconds=10)
    began = time.monotonic()
    recording = roll(f"{mjpeg}/{way}", f"file:{sound}")
    assert time.monotonic() - began < 8
    assert recording.findings == (TakeFinding.CAMERA_LOST,)
    assert listener.warnings == [TakeFinding.CAMERA_LOST]
    seen = play(recording.path)
    assert 10 <= recording.frames <= 50
    assert len(seen.pictures) == recording.frames
    assert seen.sound_seconds == pytest.approx(float(recording.seconds), abs=1024 / 48_000)


@pytest.mark.parametrize("way", ["mute", "missing"])
def test_a_network_camera_that_does_not_answer_is_given_up_soon(
    roll: Roll, way: str, mjpeg: str, capfd: pytest.CaptureFixture[str]
) -> None:
    began = time.monotonic()
    with pytest.raises(NoCamera):
        roll(f"{mjpeg}/{way}", "none")
    assert time.monotonic() - began < 4.5
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("camera", ["http://127.0.0.1:9/nobody", "97", "Kamera von gestern"])
def test_a_camera_that_is_not_there(roll: Roll, camera: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(NoCamera) as caught:
        roll(camera, "none")
    assert caught.value.source == camera
    assert list((tmp_path / "spool").glob("*")) == []
    assert capfd.readouterr() == ("", "")


def test_files_that_are_no_media(roll: Roll, tmp_path: Path, make_clip: MakeClip) -> None:
    text = tmp_path / "Brief.mp4"
    text.write_text("Sehr geehrte Damen und Herren")
    silent = make_clip(seconds=0.5, sound_seconds=0)
    with pytest.raises(NotMedia):
        roll(f"file:{text}", "none")
    with pytest.raises(NotMedia):
        roll("none", f"file:{silent}")
    with pytest.raises(MissingFile):
        roll(f"file:{tmp_path}/weg.mp4", "none")


def test_neither_picture_nor_sound(roll: Roll) -> None:
    with pytest.raises(NothingToRecord):
        roll("none", "none")
