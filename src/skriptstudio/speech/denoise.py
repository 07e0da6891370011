"""Lets steady noise fall away before anybody listens: spectral subtraction, causal.

After Berouti, Schwartz and Makhoul, "Enhancement of speech corrupted by acoustic
noise" (ICASSP 1979), with the noise taken from the quietest moments of the last
seconds as Martin does, "Spectral subtraction based on minimum statistics"
(EUSIPCO 1994). Causal, so that a take and the prompter hear the same.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]

WINDOW, HOP = 512, 128
"""Samples at 16 kHz: 32 ms and 8 ms."""

_OVER, _FLOOR = 2.0, 0.08
"""How much more than the noise is taken away, and the least that stays of a band (its musical tones drown in it)."""

_QUIET_SHARE, _BIAS = 0.12, 1.6
"""Noise is what a band has in its quietest eighth, times what that lies below its mean."""

_REMEMBERED, _RENEWED, _FIRST = 500, 25, 60
"""Frames: how far back the noise is looked for, how often, and what the first guess is made of."""


class Denoiser:
    """Takes steady noise out of a stream of sound; what comes out is ``WINDOW`` samples late.

    Not for two threads at once.
    """

    def __init__(self) -> None:
        self._window = np.sqrt(np.hanning(WINDOW + 1)[:-1]).astype(np.float32)
        self._waiting = np.zeros(0, np.float32)
        self._tail = np.zeros(WINDOW, np.float32)
        self._past = np.zeros((WINDOW // 2 + 1, 0), np.float32)
        self._noise: NDArray[np.float32] | None = None
        self._frames = 0

    def feed(self, samples: Samples) -> Samples:
        """The next samples, mono at 16 kHz; what is ready of the quieter sound."""
        self._waiting = np.concatenate([self._waiting, samples])
        if self._noise is None and len(self._waiting) < WINDOW + _FIRST * HOP:
            return np.zeros(0, np.float32)
        return self._ready()

    def rest(self) -> Samples:
        """What is still inside at the end of the stream."""
        self._waiting = np.concatenate([self._waiting, np.zeros(WINDOW, np.float32)])
        return self._ready()

    def _ready(self) -> Samples:
        count = (len(self._waiting) - WINDOW) // HOP + 1
        if count <= 0:
            return np.zeros(0, np.float32)
        frames = np.lib.stride_tricks.sliding_window_view(self._waiting, WINDOW)[::HOP][:count]
        spectra = np.fft.rfft(frames * self._window, axis=1)
        gains = np.concatenate(list(self._gains(np.abs(spectra).astype(np.float32))))
        self._waiting = self._waiting[count * HOP :].copy()
        return self._overlapped(np.fft.irfft(spectra * gains, WINDOW, axis=1).astype(np.float32) * self._window)

    def _gains(self, levels: NDArray[np.float32]) -> Iterator[NDArray[np.float32]]:
        """Shares that stay of each band, the noise looked for anew every ``_RENEWED`` frames."""
        if self._noise is None:
            self._noise = np.median(levels[:_FIRST], axis=0).astype(np.float32)
        while len(levels):
            count = _RENEWED - self._frames % _RENEWED
            part, levels = levels[:count], levels[count:]
            gain = np.maximum(1 - _OVER * self._noise / np.maximum(part, 1e-9), _FLOOR)
            yield _smoothed(gain)
            self._past = np.concatenate([self._past, part.T], axis=1)[:, -_REMEMBERED:]
            self._frames += len(part)
            if self._frames % _RENEWED == 0 and self._frames >= _FIRST:
                rank = int(_QUIET_SHARE * (self._past.shape[1] - 1))
                self._noise = np.partition(self._past, rank)[:, rank] * np.float32(_BIAS)

    def _overlapped(self, frames: NDArray[np.float32]) -> Samples:
        """Windowed frames added up; square root Hann twice with a quarter hop adds up to two."""
        total = np.concatenate([self._tail, np.zeros(len(frames) * HOP, np.float32)])
        hops = total.reshape(-1, HOP)
        for offset in range(WINDOW // HOP):
            hops[offset : offset + len(frames)] += frames[:, offset * HOP : (offset + 1) * HOP]
        done = len(frames) * HOP
        self._tail = total[done : done + WINDOW].copy()
        return np.asarray(total[:done] / 2, np.float32)


def _smoothed(gain: NDArray[np.float32]) -> NDArray[np.float32]:
    """Mean of each band with its neighbours, against tones that ring alone."""
    wide = np.pad(gain, ((0, 0), (1, 1)), mode="edge")
    return ((wide[:, :-2] + wide[:, 1:-1] + wide[:, 2:]) / 3).astype(np.float32)


def denoised(samples: Samples) -> Samples:
    """The same stretch without steady noise, as long as before."""
    stream = Denoiser()
    whole = np.concatenate([stream.feed(samples), stream.rest()])
    return np.pad(whole, (0, max(0, len(samples) - len(whole))))[: len(samples)]
