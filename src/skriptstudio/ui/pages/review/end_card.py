"""The end card behind the last segment, as the file shows it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QColor, QPainter

from skriptstudio.domain.clip_size import CLIP_WIDTH_PX
from skriptstudio.ui.pages.review.screen import CaptionPicture, caption_picture

if TYPE_CHECKING:
    from skriptstudio.assembly.house import House
    from skriptstudio.media.render.text import Drawn
    from skriptstudio.ui.pages.review.clip import ClipView


@dataclass(frozen=True)
class CardDrawing:
    """What an end card is made of.

    Attributes:
        drawn: its words, at rest.
        words: the same for the screen.
    """

    drawn: Drawn
    words: CaptionPicture

    def paint(self, painter: QPainter, box: QRectF, second: float) -> None:
        """Paint the card into a box of 9:16, ``second`` seconds after it has begun."""
        from skriptstudio.media.render.card_design import BAR_PX, FADE_SECONDS, PETROL_RGB, bar_place, text_place

        share = box.width() / CLIP_WIDTH_PX
        painter.fillRect(box, QColor(*PETROL_RGB))
        painter.setOpacity(min(1.0, second / FADE_SECONDS))
        (left, top), (wide, tall) = bar_place(self.drawn), BAR_PX
        bar = QRectF(left * share, top * share, wide * share, tall * share)
        painter.fillRect(bar.translated(box.topLeft()), QColor("white"))
        x, y = text_place(self.drawn, second)
        replace(self.words, x=x, y=y).paint(painter, box)
        painter.setOpacity(1.0)


class EndCard(QObject):
    """Draws the card ahead, and shows it on the screen while the playhead stands in it or runs through it.

    Args:
        view: whose clip is shown.
    """

    def __init__(self, view: ClipView) -> None:
        super().__init__(view)
        self._view = view
        self._text = ""
        self._drawing: CardDrawing | None = None
        view.player.moved.connect(self.refresh)
        view.loading.changed.connect(lambda _what: self.refresh())

    def refresh(self) -> None:
        """The playhead, or the clip, is another one."""
        self._draw()
        player, drawing = self._view.player, self._drawing
        if drawing is None or not player.time.in_card(player.at):
            self._view.parts.screen.show_card(None)
            return
        second = float(player.at - player.time.spoken)
        self._view.parts.screen.show_card(lambda painter, box: drawing.paint(painter, box, second))

    def _draw(self) -> None:
        production = self._view.production
        text = production.effective_cut().end_card if production is not None and production.takes else ""
        if text == self._text:
            return
        self._text, self._drawing = text, None
        if text.strip():
            house = self._view.house
            self._view.place.jobs.start(lambda _control: _drawn(house, text), self._take, lambda _error: None)

    def _take(self, drawn: tuple[str, CardDrawing]) -> None:
        if drawn[0] == self._text:
            self._drawing = drawn[1]
            self.refresh()


def _drawn(house: House, text: str) -> tuple[str, CardDrawing]:
    import skriptstudio.media.render.card_design  # noqa: F401 - so that the window doesn't wait for it

    drawn = house.films.lettering().card(text)
    height, width = drawn.image.shape[:2]
    return text, CardDrawing(drawn, caption_picture(drawn.image.tobytes(), width, height, drawn.x, drawn.y))
