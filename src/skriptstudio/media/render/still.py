"""One picture of a clip as the file will show it, without encoding anything: for the window's preview."""

from contextlib import closing
from dataclasses import replace

from av.video.frame import VideoFrame

from skriptstudio.domain.clip import RenderPlan, SourceSegment
from skriptstudio.domain.hiding import hidden_of
from skriptstudio.domain.timecode import from_frames, to_frames
from skriptstudio.media.look.opening import picture_start
from skriptstudio.media.render.compose import Overlay
from skriptstudio.media.render.hiding import hide
from skriptstudio.media.render.layers import layers_of
from skriptstudio.media.render.picture import frame_count, segment_pictures
from skriptstudio.media.render.seen import seen_segments
from skriptstudio.media.render.text import Lettering


def still(plan: RenderPlan, frame: int, lettering: Lettering) -> VideoFrame:
    """Clip frame ``frame`` of a plan, 1080x1920, yuv420p: what the encoder would be given.

    Args:
        plan: the end card isn't counted.
        frame: from 0; one beyond the end shows the last.
        lettering: what draws the text.

    Raises:
        MissingFile, NotMedia, DriveFault.
    """
    total = sum(map(frame_count, plan.segments))
    frame = min(max(0, frame), total - 1)
    source = _at(seen_segments(plan.segments, plan.inserts), frame)
    with closing(segment_pictures(source, picture_start(source.path))) as pictures:
        picture = next(pictures)
        for box in map(hidden_of, plan.boxes):
            if box.first <= frame < box.end:
                picture.make_writable()
                hide(picture, box)
        Overlay(layers_of(plan, lettering, total)).draw(picture, frame)
        return picture


def _at(segments: tuple[SourceSegment, ...], frame: int) -> SourceSegment:
    """The one frame of its source that is seen in a clip frame."""
    for segment in segments:
        if frame < frame_count(segment):
            first = to_frames(segment.start) + frame
            return replace(segment, start=from_frames(first), end=from_frames(first + 1))
        frame -= frame_count(segment)
    raise ValueError("a plan without a single frame")
