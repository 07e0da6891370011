"""Guessing what a limiter takes away, so that the first gain already hits the loudness."""

import numpy as np
from numpy.typing import NDArray

from skriptstudio.media.render.loudness import SAMPLE_RATE

_BLOCK = 960
"""Samples (20 ms): about as long as the limiter holds a peak down."""
_ROUNDS = 8
_SILENT_DB = -50.0
"""Peaks below are no more than the noise of a quiet room (domain.md 8.5)."""


class Peaks:
    """Hears sound and remembers peak and energy of each 20 ms."""

    def __init__(self) -> None:
        self._peaks: list[NDArray[np.float32]] = []
        self._energies: list[NDArray[np.float32]] = []
        self._rest = np.zeros((2, 0), np.float32)

    def hear(self, samples: NDArray[np.float32]) -> None:
        """Listen to samples of shape (2, n); a rest shorter than a block waits for more."""
        joined = np.concatenate([self._rest, samples], axis=1)
        whole = joined.shape[1] // _BLOCK * _BLOCK
        self._rest = joined[:, whole:]
        blocks = joined[:, :whole].reshape(2, -1, _BLOCK)
        self._peaks.append(np.abs(blocks).max(axis=(0, 2)))
        self._energies.append(np.square(blocks).sum(axis=(0, 2)))

    def floor_db(self) -> float:
        """Loudness of what is heard where nobody speaks: the quietest tenth of all 20 ms, in dBFS."""
        energies = np.concatenate(self._energies)
        heard = energies[energies > 0]
        return 10 * float(np.log10(np.quantile(heard, 0.1) / (2 * _BLOCK))) if heard.size else -200.0

    def highest_db(self) -> float:
        """The highest sample in dBFS; FFmpeg's meter rounds below -60."""
        top = max((float(block.max()) for block in self._peaks if block.size), default=0.0)
        return 20 * float(np.log10(max(top, 1e-10)))

    def silences(self, gain_db: float) -> tuple[float, float]:
        """Seconds that stay silent after ``gain_db``: the longest stretch before the last sound, and what is behind it.

        Both are 0 where there is no sound at all.
        """
        peaks = np.concatenate(self._peaks)
        loud = np.flatnonzero(peaks > 10 ** ((_SILENT_DB - gain_db) / 20))
        if not loud.size:
            return 0.0, 0.0
        longest, tail = np.diff(np.concatenate([[-1], loud])).max() - 1, peaks.size - 1 - loud[-1]
        return float(longest) * _BLOCK / SAMPLE_RATE, float(tail) * _BLOCK / SAMPLE_RATE

    def lost_db(self, gain_db: float, ceiling_db: float) -> float:
        """Further gain that makes up for a limiter at ``ceiling_db`` after ``gain_db``; at least 0."""
        peaks, energies = np.concatenate(self._peaks), np.concatenate(self._energies)
        whole = float(energies.sum())
        if not whole:
            return 0.0
        more = 0.0
        for _ in range(_ROUNDS):
            allowed = 10 ** ((ceiling_db - gain_db - more) / 20)
            share = np.minimum(1.0, allowed / np.maximum(peaks, 1e-9))
            more += -10 * float(np.log10((energies * share**2).sum() / whole)) - more
            more = max(0.0, more)
        return more
