"""The room check in an open room."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from skriptstudio.content.room_thresholds import load_thresholds
from skriptstudio.domain.errors import CameraLost, Cancelled, SkriptStudioError
from skriptstudio.domain.jobs import JobControl, Progress
from skriptstudio.domain.ports.studio import Still
from skriptstudio.domain.room_check import LampState, RoomTopic
from skriptstudio.media.capture.studio import LocalStudio


class Onlooker:
    """Counts what it is shown."""

    def __init__(self) -> None:
        self.pictures = 0

    def seen(self, still: Still) -> None:
        self.pictures += 1

    def heard(self, level_db: float) -> None: ...

    def frozen(self, frozen: bool) -> None: ...

    def lost(self, error: SkriptStudioError) -> None: ...


@pytest.fixture
def studio(tmp_path: Path) -> LocalStudio:
    return LocalStudio(tmp_path / "spool", load_thresholds())


def test_the_built_in_presenter_stands_in_a_good_room_and_the_preview_goes_on(studio: LocalStudio) -> None:
    onlooker, stages = Onlooker(), list[Progress]()
    room = studio.enter("demo", "demo", onlooker)
    try:
        report = room.check(JobControl(stages.append))
    finally:
        room.close()
    assert {topic: report.lamp(topic) for topic in RoomTopic} == dict.fromkeys(RoomTopic, LampState.OK)
    assert list(dict.fromkeys(stage.stage for stage in stages)) == ["room_silence", "room_speech", "room_judge"]
    assert report.face is not None
    assert onlooker.pictures > 100


def test_without_a_camera_only_the_quiet_is_judged(studio: LocalStudio) -> None:
    room = studio.enter("none", "demo", Onlooker())
    try:
        report = room.check(JobControl())
    finally:
        room.close()
    assert report.judged == {RoomTopic.QUIET}
    assert report.measures["no_voice"] == 0


def test_without_a_microphone_the_quiet_stays_open(studio: LocalStudio, make_clip: Callable[..., Path]) -> None:
    room = studio.enter(f"file:{make_clip(seconds=4)}", "none", Onlooker())
    try:
        report = room.check(JobControl())
    finally:
        room.close()
    assert report.judged == {RoomTopic.DISTANCE, RoomTopic.BACKGROUND}
    first = report.first(RoomTopic.DISTANCE)
    assert first is not None
    assert first.code == "no_face"


@pytest.mark.parametrize("how", ["cancel", "close"])
def test_a_check_can_be_stopped_at_once(studio: LocalStudio, how: str) -> None:
    room = studio.enter("demo", "demo", Onlooker())
    control = JobControl()
    threading.Timer(0.5, control.cancel if how == "cancel" else room.close).start()
    began = time.perf_counter()
    try:
        with pytest.raises(Cancelled):
            room.check(control)
    finally:
        room.close()
    assert time.perf_counter() - began < 2


def test_a_camera_that_stalls_in_the_middle_is_told_before_anything_is_judged(
    studio: LocalStudio, mjpeg: str, mjpeg_away: threading.Event
) -> None:
    room = studio.enter(f"{mjpeg}/stall/45", "none", Onlooker())
    threading.Timer(2, mjpeg_away.set).start()  # nor does it come back
    try:
        with pytest.raises(CameraLost):
            room.check(JobControl())
    finally:
        room.close()
