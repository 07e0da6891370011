"""A disk that runs full while the camera runs (a real file system of 2 MB)."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import pytest

from skriptstudio.domain.errors import DiskFull
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.ports import RecordingOrder
from skriptstudio.media.capture.blank import BlankCamera
from skriptstudio.media.capture.recorder import record
from skriptstudio.media.capture.source import Picture
from skriptstudio.media.capture.spool import Spool, disk_trouble

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


def test_what_was_recorded_is_kept_and_finished_once_there_is_room(
    tiny_disk: Path, tmp_path: Path, order: Order, listener: Listener, play: Play
) -> None:
    spool = Spool(tiny_disk / "spool", reserve_bytes=0)
    with spool.begin(order("none", "none")) as entry:
        recorded = record((Snow(), None), entry.take, None, listener, JobControl())
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
