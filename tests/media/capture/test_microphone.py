"""Microphones, and the list of devices. The microphone is a PulseAudio of the test's own."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.domain.errors import NoMicrophone
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.ports.studio import Device, RecordingOrder
from skriptstudio.media.capture import devices
from skriptstudio.media.capture.microphone import Microphone, Stamper
from skriptstudio.media.capture.studio import LocalStudio

Order = Callable[..., RecordingOrder]
Listener: TypeAlias = Any  # the class of conftest.py, which can't be imported
Play = Callable[[Path], Any]
SoundServer: TypeAlias = Any  # the class of conftest.py

DEMO = Device("demo", "Eingebaute Demo")


def test_the_demo_is_always_there_and_last(capfd: pytest.CaptureFixture[str]) -> None:
    assert devices.cameras()[-1] == DEMO
    assert devices.microphones()[-1] == DEMO
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("source", ["Mikrofon von gestern", "4711"])
def test_a_microphone_that_is_not_there(source: str) -> None:
    with pytest.raises(NoMicrophone) as caught:
        Microphone(source).open()
    assert caught.value.source == source


def test_records_what_the_microphone_hears(
    sound_server: SoundServer, tmp_path: Path, order: Order, listener: Listener, play: Play
) -> None:
    """Beeps are played in; the take has them, a second apart, and no crack between."""
    moments = np.arange(8 * 48_000) / 48_000
    beeps = 0.5 * np.sin(2 * np.pi * 1000 * moments) * (moments % 1 < 0.1) + 0.01 * np.sin(2 * np.pi * 200 * moments)
    player = sound_server.play(beeps.astype(np.float32))
    studio = LocalStudio(tmp_path / "spool")
    source = studio.microphones()[0].id
    recording = studio.record(order("none", source, "3"), listener, JobControl())
    player.terminate()
    player.wait(5)
    onsets = play(recording.path).beeps
    assert recording.findings == ()
    assert recording.frames == 90
    assert 2 <= len(onsets) <= 4
    assert np.diff(onsets) == pytest.approx([1] * (len(onsets) - 1), abs=0.006)
    assert max(listener.levels) == pytest.approx(-6, abs=1)


def test_the_moment_of_a_sound_is_found(sound_server: SoundServer) -> None:
    """A beep that is played now arrives with a stamp of now, give or take the lag of the test's own player."""
    microphone = Microphone(devices.microphones()[0].id)
    microphone.open()
    microphone.start(time.perf_counter())
    player = sound_server.play(np.full(4800, 0.5, np.float32))
    played = time.perf_counter()
    heard = next(s.at for s in iter(lambda: microphone.read(1), None) if s and np.abs(s.samples).max() > 0.3)
    microphone.close()
    player.wait(5)
    assert -0.02 < heard - played < 0.3


@given(st.lists(st.floats(0, 0.008), min_size=200, max_size=400), st.integers(-1200, 1200))
def test_stamps_get_steadier_than_their_witnesses(delays: list[float], ppm: int) -> None:
    stamper = Stamper()
    rate = 48_000 * (1 + ppm / 1_000_000)
    errors = []
    for k, delay in enumerate(delays):
        captured = k * 960 / rate
        errors.append(stamper.stamp(captured + 0.03 + delay, captured + delay / 2, 960) - captured)
    assert np.abs(np.diff(errors[100:])).max() <= 0.001
    assert np.abs(errors).max() <= 0.0095


def stamps(arrivals: list[float], captures: list[float]) -> list[float]:
    stamper = Stamper()
    return [stamper.stamp(arrived, captured, 960) for arrived, captured in zip(arrivals, captures, strict=True)]


def test_lost_sound_is_told_by_both_witnesses_and_believed_at_once() -> None:
    captures = [1.0, 1.02, 1.54, 1.56]
    assert stamps([at + 0.03 for at in captures], captures) == pytest.approx(captures)


@pytest.mark.parametrize("jump", [-0.5, 0.5])
def test_a_sound_system_that_changes_its_mind_moves_nothing(jump: float) -> None:
    truth = [k * 0.02 for k in range(10)]
    captures = [at + jump * (k >= 5) for k, at in enumerate(truth)]
    assert stamps([at + 0.03 for at in truth], captures) == pytest.approx(truth, abs=0.015)


def test_a_busy_computer_moves_nothing() -> None:
    truth = [k * 0.02 for k in range(20)]
    arrivals = [max(at + 0.03, 0.35) if k > 5 else at + 0.03 for k, at in enumerate(truth)]
    assert stamps(arrivals, truth) == pytest.approx(truth, abs=0.015)
