"""What the recorder makes of sources that misbehave; played by sources of the tests' own."""

import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeAlias

import av
import numpy as np
import pytest

from skriptstudio.domain.errors import Cancelled, NoMicrophone
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.take import TakeFinding
from skriptstudio.media.capture.blank import BlankCamera
from skriptstudio.media.capture.encoder import TakeEncoder
from skriptstudio.media.capture.recorder import Recorded, record
from skriptstudio.media.capture.source import Picture, Sound
from skriptstudio.media.capture.writer import QUEUE_FRAMES, TakeWriter

Listener: TypeAlias = Any  # the class of conftest.py, which can't be imported
Play = Callable[[Path], Any]


class Camera(BlankCamera):
    """Isn't none: its recording doesn't end with the sound. Remembers whether it was closed."""

    closed = False

    def close(self) -> None:
        self.closed = True


class Microphone:
    """Delivers 20 ms pieces of a hum; silent and dead for stretches of time, in seconds since the start."""

    def __init__(self, silent: tuple[float, float] = (0, 0), dead: tuple[float, float] = (0, 0)) -> None:
        self._silent, self._dead = silent, dead
        self._start = self._done = 0.0
        self.closed = False

    def open(self) -> None: ...

    def start(self, at: float) -> None:
        self._start = at

    def read(self, timeout: float) -> Sound | None:
        if self._dead[0] <= self._done < self._dead[1]:
            time.sleep(timeout)
            self._done = time.perf_counter() - self._start
            raise TimeoutError
        at = self._start + self._done
        time.sleep(max(0.0, at + 0.02 - time.perf_counter()))
        loud = not self._silent[0] <= self._done < self._silent[1]
        self._done += 0.02
        return Sound(np.full(960, 0.1 * loud, np.float32), at)

    def close(self) -> None:
        self.closed = True


def record_with(microphone: Microphone, path: Path, seconds: int, listener: Listener) -> Recorded:
    camera = Camera()
    recorded = record((camera, microphone), path, Fraction(seconds), listener, JobControl())
    assert camera.closed
    assert microphone.closed
    return recorded


def test_a_silent_microphone_is_warned_of_once_while_it_can_be_mended(tmp_path: Path, listener: Listener) -> None:
    recorded = record_with(Microphone(silent=(0, 3.3)), tmp_path / "a.mp4", 4, listener)
    assert listener.warnings == [TakeFinding.SILENT]
    assert recorded.findings == (TakeFinding.SILENT,)
    assert recorded.frames == 120


def test_a_microphone_that_falls_out_is_warned_of_and_leaves_silence(
    tmp_path: Path, listener: Listener, play: Play
) -> None:
    recorded = record_with(Microphone(dead=(0.3, 3.6)), tmp_path / "a.mp4", 4, listener)
    assert listener.warnings == [TakeFinding.MICROPHONE_LOST]
    assert recorded.findings == (TakeFinding.MICROPHONE_LOST,)
    assert recorded.frames == 120
    assert play(tmp_path / "a.mp4").sound_seconds == pytest.approx(4, abs=0.05)


class Stumbling(Camera):
    """Has a defect that nobody foresaw."""

    def read(self, timeout: float) -> Picture | None:
        if self._next == 10:
            raise ZeroDivisionError
        return super().read(timeout)


def test_a_defect_in_a_source_ends_all_threads_and_is_not_hidden(tmp_path: Path, listener: Listener) -> None:
    microphone = Microphone()
    with pytest.raises(ZeroDivisionError):
        record((Stumbling(), microphone), tmp_path / "a.mp4", None, listener, JobControl())
    assert microphone.closed


def test_a_missing_microphone_closes_the_camera_again(tmp_path: Path, listener: Listener) -> None:
    class Missing(Microphone):
        def open(self) -> None:
            raise NoMicrophone(source="gone")

    camera = Camera()
    with pytest.raises(NoMicrophone):
        record((camera, Missing()), tmp_path / "a.mp4", None, listener, JobControl())
    assert camera.closed
    assert not (tmp_path / "a.mp4").exists()


def test_cancelled_before_it_begins(tmp_path: Path, listener: Listener, control: JobControl) -> None:
    control.cancel()
    with pytest.raises(Cancelled):
        record((Camera(), None), tmp_path / "a.mp4", None, listener, control)


def test_a_full_queue_drops_the_picture_and_keeps_the_length(tmp_path: Path, play: Play) -> None:
    writer = TakeWriter(tmp_path / "a.mp4", with_sound=False)
    for _ in range(QUEUE_FRAMES + 5):
        writer.show(np.zeros((64, 36, 3), np.uint8))
    writer.close()
    writer.run()
    assert writer.dropped == 5
    assert writer.frames == len(play(tmp_path / "a.mp4").pictures) == QUEUE_FRAMES + 5


def test_a_folder_that_is_gone_is_a_failure_and_not_a_crash(tmp_path: Path) -> None:
    writer = TakeWriter(tmp_path / "gone" / "a.mp4", with_sound=False)
    writer.show(np.zeros((64, 36, 3), np.uint8))
    writer.show_again()
    writer.close()
    writer.run()
    assert isinstance(writer.failure, FileNotFoundError)


def test_an_encoder_that_refuses_ends_the_recording(
    tmp_path: Path, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise av.error.ExternalError(1, "no licence")

    monkeypatch.setattr(TakeEncoder, "show", refuse)
    recorded = record((Camera(), None), tmp_path / "a.mp4", Fraction(20), listener, JobControl())
    assert isinstance(recorded.failure, av.error.ExternalError)
    assert recorded.frames == 0
