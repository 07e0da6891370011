"""The middle of the page: what the camera sees, with the prompter over its top."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from skriptstudio.domain.ports import Still
from skriptstudio.ui.pages.record.film import Film
from skriptstudio.ui.pages.record.prompter import LEADING, PrompterBand
from skriptstudio.ui.pages.record.reading import Sentence

_SMALLEST_PX = 17
_AT_306_PX = 24
_ROOMY_FROM = 400
_BAND_SHARE = 0.205
"""Height of the band as a share of the picture's, as drawn."""


class Preview(QWidget):
    """The mirrored picture with band, guides and the sentence at its foot."""

    def __init__(self, name: str, prompter_name: str, caption: str) -> None:
        super().__init__()
        self._caption = caption
        self.film = Film(name, mirrored=True, parent=self)
        self.band = PrompterBand(prompter_name, parent=self)
        self.band.snug = True
        self.setMinimumSize(120, 213)

    def show_still(self, still: Still) -> None:
        """Show what the camera sees now."""
        self._dress(pictured=True)
        self.film.show_still(still)

    def wait(self, words: str, icon: str) -> None:
        """Say what the picture is waiting for, or why there is none."""
        self._dress(pictured=False)
        self.film.clear(words, icon)

    def _dress(self, pictured: bool) -> None:
        """A small picture has no room for words and guides."""
        roomy = pictured and self.height() >= _ROOMY_FROM
        self.film.caption = self._caption if roomy else ""
        self.film.guides = roomy

    def set_text(self, sentences: Sequence[Sentence]) -> None:
        """What the band shows the beginning of."""
        self.band.set_text(sentences)
        self.band.setVisible(bool(sentences))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self.film.setGeometry(self.rect())
        px = max(_SMALLEST_PX, round(_AT_306_PX * self.width() / 306))
        slots = min(4, max(2, round(_BAND_SHARE * self.height() / (px * LEADING))))
        self.band.fit(px, min(slots, 3), self.width())
