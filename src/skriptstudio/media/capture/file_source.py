"""A media file that plays the part of a camera or a microphone, at its own speed.

Both halves of one file count time from the same moment, the start of its container,
so picture and sound keep the relation that they have in the file.
"""

import time
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Generic, TypeVar

import av
import numpy as np
from av.audio.resampler import AudioResampler
from av.container import InputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream
from numpy.typing import NDArray

from skriptstudio.domain.errors import MissingFile, NotMedia
from skriptstudio.media.capture.file_picture import UprightPictures
from skriptstudio.media.capture.source import SAMPLE_RATE, Picture, Sound

Piece = TypeVar("Piece")

STILL_SECONDS = 0.5
"""A picture that stands longer than this in the file is delivered again, as a camera would."""


class _Player(Generic[Piece]):
    """Hands out pieces at the moments they are due."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._container: InputContainer | None = None
        self._pieces: Iterator[tuple[float, Piece]] = iter(())
        self._next: tuple[float, Piece] | None = None
        self._start = 0.0

    def open(self) -> None:
        """Open the file and decode its first piece.

        Raises:
            MissingFile: it isn't there.
            NotMedia: it can't be played, or lacks what is wanted of it.
        """
        if not self._path.is_file():
            raise MissingFile(path=str(self._path))
        try:
            self._container = av.open(str(self._path), metadata_errors="ignore")
        except (av.FFmpegError, OSError) as error:
            raise NotMedia(path=str(self._path)) from error
        self._pieces = self._decoded(self._container)
        self._next = self._decode_next()
        if self._next is None:
            self.close()
            raise NotMedia(path=str(self._path))

    def start(self, at: float) -> None:
        """Play the file's beginning at the clock moment ``at``, in seconds."""
        self._start = at

    def close(self) -> None:
        """Close the file."""
        if self._container is not None:
            self._pieces = iter(())
            self._container.close()
            self._container = None

    def _decoded(self, container: InputContainer) -> Iterator[tuple[float, Piece]]:
        """Pieces in order, with seconds since the container's start."""
        raise NotImplementedError

    def _decode_next(self) -> tuple[float, Piece] | None:
        """The next piece; None at the end and where the file is broken."""
        try:
            return next(self._pieces, None)
        except av.FFmpegError:
            return None


def _await(moment: float, timeout: float) -> None:
    """Sleep until a clock moment, or raise ``TimeoutError`` after ``timeout`` seconds."""
    ahead = moment - time.perf_counter()
    time.sleep(max(0.0, min(ahead, timeout)))
    if ahead > timeout:
        raise TimeoutError


class FileCamera(_Player[NDArray[np.uint8]]):
    """The picture of a media file: turned upright, and cut to its 9:16 middle unless the whole is wanted.

    It is cut here and not only by the recorder because a third of the pixels then
    need no conversion.
    """

    def __init__(self, path: Path, whole: bool = False) -> None:
        super().__init__(path)
        self._whole = whole
        self._shown: tuple[float, NDArray[np.uint8]] | None = None

    def read(self, timeout: float) -> Picture | None:
        """The next picture when it is due; None at the end of the file. Raises ``TimeoutError``."""
        if self._next is None:
            return None
        seconds, image = self._next
        if self._shown is not None and seconds > self._shown[0] + 2 * STILL_SECONDS:
            return self._still(timeout)
        _await(self._start + seconds, timeout)
        self._shown = self._next
        self._next = self._decode_next()
        return Picture(image, self._start + seconds)

    def first(self) -> NDArray[np.uint8]:
        """The picture that comes next, shape (height, width, 3), BGR, without waiting; only right after ``open``."""
        assert self._next is not None
        return self._next[1]

    def _still(self, timeout: float) -> Picture:
        assert self._shown is not None
        seconds, image = self._shown[0] + STILL_SECONDS, self._shown[1]
        _await(self._start + seconds, timeout)
        self._shown = (seconds, image)
        return Picture(image, self._start + seconds)

    def _decoded(self, container: InputContainer) -> Iterator[tuple[float, NDArray[np.uint8]]]:
        if not container.streams.video:
            return
        stream = container.streams.video[0]
        stream.thread_type = "AUTO"
        upright = UprightPictures(stream.sample_aspect_ratio or Fraction(1), self._whole)
        frame_seconds = 1 / (stream.average_rate or Fraction(30))
        seconds = -frame_seconds
        for frame in container.decode(stream):
            seconds = _seconds(frame, container, stream, seconds + frame_seconds)
            yield float(seconds), upright.image(frame)


def _seconds(frame: VideoFrame, container: InputContainer, stream: VideoStream, otherwise: Fraction) -> Fraction:
    """When a frame is due, from the container's start."""
    if frame.pts is None or frame.time_base is None:
        return otherwise
    return frame.pts * frame.time_base - _container_start(container)


def _container_start(container: InputContainer) -> Fraction:
    """The earliest start of all its tracks, in seconds."""
    starts = [
        stream.start_time * stream.time_base
        for stream in (*container.streams.video, *container.streams.audio)
        if stream.start_time is not None and stream.time_base is not None
    ]
    return min(starts, default=Fraction(0))


class FileMicrophone(_Player[NDArray[np.float32]]):
    """The sound of a media file, as mono at 48 kHz."""

    def read(self, timeout: float) -> Sound | None:
        """The next piece once it has sounded; None at the end of the file. Raises ``TimeoutError``."""
        if self._next is None:
            return None
        seconds, samples = self._next
        _await(self._start + seconds + len(samples) / SAMPLE_RATE, timeout)
        self._next = self._decode_next()
        return Sound(samples, self._start + seconds)

    def _decoded(self, container: InputContainer) -> Iterator[tuple[float, NDArray[np.float32]]]:
        if not container.streams.audio:
            return
        start = _container_start(container)
        resampler = AudioResampler("flt", "mono", SAMPLE_RATE)
        for frame in container.decode(container.streams.audio[0]):
            for piece in resampler.resample(frame):
                if piece.pts is not None and piece.time_base is not None:
                    yield float(piece.pts * piece.time_base - start), np.asarray(piece.to_ndarray(), np.float32).ravel()
