"""The voice of the demo: reads German aloud without any network."""

import threading
from collections.abc import Iterator
from functools import lru_cache

import av
import numpy as np
import py_nanotts
from numpy.typing import NDArray

from skriptstudio.domain.errors import VoiceMissing
from skriptstudio.media.capture.source import SAMPLE_RATE
from skriptstudio.media.capture.spoken_text import phrases

Samples = NDArray[np.float32]
"""Shape (n,), mono, -1.0 to 1.0, at ``SAMPLE_RATE``."""

_ENGINE_RATE = 16_000
_VOLUME = 0.6  # from 0.8 on the engine clips (measured)
_PEAK = 10 ** (-8 / 20)
_AUDIBLE = 0.004  # -48 dBFS of power; the engine's own quiet stays below -57
_BLOCK = _ENGINE_RATE // 50
_QUIET_SECONDS = 0.5

# Nobody promises that the engine may be used by two threads at once.
_engine = threading.Lock()


def speak(text: str) -> Samples:
    """The whole text as speech: half a second of quiet before and after, peaks at -8 dBFS.

    An empty text is replaced by a few sentences about the demo. While the program
    runs, the last 128 phrases sound the same every time; another run may differ
    by some hundredths of a second.

    Raises:
        VoiceMissing: the engine or its German data failed.
    """
    return np.concatenate(list(pieces(text)))


def pieces(text: str) -> Iterator[Samples]:
    """The same as ``speak``, phrase by phrase, each with the quiet that belongs to it.

    A phrase takes about 1/200 of its length to read.
    """
    yield _quiet(_QUIET_SECONDS)
    for phrase in phrases(text):
        spoken = _read(phrase.text)
        if spoken.size:
            yield np.concatenate([spoken, _quiet(phrase.pause)])
    yield _quiet(_QUIET_SECONDS)


def _read(text: str) -> Samples:
    """One phrase without quiet at its ends; empty if there was nothing to hear."""
    with _engine:
        pcm = _pcm(text)
    raw = np.frombuffer(pcm, dtype="<i2").astype(np.float32) / np.float32(32_768)
    end = _end_of_speech(raw)
    if end == 0:
        return _quiet(0)
    spoken = _resampled(_faded(raw[:end], _BLOCK // 2))
    return spoken * np.float32(_PEAK / np.abs(spoken).max())


@lru_cache(maxsize=128)
def _pcm(text: str) -> bytes:
    """What the engine says: 16-bit little-endian, mono.

    Remembered, since the engine doesn't clear its memory: the same text comes out
    a little different the second time, sometimes by 20 ms (measured).
    """
    try:
        pcm: bytes = py_nanotts.NanoTTS().speak(text, voice="de-DE", volume=_VOLUME)
    except (RuntimeError, ValueError, OSError) as fault:
        raise VoiceMissing from fault
    return pcm


def _end_of_speech(raw: Samples) -> int:
    """Samples until the last block that can be heard, and one more to fade out in; 0 if there is none.

    The engine begins within 0.04 s but leaves up to 0.7 s of quiet at the end. Whole
    blocks, because its noise would move a cut that looks at single samples.
    """
    blocks = np.square(raw[: len(raw) // _BLOCK * _BLOCK]).reshape(-1, _BLOCK).mean(axis=1)
    heard = np.flatnonzero(blocks > _AUDIBLE**2)
    return int(heard[-1] + 2) * _BLOCK if heard.size else 0


def _faded(samples: Samples, length: int) -> Samples:
    ramp = np.linspace(0.0, 1.0, length, dtype=np.float32)
    faded = samples.copy()
    faded[:length] *= ramp
    faded[-length:] *= ramp[::-1]
    return faded


def _resampled(samples: Samples) -> Samples:
    frame = av.AudioFrame.from_ndarray(samples[np.newaxis], format="fltp", layout="mono")
    frame.sample_rate = _ENGINE_RATE
    resampler = av.AudioResampler(format="fltp", layout="mono", rate=SAMPLE_RATE)
    frames = [*resampler.resample(frame), *resampler.resample(None)]
    return np.concatenate([frame.to_ndarray()[0] for frame in frames]).astype(np.float32)


def _quiet(seconds: float) -> Samples:
    return np.zeros(round(seconds * SAMPLE_RATE), dtype=np.float32)
