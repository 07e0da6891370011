"""Speech for the tests: sentences read aloud by the demo's engine, in other voices and rooms."""

from collections.abc import Sequence
from functools import cache

import numpy as np
import py_nanotts
from numpy.typing import NDArray

Samples = NDArray[np.float32]
RATE = 16_000


@cache
def said(text: str, pitch: float = 1.0, speed: float = 1.0, voice: str = "de-DE") -> Samples:
    """One sentence without the engine's quiet around it."""
    pcm = py_nanotts.NanoTTS().speak(text, voice=voice, pitch=pitch, speed=speed, volume=0.6)
    samples = np.frombuffer(pcm, "<i2").astype(np.float32) / np.float32(32_768)
    heard = np.flatnonzero(np.abs(samples) > 0.01)
    return samples[max(0, heard[0] - 160) : heard[-1] + 800]


def quiet(seconds: float) -> Samples:
    return np.random.default_rng(0).normal(0, 2e-5, int(seconds * RATE)).astype(np.float32)


def read(sentences: Sequence[str], pitch: float = 1.0, speed: float = 1.0, pause: float = 0.5) -> Samples:
    """Sentences one behind the other, with a second of quiet at both ends."""
    pieces = [piece for text in sentences for piece in (said(text, pitch, speed), quiet(pause))]
    return np.concatenate([quiet(1.0), *pieces, quiet(1.0)])


def noisy(samples: Samples, snr_db: float = 25.0, seed: int = 1) -> Samples:
    """A small echo and the noise of a room."""
    rng = np.random.default_rng(seed)
    length = int(0.3 * RATE)
    echo = rng.normal(0, 1, length) * 10 ** (-3 * np.arange(length) / length)
    echo[:80] = 0
    echo *= np.sqrt(10**-1.0 / np.square(echo).sum())
    echo[0] = 1
    size = 1 << (len(samples) + length).bit_length()
    wet = np.fft.irfft(np.fft.rfft(samples, size) * np.fft.rfft(echo, size), size)[: len(samples)]
    spectrum = np.fft.rfft(rng.normal(size=len(samples)))
    noise = np.fft.irfft(spectrum / np.sqrt(np.arange(len(spectrum)) + 1), len(samples))
    level = np.sqrt(np.square(wet[np.abs(wet) > 0.01]).mean() / 10 ** (snr_db / 10))
    return np.asarray(np.clip(wet + noise / noise.std() * level, -1, 1), np.float32)
