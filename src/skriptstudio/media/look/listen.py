"""The sound of a media file as plain samples."""

from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from numpy.typing import NDArray

from skriptstudio.domain.errors import MissingFile, NotMedia


def read_sound(path: Path, rate: int) -> NDArray[np.float32]:
    """All sound of a file as mono float32 at ``rate`` samples a second.

    Sample 0 is the moment at which the picture begins (or the sound itself where
    there is no picture), so that times fit the take. Empty without a sound track.

    Raises:
        MissingFile, NotMedia: it can't be read.
    """
    if not path.is_file():
        raise MissingFile(str(path))
    try:
        with av.open(str(path)) as container:
            if not container.streams.audio:
                return np.zeros(0, np.float32)
            return _samples(container, rate)
    except av.FFmpegError as error:
        raise NotMedia(str(path)) from error


def _samples(container: av.container.InputContainer, rate: int) -> NDArray[np.float32]:
    resampler = AudioResampler("flt", "mono", rate)
    picture = container.streams.video[0] if container.streams.video else None
    origin = (
        float(picture.start_time * picture.time_base) if picture and picture.start_time and picture.time_base else 0.0
    )
    pieces: list[NDArray[np.float32]] = []
    first: float | None = None
    for frame in _frames(container):
        if first is None:
            first = frame.time if frame.time is not None else origin
        pieces += [_plain(piece) for piece in resampler.resample(frame)]
    pieces += [_plain(piece) for piece in resampler.resample(None)]
    if not pieces:
        return np.zeros(0, np.float32)
    offset = round(((first or 0.0) - origin) * rate)
    samples = np.concatenate(pieces)
    return np.pad(samples, (offset, 0)) if offset > 0 else samples[-offset:]


def _frames(container: av.container.InputContainer) -> Iterator[AudioFrame]:
    """All frames that can be decoded; a damaged packet costs its own moment only."""
    for packet in container.demux(audio=0):
        try:
            frames = packet.decode()
        except av.error.InvalidDataError:
            continue
        yield from (frame for frame in frames if isinstance(frame, AudioFrame))


def _plain(frame: AudioFrame) -> NDArray[np.float32]:
    return frame.to_ndarray().ravel().astype(np.float32)
