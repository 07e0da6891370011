"""The tones of the countdown: heard by whoever stands there, and never in the take."""

import io
import subprocess
import sys
import wave
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from tests.sound_server import SoundServer, serving
from tests.ui.hands import TITLE, press

from skriptstudio.ui.pages.record.count_in import RATE, STEP_MS, TONES, count_in_wave

pytestmark = pytest.mark.qt

Sound = NDArray[np.float64]
GO = TONES[-1]
HUM_HERTZ = 200


def loudness_db(sound: Sound, hertz: float) -> float:
    """Level of one pitch in a stretch of sound, in dBFS."""
    moments = np.arange(len(sound)) / RATE
    share = np.abs(np.mean(sound * np.exp(-2j * np.pi * hertz * moments))) * 2
    return float(20 * np.log10(max(share, 1e-6)))


def onsets(sound: Sound, above_db: float = -40) -> list[float]:
    """When tones begin, in seconds."""
    step = RATE // 200
    loud = [
        max(loudness_db(sound[at : at + step * 4], tone.hertz) for tone in (TONES[0], GO)) > above_db
        for at in range(0, len(sound) - step * 4, step)
    ]
    return [k * step / RATE for k, (before, now) in enumerate(pairwise(loud), 1) if now and not before]


# --- the sound itself


def test_the_tones_are_quiet_apart_and_over_well_before_the_take() -> None:
    assert all(before.end < after.at for before, after in pairwise(TONES))
    assert GO.hertz != TONES[0].hertz
    assert 3 * STEP_MS / 1000 - GO.end >= 0.25


def test_nothing_clicks() -> None:
    """Each tone rises from silence and falls back; nothing is louder than -24 dBFS."""
    with wave.open(io.BytesIO(count_in_wave())) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE, 1, 2)
        sound = np.frombuffer(file.readframes(file.getnframes()), np.int16) / 32768
    assert np.abs(sound).max() <= 10 ** (-24 / 20)
    assert np.abs(np.diff(sound)).max() < 0.01
    for tone in TONES:
        first, last = round(tone.at * RATE), round(tone.end * RATE)
        assert np.abs(sound[first : first + 48]).max() < 0.002
        assert np.abs(sound[last - 48 : last]).max() < 0.002


# --- in the room


@pytest.fixture
def sound_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    """The computer's loudspeaker, and a microphone right in front of it."""
    with serving(tmp_path / "pulse", monkeypatch) as server:
        yield server


@pytest.fixture
def record(house: Any, sound_server: SoundServer, tmp_path: Path) -> Callable[[str], tuple[Sound, Sound]]:
    """Makes a take in a process of its own, in a room that hums; gives what the room heard and what is in the take."""

    def run(tones: str) -> tuple[Sound, Sound]:
        heard = tmp_path / "room.raw"
        listening = ["parec", "-d", "fakemic.monitor", "--rate=48000", "--channels=1", "--format=float32le", str(heard)]
        ear = subprocess.Popen(listening)
        hum = sound_server.play((0.05 * np.sin(2 * np.pi * HUM_HERTZ * np.arange(60 * RATE) / RATE)).astype(np.float32))
        try:
            microphone = house.studio.microphones()[0].id
            command = [sys.executable, "-m", "tests.ui.pages.record.count_in_run", str(house.library_path), microphone]
            done = subprocess.run([*command, tones], capture_output=True, text=True, timeout=100, check=False)
            assert done.returncode == 0, done.stderr
        finally:
            for process in (ear, hum):
                process.terminate()
                process.wait(5)
        production = house.desk.open(TITLE).record
        film = house.record.path_of(production, production.takes[-1])
        return np.fromfile(heard, "<f4").astype(float), sound_of(film)

    return run


def sound_of(film: Path) -> Sound:
    from skriptstudio.media.look.listen import read_sound

    return np.asarray(read_sound(film, RATE), float)


def test_no_take_has_a_tone_and_the_room_hears_three_and_go(
    record: Callable[[str], tuple[Sound, Sound]],
) -> None:
    """The take is clean however busy the computer is; a starved one may stutter, so hearing all has three tries."""
    expected = [1.0, 1.0, GO.at - TONES[-2].at]
    apart: list[float] = []
    for _ in range(3):
        room, take = record("on")
        assert 20 * np.log10(np.sqrt(np.mean(take**2))) == pytest.approx(-29, abs=3), "the microphone hears the room"
        beginning = take[: RATE // 2]
        assert max(loudness_db(beginning, tone.hertz) for tone in TONES) < -55
        assert onsets(beginning, above_db=-50) == []
        apart = list(np.diff(onsets(room)))
        if apart == pytest.approx(expected, abs=0.06):
            return
    assert apart == pytest.approx(expected, abs=0.06)


def test_switched_off_nothing_sounds(record: Callable[[str], tuple[Sound, Sound]]) -> None:
    room, _ = record("off")
    assert onsets(room) == []


def test_without_anything_to_play_with_the_countdown_is_silent(page: Any, wait_until: Callable[..., None]) -> None:
    """This test's computer has no sound; nothing is said about that."""
    page.filming.count_ms = STEP_MS
    press("Space")
    assert page.filming.stage is not None
    page.filming.count_in.play(STEP_MS)
    press("Esc")
    wait_until(lambda: page.jobs.busy == 0)
    assert page.situation == "ready"


def test_it_is_switched_off_in_the_settings(program: Any) -> None:
    assert program.session.settings.count_in
    program.window.go("settings")
    settings = program.window.current
    settings.sections.choose("recording")
    switch = settings.section.count_in
    assert switch.accessibleName() == "Töne beim Herunterzählen"
    switch.setFocus()
    press("Space")
    assert not program.session.settings.count_in
