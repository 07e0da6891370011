"""The demo's one performance: what is heard, and how the mouth moves at the same moment."""

import threading
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from skriptstudio.domain.errors import VoiceMissing
from skriptstudio.media.capture.source import SAMPLE_RATE
from skriptstudio.media.capture.voice import Samples, pieces

_STEP = SAMPLE_RATE // 200  # the mouth knows a position every 5 ms
_WINDOW_SECONDS = 0.025
_SMOOTH_SECONDS = 0.07
_EMPHASIS_SECONDS = 0.5
_CLOSED_BELOW = 0.06
_AHEAD = 30 * SAMPLE_RATE  # speech is ready half a minute before it is heard
_TONE_SECONDS = 4
_TONE_PEAK = 10 ** (-55 / 20)

Curve = NDArray[np.float32]
"""Shape (n,), 0.0 to 1.0, a value every 5 ms."""


@dataclass(frozen=True)
class Expression:
    """The speaker's face at one moment.

    Attributes:
        mouth: 0.0 closed to 1.0 wide open.
        emphasis: 0.0 to 1.0, how lively the words around this moment are.
    """

    mouth: float
    emphasis: float


class Performance:
    """A text read aloud over a faint room tone, from sample 0 on. May be used by several threads.

    The speech is made while it is needed; where it is over, the room tone goes
    on. Its peak of -55 dBFS tells a quiet room from a dead microphone, which is
    silent below -60.
    """

    def __init__(self, text: str | None) -> None:
        """``text`` is None for a speaker who says nothing."""
        self._speech = iter(()) if text is None else pieces(text)
        self._lock = threading.Lock()
        self._sound = _Growing()
        self._mouth = _Growing()
        self._emphasis = _Growing()
        self._finished = False
        self._fault: VoiceMissing | None = None
        self._tone = _room_tone()

    def prepare(self) -> None:
        """Make the beginning, so that the first ``sound`` and ``expression`` are there at once.

        Raises:
            VoiceMissing: the built-in voice failed. The other methods raise it too,
                when they come within half a minute of words that it can't read.
        """
        self._ready(0)

    def over(self, sample: int) -> bool:
        """Whether the speech and the quiet after it have ended before a sample."""
        return self.length_until(sample + 1) <= sample

    def sound(self, first: int, count: int) -> Samples:
        """``count`` samples from sample ``first`` on."""
        self._ready(first + count)
        tone = np.take(self._tone, np.arange(first, first + count), mode="wrap")
        with self._lock:
            heard: Samples = tone + self._sound.part(first, count)
        return heard

    def length_until(self, sample: int) -> int:
        """``sample``, or the whole length in samples if the performance is over before that."""
        self._ready(sample)
        with self._lock:
            return min(sample, self._sound.length) if self._finished else sample

    def expression(self, seconds: float) -> Expression:
        """The face at a moment of the performance."""
        self._ready(round(seconds * SAMPLE_RATE))
        step = round(seconds * SAMPLE_RATE / _STEP)
        with self._lock:
            return Expression(float(self._mouth.part(step, 1)[0]), float(self._emphasis.part(step, 1)[0]))

    def _ready(self, sample: int) -> None:
        with self._lock:
            self._make_until(sample + _AHEAD)

    def _make_until(self, sample: int) -> None:
        """A broken voice stays broken: whoever comes later must not take it for the end of the text."""
        if self._fault:
            raise self._fault
        try:
            while not self._finished and self._sound.length < sample:
                self._make_more()
        except VoiceMissing as fault:
            self._fault = fault
            raise

    def _make_more(self) -> None:
        piece = next(self._speech, None)
        if piece is None:
            self._finished = True
        else:
            self._append(piece)

    def _append(self, piece: Samples) -> None:
        """Pieces are filled up to whole steps, so that sound and curves stay side by side."""
        whole = np.concatenate([piece, np.zeros(-len(piece) % _STEP, dtype=np.float32)])
        mouth, emphasis = _curves(whole)
        self._sound.append(whole)
        self._mouth.append(mouth)
        self._emphasis.append(emphasis)


class _Growing:
    """An array that grows at its end; zero beyond."""

    def __init__(self) -> None:
        self.length = 0
        self._values = np.zeros(SAMPLE_RATE, dtype=np.float32)

    def append(self, more: NDArray[np.float32]) -> None:
        end = self.length + len(more)
        if end > len(self._values):
            grown = np.zeros(max(end, 2 * len(self._values)), dtype=np.float32)
            grown[: self.length] = self._values[: self.length]
            self._values = grown
        self._values[self.length : end] = more
        self.length = end

    def part(self, first: int, count: int) -> NDArray[np.float32]:
        found = np.zeros(count, dtype=np.float32)
        known = self._values[first : min(first + count, self.length)]
        found[: len(known)] = known
        return found


def _curves(piece: Samples) -> tuple[Curve, Curve]:
    """Mouth and emphasis for one piece; neither runs behind the sound.

    Loudness is taken as its square root, since a vowel at half the level is
    still spoken with an open mouth.
    """
    power = np.square(piece).reshape(-1, _STEP).mean(axis=1)
    loudness = np.sqrt(np.maximum(_smoothed(power, _WINDOW_SECONDS), 0.0))
    loudest = np.percentile(loudness, 97)
    if loudest <= 0.0:
        nothing = np.zeros(len(power), dtype=np.float32)
        return nothing, nothing
    opening = np.sqrt(np.clip(loudness / loudest, 0.0, 1.0))
    mouth = _smoothed((opening - _CLOSED_BELOW) / (1 - _CLOSED_BELOW), _SMOOTH_SECONDS)
    lively = _smoothed(np.clip(loudness / loudest, 0.0, 1.0), _EMPHASIS_SECONDS)
    emphasis = np.clip((lively / max(lively.max(), 1e-6) - 0.5) * 2, 0.0, 1.0)
    return np.clip(mouth, 0.0, 1.0).astype(np.float32), emphasis.astype(np.float32)


def _smoothed(values: NDArray[np.floating], seconds: float) -> NDArray[np.floating]:
    """Without delay: every value becomes the weighted mean of those around it."""
    reach = max(1, round(seconds * SAMPLE_RATE / _STEP / 2))
    weights = np.hanning(2 * reach + 1 + 2)[1:-1]
    padded = np.pad(values, reach)
    return np.convolve(padded, weights / weights.sum(), mode="valid")


def _room_tone() -> Samples:
    """A few seconds of darkish noise that can be repeated without a seam, the same every time."""
    length = _TONE_SECONDS * SAMPLE_RATE
    hertz = np.fft.rfftfreq(length, 1 / SAMPLE_RATE)
    shape = np.where(hertz < 40, 0.0, 1.0 / (1.0 + hertz / 700))
    phases = np.random.default_rng(2).uniform(0.0, 2 * np.pi, len(hertz))
    tone = np.fft.irfft(shape * np.exp(1j * phases), length)
    return np.asarray(tone * (_TONE_PEAK / np.abs(tone).max()), dtype=np.float32)
