"""Microphones through PortAudio."""

import time
from collections import deque
from contextlib import ExitStack
from queue import Empty, SimpleQueue
from typing import Any

import numpy as np
from numpy.typing import NDArray

from skriptstudio.domain.errors import NoMicrophone
from skriptstudio.media.capture import portaudio
from skriptstudio.media.capture.devices import microphone_number
from skriptstudio.media.capture.source import SAMPLE_RATE, Sound

FIRST_DATA_SECONDS = 4.0
"""Some sound servers need 2 s to wake a microphone (measured.md); twice that is patience enough."""

BLOCK_SAMPLES = 960
"""20 ms a piece."""

_STEADY = 0.05
"""Share of a new stamp in the smoothed one: about 0.4 s of memory."""

_LAG_STEADY = 0.01
"""The same for the lag between capture and arrival: 2 s."""

_JUMP_SECONDS = 0.05
"""A stamp this far from where it is expected means lost sound: believe it at once."""

_SETTLING_SECONDS = 2.0
"""How long a sound server may need to tell its lag right: PulseAudio begins with up to 0.5 s too much (measured)."""

_SETTLED_PIECES = 15
_SETTLED_SPREAD_SECONDS = 0.01
_PLAUSIBLE_LAG_SECONDS = 0.2


class Stamper:
    """Finds the moment at which a piece of sound was captured.

    There are two witnesses and both err at times: the arrival of the piece is late
    when the computer is busy, and the sound system's own stamp jumps when it changes
    its mind about its lag. A jump is believed only if both tell of it.
    """

    def __init__(self) -> None:
        self._expected: float | None = None
        self._lag = 0.0

    def stamp(self, arrived: float, captured: float, count: int) -> float:
        """The moment of a piece's first sample, in seconds on our clock.

        Args:
            arrived: when the piece came.
            captured: when its first sample was captured, by the sound system's word.
            count: samples in the piece.
        """
        if self._expected is None:
            self._lag = arrived - captured
            self._expected = captured
        self._lag += _LAG_STEADY * (arrived - captured - self._lag)
        at = sorted((arrived - self._lag, captured, self._expected))[1]
        if abs(at - self._expected) < _JUMP_SECONDS:
            at = self._expected + _STEADY * (at - self._expected)
        self._expected = at + count / SAMPLE_RATE
        return at


class Microphone:
    """A live microphone, at 48 kHz mono."""

    def __init__(self, source: str) -> None:
        """``source`` is an id of ``devices.microphones``."""
        self._source = source
        self._life = ExitStack()
        self._stream: Any = None
        self._pieces: SimpleQueue[Sound] = SimpleQueue()
        self._stamper = Stamper()
        self._lags: deque[float] = deque(maxlen=_SETTLED_PIECES)
        self._start = 0.0

    def open(self) -> None:
        module = portaudio.load()
        if module is None:
            raise NoMicrophone(source=self._source)
        device = microphone_number(self._source)
        self._life.enter_context(portaudio.streaming())
        try:
            self._stream = module.InputStream(
                samplerate=SAMPLE_RATE,
                blocksize=BLOCK_SAMPLES,
                device=device,
                channels=1,
                dtype="float32",
                callback=self._heard,
            )
            self._life.callback(self._stream.close)
            self._stream.start()
            self._pieces.get(timeout=FIRST_DATA_SECONDS)
        except (module.PortAudioError, Empty) as error:
            self.close()
            raise NoMicrophone(source=self._source) from error
        self._settle()

    def start(self, at: float) -> None:
        self._start = at

    def read(self, timeout: float) -> Sound | None:
        """The next piece; never None, a microphone has no end. Raises ``TimeoutError``."""
        until = time.perf_counter() + timeout
        while True:
            try:
                sound = self._pieces.get(timeout=max(0.0, until - time.perf_counter()))
            except Empty as error:
                raise TimeoutError from error
            if sound.at + len(sound.samples) / SAMPLE_RATE > self._start:
                return sound

    def close(self) -> None:
        self._life.close()

    def _settle(self) -> None:
        """Wait until the sound system tells a steady lag, then forget what it told before."""
        until = time.perf_counter() + _SETTLING_SECONDS
        while time.perf_counter() < until and not self._settled():
            time.sleep(BLOCK_SAMPLES / SAMPLE_RATE)
        self._stamper = Stamper()

    def _settled(self) -> bool:
        lags = list(self._lags)
        return (
            len(lags) == _SETTLED_PIECES
            and max(lags) < _PLAUSIBLE_LAG_SECONDS
            and max(lags) - min(lags) < _SETTLED_SPREAD_SECONDS
        )

    def _heard(self, data: NDArray[np.float32], count: int, when: Any, _status: object) -> None:  # noqa: ANN401
        """Called by PortAudio in its own thread; ``data`` has shape (count, 1)."""
        arrived = time.perf_counter()
        # Its clock may be the wall clock, which can be set: compare with ours each time.
        lag = float(self._stream.time) - float(when.inputBufferAdcTime)
        if not 0 <= lag <= 1:  # some drivers give no stamp at all
            lag = count / SAMPLE_RATE
        self._lags.append(lag)
        self._pieces.put(Sound(data[:, 0].copy(), self._stamper.stamp(arrived, arrived - lag, count)))
