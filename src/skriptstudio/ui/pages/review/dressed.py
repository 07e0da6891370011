"""The picture of the standing clip by the export's own module; over the running one its title, names and logo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from skriptstudio.domain.clip import ClipPicture
from skriptstudio.domain.clip_size import CLIP_HEIGHT_PX, CLIP_WIDTH_PX
from skriptstudio.domain.cut import Segment
from skriptstudio.domain.dressing import Dressing
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.production import Production
from skriptstudio.domain.timecode import to_frames
from skriptstudio.ui.dressing.drawing import Drawing
from skriptstudio.ui.pages.review.screen import CaptionPicture, caption_picture

if TYPE_CHECKING:
    from skriptstudio.assembly.house import House
    from skriptstudio.ui.pages.review.clip import ClipView


class DressedPicture(QObject):
    """Draws the picture of the file as soon as the player stands still; over a running film it lays what is drawn once.

    Args:
        view: whose clip is shown.
    """

    def __init__(self, view: ClipView) -> None:
        super().__init__(view)
        self._view = view
        self._drawing = Drawing(view.place.jobs, self._wish, self)
        self._drawing.made.connect(self._show)
        self._drawing.failed.connect(lambda _error: None)  # the take's own picture stays
        self._layers: list[_Shown] = []
        self._layers_of: tuple[str, Dressing, int, int] | None = None
        view.player.playing_changed.connect(lambda _playing: self.refresh())
        view.player.moved.connect(self.refresh)
        view.loading.changed.connect(lambda _what: self.refresh())

    def refresh(self) -> None:
        """The playhead or the clip is another one."""
        self._view.parts.screen.show_dressed(None)
        self._draw_layers()
        now = to_frames(self._view.player.at)
        self._view.parts.screen.show_layers([one.picture for one in self._layers if one.first <= now < one.end])
        if self._wanted:
            self._drawing.soon()

    def _draw_layers(self) -> None:
        """Draw title, names and logo anew where they are others than before."""
        production = self._view.production
        if production is None or not production.takes:
            self._layers, self._layers_of = [], None
            return
        cut = production.effective_cut()
        wanted = (production.id, cut.dressing, cut.frames, cut.card_frames)
        if wanted == self._layers_of:
            return
        self._layers, self._layers_of = [], wanted
        if wanted[1] != Dressing():
            house = self._view.house
            self._view.place.jobs.start(lambda _control: _drawn(house, production), self._take, lambda _error: None)

    def _take(self, layers: list[_Shown]) -> None:
        self._layers = layers
        self.refresh()

    @property
    def _wanted(self) -> bool:
        view = self._view
        player = view.player
        ready = view.production is not None and not player.playing and not view.tidying.trying
        ready = ready and not player.time.in_card(player.at)  # drawn by ``EndCard``
        return ready and view.isVisible() and bool(view.loading.segments) and _is_dressed(view)

    def _wish(self) -> Callable[[JobControl], ClipPicture | None]:
        view = self._view
        production, at = view.production, view.player.at
        if production is None or not self._wanted:
            return lambda control: None
        house = view.house
        return lambda control: house.dress.preview(production, at, (), None, control)

    def _show(self, picture: ClipPicture | None) -> None:
        if picture is not None and self._wanted and not self._drawing.busy:
            wide, tall = CLIP_WIDTH_PX, CLIP_HEIGHT_PX
            image = QImage(picture.rgb, wide, tall, 3 * wide, QImage.Format.Format_RGB888)
            self._view.parts.screen.show_dressed(image.copy())


@dataclass(frozen=True)
class _Shown:
    """A drawing and the clip frames that show it, the last one not included."""

    picture: CaptionPicture
    first: int
    end: int


def _drawn(house: House, production: Production) -> list[_Shown]:
    found = []
    for layer in house.films.layers(production):
        height, width = layer.drawn.image.shape[:2]
        picture = caption_picture(layer.drawn.image.tobytes(), width, height, layer.drawn.x, layer.drawn.y)
        found.append(_Shown(picture, layer.first, layer.end))
    return found


def _is_dressed(view: ClipView) -> bool:
    production = view.production
    if production is None or not production.takes:
        return False
    cut = production.effective_cut()
    return cut.dressing != Dressing() or any(_is_moved(segment) for segment in cut.segments)


def _is_moved(segment: Segment) -> bool:
    return segment != replace(segment, across=Segment.across, all_of_it=Segment.all_of_it)
