"""A lost camera or microphone comes back by itself, between takes and without anybody waiting for it."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from skriptstudio.domain.errors import CameraLost, NoCamera, NoMicrophone, SkriptStudioError
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.ports.studio import Device, RecordingOrder, Room, Still
from skriptstudio.domain.take import TakeFinding
from skriptstudio.media.capture import returning
from skriptstudio.media.capture.opening import number_of
from skriptstudio.media.capture.returning import Returning
from skriptstudio.media.capture.source import Sound
from skriptstudio.media.capture.studio import LocalStudio

Order = Callable[..., RecordingOrder]


@dataclass
class Viewer:
    """Remembers what it was told."""

    pictures: int = 0
    levels: list[float] = field(default_factory=list)
    losses: list[SkriptStudioError] = field(default_factory=list)

    def seen(self, still: Still) -> None:
        self.pictures += 1

    def heard(self, level_db: float) -> None:
        self.levels.append(level_db)

    def frozen(self, frozen: bool) -> None:
        raise AssertionError(frozen)

    def lost(self, error: SkriptStudioError) -> None:
        self.losses.append(error)


@pytest.fixture
def viewer() -> Viewer:
    return Viewer()


@contextmanager
def entered(spool: Path, camera: str, microphone: str, viewer: Viewer) -> Iterator[Room]:
    room = LocalStudio(spool).enter(camera, microphone, viewer)
    try:
        yield room
    finally:
        room.close()
    left = [thread.name for thread in threading.enumerate() if thread.name.startswith(("camera", "room"))]
    assert left == []


def wait_until(condition: Callable[[], object], seconds: float) -> None:
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.02)


def test_a_network_camera_that_is_back_is_shown_again_and_can_record(
    tmp_path: Path, mjpeg: str, mjpeg_away: threading.Event, viewer: Viewer, order: Order, listener: Any
) -> None:
    with entered(tmp_path, f"{mjpeg}/ok", "none", viewer) as room:
        mjpeg_away.set()
        wait_until(lambda: viewer.losses, 6)
        time.sleep(2)
        mjpeg_away.clear()
        before = viewer.pictures
        wait_until(lambda: viewer.pictures > before + 10, 8)
        taken = room.record(order("x", "x", "1"), listener, JobControl())
    assert viewer.losses == [CameraLost(source=f"{mjpeg}/ok")]
    assert (taken.frames, taken.findings) == (30, (TakeFinding.NO_SOUND,))


def test_a_camera_lost_in_a_take_leaves_it_whole_and_is_back_for_the_next(
    tmp_path: Path, mjpeg: str, mjpeg_away: threading.Event, viewer: Viewer, order: Order, listener: Any
) -> None:
    threading.Timer(1.0, mjpeg_away.set).start()
    with entered(tmp_path, f"{mjpeg}/ok", "demo", viewer) as room:
        first = room.record(order("x", "x", "20"), listener, JobControl())
        wait_until(lambda: viewer.losses, 2)
        mjpeg_away.clear()
        before = viewer.pictures
        wait_until(lambda: viewer.pictures > before, 8)
        second = room.record(order("x", "x", "1"), listener, JobControl())
    assert TakeFinding.CAMERA_LOST in first.findings
    assert 5 < first.frames <= 45
    assert (second.frames, second.findings) == (30, ())


def test_a_room_is_left_at_once_while_a_camera_is_looked_for(
    tmp_path: Path, mjpeg: str, mjpeg_away: threading.Event, viewer: Viewer
) -> None:
    with entered(tmp_path, f"{mjpeg}/ok", "none", viewer) as room:
        mjpeg_away.set()
        wait_until(lambda: viewer.losses, 6)
        began = time.monotonic()
        room.close()
        assert time.monotonic() - began < 0.5


class Stub:
    """A microphone that dies after its first piece, or can't be opened."""

    def __init__(self, opens: bool) -> None:
        self._opens = opens
        self._pieces = 1

    def open(self) -> None:
        if not self._opens:
            raise NoMicrophone(source="x")

    def start(self, at: float) -> None: ...

    def read(self, timeout: float) -> Sound | None:
        if not self._pieces:
            time.sleep(timeout)
            raise TimeoutError
        self._pieces -= 1
        import numpy as np

        return Sound(np.zeros(960, np.float32), time.perf_counter())

    def close(self) -> None: ...


def test_tries_come_in_growing_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(returning, "PAUSES_SECONDS", tuple(pause / 20 for pause in returning.PAUSES_SECONDS))
    tries: list[float] = []

    def make() -> Stub:
        tries.append(time.perf_counter())
        return Stub(opens=len(tries) in (1, 7))

    source = Returning[Sound]("room microphone returns", make, patience=0.05)
    source.open()
    source.start(time.perf_counter())
    heard: list[Sound | None] = []
    until = time.perf_counter() + 5
    while len(heard) < 2 and time.perf_counter() < until:
        try:
            heard.append(source.read(0.01))
        except TimeoutError:
            continue
    source.close()
    source.close()
    assert len(heard) == 2
    pauses = [after - before for before, after in pairwise(tries[1:])]
    assert pauses == pytest.approx([0.1, 0.2, 0.25, 0.25, 0.25], abs=0.06)


def test_a_camera_is_known_by_its_name_when_numbers_change() -> None:
    desk, lid = Device("0", "Logitech"), Device("1", "Laptop")
    assert number_of("Logitech", "0", [desk, lid]) == "0"
    assert number_of("Logitech", "0", [Device("0", "Laptop"), Device("2", "Logitech")]) == "2"
    assert number_of("Logitech", "1", [desk, Device("1", "Logitech")]) == "1"
    with pytest.raises(NoCamera):
        number_of("Logitech", "0", [Device("0", "Laptop")])


@pytest.mark.slow
def test_a_microphone_that_is_back_is_heard_again(tmp_path: Path, sound_server: Any, viewer: Viewer) -> None:
    with entered(tmp_path, "none", "default", viewer):
        wait_until(lambda: len(viewer.levels) > 10, 3)
        sound_server.stop()
        wait_until(lambda: viewer.losses, 6)
        sound_server.start()
        before = len(viewer.levels)
        wait_until(lambda: len(viewer.levels) > before + 20, 15)
    assert viewer.losses == [NoMicrophone(source="default")]
