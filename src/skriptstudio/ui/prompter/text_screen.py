"""A further screen with nothing on it but the text: under a glass before the lens, or a monitor below it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent, QScreen, QTransform
from PySide6.QtWidgets import QApplication, QWidget

from skriptstudio.domain.prompter import LensPlace, Prompter
from skriptstudio.ui.fonts import prompter_font
from skriptstudio.ui.prompter.band import LEADING, PAD, PrompterBand, band_height, column_px, margin_px
from skriptstudio.ui.prompter.pace import Pace, Track
from skriptstudio.ui.prompter.reading import Sentence
from skriptstudio.ui.theme import color
from skriptstudio.ui.tokens import SPACE

_MOST_LINES = 7
_FOOT_SHARE, _LEAST_FOOT_PX = 0.5, 24
_AT_LEFT = (LensPlace.LEFT, LensPlace.TOP_LEFT)
_AT_RIGHT = (LensPlace.RIGHT, LensPlace.TOP_RIGHT)


class TextScreen(QWidget):
    """Covers a screen with the text, black around it. What is pressed on it goes to its owner.

    Attributes:
        band: the lines.
        told: the words at the foot: what is left, or that it begins soon.
    """

    def __init__(self, name: str, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(name)
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._owner = owner
        self._look = Prompter()
        self._track = Track(())
        self.told = ""
        self.band = PrompterBand(name, lens=True, parent=self)
        self.band.bare = True

    def cover(self, screen: QScreen) -> None:
        """Stand on all of this screen; the keyboard stays where it is."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self._owner.activateWindow()  # not every system minds that it should come without the keyboard

    def set_text(self, sentences: Sequence[Sentence]) -> None:
        """What is read."""
        self.band.set_text(sentences)
        self._arrange()

    def set_look(self, look: Prompter) -> None:
        """Follow these settings."""
        self._look = look
        self._arrange()

    def show_pace(self, pace: Pace, told: str) -> None:
        """Follow the reader; ``told`` is what is left."""
        self.band.show_at(pace.place(self._track))
        self.tell(told)

    def tell(self, words: str) -> None:
        """Put these words at the foot."""
        if words != self.told:
            self.told = words
            self.setAccessibleDescription(words)
            self.update(self._foot())

    # --- places

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self._arrange()

    @property
    def _foot_px(self) -> int:
        return max(_LEAST_FOOT_PX, round(self._look.screen_px * _FOOT_SHARE))

    def _foot(self) -> QRect:
        """Where the words stand: away from the lens."""
        tall = self._foot_px + 2 * SPACE.s
        top = SPACE.s if self._lens is LensPlace.BOTTOM else self.height() - tall - SPACE.s
        return QRect(0, top, self.width(), tall)

    @property
    def _lens(self) -> LensPlace | None:
        """At which edge the lens is; None behind the text, where a glass shows it mirrored."""
        return None if self._look.mirrored_text else self._look.lens

    def _arrange(self) -> None:
        look, px, foot = self._look, self._look.screen_px, self._foot()
        line = round(px * LEADING)
        slots = max(2, min(_MOST_LINES, (self.height() - foot.height() - 2 * SPACE.s - 2 * PAD) // line))
        wide = min(self.width(), column_px(look, px) + 2 * margin_px(look, px))
        room = self.height() - foot.height() - 2 * SPACE.s
        spare = room - band_height(px, slots)
        if self._lens in (LensPlace.TOP, LensPlace.TOP_LEFT, LensPlace.TOP_RIGHT):
            top, slot = 0, 1 if slots >= 4 else 0
        elif self._lens is LensPlace.BOTTOM:
            top, slot = self.height() - band_height(px, slots), slots - 2
        else:
            top, slot = spare // 2, (slots - 1) // 2
        left = (self.width() - wide) // 2
        if self._lens in _AT_LEFT:
            left = 0
        elif self._lens in _AT_RIGHT:
            left = self.width() - wide
        self.band.slot = slot
        self.band.set_look(look)
        self.band.fit(px, slots, wide)
        self.band.move(left, top)
        self._track = Track(self.band.lines)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.fillRect(event.rect(), color("stage_black"))
        foot = self._foot()
        if not event.rect().intersects(foot):
            return
        if self._look.mirrored_text:
            painter.setTransform(QTransform(-1, 0, 0, 1, self.width(), 0), combine=True)
        painter.setFont(prompter_font(self._look.face, self._foot_px))
        painter.setPen(color("stage_next"))
        painter.drawText(QRectF(foot), Qt.AlignmentFlag.AlignCenter, self.told)

    # --- keys

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.Wheel):
            QApplication.sendEvent(self._owner, event)
            event.accept()
            return True
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  Qt's name
        # A window manager's close would take the text from under the reader's eyes; the take's end closes it.
        event.setAccepted(not event.spontaneous())
