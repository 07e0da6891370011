"""What the acoustic model listens to: 13 cepstra every 10 ms, brought closer to the sound it was trained on.

The cepstra are those of the model's own ``feat.params`` (25 mel bands from 130 to
6,800 Hz, DCT-II, lifter 22). What pocketsphinx would do next, taking the mean
away, isn't enough for other voices and rooms; we follow Chen and Bilmes,
"MVA processing of speech features" (IEEE TASLP 2007): mean, variance, smoothing
over time. The variance is met half way only: all of it makes noise loud.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]
Cepstra = NDArray[np.float32]
"""Shape (frames, 13), a frame every 10 ms."""

Features = NDArray[np.float32]
"""Shape (frames, 3, 13): cepstra, their differences over 40 ms, and the differences of those."""

REACH = 3
"""Frames before and after one that its features depend on."""

WINDOW, HOP = 410, 160
"""Samples at 16 kHz."""

COUNT = 13

NEIGHBOURS = 25
"""Frames around loud ones that count for the mean too."""

_BANDS, _LOWEST_HZ, _HIGHEST_HZ = 25, 130.0, 6800.0
_RATE, _FFT, _LIFTER, _EMPHASIS = 16_000, 512, 22, 0.97

CLEAN_SPREAD = np.array([12.6, 21.0, 15.2, 24.8, 19.9, 19.4, 18.3, 20.5, 23.1, 20.1, 14.8, 15.4, 14.7], np.float32)
"""Standard deviation of each cepstrum over clean, read speech (measured over four voices of the demo's engine)."""

TYPICAL_MEAN = np.array([44, 5.4, 10.1, 9.2, 0.5, 3.5, 4.6, -3.9, -2.3, 0, -5.9, -7.8, 1.6], np.float32)
"""Mean of each cepstrum over denoised speech with its pauses: what a stream begins with."""


@dataclass(frozen=True)
class Shaping:
    """How cepstra are brought to the model.

    Attributes:
        scaled: whether their spread is brought half way to that of clean speech.
        smoothed: whether each is the mean of itself and its two neighbours in time.
    """

    scaled: bool = True
    smoothed: bool = True


def cepstra(samples: Samples) -> Cepstra:
    """Plain cepstra of mono sound at 16 kHz; the last window is filled up with silence."""
    return _of_windows(np.append(samples[:1], samples[1:] - _EMPHASIS * samples[:-1]))


def _of_windows(emphasised: Samples) -> Cepstra:
    count = max(0, (len(emphasised) - WINDOW) // HOP + 1)
    if count == 0:
        return np.zeros((0, COUNT), np.float32)
    windows = np.lib.stride_tricks.sliding_window_view(emphasised, WINDOW)[::HOP][:count]
    spectra = np.fft.rfft(windows * (np.hamming(WINDOW) * 32_767).astype(np.float32), _FFT, axis=1)
    bands = (np.square(np.abs(spectra)) @ _bands().T).astype(np.float64)
    return np.asarray(np.log(bands + 1e-3) @ _transform().T, np.float32)


@cache
def _bands() -> NDArray[np.float64]:
    """Triangles of equal area between bins of the spectrum, as sphinxbase lays them."""
    edges = _hertz(np.linspace(_mel(_LOWEST_HZ), _mel(_HIGHEST_HZ), _BANDS + 2))
    edges = np.round(edges * _FFT / _RATE) * _RATE / _FFT
    at = np.arange(_FFT // 2 + 1) * _RATE / _FFT
    low, middle, high = edges[:-2, None], edges[1:-1, None], edges[2:, None]
    triangles = np.maximum(0, np.minimum((at - low) / (middle - low), (high - at) / (high - middle)))
    return np.asarray(triangles * 2 / (high - low))


def _mel(hertz: float) -> float:
    return float(2595 * np.log10(1 + hertz / 700))


def _hertz(mel: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(700 * (10 ** (mel / 2595) - 1))


@cache
def _transform() -> NDArray[np.float64]:
    order, band = np.arange(COUNT)[:, None], np.arange(_BANDS)[None, :]
    cosines = np.cos(np.pi * order * (band + 0.5) / _BANDS) * np.sqrt(2 / _BANDS)
    cosines[0] /= np.sqrt(2)
    lifter = 1 + _LIFTER / 2 * np.sin(np.pi * np.arange(COUNT) / _LIFTER)
    return np.asarray(cosines * lifter[:, None])


def shaped(plain: Cepstra, shaping: Shaping) -> Cepstra:
    """All cepstra of one recording, brought to the model."""
    if len(plain) == 0:
        return plain
    loud = is_loud(plain[:, 0])
    found = plain - plain[_widened(loud)].mean(axis=0)
    if shaping.scaled:
        spread = np.maximum(plain[loud].std(axis=0), 1.0)
        found = found * np.sqrt(CLEAN_SPREAD / spread)
    if shaping.smoothed:
        wide = np.pad(found, ((1, 1), (0, 0)), mode="edge")
        found = (wide[:-2] + wide[1:-1] + wide[2:]) / 3
    return np.asarray(found, np.float32)


def is_loud(loudness: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Frames that stand well above the quiet ones; those count as speech here."""
    low, high = np.percentile(loudness, [5, 98])
    return np.asarray(loudness >= low + 0.4 * (high - low))


def _widened(frames: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """With ``NEIGHBOURS`` frames on both sides: speech and its short pauses, but no long silence."""
    return np.convolve(frames, np.ones(2 * NEIGHBOURS + 1), "full")[NEIGHBOURS:-NEIGHBOURS] > 0.5


def features(cepstra: Cepstra) -> Features:
    """What the model compares; beyond the ends the first and last frame go on."""
    if len(cepstra) == 0:
        return np.zeros((0, 3, COUNT), np.float32)
    wide = np.pad(cepstra, ((REACH, REACH), (0, 0)), mode="edge")
    return features_within(wide)


def features_within(cepstra: Cepstra) -> Features:
    """The same for all frames but the ``REACH`` first and last ones."""
    count = len(cepstra) - 2 * REACH

    def shifted(frames: int) -> Cepstra:
        return cepstra[REACH + frames : REACH + frames + count]

    slope = shifted(2) - shifted(-2)
    bend = shifted(3) - shifted(-1) - shifted(1) + shifted(-3)
    return np.stack([shifted(0), slope, bend], axis=1)


class CepstraStream:
    """Plain cepstra of sound that comes in pieces. Not for two threads at once."""

    def __init__(self) -> None:
        self._last = np.zeros(0, np.float32)
        self._waiting = np.zeros(0, np.float32)

    def feed(self, samples: Samples) -> Cepstra:
        if len(samples) == 0:
            return np.zeros((0, COUNT), np.float32)
        before = self._last if len(self._last) else samples[:1] / np.float32(_EMPHASIS)
        joined = np.concatenate([before, samples])
        self._last = samples[-1:].copy()
        self._waiting = np.concatenate([self._waiting, joined[1:] - np.float32(_EMPHASIS) * joined[:-1]])
        found = _of_windows(self._waiting)
        self._waiting = self._waiting[len(found) * HOP :].copy()
        return found


class FeatureStream:
    """Features of cepstra that come in pieces; each comes out ``REACH`` frames later. Not for two threads at once."""

    def __init__(self) -> None:
        self._waiting = np.zeros((0, COUNT), np.float32)

    def feed(self, cepstra: Cepstra) -> Features:
        if len(self._waiting) == 0:
            self._waiting = np.repeat(cepstra[:1], REACH, axis=0)
        wide = np.concatenate([self._waiting, cepstra])
        self._waiting = wide[-2 * REACH :].copy()
        return features_within(wide) if len(wide) > 2 * REACH else np.zeros((0, 3, COUNT), np.float32)


class ShapingStream:
    """Brings cepstra to the model as they come: mean and spread are those of the last seconds."""

    _PRIOR_FRAMES, _MEMORY_FRAMES, _HANGOVER = 200, 1000, 30

    def __init__(self) -> None:
        self._mean = TYPICAL_MEAN.astype(np.float64)
        self._square = np.square(CLEAN_SPREAD.astype(np.float64) * 0.85)
        self._speech_mean = self._mean.copy()
        self._weight = float(self._PRIOR_FRAMES)
        self._floor, self._peak = np.inf, -np.inf
        self._since_loud = self._HANGOVER
        self._edge = np.zeros((0, COUNT), np.float32)

    @property
    def loud(self) -> bool:
        """Whether somebody seems to speak: a loud frame within the last 0.1 s."""
        return self._since_loud < 10

    def feed(self, plain: Cepstra) -> Cepstra:
        """The next cepstra; each comes out one frame later, for it is smoothed with its neighbours."""
        for frame in plain.astype(np.float64):
            self._learn(frame)
        scale = np.sqrt(CLEAN_SPREAD / np.maximum(np.sqrt(self._square), 1.0))
        moved = ((plain - self._mean) * scale).astype(np.float32)
        wide = np.concatenate([self._edge if len(self._edge) else moved[:1], moved])
        self._edge = wide[-2:].copy()
        return (wide[:-2] + wide[1:-1] + wide[2:]) / 3 if len(wide) > 2 else np.zeros((0, COUNT), np.float32)

    def _learn(self, frame: NDArray[np.float64]) -> None:
        loudness = float(frame[0])
        self._floor = min(loudness, self._floor + 0.01)
        self._peak = max(loudness, self._peak - 0.01)
        loud = self._peak - self._floor > 8 and loudness > self._floor + 0.4 * (self._peak - self._floor)
        self._since_loud = 0 if loud else self._since_loud + 1
        if self._since_loud > self._HANGOVER:
            return
        self._weight = min(self._weight + 1, self._MEMORY_FRAMES)
        self._mean += (frame - self._mean) / self._weight
        if loud:
            self._speech_mean += (frame - self._speech_mean) / self._weight
            self._square += (np.square(frame - self._speech_mean) - self._square) / self._weight
