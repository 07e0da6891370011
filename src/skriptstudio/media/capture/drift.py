"""Keeps the sound on the clock although the microphone's own clock is a little off.

Cheap microphones run up to 1200 ppm too fast or too slow (measured.md): 0.7 s in ten
minutes. The line compares where each piece of sound says it belongs with where it
would land, smooths that, and stretches or squeezes by less than anybody can hear.
"""

import numpy as np
from numpy.typing import NDArray

from skriptstudio.media.capture.source import SAMPLE_RATE

Samples = NDArray[np.float32]

GAP_SECONDS = 0.05
"""A piece that comes this much later than the sound before it ends means that sound was lost."""

TOLERATED_SECONDS = 0.001
"""While the smoothed offset stays below this, samples pass untouched."""

SMOOTHING_SECONDS = 1.0
"""Time constant of the mean over the stamps; they jitter by several ms."""

PULL_PER_SECOND = 0.5
LEARN_PER_SECOND = 0.05
"""A loop with a natural period of about half a minute and hardly any overshoot."""

MOST_BEND = 0.004
"""Largest change of speed: 7 cents of pitch, for a second or two."""

_BEFORE, _AFTER = 1, 2
"""Neighbours of a sample that cubic interpolation looks at."""


class SoundLine:
    """Sound laid gaplessly from ``start`` on, one sample every 1/48000 s of the clock.

    Attributes:
        written: samples handed out so far.
    """

    def __init__(self, start: float) -> None:
        """``start`` is the moment of sample 0 in seconds on the sources' clock."""
        self._start = start
        self._buffer: Samples = np.zeros(0, np.float32)
        self._position = 0.0  # of the next sample to hand out, in the buffer
        self._begun = False
        self._offset: float | None = None  # smoothed, in samples; positive: our sound is too early
        self._learnt = 0.0
        self._bend = 0.0
        self.written = 0

    @property
    def bend(self) -> float:
        """Present change of speed; 0.001 makes the sound longer by a thousandth."""
        return self._bend

    def add(self, samples: Samples, at: float) -> Samples:
        """Take in a piece whose first sample was heard at ``at``; return what is ready, shape (n,).

        Sound from before the start is left out; lost sound is replaced by silence.
        """
        wanted = (at - self._start) * SAMPLE_RATE
        if not self._begun:
            return self._begin(samples, wanted)
        late = wanted - self._next_index()
        if late > GAP_SECONDS * SAMPLE_RATE:
            return np.concatenate([self._fill(round(wanted)), self._pass_on(samples)])
        if late < -GAP_SECONDS * SAMPLE_RATE:
            samples = samples[round(-late) :]
        else:
            self._follow(late, len(samples))
        return self._pass_on(samples)

    def silence_until(self, moment: float) -> Samples:
        """Silence from the end of the sound so far to ``moment``; nothing if that is past already."""
        target = round((moment - self._start) * SAMPLE_RATE)
        if target <= self._next_index():
            return np.zeros(0, np.float32)
        self._begun = True
        return self._fill(target)

    def _begin(self, samples: Samples, wanted: float) -> Samples:
        """The first piece that reaches beyond the start."""
        lead = round(-wanted)
        if lead >= len(samples):
            return np.zeros(0, np.float32)
        self._begun = True
        if lead >= 0:
            return self._pass_on(samples[lead:])
        return np.concatenate([self._fill(-lead), self._pass_on(samples)])

    def _next_index(self) -> float:
        """Where the first sample of the next piece would land, counted from the start."""
        return self.written + (len(self._buffer) - self._position) * (1 + self._bend)

    def _fill(self, target: int) -> Samples:
        """What is left in the buffer, then silence, so that ``target`` samples are written."""
        rest = self._buffer[int(np.ceil(self._position)) :][: max(0, target - self.written)]
        silence = np.zeros(max(0, target - self.written - len(rest)), np.float32)
        self._buffer = np.zeros(0, np.float32)
        self._position = 0.0
        self._offset = None
        self.written += len(rest) + len(silence)
        return np.concatenate([rest, silence])

    def _follow(self, late: float, count: int) -> None:
        """Bend the speed so that the smoothed offset goes to nothing."""
        seconds = count / SAMPLE_RATE
        if self._offset is None:
            self._offset = late
        self._offset += (late - self._offset) * min(1.0, seconds / SMOOTHING_SECONDS)
        if not self._bend and abs(self._offset) < TOLERATED_SECONDS * SAMPLE_RATE:
            return
        off = self._offset / SAMPLE_RATE
        self._learnt = _limited(self._learnt + LEARN_PER_SECOND * off * seconds)
        self._bend = _limited(self._learnt + PULL_PER_SECOND * off)

    def _pass_on(self, samples: Samples) -> Samples:
        if not self._bend and self._position == len(self._buffer):
            self._buffer = np.concatenate([self._buffer, samples])[-_BEFORE - 1 :]
            self._position = float(len(self._buffer))
            self.written += len(samples)
            return samples
        self._buffer = np.concatenate([self._buffer, samples])
        return self._interpolated()

    def _interpolated(self) -> Samples:
        """Read the buffer at the bent speed as far as the neighbours reach."""
        step = 1 / (1 + self._bend)
        count = max(0, int(np.ceil((len(self._buffer) - _AFTER - self._position) / step)))
        places = self._position + step * np.arange(count, dtype=np.float64)
        result = _cubic(self._buffer, places)
        self._position += step * count
        used = max(0, min(int(self._position), len(self._buffer)) - _BEFORE)
        self._buffer = self._buffer[used:]
        self._position -= used
        self.written += count
        return result


def _cubic(samples: Samples, places: NDArray[np.float64]) -> Samples:
    """Catmull-Rom interpolation of ``samples`` at fractional ``places``."""
    whole = np.floor(places).astype(np.int64)
    t = (places - whole).astype(np.float32)
    last = len(samples) - 1
    before, here, after, beyond = (samples[np.clip(whole + k, 0, last)] for k in (-1, 0, 1, 2))
    bow = 2 * before - 5 * here + 4 * after - beyond
    lean = 3 * (here - after) + beyond - before
    curve: Samples = here + 0.5 * t * (after - before + t * (bow + t * lean))
    return curve


def _limited(bend: float) -> float:
    return max(-MOST_BEND, min(MOST_BEND, bend))
