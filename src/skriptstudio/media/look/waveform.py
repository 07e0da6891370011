"""How loud a take is over its length, small enough to draw."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from skriptstudio.media.look.listen import read_sound

PEAKS_A_SECOND = 50
"""Finer than a pixel of the timeline shows of a clip of 20 s."""

_RATE = 8000
"""Enough to see words; a higher one is slower and looks the same."""


def peaks(path: Path) -> NDArray[np.float32]:
    """Largest sample of every 20 ms, 0.0 to 1.0, from the first picture on; empty without sound.

    Raises:
        MissingFile, NotMedia, DriveFault: it can't be read.
    """
    sound = np.abs(read_sound(path, _RATE))
    step = _RATE // PEAKS_A_SECOND
    whole = np.pad(sound, (0, -len(sound) % step)).reshape(-1, step)
    loudest: NDArray[np.float32] = np.minimum(whole.max(axis=1, initial=0.0), 1.0).astype(np.float32)
    return loudest
