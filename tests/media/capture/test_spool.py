"""Recordings outlive whatever happens to the program."""

import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from skriptstudio.domain.errors import DiskFull
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.ports.studio import Recording, RecordingOrder
from skriptstudio.domain.take import TakeFinding
from skriptstudio.media.capture.spool import Spool
from skriptstudio.media.capture.studio import LocalStudio

MakeClip = Callable[..., Path]
Order = Callable[..., RecordingOrder]
Listener: TypeAlias = Any  # the class of conftest.py, which can't be imported
Play = Callable[[Path], Any]

RECORDING_PROGRAM = """
import sys
from pathlib import Path
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.ports.studio import RecordingOrder
from skriptstudio.media.capture.studio import LocalStudio

class Nobody:
    def started(self): pass
    def progress(self, seconds, level_db): pass
    def warned(self, finding): pass

spool, clip = sys.argv[1:]
order = RecordingOrder("take-1", "library", "p-1", "hook", f"file:{clip}", f"file:{clip}")
LocalStudio(Path(spool)).record(order, Nobody(), JobControl())
"""


@dataclass
class Running:
    """A program that records, in a spool of its own."""

    spool: Path
    process: "subprocess.Popen[bytes]"
    born: float = 0.0
    killed: float = 0.0

    def look_for_birth(self) -> None:
        """Its file appears; that is when the take begins."""
        if not self.born and any(self.spool.glob("*/take.mp4")):
            self.born = time.monotonic()

    def kill(self) -> None:
        self.killed = time.monotonic()
        self.process.kill()
        self.process.wait(10)


StartRecording = Callable[[Path], Running]


@pytest.fixture
def start_recording(tmp_path: Path) -> Iterator[StartRecording]:
    started: list[Running] = []

    def start(clip: Path) -> Running:
        spool = tmp_path / f"spool-{len(started)}"
        process = subprocess.Popen([sys.executable, "-c", RECORDING_PROGRAM, str(spool), str(clip)])
        started.append(Running(spool, process))
        return started[-1]

    yield start
    for running in started:
        running.kill()


def kill_each_at_its_moment(running: list[Running], seconds_after_birth: list[float]) -> None:
    due = dict(zip(range(len(running)), seconds_after_birth, strict=True))
    until = time.monotonic() + 60
    while due:
        assert time.monotonic() < until, "nothing is recorded"
        for k, after in list(due.items()):
            running[k].look_for_birth()
            if running[k].born and time.monotonic() >= running[k].born + after:
                running[k].kill()
                del due[k]
        time.sleep(0.003)


def assert_costs_little(running: Running, play: Play) -> None:
    (recording,) = LocalStudio(running.spool).unfinished()
    seen = play(recording.path)
    lost = running.killed - running.born - len(seen.pictures) / 30
    assert len(seen.pictures) == recording.frames
    assert -0.2 < lost <= 0.6
    assert lost <= recording.lost_at_most <= Fraction(6, 10)
    assert seen.pictures == [Fraction(k, 30) for k in range(recording.frames)]
    assert seen.sound_seconds == pytest.approx(len(seen.pictures) / 30, abs=0.35)
    assert all(abs(offset) <= 0.010 for offset in seen.offsets)
    assert recording.findings == (TakeFinding.INTERRUPTED,)
    assert recording.order.section == "hook"


def test_killed_recordings_open_and_lack_at_most_six_tenths_of_a_second(
    start_recording: StartRecording, make_clip: MakeClip, play: Play
) -> None:
    clip = make_clip(seconds=8)
    running = [start_recording(clip) for _ in range(4)]
    kill_each_at_its_moment(running, [random.Random(k).uniform(0.8, 3.5) for k in range(4)])
    for one in running:
        assert_costs_little(one, play)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(20))
def test_twenty_killed_recordings(seed: int, start_recording: StartRecording, make_clip: MakeClip, play: Play) -> None:
    running = start_recording(make_clip(seconds=12, size=(1280, 720)))
    kill_each_at_its_moment([running], [random.Random(100 + seed).uniform(0.7, 9.0)])
    assert_costs_little(running, play)


def test_a_recording_that_still_runs_is_left_alone(start_recording: StartRecording, make_clip: MakeClip) -> None:
    running = start_recording(make_clip(seconds=4))
    while not running.born:
        running.look_for_birth()
    time.sleep(1)
    assert list(LocalStudio(running.spool).unfinished()) == []
    running.kill()
    assert len(list(LocalStudio(running.spool).unfinished())) == 1


@pytest.fixture
def recorded(tmp_path: Path, make_clip: MakeClip, order: Order, listener: Listener) -> Recording:
    clip = make_clip(seconds=0.3)
    return LocalStudio(tmp_path / "spool").record(order(f"file:{clip}", f"file:{clip}"), listener, JobControl())


def test_a_finished_recording_is_offered_again_until_it_is_discarded(recorded: Recording, tmp_path: Path) -> None:
    studio = LocalStudio(tmp_path / "spool")
    assert list(studio.unfinished()) == [recorded]
    assert list(studio.unfinished()) == [recorded]
    studio.discard(recorded)
    assert list(studio.unfinished()) == []
    assert list((tmp_path / "spool").iterdir()) == []
    studio.discard(recorded)


def test_can_be_discarded_while_the_others_are_looked_through(recorded: Recording, tmp_path: Path) -> None:
    studio = LocalStudio(tmp_path / "spool")
    for recording in studio.unfinished():
        studio.discard(recording)
    assert list(studio.unfinished()) == []


def test_order_and_outcome_come_back_from_the_disk(recorded: Recording, tmp_path: Path) -> None:
    (again,) = LocalStudio(tmp_path / "spool").unfinished()
    assert again.order == recorded.order
    assert again.order.speakers == ("anna",)
    record = json.loads((recorded.path.parent / "recording.json").read_text(encoding="utf-8"))
    assert record["schema"] == 1
    assert record["order"]["library"] == "/somewhere/Bücherei"


def test_a_crash_between_the_take_and_its_plain_copy_costs_nothing(recorded: Recording, tmp_path: Path) -> None:
    crash_safe = recorded.path.with_name("take.mp4")
    recorded.path.rename(crash_safe)
    (again,) = LocalStudio(tmp_path / "spool").unfinished()
    assert again.lost_at_most == 0
    assert again.frames == recorded.frames


@pytest.mark.parametrize("rubbish", [b"", b"\0" * 4000, None], ids=["empty", "zeros", "no file"])
def test_a_recording_without_a_picture_is_cleared_away(
    rubbish: bytes | None, recorded: Recording, tmp_path: Path
) -> None:
    recorded.path.unlink()
    if rubbish is not None:
        recorded.path.with_name("take.mp4").write_bytes(rubbish)
    assert list(LocalStudio(tmp_path / "spool").unfinished()) == []
    assert list((tmp_path / "spool").iterdir()) == []


def test_foreign_things_in_the_spool_are_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "spool" / "Urlaub"
    folder.mkdir(parents=True)
    (folder / "recording.json").write_text("{}")
    assert list(LocalStudio(tmp_path / "spool").unfinished()) == []
    assert folder.exists()


def test_a_spool_that_is_not_there_yet_holds_nothing(tmp_path: Path) -> None:
    assert list(LocalStudio(tmp_path / "nowhere").unfinished()) == []


def test_no_recording_begins_without_room_for_it(tmp_path: Path, order: Order) -> None:
    spool = Spool(tmp_path / "spool", least_seconds=1 << 60)
    with pytest.raises(DiskFull), spool.begin(order("demo", "demo")):
        pytest.fail("there is no such disk")
