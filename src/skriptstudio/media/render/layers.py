"""What is drawn over the picture, and from which frame to which."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

import numpy as np

from skriptstudio.domain.clip import RenderPlan, SafeZone
from skriptstudio.domain.clip_size import CLIP_HEIGHT_PX, CLIP_WIDTH_PX
from skriptstudio.domain.cut import END_CARD_SECONDS
from skriptstudio.domain.dressing import TITLE_SECONDS
from skriptstudio.domain.legible import SmallText
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
    """Everything that is drawn over a clip of so many frames, its end card counted, the lowest first."""
    return tuple(layer for layer in _layers(plan, lettering, frames) if layer.first < layer.end)


def small_text(plan: RenderPlan, lettering: Lettering) -> Iterator[SmallText]:
    """Which of the plan's texts are too long to be drawn in letters that can be read on a phone."""
    if plan.title.strip() and not lettering.title(plan.title).readable:
        yield SmallText("title", 0, plan.title)
    for number, name in enumerate(plan.names):
        if not lettering.name_line(name.name, name.role).readable:
            yield SmallText("name", number, f"{name.name} {name.role}".strip())
    for number, cue in enumerate(plan.captions):
        if cue.text.strip() and not lettering.caption(cue.lines).readable:
            yield SmallText("caption", number, cue.text)
    if plan.end_card.strip() and not lettering.card(plan.end_card).readable:
        yield SmallText("card", 0, plan.end_card)


def margins_of(layers: Sequence[Layer], plan: RenderPlan, lettering: Lettering) -> SafeZone:
    """How near anything that is drawn, the end card's text too, comes to each edge of the picture, in px."""
    drawn = [layer.drawn for layer in layers]
    if plan.end_card.strip():
        drawn.append(lettering.card(plan.end_card))
    found = [margins for one in drawn if (margins := _margins(one)) is not None]
    if not found:
        return SafeZone(CLIP_HEIGHT_PX, CLIP_HEIGHT_PX, CLIP_WIDTH_PX, CLIP_WIDTH_PX)
    sides = zip(*((one.top, one.bottom, one.left, one.right) for one in found), strict=True)
    return SafeZone(*map(min, sides))


def _margins(drawn: Drawn) -> SafeZone | None:
    """Distances of what is visible of a drawing from the picture's edges; negative outside, None for nothing."""
    visible = drawn.image[..., 3] > 0
    rows, columns = np.flatnonzero(visible.any(axis=1)), np.flatnonzero(visible.any(axis=0))
    if not rows.size:
        return None
    top, left = drawn.y + int(rows[0]), drawn.x + int(columns[0])
    bottom, right = CLIP_HEIGHT_PX - drawn.y - int(rows[-1]) - 1, CLIP_WIDTH_PX - drawn.x - int(columns[-1]) - 1
    return SafeZone(top, bottom, left, right)


def _layers(plan: RenderPlan, lettering: Lettering, frames: int) -> Iterator[Layer]:
    spoken = frames - (to_frames(END_CARD_SECONDS) if plan.end_card.strip() else 0)
    title_end = min(spoken, to_frames(TITLE_SECONDS)) if plan.title.strip() else 0
    if plan.logo is not None:
        yield Layer(logo(plan.logo), title_end, frames)
    if title_end:
        yield Layer(lettering.title(plan.title), 0, title_end)
    for name in plan.names:
        if name.name or name.role:
            drawn = lettering.name_line(name.name, name.role)
            yield Layer(drawn, to_frames(name.start), min(spoken, to_frames(name.end)))
    for cue in plan.captions:
        if cue.text.strip():
            yield Layer(lettering.caption(cue.lines), to_frames(cue.start), min(spoken, to_frames(cue.end)))
    if plan.draft_mark:
        yield Layer(lettering.mark(plan.draft_mark), 0, frames)
