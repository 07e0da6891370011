"""The end card behind the clip that has run to its end, as the file shows it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QTimer
from PySide6.QtGui import QColor, QPainter

from skriptstudio.domain.clip_size import CLIP_WIDTH_PX
from skriptstudio.domain.timecode import CLIP_FPS
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
    """Draws the card ahead, and shows it on the screen as soon as the clip is over.

    Args:
        view: whose clip is shown.
    """

    def __init__(self, view: ClipView) -> None:
        super().__init__(view)
        self._view = view
        self._text = ""
        self._drawing: CardDrawing | None = None
        self._begun = 0.0
        self._steps = QTimer(self, interval=1000 // CLIP_FPS)
        self._steps.timeout.connect(self._show)
        view.player.moved.connect(self.refresh)
        view.player.playing_changed.connect(lambda _playing: self.refresh())
        view.loading.changed.connect(lambda _what: self.refresh())

    def refresh(self) -> None:
        """The playhead, or the clip, is another one."""
        self._draw()
        shown = self._drawing is not None and self._view.player.over
        if not shown:
            self._steps.stop()
            self._view.parts.screen.show_card(None)
        elif self._view.parts.screen.card is None:
            self._begun = monotonic()
            self._show()
            self._steps.start()

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

    def _show(self) -> None:
        from skriptstudio.media.render.card_design import MOVING_SECONDS

        second = monotonic() - self._begun
        drawing = self._drawing
        assert drawing is not None
        self._view.parts.screen.show_card(lambda painter, box: drawing.paint(painter, box, second))
        if second > MOVING_SECONDS:
            self._steps.stop()


def _drawn(house: House, text: str) -> tuple[str, CardDrawing]:
    import skriptstudio.media.render.card_design  # noqa: F401 - so that the window doesn't wait for it

    drawn = house.films.lettering().card(text)
    height, width = drawn.image.shape[:2]
    return text, CardDrawing(drawn, caption_picture(drawn.image.tobytes(), width, height, drawn.x, drawn.y))
