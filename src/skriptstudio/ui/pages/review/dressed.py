"""Where something lies over the picture, the standing clip shows the picture of the file, not that of the take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from skriptstudio.domain.clip import CLIP_HEIGHT_PX, CLIP_WIDTH_PX, ClipPicture
from skriptstudio.domain.cut import Segment
from skriptstudio.domain.dressing import Dressing
from skriptstudio.ui.dressing.drawing import Drawing

if TYPE_CHECKING:
    from skriptstudio.ui.pages.review.clip import ClipView


class DressedPicture(QObject):
    """Draws it as soon as the player stands still; while it runs, the take is seen as it is.

    Args:
        view: whose clip is shown.
    """

    def __init__(self, view: ClipView) -> None:
        super().__init__(view)
        self._view = view
        self._drawing = Drawing(view.place.jobs, self._wish, self)
        self._drawing.made.connect(self._show)
        self._drawing.failed.connect(lambda _error: None)  # the take's own picture stays
        view.player.playing_changed.connect(lambda _playing: self.refresh())
        view.player.moved.connect(self.refresh)
        view.loading.changed.connect(lambda _what: self.refresh())

    def refresh(self) -> None:
        """The playhead or the clip is another one."""
        self._view.parts.screen.show_dressed(None)
        if self._wanted:
            self._drawing.soon()

    @property
    def _wanted(self) -> bool:
        view = self._view
        ready = view.production is not None and not view.player.playing and not view.tidying.trying
        return ready and view.isVisible() and bool(view.loading.segments) and _is_dressed(view)

    def _wish(self) -> Callable[[], ClipPicture | None]:
        view = self._view
        production, at = view.production, view.player.at
        if production is None or not self._wanted:
            return lambda: None
        house = view.house
        return lambda: house.dress.preview(production, at, (), None)

    def _show(self, picture: ClipPicture | None) -> None:
        if picture is not None and self._wanted and not self._drawing.busy:
            wide, tall = CLIP_WIDTH_PX, CLIP_HEIGHT_PX
            image = QImage(picture.rgb, wide, tall, 3 * wide, QImage.Format.Format_RGB888)
            self._view.parts.screen.show_dressed(image.copy())


def _is_dressed(view: ClipView) -> bool:
    production = view.production
    if production is None or not production.takes:
        return False
    cut = production.effective_cut()
    return cut.dressing != Dressing() or any(_is_moved(segment) for segment in cut.segments)


def _is_moved(segment: Segment) -> bool:
    return segment != replace(segment, across=Segment.across, all_of_it=Segment.all_of_it)
