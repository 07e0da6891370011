"""No box and no picture over the voice lies over the end card; of what is drawn, ``layers`` sees to it."""

from collections.abc import Iterator
from dataclasses import replace

from skriptstudio.domain.clip import PictureInsert, RenderPlan
from skriptstudio.domain.timecode import from_frames
from skriptstudio.media.render.picture import frame_count


def before_card(plan: RenderPlan) -> RenderPlan:
    """The plan with boxes and inserts ending with its segments; its card isn't one of them yet."""
    whole = from_frames(sum(map(frame_count, plan.segments)))
    boxes = tuple(replace(box, end=min(box.end, whole)) for box in plan.boxes if box.start < whole)
    return replace(plan, boxes=boxes, inserts=tuple(_ended(plan)))


def _ended(plan: RenderPlan) -> Iterator[PictureInsert]:
    frames = sum(map(frame_count, plan.segments))
    for insert in plan.inserts:
        left = from_frames(frames - insert.at)
        if left > 0:
            end = min(insert.segment.end, insert.segment.start + left)
            yield replace(insert, segment=replace(insert.segment, end=end))
