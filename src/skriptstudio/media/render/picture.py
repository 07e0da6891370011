"""Reading a segment as pictures of the clip, 30 a second."""

from collections.abc import Generator, Iterator
from fractions import Fraction
from itertools import chain
from pathlib import Path

import av
from av.container import InputContainer
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from skriptstudio.domain.clip import SourceSegment
from skriptstudio.domain.errors import NotMedia
from skriptstudio.domain.timecode import to_frames
from skriptstudio.media.look.opening import decoded_pictures, open_media, picture_stream, seconds_of
from skriptstudio.media.render.deinterlacing import deinterlaced
from skriptstudio.media.render.framing import Framing, View
from skriptstudio.media.render.timing import EARLY, picked

PICTURE_DESIGN = "3"
"""To be raised whenever the same source shall look different, so that kept chunks are made anew."""

_STEPS_BACK = (Fraction(0), Fraction(1), Fraction(10))
"""Seconds to aim before the wanted moment; containers index by decoding time, which may land behind it."""


def frame_count(segment: SourceSegment) -> int:
    """How many clip frames the segment fills."""
    return to_frames(segment.end) - to_frames(segment.start)


def segment_pictures(segment: SourceSegment, origin: Fraction) -> Generator[VideoFrame, None, None]:
    """The segment's pictures, ready to be drawn on: exactly ``frame_count`` of them.

    Args:
        segment: where to read.
        origin: moment of the source's first picture (``look.opening.picture_start``).

    Raises:
        MissingFile, NotMedia, DriveFault.
    """
    count, start = frame_count(segment), origin + segment.start
    with open_media(segment.path) as container:
        stream = picture_stream(container)
        if stream is None:
            raise NotMedia(path=str(segment.path))
        framing = Framing(stream.sample_aspect_ratio or Fraction(1), View(segment.across, segment.all_of_it))
        made = 0
        whole = deinterlaced(frames_from(container, stream, start, segment.path))
        for frame in picked(whole, start, count):
            yield framing.clip_picture(frame)
            made += 1
        if made < count:
            raise NotMedia(path=str(segment.path))


def frames_from(
    container: InputContainer, stream: VideoStream, start: Fraction, path: Path
) -> Iterator[tuple[Fraction, VideoFrame]]:
    """Pictures with their moments in seconds, beginning at or before ``start`` on the clock of the file.

    Args:
        container: opened from ``path``.
        stream: its picture.
        start: moment of the first picture that is wanted.
        path: opened once more where it has no index to seek in.
    """
    stream.thread_type = "AUTO"
    for back in _STEPS_BACK:
        frames = _after_seek(container, stream, start - back)
        first = next(frames, None)
        if first is not None and first[0] <= start + EARLY:
            yield from chain((first,), frames)
            return
    with open_media(path) as fresh:  # no usable index: read all from the start
        again = picture_stream(fresh)
        if again is not None:
            yield from ((seconds_of(frame), frame) for frame in decoded_pictures(fresh, again))


def _after_seek(
    container: InputContainer, stream: VideoStream, moment: Fraction
) -> Iterator[tuple[Fraction, VideoFrame]]:
    assert stream.time_base is not None
    try:
        container.seek(int(moment / stream.time_base), stream=stream, backward=True)
    except av.FFmpegError:
        return
    for frame in decoded_pictures(container, stream):
        yield seconds_of(frame), frame
