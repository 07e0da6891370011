"""The picture of the camera or of a take: 9:16, round corners, composed once a frame."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from skriptstudio.domain.ports.studio import Still
from skriptstudio.ui.icons import paint_icon
from skriptstudio.ui.theme import color, font, line_height, scaled
from skriptstudio.ui.tokens import RADIUS, SPACE
from skriptstudio.ui.widgets.paragraph import Paragraph

EYES = 0.39
"""Height of the eyes as a share of the picture's (domain.md 8.3)."""

_OVAL = (0.24, 0.20, 0.76, 0.575)
"""Left, top, right and bottom of the face guide as shares (looks.md 7.4)."""

_TICK = 25.0


class Film(QWidget):
    """Shows stills. Mirrored like a looking glass, if asked to; only here, never in the file.

    Attributes:
        caption: words over the foot of the picture.
        guides: whether face oval and eye ticks are drawn.
        fits: whether the face stands where they say; told by colour, a tick and, in ``show_fits``, a word.
    """

    def __init__(self, name: str, mirrored: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.caption = ""
        self.guides = False
        self.fits = False
        self.dimmed = False
        self._mirrored = mirrored
        self._picture: _Picture | None = None
        self._next: _Picture | None = None
        self._spare: QPixmap | None = None
        self._waiting = ""
        self._waiting_icon = ""

    def show_still(self, still: Still) -> None:
        """Show a picture of the room."""
        self._show(_of(still))

    def show_image(self, image: QImage) -> None:
        """Show any picture."""
        self._show(_Picture(image))

    def prepare(self, still: Still) -> None:
        """Compose a picture of the room ahead of its time: ``show_prepared`` then only has to put it there."""
        self._next = _of(still)
        self._next.composed = self._compose(self._next.image)

    def show_prepared(self) -> None:
        """Show what was prepared; nothing changes where nothing was."""
        if self._next is not None:
            self._show(self._next)

    def _show(self, picture: "_Picture") -> None:
        if self._picture is not None:
            self._spare = self._picture.composed
        self._picture, self._next = picture, None
        self.update()

    def clear(self, words: str = "", icon: str = "") -> None:
        """Show no picture but what one is waiting for."""
        self._picture = self._next = None
        self._waiting, self._waiting_icon = words, icon
        self.update()

    @property
    def pixels(self) -> QSize:
        """Its size in the screen's pixels."""
        return self.size() * self.devicePixelRatioF()

    @property
    def has_picture(self) -> bool:
        return self._picture is not None

    def show_fits(self, fits: bool, word: str) -> None:
        """Whether the face fits the guides; ``word`` says so to a screen reader."""
        self.fits = fits
        self.setAccessibleDescription(word if fits else "")
        self.update()

    def dim(self, dimmed: bool) -> None:
        """Put the picture back behind the countdown."""
        self.dimmed = dimmed
        self._compose_anew()

    def set_mirrored(self, mirrored: bool) -> None:
        """Show the picture as in a looking glass, or as others see it."""
        if mirrored != self._mirrored:
            self._mirrored = mirrored
            self._compose_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self._compose_anew()

    def _compose_anew(self) -> None:
        for picture in (self._picture, self._next):
            if picture is not None:
                picture.composed = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        picture = self._picture
        if picture is None:
            self._paint_waiting(painter)
            return
        if picture.composed is None:
            picture.composed = self._compose(picture.image)
        painter.drawPixmap(0, 0, picture.composed)
        if self.guides:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_guides(painter)
        if self.caption:
            self._paint_caption(painter)

    def _compose(self, image: QImage) -> QPixmap:
        """The picture cut to the widget's shape in device pixels.

        Round corners cut afterwards cost less than a round clip, and nearly nothing if only they are filled. Most of
        the time went into fresh memory for each picture, so that of the one before is taken (1.6 and 0.3 ms, measured).
        """
        ratio = self.devicePixelRatioF()
        made, self._spare = self._spare, None
        if made is None or made.size() != self.pixels:
            made = QPixmap(self.pixels)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect())
        scale = max(box.width() / image.width(), box.height() / image.height())
        wide, tall = box.width() / scale, box.height() / scale
        source = QRectF((image.width() - wide) / 2, (image.height() - tall) / 2, wide, tall)
        if max(abs(image.width() - made.width()), abs(image.height() - made.height())) <= 1:
            # It was made for this size: nothing to scale, which saves four fifths of the time.
            source = QRectF(0, 0, box.width() * ratio, box.height() * ratio)
        shown = image.convertToFormat(QImage.Format.Format_RGB32)  # nothing to do for a picture of the room
        # Flipped as data: a painter that mirrors takes the slow way even where nothing is scaled.
        painter.drawImage(box, shown.flipped(Qt.Orientation.Horizontal) if self._mirrored else shown, source)
        if self.dimmed:
            veil = color("stage")
            veil.setAlphaF(0.58)
            painter.fillRect(box, veil)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
        for corner in _corners(box):
            painter.fillPath(corner, Qt.GlobalColor.black)
        painter.end()
        return made

    def _paint_waiting(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("stage" if self.dimmed else "sunken"))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS.card, RADIUS.card)
        words = Paragraph(self._waiting, role="body", token="ink_soft")
        width = float(self.width() - 2 * SPACE.page)
        side = float(scaled(24)) if self._waiting_icon else 0.0
        top = (self.height() - words.height(width) - side - SPACE.s) / 2
        if self._waiting_icon:
            paint_icon(painter, QRectF((self.width() - side) / 2, top, side, side), self._waiting_icon, "ink_soft")
        box = QRectF(SPACE.page, top + side + SPACE.s, width, self.height())
        words.paint(painter, box, Qt.AlignmentFlag.AlignHCenter)

    def _paint_guides(self, painter: QPainter) -> None:
        wide, tall = float(self.width()), float(self.height())
        left, top, right, bottom = _OVAL
        oval = QRectF(left * wide, top * tall, (right - left) * wide, (bottom - top) * tall)
        eyes = EYES * tall
        painter.setBrush(Qt.BrushStyle.NoBrush)
        strokes = (("guide_line", 5.0), ("ok", 3.0)) if self.fits else (("guide_casing", 4.0), ("guide_line", 2.0))
        for token, width in strokes:
            painter.setPen(QPen(color(token), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawRoundedRect(oval, oval.width() / 2, oval.width() / 2)
            for x in (oval.left() - _TICK, oval.right()):
                painter.drawLine(QPointF(x, eyes), QPointF(x + _TICK, eyes))
        if self.fits:
            self._paint_tick(painter, QPointF(oval.center().x(), oval.bottom()))

    def _paint_tick(self, painter: QPainter, middle: QPointF) -> None:
        """At the foot of the oval, so that it isn't told by colour alone."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("guide_line"))
        painter.drawEllipse(middle, 13.0, 13.0)
        paint_icon(painter, QRectF(middle.x() - 12, middle.y() - 12, 24, 24), "check-circle-fill", "ok")

    def _paint_caption(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = Paragraph(self.caption, role="small_strong", token="over_text")
        room = self.width() - 20 - 16.0
        width = min(room, words.natural_width() + 2.0)
        tall = words.height(width) + 8.0
        box = QRectF((self.width() - width) / 2 - 8, self.height() - tall - 10, width + 16, tall)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("over_label"))
        painter.drawRoundedRect(box, RADIUS.small_button, RADIUS.small_button)
        painter.setFont(font("small_strong"))
        words.paint(painter, box.adjusted(8, 4, -8, -4), Qt.AlignmentFlag.AlignHCenter)


class StillFilm(Film):
    """As tall as it is told to be, and never mirrored: left is left, and what can be read is read.

    Args:
        tall: pixels.
    """

    def __init__(self, name: str, tall: int) -> None:
        super().__init__(name)
        self._tall = tall
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(round(self._tall * 9 / 16), self._tall)


@dataclass
class _Picture:
    """A picture, the bytes that it only borrows, and what of it is seen once that was composed."""

    image: QImage
    data: bytes = b""
    composed: QPixmap | None = None


def _of(still: Still) -> _Picture:
    image = QImage(still.data, still.width, still.height, still.width * 4, QImage.Format.Format_RGB32)
    return _Picture(image, still.data)


def _corners(box: QRectF) -> Iterator[QPainterPath]:
    """What of a box lies outside of its four round corners."""
    wide = 2 * RADIUS.card
    right, bottom = box.right() - wide, box.bottom() - wide
    for corner, x, y, angle in (
        (box.topRight(), right, box.top(), 0),
        (box.topLeft(), box.left(), box.top(), 90),
        (box.bottomLeft(), box.left(), bottom, 180),
        (box.bottomRight(), right, bottom, 270),
    ):
        path = QPainterPath(corner)
        path.arcTo(QRectF(x, y, wide, wide), angle, 90)
        path.closeSubpath()
        yield path


def caption_height() -> int:
    """Pixels at the foot of a film that its caption takes."""
    return line_height("small") + 28
