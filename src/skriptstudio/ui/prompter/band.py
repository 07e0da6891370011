"""The prompter band: each line is drawn once into a pixmap and only moved after that."""

from collections.abc import Callable, Sequence
from math import floor
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPixmap, QTransform
from PySide6.QtWidgets import QWidget

from skriptstudio.domain.prompter import LensPlace, Prompter
from skriptstudio.ui.fonts import prompter_font
from skriptstudio.ui.prompter.reading import Line, Sentence, broken
from skriptstudio.ui.theme import color
from skriptstudio.ui.tokens import RADIUS

LEADING = 45 / 35
PAD = 8
LEAST_MARGIN = 8
"""Room beside the lines that the reader's mark needs."""

_CAP_SHARE = 0.70
_TICK, _TICK_AT_PX = (4, 20), 35
_NEAR_PX = 185
"""Lower edge of the line being read: 5 cm at 96 dots an inch, less what lies above the band (domain.md 8.2)."""

_KEPT_LINES = 32
"""All lines of a long text in the largest type would take hundreds of MB."""

Rounded = Literal["top", "bottom", "all"]


class Typeset:
    """Text broken into lines at one size, with a picture of each line that was shown lately.

    Attributes:
        lines: the lines in order.
        line_px: height of one.
        width_px: width of the column.
    """

    def __init__(self, sentences: Sequence[Sentence], face: str, px: int, width_px: int, ratio: float) -> None:
        self._face = prompter_font(face, px)
        self._metrics = QFontMetricsF(self._face)
        self._px = px
        self.width_px = width_px
        self.lines: tuple[Line, ...] = broken(sentences, width_px, self._metrics.horizontalAdvance)
        self.line_px = round(px * LEADING)
        self._ratio = ratio
        self._drawn: dict[tuple[int, str], QPixmap] = {}

    def paint(self, painter: QPainter, at: int, place: QPointF, token: str) -> None:
        """Draw line ``at`` with its top left at ``place``."""
        drawn = self._drawn.pop((at, token), None)
        if drawn is None:
            drawn = self._draw(at, token)
        self._drawn[at, token] = drawn  # the newest at the end
        if len(self._drawn) > _KEPT_LINES:
            del self._drawn[next(iter(self._drawn))]
        painter.drawPixmap(place, drawn)

    def _draw(self, at: int, token: str) -> QPixmap:
        picture = QPixmap(round(self.width_px * self._ratio), round(self.line_px * self._ratio))
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setFont(self._face)
        painter.setPen(color(token))
        text = self.lines[at].text
        left = (self.width_px - self._metrics.horizontalAdvance(text)) / 2
        # By the capitals, not by the face's own line: that of OpenDyslexic is half as high again.
        painter.drawText(QPointF(left, self.line_px / 2 + self._px * _CAP_SHARE / 2), text)
        painter.end()
        return picture


def column_px(prompter: Prompter, px: int) -> int:
    """Width of the lines at a size."""
    return round(px * prompter.column_em)


def margin_px(prompter: Prompter, px: int) -> int:
    """Room at each side of the lines at a size, the reader's mark in it."""
    return max(LEAST_MARGIN, round(prompter.margin_px * px / prompter.text_px))


def band_height(px: int, slots: int) -> int:
    """Height of a band of so many lines."""
    return slots * round(px * LEADING) + 2 * PAD


def reader_slot(px: int, slots: int, lens: LensPlace) -> int:
    """Which of the shown lines is read, from 0.

    At the top the second, if there is room for the last one and it stays within 5 cm of the lens;
    at the bottom the last but one, so that one line can be read ahead.
    """
    if lens is LensPlace.BOTTOM:
        return max(0, slots - 2)
    beside = lens in (LensPlace.LEFT, LensPlace.RIGHT)
    return 1 if slots >= 4 and (beside or PAD + 2 * round(px * LEADING) <= _NEAR_PX) else 0


