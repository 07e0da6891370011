"""The tones of the countdown: three, two, one, go. They are over before the take begins.

All four stand in one sound, so their distances are exact however busy the window is.
"""

from __future__ import annotations

import io
import math
import wave
from array import array
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl

from skriptstudio.domain.jobs import JobControl
from skriptstudio.ui.jobs import Jobs
from skriptstudio.ui.session import Session

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

STEP_MS = 1000
"""Length of a step of the countdown that these tones go with."""

RATE = 48_000
_PEAK = 0.06
"""-24 dBFS: heard in a quiet room, and no fright."""

_FADE_SECONDS = 0.012
"""Rise and fall of a tone; shorter ones click."""


@dataclass(frozen=True)
class Tone:
    """One tone; times in seconds from the beginning of the countdown."""

    at: float
    seconds: float
    hertz: float

    @property
    def end(self) -> float:
        return self.at + self.seconds


_LEAD_SECONDS = 0.12
"""Silence before the first tone: a sound card that is woken up stutters (a gap of 19 ms at 55 ms was recorded)."""

TONES = (*(Tone(_LEAD_SECONDS + step, 0.09, 660) for step in (0, 1, 2)), Tone(2.6, 0.14, 990))
"""*Go* ends a quarter of a second before the take begins: so late comes what sound cards and rooms add, and so long
it takes anybody to start speaking."""


def count_in_wave() -> bytes:
    """All tones as a WAV file: 48 kHz, mono, 16 bits."""
    samples = array("h", bytes(2 * round(RATE * TONES[-1].end)))
    for tone in TONES:
        first, count = round(tone.at * RATE), round(tone.seconds * RATE)
        for k in range(count):
            edge = min(k, count - 1 - k) / RATE / _FADE_SECONDS
            loudness = math.sin(math.pi / 2 * min(1.0, edge)) ** 2
            samples[first + k] = round(32767 * _PEAK * loudness * math.sin(2 * math.pi * tone.hertz * k / RATE))
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
    return made.getvalue()


class CountIn(QObject):
    """Plays the tones where there is something to play them with; a help that is never missed loudly."""

    def __init__(self, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._asked = False
        self._effect: QSoundEffect | None = None

    def prepare(self) -> None:
        """Get ready, once; the next countdown can be heard."""
        if self._session.settings.count_in and not self._asked:
            self._asked = True
            self._jobs.start(_write, self._load)

    def play(self, step_ms: int) -> None:
        """Sound with a countdown that begins now, if its steps are as long as those of the tones."""
        effect = self._effect
        if effect is None or not self._session.settings.count_in or step_ms != STEP_MS:
            return
        from PySide6.QtMultimedia import QMediaDevices

        output = QMediaDevices.defaultAudioOutput()
        if not output.isNull() and effect.isLoaded():
            if output != effect.audioDevice():
                effect.setAudioDevice(output)
            effect.play()

    def stop(self) -> None:
        """The countdown is over or was cancelled: what hasn't sounded until now never does."""
        if self._effect is not None:
            self._effect.stop()

    def _load(self, file: Path | None) -> None:
        """Needs Qt's sound, which takes a moment to import and to find what the computer has."""
        from PySide6.QtMultimedia import QMediaDevices, QSoundEffect

        output = QMediaDevices.defaultAudioOutput()
        if file is None or output.isNull():
            self._asked = False
            return
        self._effect = QSoundEffect(output, self)
        self._effect.setSource(QUrl.fromLocalFile(str(file)))


def _write(control: JobControl) -> Path | None:
    """The sound's file in the cache; None where it can't be written. Another window may be doing the same."""
    from skriptstudio.assembly.places import cache_folder

    sound = count_in_wave()
    file = cache_folder() / "count-in.wav"
    with suppress(OSError):
        if not file.is_file() or file.read_bytes() != sound:
            file.parent.mkdir(parents=True, exist_ok=True)
            half = file.with_suffix(".part")
            half.write_bytes(sound)
            half.replace(file)
        return file
    return None
