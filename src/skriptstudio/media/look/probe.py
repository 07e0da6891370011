"""What a media file holds, found out by reading it."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import av
from av.container import InputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from skriptstudio.domain.errors import NoPicture, NotMedia, UnusableLength, UnusablePicture
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.take import SMALLEST_PX, Footage
from skriptstudio.domain.timecode import CLIP_FPS
from skriptstudio.media.look.opening import ReadProgress, clockwise_turn, decoded_pictures, open_media, picture_stream

STAGE = "stand_in"
"""Of the job that lets a film in."""
LARGEST_PX = 8192
"""A longer side isn't film; 8192 is what H.264 and HEVC level 6 reach (known)."""

LONGEST_HOURS = 12
"""Nobody speaks so long; a single damaged time stamp makes a film of seconds days long."""


@dataclass(frozen=True)
class _Index:
    """What the container says about its pictures.

    Attributes:
        times: when each picture is shown, ascending, in units of the stream's time base.
        last_key: time of the last key frame in presentation order.
        last_duration: how long the last picture stands; 0 if unknown.
        untimed: pictures before the first one with a time; they can't be shown.
    """

    times: tuple[int, ...]
    last_key: int
    last_duration: int
    untimed: int


class PyAvProbe:
    """The port ``MediaProbe`` over PyAV."""

    def footage(self, path: Path, control: JobControl | None = None) -> Footage:
        control = control or JobControl()
        with open_media(path) as container:
            stream = picture_stream(container)
            if stream is None:
                raise NoPicture(path=str(path)) if container.streams.audio else NotMedia(path=str(path))
            first = next(decoded_pictures(container, stream), None)
            if first is None:
                raise NotMedia(path=str(path))
            width, height = _shown_size(first, stream)
            if min(width, height) < SMALLEST_PX or max(width, height) > LARGEST_PX:
                raise UnusablePicture(path=str(path), width=width, height=height)
            index = _index(path, control)
            frames, seconds = _length(path, index, control)
            if seconds > LONGEST_HOURS * 3600:
                raise UnusableLength(path=str(path), hours=LONGEST_HOURS)
            return Footage(
                seconds=seconds,
                frames=frames,
                width=width,
                height=height,
                rotation=clockwise_turn(first),
                fps=Fraction(frames) / seconds,
                video_codec=stream.codec_context.name,
                has_sound=bool(container.streams.audio),
                untimed=index.untimed,
            )


def shown_size(path: Path) -> tuple[int, int]:
    """Width and height of a film in px as shown, after rotation and with square pixels, from its first picture.

    Raises:
        MissingFile, NotMedia, DriveFault.
    """
    with open_media(path) as container:
        stream = picture_stream(container)
        first = next(decoded_pictures(container, stream), None) if stream else None
        if stream is None or first is None:
            raise NotMedia(path=str(path))
        return _shown_size(first, stream)


def _shown_size(frame: VideoFrame, stream: VideoStream) -> tuple[int, int]:
    """Width and height in px after square pixels and rotation."""
    aspect = stream.sample_aspect_ratio or Fraction(1)
    width, height = round(frame.width * aspect), frame.height
    return (height, width) if clockwise_turn(frame) in (90, 270) else (width, height)


def _index(path: Path, control: JobControl) -> _Index:
    """Read all packets without decoding them."""
    times: list[int] = []
    last_key, durations, untimed = 0, {}, 0
    progress = ReadProgress(path, control, STAGE)
    with open_media(path) as container:
        stream = picture_stream(container)
        assert stream is not None
        packets = container.demux(stream)
        while True:
            try:
                packet = next(packets)
            except (StopIteration, av.FFmpegError):
                break
            progress.add(packet.size)
            untimed += bool(packet.size) and packet.pts is None and not times
            if packet.size == 0 or packet.pts is None or packet.is_discard or packet.is_corrupt:
                continue
            times.append(packet.pts)
            durations[packet.pts] = packet.duration or 0
            if packet.is_keyframe:
                last_key = max(last_key, packet.pts)
    times.sort()
    return _Index(tuple(times), last_key, durations[times[-1]] if times else 0, untimed)


def _length(path: Path, index: _Index, control: JobControl) -> tuple[int, Fraction]:
    """Number of pictures and seconds from the first to the end of the last.

    The last group of pictures is really decoded, since that is where broken-off
    files lie about what they hold; the rest is counted by its packets.
    """
    with open_media(path) as container:
        stream = picture_stream(container)
        assert stream is not None
        assert stream.time_base is not None
        tail = _tail(container, stream, index, control)
        times = [t for t in index.times if not tail or t < tail[0]] + tail
        if not times:
            raise NotMedia(path=str(path))
        whole = index.last_duration if times[-1] == index.times[-1] else 0
        lasts = whole * stream.time_base or _usual_step(times, stream)
        return len(times), (times[-1] - times[0]) * stream.time_base + lasts


def _tail(container: InputContainer, stream: VideoStream, index: _Index, control: JobControl) -> list[int]:
    """Times of the pictures that can be decoded from the last key frame on."""
    try:
        container.seek(index.last_key, stream=stream, backward=True)
    except av.FFmpegError:
        return []  # raw streams have no index to seek in
    times = []
    for frame in decoded_pictures(container, stream):
        if frame.pts is not None:
            times.append(frame.pts)
        control.report(STAGE, 1.0)  # a film with a single key picture is decoded to its end
    return sorted(times)


def _usual_step(times: list[int], stream: VideoStream) -> Fraction:
    """Median distance of two pictures in seconds, for files that don't say how long the last one stands."""
    assert stream.time_base is not None
    steps = sorted(b - a for a, b in pairwise(times))
    if not steps:
        return 1 / (stream.average_rate or Fraction(CLIP_FPS))
    return steps[len(steps) // 2] * stream.time_base
