"""A disk that runs full while the camera runs (a real file system of 80 MB)."""

import shutil
import threading
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import pytest
from tests.tiny_disk import MB, fill

from skriptstudio.domain.errors import DiskFull
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.ports.studio import RecordingOrder
from skriptstudio.domain.take import TakeFinding
from skriptstudio.media.capture.blank import BlankCamera
from skriptstudio.media.capture.disk_forecast import DiskForecast, seconds_left
from skriptstudio.media.capture.recorder import record
from skriptstudio.media.capture.source import Picture
from skriptstudio.media.capture.spool import Spool, disk_trouble
from skriptstudio.media.capture.studio import LocalStudio

MakeClip = Callable[..., Path]
Order = Callable[..., RecordingOrder]
Listener: TypeAlias = Any  # the class of conftest.py, which can't be imported
Play = Callable[[Path], Any]


class Snow(BlankCamera):
    """Noise can't be compressed: it fills the disk in a second."""

    def read(self, timeout: float) -> Picture | None:
        picture = super().read(timeout)
        if picture is None:
            return None
        noise = np.random.default_rng().integers(0, 255, (360, 202, 3), np.uint8)
        return Picture(noise, picture.at)


@pytest.fixture
def once_it_runs(listener: Listener) -> Callable[[Callable[[], None]], threading.Thread]:
    """Do something as soon as the first picture is in the file."""

    def later(deed: Callable[[], None]) -> threading.Thread:
        def wait() -> None:
            assert listener.began.wait(10)
            deed()

        thread = threading.Thread(target=wait)
        thread.start()
        return thread

    return later


def test_a_disk_that_somebody_else_fills_at_once_costs_nothing_that_was_written(
    tiny_disk: Path, tmp_path: Path, order: Order, listener: Listener, play: Play, once_it_runs: Any
) -> None:
    spool = Spool(tiny_disk / "spool")
    filling = once_it_runs(lambda: fill(tiny_disk, leaving=400_000))
    with spool.begin(order("none", "none")) as entry:
        recorded = record((Snow(), None), entry.take, None, listener, JobControl())
    filling.join()
    assert isinstance(recorded.failure, OSError)
    assert isinstance(disk_trouble(recorded.failure, tiny_disk), DiskFull)
    assert recorded.frames > 5
    with pytest.raises(DiskFull):
        list(spool.unfinished())
    roomy = tmp_path / "roomy"
    shutil.copytree(tiny_disk / "spool", roomy)
    (recording,) = Spool(roomy).unfinished()
    assert 0 < recording.frames <= recorded.frames
    assert len(play(recording.path).pictures) == recording.frames


def test_a_take_is_ended_and_whole_when_less_than_a_minute_is_left(
    tiny_disk: Path, order: Order, listener: Listener, make_clip: MakeClip, play: Play, once_it_runs: Any
) -> None:
    studio = LocalStudio(tiny_disk / "spool")
    clip = make_clip(seconds=8)
    filling = once_it_runs(lambda: fill(tiny_disk, leaving=12 * MB))
    recording = studio.record(order(f"file:{clip}", f"file:{clip}"), listener, JobControl())
    filling.join()
    assert listener.warnings == [TakeFinding.DISK_NEARLY_FULL, TakeFinding.DISK_FULL]
    assert recording.findings == (TakeFinding.DISK_FULL,)
    assert 30 < recording.frames < 120
    assert recording.lost_at_most == 0
    seen = play(recording.path)
    assert len(seen.pictures) == recording.frames
    assert seen.sound_seconds == pytest.approx(float(recording.seconds), abs=1024 / 48_000)
    assert list(studio.unfinished()) == [recording]


def test_the_warning_of_the_moment_is_not_kept(
    tiny_disk: Path, order: Order, listener: Listener, make_clip: MakeClip
) -> None:
    clip = make_clip(seconds=0.5)
    studio = LocalStudio(tiny_disk / "spool")
    recording = studio.record(order(f"file:{clip}", f"file:{clip}"), listener, JobControl())
    assert listener.warnings == [TakeFinding.DISK_NEARLY_FULL]
    assert recording.findings == ()
    studio.discard(recording)


def test_no_recording_begins_with_room_for_less_than_a_minute(
    tiny_disk: Path, order: Order, listener: Listener, make_clip: MakeClip
) -> None:
    clip = make_clip(seconds=0.5)
    studio = LocalStudio(tiny_disk / "spool")
    assert 75 < studio.seconds_left() < 85
    fill(tiny_disk, leaving=59 * MB)
    assert 50 < studio.seconds_left() < 60
    with pytest.raises(DiskFull) as caught:
        studio.record(order(f"file:{clip}", "none"), listener, JobControl())
    assert caught.value.path == str(tiny_disk / "spool")
    assert not listener.began.is_set()


@pytest.mark.parametrize(
    ("free", "written", "seconds", "left"),
    [
        (600 * MB, 0, 0, 600),
        (600 * MB, 50 * MB, 100, 550),
        (600 * MB, 10 * MB, 100, 2500),
        (600 * MB, 200 * MB, 100, 104),
        (5 * MB, 200 * MB, 100, 0),
    ],
    ids=["before the take", "as usual", "a quiet picture", "a restless picture", "no room even for the copy"],
)
def test_the_forecast_follows_the_real_bit_rate(free: int, written: int, seconds: int, left: float) -> None:
    assert float(seconds_left(free, written, Fraction(seconds))) == pytest.approx(left, rel=0.05)


def test_the_disk_is_looked_at_every_two_seconds_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[Path] = []
    usage = shutil.disk_usage(tmp_path)

    def look(path: Path) -> object:
        looks.append(path)
        return usage

    monkeypatch.setattr(shutil, "disk_usage", look)
    now = 100.0
    forecast = DiskForecast(tmp_path / "take.mp4", lambda: now)
    for tenth in range(41):
        now = 100 + tenth / 10
        forecast.look(Fraction(tenth, 10))
    assert len(looks) == 3
