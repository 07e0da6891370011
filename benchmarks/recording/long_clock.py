"""Half an hour with a microphone whose clock is off, on a clock that runs faster than the wall's.

The whole recorder works: tracks, drift correction, encoder, file. Only the sources are
made up: they hand out pictures and sound with the stamps of their own clock, as fast as
``SPEED`` allows.
"""

import time
from pathlib import Path

import numpy as np
from benchmarks.recording.flashes import FPS, RATE, beeps, lit, offsets_ms
from benchmarks.recording.peer import Nobody
from benchmarks.recording.sound_driver import JITTER_SECONDS
from numpy.typing import NDArray

from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.ports.studio import RecordingOrder
from skriptstudio.media.capture.keeping import keep_take
from skriptstudio.media.capture.microphone import BLOCK_SAMPLES, Stamper
from skriptstudio.media.capture.recorder import record
from skriptstudio.media.capture.source import Picture, Sound
from skriptstudio.media.capture.spool import Spool

SPEED = 6
"""Seconds of the take a second of the wall: as fast as a queue that holds 0.33 s of take lets no picture go."""

WIDTH, HEIGHT = 90, 160
_STATIC_SECONDS = 0.05
"""How long the microphone has been running when the take begins."""


class _Paced:
    """Begins at a moment and lets time pass ``SPEED`` times as fast from there on."""

    def __init__(self) -> None:
        self._at = 0.0

    def open(self) -> None: ...

    def close(self) -> None: ...

    def start(self, at: float) -> None:
        self._at = at

    def _await(self, seconds: float) -> None:
        time.sleep(max(0.0, self._at + seconds / SPEED - time.perf_counter()))


class _Camera(_Paced):
    """Flashes at the beginning of a half second; ends after ``seconds``."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self._count = round(seconds * FPS)
        self._k = 0
        shape = (HEIGHT, WIDTH, 3)
        self._dark: NDArray[np.uint8] = np.full(shape, 60, np.uint8)
        self._bright: NDArray[np.uint8] = np.full(shape, 235, np.uint8)

    def read(self, timeout: float) -> Picture | None:
        if self._k == self._count:
            return None
        k, self._k = self._k, self._k + 1
        self._await(k / FPS)
        return Picture(self._bright if lit(k) else self._dark, self._at + k / FPS)


class _Microphone(_Paced):
    """Hears the beeps with a clock that is ``ppm`` too fast, and gets the stamps that a real one gets."""

    def __init__(self, ppm: float) -> None:
        super().__init__()
        self._rate = RATE * (1 + ppm / 1_000_000)
        self._random = np.random.default_rng(1)
        self._stamper = Stamper()
        self._k = 0

    def read(self, timeout: float) -> Sound:
        moments = (np.arange(BLOCK_SAMPLES) + self._k * BLOCK_SAMPLES) / self._rate - _STATIC_SECONDS
        self._k += 1
        end = self._k * BLOCK_SAMPLES / self._rate - _STATIC_SECONDS
        self._await(end)
        arrived = self._at + end + abs(self._random.normal(0, JITTER_SECONDS))
        captured = self._at + float(moments[0]) + self._random.uniform(-JITTER_SECONDS, JITTER_SECONDS)
        return Sound(beeps(moments), self._stamper.stamp(arrived, captured, BLOCK_SAMPLES))


def worst_offset_ms(minutes: float, ppm: float, spool: Path) -> tuple[float, int]:
    """Record into a spool; the largest distance of a beep from its flash in ms, positive for late sound.

    Pictures that were dropped are counted beside it: a flash that begins with one is seen a frame late.
    """
    sources = (_Camera(60 * minutes), _Microphone(ppm))
    order = RecordingOrder("take", "library", "production", "whole", "camera", "microphone")
    recording = keep_take(Spool(spool), order, lambda path: record(sources, path, None, Nobody(), JobControl()))
    assert recording.frames == round(60 * minutes * FPS)
    return max(offsets_ms(recording.path), key=abs), recording.dropped
