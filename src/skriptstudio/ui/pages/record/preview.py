"""The middle of the page: what the camera sees, with the prompter over its edge or beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from skriptstudio.domain.ports.studio import Still
from skriptstudio.domain.prompter import LensPlace, Prompter
from skriptstudio.ui.prompter.band import LEADING, PrompterBand, margin_px
from skriptstudio.ui.prompter.reading import Sentence
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.film import Film

_SMALLEST_PX = 17
_AT_306_PX = 24
_DRAWN_PX = 35
_ROOMY_FROM = 400
_BAND_SHARE = 0.205
"""Height of the band as a share of the picture's, as drawn."""


class Preview(QWidget):
    """The picture with band, guides and the sentence at its foot, as the prompter is set.

    Attributes:
        covered: something else stands at its foot just now.
    """

    def __init__(self, name: str, prompter_name: str, caption: str) -> None:
        super().__init__()
        self._caption = caption
        self._warning = ""
        self.covered = False
        self._look = Prompter()
        self._has_text = False
        self.film = Film(name, mirrored=True, parent=self)
        self.band = PrompterBand(prompter_name, parent=self)
        self.band.snug = True
        self.setMinimumSize(120, 213)

    def show_still(self, still: Still) -> None:
        """Show what the camera sees now."""
        self._dress(pictured=True)
        self.film.show_still(still)

    def wait(self, words: str, icon: str) -> None:
        """Say what the picture is waiting for, or why there is none; a warning was about the one before."""
        self._warning = ""
        self._dress(pictured=False)
        self.film.clear(words, icon)

    def warn(self, words: str) -> None:
        """Say over the picture what is wrong with it, instead of anything else; empty for nothing."""
        self._warning = words
        self._dress(self.film.has_picture)
        self.film.update()
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.film, words))

    def _dress(self, pictured: bool) -> None:
        """A small picture has no room for words and guides."""
        roomy = pictured and self.film.height() >= _ROOMY_FROM
        at_foot = self._has_text and self._look.over_picture and self._look.lens is LensPlace.BOTTOM
        foot = self._caption if roomy and not at_foot and not self.covered else ""
        self.film.caption = (self._warning or foot) if pictured else ""
        self.film.guides = roomy

    def set_text(self, sentences: Sequence[Sentence]) -> None:
        """What the band shows the beginning of."""
        self._has_text = bool(sentences)
        self.band.set_text(sentences)
        self.band.setVisible(self._has_text)
        self._arrange()

    def set_look(self, look: Prompter) -> None:
        """Follow these settings."""
        self._look = look
        self.film.set_mirrored(look.mirrored_preview)
        self.band.set_look(look.in_window)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        px = self._px()
        slots = min(3, max(2, round(_BAND_SHARE * self.height() / (px * LEADING))))
        at_foot = self._look.lens is LensPlace.BOTTOM
        self.band.rounded = "all" if not self._look.over_picture else "bottom" if at_foot else "top"
        self.band.fit(px, slots, self.width())
        self.band.move(0, self.height() - self.band.height() if at_foot else 0)
        film = self.rect()
        if self._has_text and not self._look.over_picture:
            film = self._film_beside(self.band.height() + SPACE.s, at_foot)
        self.film.setGeometry(film)

    def _film_beside(self, taken: int, at_foot: bool) -> QRect:
        """The picture at 9:16 in the height that the band leaves."""
        tall = self.height() - taken
        wide = min(self.width(), round(tall * 9 / 16))
        return QRect((self.width() - wide) // 2, 0 if at_foot else taken, wide, tall)

    def _px(self) -> int:
        """The text as large as the picture is to the stage's, if its lines can be broken alike."""
        asked = _AT_306_PX * self.width() / 306 * self._look.text_px / _DRAWN_PX
        margins = 2 * margin_px(self._look, self._look.text_px)
        fitting = self.width() * self._look.text_px / (self._look.text_px * self._look.column_em + margins)
        return max(_SMALLEST_PX, round(min(asked, fitting)))
