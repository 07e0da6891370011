"""A sound driver whose only microphone runs by a clock of its own, in place of ``sounddevice``.

All of the program above it is the real thing: the list of devices, the callback in a
thread of the driver's, the stamps with their jitter, the drift correction.
"""

import time
from collections.abc import Callable
from threading import Event, Thread
from types import SimpleNamespace
from typing import Any

import numpy as np
from benchmarks.recording.flashes import RATE, beeps

NAME = "Benchmark microphone"
JITTER_SECONDS = 0.003
"""How far the stamps are off at most, either way."""

A_DAY = 86_400.0
"""As long as no clip plays, none is near."""


class SoundDriver:
    """What the program asks of the module ``sounddevice``.

    Attributes:
        ppm: how much too fast the microphone's clock is.
        clip_start: moment of the clip's first picture on ``time.perf_counter()``; the beeps follow it.
    """

    class PortAudioError(Exception):
        """Raised by the real module; never here."""

    def __init__(self, ppm: float) -> None:
        self.ppm = ppm
        self.clip_start = time.perf_counter() + A_DAY

    def _initialize(self) -> None: ...

    def _terminate(self) -> None: ...

    def query_hostapis(self) -> tuple[dict[str, Any], ...]:
        return ({"name": "Benchmark"},)

    def query_devices(self) -> tuple[dict[str, Any], ...]:
        return ({"index": 0, "name": NAME, "hostapi": 0, "max_input_channels": 1},)

    def InputStream(  # noqa: N802  the module's name
        self, *, blocksize: int, callback: "Callback", **_: object
    ) -> "_InputStream":
        return _InputStream(self, blocksize, callback)


Callback = Callable[[Any, int, Any, object], None]


class _InputStream:
    """Hands out blocks whenever the microphone's own clock says so."""

    def __init__(self, driver: SoundDriver, block: int, callback: Callback) -> None:
        self._driver = driver
        self._block = block
        self._callback = callback
        self._over = Event()
        self._thread = Thread(target=self._run, name="benchmark microphone", daemon=True)

    @property
    def time(self) -> float:
        return time.perf_counter()

    def start(self) -> None:
        self._thread.start()

    def close(self) -> None:
        self._over.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        random = np.random.default_rng(1)
        rate = RATE * (1 + self._driver.ppm / 1_000_000)
        began = time.perf_counter()
        k = 0
        while not self._over.is_set():
            moments = began + (np.arange(self._block) + k * self._block) / rate
            k += 1
            time.sleep(max(0.0, began + k * self._block / rate - time.perf_counter()))
            stamp = float(moments[0]) + random.uniform(-JITTER_SECONDS, JITTER_SECONDS)
            data = beeps(moments - self._driver.clip_start)[:, None]
            self._callback(data, self._block, SimpleNamespace(inputBufferAdcTime=stamp), None)
