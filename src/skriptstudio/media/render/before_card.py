"""Nothing is laid over the end card but the logo and a draft's mark: its words would be garbled."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Protocol, TypeVar

from skriptstudio.domain.clip import PictureInsert, RenderPlan
from skriptstudio.domain.timecode import from_frames
from skriptstudio.media.render.picture import frame_count


class _Timed(Protocol):
    @property
    def start(self) -> Fraction: ...

    @property
    def end(self) -> Fraction: ...


Thing = TypeVar("Thing", bound=_Timed)


def before_card(plan: RenderPlan) -> RenderPlan:
    """The plan with everything that lies over its segments ending with them; its card isn't one of them yet."""
    whole = from_frames(sum(map(frame_count, plan.segments)))
    return replace(
        plan,
        captions=tuple(_ended(plan.captions, whole)),
        names=tuple(_ended(plan.names, whole)),
        boxes=tuple(_ended(plan.boxes, whole)),
        inserts=tuple(_ended_inserts(plan.inserts, whole)),
    )


def _ended(things: tuple[Thing, ...], whole: Fraction) -> Iterator[Thing]:
    for thing in things:
        if thing.start < whole:
            yield replace(thing, end=min(thing.end, whole))  # type: ignore[type-var]  # a frozen dataclass


def _ended_inserts(inserts: tuple[PictureInsert, ...], whole: Fraction) -> Iterator[PictureInsert]:
    for insert in inserts:
        left = whole - from_frames(insert.at)
        if left > 0:
            end = min(insert.segment.end, insert.segment.start + left)
            yield replace(insert, segment=replace(insert.segment, end=end))
