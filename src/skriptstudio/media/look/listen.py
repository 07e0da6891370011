"""The sound of a media file as plain samples."""

from pathlib import Path

import numpy as np
from av.audio.frame import AudioFrame
from numpy.typing import NDArray

from skriptstudio.domain.errors import NotMedia
from skriptstudio.media.look.opening import decoded_sound, open_media, picture_start
from skriptstudio.media.look.probe import LONGEST_HOURS
from skriptstudio.media.look.resampling import Resampling


def read_sound(path: Path, rate: int) -> NDArray[np.float32]:
    """All sound of a file as mono float32 at ``rate`` samples a second.

    Sample 0 is the moment of the first picture (or the sound's own beginning where
    there is no picture), so that times fit the take. Empty without a sound track, and
    if the sound begins longer after the picture than any take lasts.

    Raises:
        MissingFile, NotMedia, DriveFault: it can't be read.
    """
    resampling = Resampling("flt", "mono", rate)
    pieces: list[NDArray[np.float32]] = []
    first: float | None = None
    with open_media(path) as container:
        if not container.streams.audio:
            return np.zeros(0, np.float32)
        for frame in decoded_sound(container, container.streams.audio[0]):
            first = frame.time if first is None else first
            pieces += [_plain(piece) for piece in resampling.add(frame)]
    pieces += [_plain(piece) for piece in resampling.rest()]
    if not pieces or first is None:
        return np.zeros(0, np.float32)
    samples = np.concatenate(pieces)
    offset = round((first - _origin(path, first)) * rate)
    if offset > LONGEST_HOURS * 3600 * rate:
        return np.zeros(0, np.float32)
    return np.pad(samples, (offset, 0)) if offset > 0 else samples[-offset:]


def _origin(path: Path, first_sound: float) -> float:
    try:
        return float(picture_start(path))
    except NotMedia:
        return first_sound


def _plain(frame: AudioFrame) -> NDArray[np.float32]:
    return frame.to_ndarray().ravel().astype(np.float32)