class PrompterBand(QWidget):
    """A dark band with the lines around the one that is being read.

    Attributes:
        lens: whether the reader's line has its apricot mark.
        snug: a text of fewer lines takes less height.
        rounded: which of its corners are round; set before ``fit``.
        bare: it has no ground of its own.
        slot: which of the shown lines is read, from 0; None leaves it to the place of the lens.
        painted: called at the end of every paint, e.g. to measure.
    """

    def __init__(self, name: str, lens: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.lens = lens
        self.snug = False
        self.rounded: Rounded = "top"
        self.bare = False
        self.slot: int | None = None
        self.painted: Callable[[], None] | None = None
        self._look = Prompter()
        self._sentences: tuple[Sentence, ...] = ()
        self._px = 24
        self._slots = 3
        self._typeset: Typeset | None = None
        self._at = 0.0
        self._ground: QPixmap | None = None

    def set_look(self, look: Prompter) -> None:
        """Take face, contrast, ground, margins and line length of these settings; ``fit`` gives the size."""
        if look != self._look:
            self._look = look
            self._lay_out()

    def set_text(self, sentences: Sequence[Sentence]) -> None:
        """What is read."""
        self._sentences = tuple(sentences)
        self._at = 0.0
        self._lay_out()

    def fit(self, px: int, slots: int, width: int) -> None:
        """Take this size: font in px, lines shown at once, width of the band."""
        self._px, self._slots = px, slots
        self.resize(width, self.height())
        self._lay_out()

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines as they are broken now."""
        return self._typeset.lines if self._typeset else ()

    @property
    def reader_slot(self) -> int:
        """Which of the shown lines is read, from 0."""
        return reader_slot(self._px, self._slots, self._look.lens) if self.slot is None else self.slot

    @property
    def line_px(self) -> int:
        """Height of a line."""
        return round(self._px * LEADING)

    @property
    def reader_bottom(self) -> int:
        """Lower edge of the line being read, in the band."""
        return PAD + (self.reader_slot + 1) * round(self._px * LEADING)

    @property
    def place(self) -> float:
        """The line at the reader's place; between two lines while the text moves."""
        return self._at

    def show_at(self, line: float) -> None:
        """Put this line at the reader's place; between two lines while it moves."""
        if line != self._at:
            self._at = line
            self.update()

    def _lay_out(self) -> None:
        room = self.width() - 2 * margin_px(self._look, self._px)
        width = max(40, min(room, column_px(self._look, self._px)))
        self._typeset = Typeset(self._sentences, self._look.face, self._px, width, self.devicePixelRatioF())
        shown = min(self._slots, max(1, len(self._typeset.lines))) if self.snug else self._slots
        self.resize(self.width(), band_height(self._px, shown))
        self._ground = None
        spoken = " ".join(sentence.text for sentence in self._sentences)
        self.setAccessibleDescription(spoken)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._lay_out()  # the lines were drawn for another screen
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.bare:
            if self._ground is None:
                self._ground = self._draw_ground()
            painter.drawPixmap(0, 0, self._ground)
        if self._look.mirrored_text:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setTransform(QTransform(-1, 0, 0, 1, self.width(), 0), combine=True)
        if self._typeset is not None and self._typeset.lines:
            self._paint_lines(painter, self._typeset)
        painter.end()
        if self.painted is not None:
            self.painted()

    def _draw_ground(self) -> QPixmap:
        """Drawn once, too: to fill its round path at each step took three quarters of the band's time (measured)."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(self._outline(), ground_color(self._look))
        painter.end()
        return picture

    def _outline(self) -> QPainterPath:
        box, round_px = QRectF(self.rect()), RADIUS.card
        if self.rounded == "top":
            box = box.adjusted(0, 0, 0, round_px)
        elif self.rounded == "bottom":
            box = box.adjusted(0, -round_px, 0, 0)
        path = QPainterPath()
        path.addRoundedRect(box, round_px, round_px)
        return path

    def _paint_lines(self, painter: QPainter, typeset: Typeset) -> None:
        now = min(max(round(self._at), 0), len(typeset.lines) - 1)
        slot = self.reader_slot
        first = floor(self._at) - slot
        left = (self.width() - typeset.width_px) / 2
        for at in range(max(0, first), min(len(typeset.lines), first + self._slots + 2)):
            top = PAD + (slot + at - self._at) * typeset.line_px
            painter.setOpacity(_shown_share(top, typeset.line_px, self.height()))
            typeset.paint(painter, at, QPointF(left, top), line_token(self._look, at - now))
        painter.setOpacity(1)
        if self.lens:
            self._paint_mark(painter, left, PAD + (slot + 0.5) * typeset.line_px, typeset.line_px)

    def _paint_mark(self, painter: QPainter, left: float, middle: float, line_px: int) -> None:
        """The apricot tick before the line being read; without the lines' colours it has to be as tall as the line."""
        large = self._px / _TICK_AT_PX if self.bare else 1.0
        wide, tall = (6, line_px - 4) if self._look.high_contrast else (_TICK[0] * large, _TICK[1] * large)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("stage_lens"))
        box = QRectF(max(1.0, left - wide / 2 - PAD + 2), middle - tall / 2, wide, tall)
        painter.drawRoundedRect(box, wide / 2, wide / 2)


def ground_color(look: Prompter) -> QColor:
    """The band's ground, with how much of the picture it lets through."""
    if look.high_contrast:
        return color("stage_black")
    ground = color("stage")
    ground.setAlphaF(look.backdrop)
    return ground


def line_token(look: Prompter, ahead: int) -> str:
    """Colour of a line that is so many lines ahead of the one being read; negative for those that were read."""
    if ahead == 0 or look.high_contrast:
        return "stage_now"
    return "stage_past" if ahead < 0 else "stage_next"


def _shown_share(top: float, line_px: int, height: int) -> float:
    """How much of a line lies inside the band; lines that come and go fade."""
    inside = min(top + line_px, height) - max(top, 0)
    return max(0.0, min(1.0, inside / line_px)) ** 2


READABLE = 7.0
"""Contrast that text on the prompter needs (domain.md 8.2)."""


def least_contrast(look: Prompter, ahead: int = 0) -> float:
    """Contrast of a line over the brightest picture there can be, pure white (WCAG 2.x, 1 to 21)."""
    ground = ground_color(look)
    share = ground.alphaF()
    under = [share * part + (1 - share) for part in (ground.redF(), ground.greenF(), ground.blueF())]
    ink = color(line_token(look, ahead))
    return (_luminance([ink.redF(), ink.greenF(), ink.blueF()]) + 0.05) / (_luminance(under) + 0.05)


def _luminance(parts: Sequence[float]) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
