"""The stand-in of a film from outside: small, upright, at a constant rate, written by our own encoder.

Everything that only looks or listens opens it instead of the original; its times are those of the take.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from math import ceil
from pathlib import Path

import av
import numpy as np
from av.container import OutputContainer
from av.video.frame import VideoFrame

from skriptstudio.domain.clip import SourceSegment
from skriptstudio.domain.errors import EncoderFault, NotMedia
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.timecode import CLIP_FPS, FRAME, from_frames
from skriptstudio.media.look.opening import open_media, picture_start, picture_stream
from skriptstudio.media.render.loudness import SAMPLE_RATE, sound_frame
from skriptstudio.media.render.picture import frames_from
from skriptstudio.media.render.sound import SAMPLES_PER_FRAME, Samples, cut_sound
from skriptstudio.media.render.timing import picked
from skriptstudio.media.render.upright import Upright, upright_size
from skriptstudio.media.render.whole import whole_or_nothing

STAGE = "stand_in"
SHORT_PX = 540
"""Shorter side: so many pixels the window's preview has on most screens."""
_X264 = {"preset": "ultrafast", "crf": "23", "bf": "0", "g": str(CLIP_FPS // 2), "tune": "fastdecode"}
"""A jump decodes 15 pictures at most, and the strip finds a key picture twice a second."""
_AAC_KBIT = 128
_BT709, _LIMITED = 1, 1


def write_stand_in(path: Path, seconds: Fraction, target: Path, control: JobControl) -> None:
    """Write the stand-in of a film, MP4, 30 pictures a second, 48 kHz; its zero is the first picture.

    Args:
        path: of the film.
        seconds: its length, as ``MediaProbe`` tells it.
        target: where to; appears whole or not at all.
        control: told of progress.

    Raises:
        Cancelled, MissingFile, NotMedia, DiskFull, DriveFault, EncoderFault.
    """
    origin, count = picture_start(path), max(1, ceil(seconds / FRAME))
    with whole_or_nothing(target) as partial, _writing(partial) as file, open_media(path) as film:
        stream = picture_stream(film)
        if stream is None:
            raise NotMedia(path=str(path))
        sound = _Sound(_heard(path, origin, count), file) if film.streams.audio else None
        pictures = _Pictures(file, stream.sample_aspect_ratio or Fraction(1))
        shown = 0
        for frame in picked(frames_from(film, stream, origin, path), origin, count):
            pictures.add(frame, shown)
            shown += 1
            if shown % CLIP_FPS == 0:
                control.report(STAGE, shown / count)
                if sound is not None:
                    sound.write_until(shown)
        if not shown:
            raise NotMedia(path=str(path))
        pictures.close()
        if sound is not None:
            sound.close()


def write_sound_alone(path: Path, seconds: Fraction, target: Path, control: JobControl) -> None:
    """Write the sound of a film as its stand-in would hold it, up to where it falls silent for good.

    Otherwise like ``write_stand_in``.
    """
    count = max(1, ceil(seconds / FRAME))
    with whole_or_nothing(target) as partial, _writing(partial) as file:
        heard = _reported(_heard(path, picture_start(path), count), count, control)
        _Sound(without_silent_end(heard), file).close()


@contextmanager
def _writing(path: Path) -> Iterator[OutputContainer]:
    """A file for streams; what FFmpeg's encoders refuse is their fault, what the disk refuses the disk's."""
    try:
        with av.open(str(path), "w", format="mp4", options={"movflags": "+faststart"}) as file:
            yield file
    except OSError:
        raise
    except av.FFmpegError as error:
        raise EncoderFault(reason=str(error)) from error


class _Pictures:
    """The picture on its way into the file; its size is that of the first one."""

    def __init__(self, file: OutputContainer, aspect: Fraction) -> None:
        self._file, self._aspect = file, aspect
        self._stream = file.add_stream("libx264", rate=CLIP_FPS, options=_X264)
        self._upright: Upright | None = None

    def add(self, frame: VideoFrame, number: int) -> None:
        if self._upright is None:
            self._upright = self._set_up(frame)
        picture = self._upright.picture(frame)
        picture.pts, picture.time_base = number, FRAME
        self._file.mux(self._stream.encode(picture))

    def _set_up(self, frame: VideoFrame) -> Upright:
        size = upright_size(frame, self._aspect, SHORT_PX)
        context = self._stream.codec_context
        context.width, context.height, context.pix_fmt = *size, "yuv420p"
        context.colorspace = context.color_primaries = context.color_trc = _BT709
        context.color_range = _LIMITED
        return Upright(self._aspect, size)

    def close(self) -> None:
        self._file.mux(self._stream.encode(None))


def _heard(path: Path, origin: Fraction, count: int) -> Iterator[Samples]:
    """All sound of a film from its first picture on, exactly as long as ``count`` pictures."""
    return cut_sound((SourceSegment(path, Fraction(0), from_frames(count)),), {path: origin})


def _reported(pieces: Iterator[Samples], count: int, control: JobControl) -> Iterator[Samples]:
    """The same, telling how much of ``count`` pictures' sound is taken; hours of silence can be stopped, too."""
    taken = 0
    for piece in pieces:
        taken += piece.shape[1]
        control.report(STAGE, taken / (count * SAMPLES_PER_FRAME))
        yield piece


def without_silent_end(pieces: Iterator[Samples]) -> Iterator[Samples]:
    """The same without the digital silence at its end, but for the first second of it.

    A damaged clock makes a film of seconds seem hours long; nobody shall wait until hours of nothing are encoded.
    """
    silent = 0
    for piece in pieces:
        if not piece.any():
            silent += piece.shape[1]
            continue
        while silent:
            yield np.zeros((2, min(silent, SAMPLE_RATE)), np.float32)
            silent -= min(silent, SAMPLE_RATE)
        yield piece
    if silent:
        yield np.zeros((2, min(silent, SAMPLE_RATE)), np.float32)


class _Sound:
    """The sound on its way into the file."""

    def __init__(self, pieces: Iterator[Samples], file: OutputContainer) -> None:
        self._file = file
        self._pieces = pieces
        self._stream = file.add_stream("aac", rate=SAMPLE_RATE, layout="stereo")
        self._stream.bit_rate = _AAC_KBIT * 1000
        self._written = 0

    def write_until(self, frame: int | None) -> None:
        """Write what is heard before a picture; None for all of it."""
        while frame is None or self._written < frame * SAMPLES_PER_FRAME:
            piece = next(self._pieces, None)
            if piece is None:
                return
            self._file.mux(self._stream.encode(sound_frame(piece, self._written)))
            self._written += piece.shape[1]

    def close(self) -> None:
        self.write_until(None)
        self._file.mux(self._stream.encode(None))
