"""What is drawn over the picture, and from which frame to which."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from skriptstudio.domain.clip import RenderPlan
from skriptstudio.domain.dressing import TITLE_SECONDS
from skriptstudio.domain.timecode import to_frames
from skriptstudio.media.render.text import Drawn, Lettering, logo


@dataclass(frozen=True)
class Layer:
    """A drawing and the clip frames that show it: from ``first`` on, ``end`` not included."""

    drawn: Drawn
    first: int
    end: int

    @cached_property
    def mark(self) -> str:
        """Hash of every pixel and of its place, so that whatever changes the drawing changes it."""
        place = f"{self.drawn.x},{self.drawn.y},{self.drawn.image.shape}"
        return sha256(place.encode() + self.drawn.image.tobytes()).hexdigest()


def layers_of(plan: RenderPlan, lettering: Lettering, frames: int) -> tuple[Layer, ...]:
    """Everything that is drawn over a clip of so many frames, the lowest first."""
    return tuple(layer for layer in _layers(plan, lettering, frames) if layer.first < layer.end)


def _layers(plan: RenderPlan, lettering: Lettering, frames: int) -> Iterator[Layer]:
    title_end = min(frames, to_frames(TITLE_SECONDS)) if plan.title.strip() else 0
    if plan.logo is not None:
        yield Layer(logo(plan.logo), title_end, frames)
    if title_end:
        yield Layer(lettering.title(plan.title), 0, title_end)
    for name in plan.names:
        yield Layer(lettering.name_line(name.name, name.role), to_frames(name.start), min(frames, to_frames(name.end)))
    for cue in plan.captions:
        if cue.text.strip():
            yield Layer(lettering.caption(cue.lines), to_frames(cue.start), min(frames, to_frames(cue.end)))
    if plan.draft_mark:
        yield Layer(lettering.mark(plan.draft_mark), 0, frames)
