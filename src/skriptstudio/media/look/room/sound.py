"""What a room sounds like: noise, hum, echo, and how well a voice stands out of it. Mono, 48 kHz."""

import numpy as np
from numpy.typing import NDArray

from skriptstudio.media.capture.source import SAMPLE_RATE

Samples = NDArray[np.float32]

_WINDOW = SAMPLE_RATE // 20
_HOP = SAMPLE_RATE // 100
_QUIETEST = 1e-6
_CLIPPED = 10 ** (-0.1 / 20)
_CLIP_RUN = 3
_VOICE_OVER_NOISE_DB = 10.0
_ECHO_RANGE_DB = 25.0
_MOST_HUM_DB = 60.0


def measure(silence: Samples, speech: Samples) -> dict[str, float]:
    """Measures by name; only those that the sound is long enough for.

    A file, and many a headset with noise suppression, gives exact zeros in the silence:
    that says nothing about the room, so that its noise isn't measured.

    Args:
        silence: the room while nobody speaks, shape (n,), -1.0 to 1.0.
        speech: somebody speaks a sentence, likewise.
    """
    if len(silence) < SAMPLE_RATE // 2:
        return {}
    floor = noise_floor_db(silence)
    hears = bool(np.any(silence))
    found = {"noise_floor": floor, "hum": hum_db(silence) if floor > -75 else 0.0} if hears else {}
    if len(speech) < SAMPLE_RATE // 2:
        return found
    found["clipped_places"] = float(clipped_places(speech))
    voice = speech_level_db(speech)
    heard = voice is not None and voice > floor + _VOICE_OVER_NOISE_DB
    found["no_voice"] = 0.0 if heard else 1.0
    if voice is None or not heard:
        return found
    found["speech_level"] = voice
    if hears:
        found["signal_to_noise"] = voice - floor
    echo = echo_seconds(speech, floor)
    return found if echo is None else found | {"echo": echo}


def noise_floor_db(samples: Samples) -> float:
    """10th percentile of the level of 50 ms, in dBFS (domain.md 8.5)."""
    whole = samples[: len(samples) // _WINDOW * _WINDOW].reshape(-1, _WINDOW)
    return float(np.percentile(_db(np.sqrt(np.square(whole).mean(1))), 10))


def speech_level_db(samples: Samples) -> float | None:
    """Level of the loud parts in dBFS: those within 20 dB of the loudest 50 ms; None where all is silent."""
    levels = _levels(samples)
    loudest = float(np.percentile(levels, 95))
    if loudest < -70:
        return None
    power = 10 ** (levels[levels > loudest - 20] / 10)
    return float(10 * np.log10(power.mean()))


def clipped_places(samples: Samples) -> int:
    """How often three or more samples in a row stand at full scale."""
    full = np.concatenate([[False], np.abs(samples) >= _CLIPPED, [False]])
    edges = np.flatnonzero(full[1:] != full[:-1])
    return int((edges[1::2] - edges[::2] >= _CLIP_RUN).sum())


def hum_db(samples: Samples) -> float:
    """How far 50, 100 or 150 Hz stand out of their neighbours, in dB; 0 where they don't."""
    spectrum = np.square(np.abs(np.fft.rfft(samples * np.hanning(len(samples))))).astype(np.float64)
    hertz = np.fft.rfftfreq(len(samples), 1 / SAMPLE_RATE).astype(np.float64)
    return max(_over_neighbours(spectrum, hertz, tone) for tone in (50, 100, 150))


def _over_neighbours(spectrum: NDArray[np.float64], hertz: NDArray[np.float64], tone: float) -> float:
    apart = np.abs(hertz - tone)
    peak = spectrum[apart <= 1.5].mean()
    around = np.median(spectrum[(apart > 5) & (apart < 20)]) / np.log(2)
    return float(min(max(0.0, 10 * np.log10((peak + 1e-20) / (around + 1e-20))), _MOST_HUM_DB))


def echo_seconds(samples: Samples, floor_db: float) -> float | None:
    """How long the room needs for 60 dB, from the steepest falls of the voice; None where noise hides them.

    A voice can't stop sooner than its room lets it: the steepest falls tell of the room,
    slower ones of the speaker.
    """
    levels = _levels(samples)
    span = 8  # 80 ms
    if len(levels) <= span or np.percentile(levels, 95) < floor_db + _ECHO_RANGE_DB:
        return None
    slopes = []
    steps = np.arange(span + 1) * _HOP / SAMPLE_RATE
    for at in range(len(levels) - span):
        part = levels[at : at + span + 1]
        if part[0] > floor_db + _ECHO_RANGE_DB and part[-1] > floor_db + 6 and part[0] - part[-1] > 6:
            slopes.append(np.polyfit(steps, part, 1)[0])
    if len(slopes) < 3:
        return None
    steepest = -float(np.percentile(slopes, 10))
    return 60 / steepest if steepest > 0 else None


def _levels(samples: Samples) -> NDArray[np.float64]:
    """Level of 50 ms every 10 ms, in dBFS."""
    squares = np.concatenate([[0.0], np.cumsum(np.square(samples.astype(np.float64)))])
    starts = np.arange(0, max(1, len(samples) - _WINDOW), _HOP)
    return _db(np.sqrt(np.maximum(squares[np.minimum(starts + _WINDOW, len(samples))] - squares[starts], 0) / _WINDOW))


def _db(level: NDArray[np.floating]) -> NDArray[np.float64]:
    return 20 * np.log10(np.maximum(level.astype(np.float64), _QUIETEST))
