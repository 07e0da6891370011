"""One picture of a clip as the file will show it, without encoding anything: for the window's preview."""

from contextlib import closing
from dataclasses import replace
from fractions import Fraction

from av.video.frame import VideoFrame
from av.video.reformatter import ColorRange, Colorspace

from skriptstudio.domain.clip import RenderPlan, SourceSegment
from skriptstudio.domain.cut import END_CARD_SECONDS
from skriptstudio.domain.hiding import hidden_of
from skriptstudio.domain.timecode import from_frames, to_frames
from skriptstudio.media.look.opening import picture_start
from skriptstudio.media.render.before_card import before_card
from skriptstudio.media.render.card_design import card_picture
from skriptstudio.media.render.compose import Overlay
from skriptstudio.media.render.hiding import hide
from skriptstudio.media.render.layers import layers_of
from skriptstudio.media.render.picture import frame_count, segment_pictures
from skriptstudio.media.render.seen import seen_segments
from skriptstudio.media.render.text import Lettering


def still(plan: RenderPlan, frame: int, lettering: Lettering) -> VideoFrame:
    """Clip frame ``frame`` of a plan, 1080x1920, yuv420p: what the encoder would be given.

    Args:
        plan: what is to be seen; its end card comes after the last segment.
        frame: from 0; one beyond the end shows the last.
        lettering: what draws the text.

    Raises:
        MissingFile, NotMedia, DriveFault.
    """
    spoken = sum(map(frame_count, plan.segments))
    total = spoken + (to_frames(END_CARD_SECONDS) if plan.end_card.strip() else 0)
    frame = min(max(0, frame), total - 1)
    plan = before_card(plan)
    overlay = Overlay(layers_of(plan, lettering, total))
    if frame >= spoken:
        picture = _card(plan.end_card, lettering, from_frames(frame - spoken))
        overlay.draw(picture, frame)
        return picture
    source = _at(seen_segments(plan.segments, plan.inserts), frame)
    with closing(segment_pictures(source, picture_start(source.path))) as pictures:
        picture = next(pictures)
        for box in map(hidden_of, plan.boxes):
            if box.first <= frame < box.end:
                picture.make_writable()
                hide(picture, box)
        overlay.draw(picture, frame)
        return picture


def _card(text: str, lettering: Lettering, second: Fraction) -> VideoFrame:
    picture = VideoFrame.from_ndarray(card_picture(text, lettering, second), format="rgb24")
    return picture.reformat(format="yuv420p", dst_colorspace=Colorspace.ITU709, dst_color_range=ColorRange.MPEG)


def _at(segments: tuple[SourceSegment, ...], frame: int) -> SourceSegment:
    """The one frame of its source that is seen in a clip frame."""
    for segment in segments:
        if frame < frame_count(segment):
            first = to_frames(segment.start) + frame
            return replace(segment, start=from_frames(first), end=from_frames(first + 1))
        frame -= frame_count(segment)
    raise ValueError("a plan without a single frame")
