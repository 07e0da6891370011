"""The prompter band: the text is drawn once into pixmaps and only moved after that."""

from collections.abc import Callable, Sequence
from math import floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from skriptstudio.ui.pages.record.reading import Line, Sentence, broken
from skriptstudio.ui.theme import color, font
from skriptstudio.ui.tokens import RADIUS

COLUMN_EM = 9.54
"""Width of the column in font sizes: 334 px at 35 px, 2 d tan 3 degrees at 80 cm (looks.md 2.2)."""

LEADING = 45 / 35
PAD = 8
_TICK = (4, 20)


def prompter_font(px: int) -> QFont:
    """The prompter's face at a size the reader has chosen."""
    face = font("prompter")
    face.setPixelSize(px)
    return face


class Typeset:
    """Text broken into lines at one size, with a strip of it for each colour.

    Attributes:
        lines: the lines in order.
        line_px: height of one.
        width_px: width of the column.
    """

    def __init__(self, sentences: Sequence[Sentence], px: int, width_px: int, ratio: float) -> None:
        self._face = prompter_font(px)
        metrics = QFontMetricsF(self._face)
        self.width_px = width_px
        self.lines: tuple[Line, ...] = broken(sentences, min(px * COLUMN_EM, width_px), metrics.horizontalAdvance)
        self.line_px = round(px * LEADING)
        self._ratio = ratio
        self._strips: dict[str, QPixmap] = {}

    def paint(self, painter: QPainter, at: int, place: QPointF, token: str) -> None:
        """Draw line ``at`` with its top left at ``place``."""
        if token not in self._strips:
            self._strips[token] = self._drawn(token)
        top = at * self.line_px * self._ratio
        source = QRectF(0, top, self.width_px * self._ratio, self.line_px * self._ratio)
        painter.drawPixmap(place, self._strips[token], source)

    def forget(self) -> None:
        """Draw anew: the colours have changed."""
        self._strips.clear()

    def _drawn(self, token: str) -> QPixmap:
        tall = max(1, len(self.lines) * self.line_px)
        strip = QPixmap(round(self.width_px * self._ratio), round(tall * self._ratio))
        strip.setDevicePixelRatio(self._ratio)
        strip.fill(Qt.GlobalColor.transparent)
        painter = QPainter(strip)
        painter.setFont(self._face)
        painter.setPen(color(token))
        for at, line in enumerate(self.lines):
            box = QRectF(0, at * self.line_px, self.width_px, self.line_px)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, line.text)
        painter.end()
        return strip


class PrompterBand(QWidget):
    """A dark band with the lines around the one that is being read.

    Attributes:
        lens: whether the reader's line has its apricot mark.
        snug: a text of fewer lines takes less height.
        painted: called at the end of every paint, e.g. to measure.
    """

    def __init__(self, name: str, lens: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.lens = lens
        self.snug = False
        self.painted: Callable[[], None] | None = None
        self._backdrop = 0.78
        self._sentences: tuple[Sentence, ...] = ()
        self._px = 24
        self._slots = 3
        self._typeset: Typeset | None = None
        self._at = 0.0

    def set_backdrop(self, backdrop: float) -> None:
        """How dark the ground is, 0 to 1."""
        self._backdrop = backdrop
        self.update()

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
        """Which of the shown lines is read: the second if there is room for the last one."""
        return 1 if self._slots >= 4 else 0

    def show_at(self, line: float) -> None:
        """Put this line at the reader's place; between two lines while it moves."""
        if line != self._at:
            self._at = line
            self.update()

    def _lay_out(self) -> None:
        width = max(40, min(self.width() - 2, round(self._px * COLUMN_EM)))
        self._typeset = Typeset(self._sentences, self._px, width, self.devicePixelRatioF())
        shown = min(self._slots, max(1, len(self._typeset.lines))) if self.snug else self._slots
        self.resize(self.width(), shown * self._typeset.line_px + 2 * PAD)
        spoken = " ".join(sentence.text for sentence in self._sentences)
        self.setAccessibleDescription(spoken)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QPainterPath()
        box = QRectF(self.rect())
        ground.addRoundedRect(box.adjusted(0, 0, 0, RADIUS.card), RADIUS.card, RADIUS.card)
        stage = color("stage")
        stage.setAlphaF(self._backdrop)
        painter.fillPath(ground, stage)
        if self._typeset is not None and self._typeset.lines:
            self._paint_lines(painter, self._typeset)
        painter.end()
        if self.painted is not None:
            self.painted()

    def _paint_lines(self, painter: QPainter, typeset: Typeset) -> None:
        now = min(max(round(self._at), 0), len(typeset.lines) - 1)
        first = floor(self._at) - self.reader_slot
        left = (self.width() - typeset.width_px) / 2
        for at in range(max(0, first), min(len(typeset.lines), first + self._slots + 2)):
            top = PAD + (self.reader_slot + at - self._at) * typeset.line_px
            token = "stage_now" if at == now else "stage_past" if at < now else "stage_next"
            painter.setOpacity(_shown_share(top, typeset.line_px, self.height()))
            typeset.paint(painter, at, QPointF(left, top), token)
        painter.setOpacity(1)
        if self.lens:
            middle = PAD + (self.reader_slot + 0.5) * typeset.line_px
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("stage_lens"))
            wide, tall = _TICK
            painter.drawRoundedRect(QRectF(max(2.0, left - PAD), middle - tall / 2, wide, tall), wide / 2, wide / 2)


def _shown_share(top: float, line_px: int, height: int) -> float:
    """How much of a line lies inside the band; lines that come and go fade."""
    inside = min(top + line_px, height) - max(top, 0)
    return max(0.0, min(1.0, inside / line_px)) ** 2
