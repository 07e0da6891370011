"""The picture of the clip: video, captions as they will be burned in, safe zone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from skriptstudio.domain.clip import SafeZone
from skriptstudio.domain.clip_size import CLIP_HEIGHT_PX, CLIP_WIDTH_PX
from skriptstudio.domain.framing import window
from skriptstudio.ui.icons import paint_icon
from skriptstudio.ui.pages.review.seen_picture import SeenPicture, composed, part
from skriptstudio.ui.theme import color, grown, scaled
from skriptstudio.ui.tokens import RADIUS
from skriptstudio.ui.widgets.paragraph import Paragraph

PaintCard = Callable[[QPainter, QRectF], None]
"""Paints the end card into a box of 9:16."""

_OUTSIDE_OPACITY = 0.42


@dataclass(frozen=True, eq=False)
class CaptionPicture:
    """A caption as it will stand in the clip; ``x``, ``y`` in px of 1080x1920."""

    image: QImage
    x: int
    y: int

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Paint it into a box of 9:16."""
        share = box.width() / CLIP_WIDTH_PX
        wide, tall = self.image.width() * share, self.image.height() * share
        painter.drawImage(QRectF(box.left() + self.x * share, box.top() + self.y * share, wide, tall), self.image)


class VideoScreen(QLabel):
    """9:16, cropped like the clip; what lies over the picture is drawn by us.

    Attributes:
        clicked: with the mouse.
    """

    clicked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: SeenPicture | None = None
        self._image: QImage | None = None
        self._composed: QImage | None = None
        self._poster: QPixmap | None = None
        self._dressed: QImage | None = None
        self._card: PaintCard | None = None
        self._layers: tuple[CaptionPicture, ...] = ()
        self._caption: CaptionPicture | None = None
        self._zone: SafeZone | None = None
        self._zone_label = ""
        self._message = ""
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focusRadius", RADIUS.card)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_frame(self, seen: SeenPicture | None) -> None:
        """Show a picture of the film; it is converted when it is painted."""
        same = seen is not None and self._seen is not None and seen.frame is self._seen.frame
        self._image = self._image if same else None
        self._seen, self._composed = seen, None
        if self._message:
            self.show_message("")
        self.update()

    def show_poster(self, poster: QPixmap | None) -> None:
        """What stands here until the film gives its first picture."""
        self._poster = poster
        self._seen = self._image = self._composed = None
        self.update()

    def show_dressed(self, image: QImage | None) -> None:
        """Show a picture of 1080x1920 with all that lies over it in place of the film's, or the film's again."""
        if image is not self._dressed:
            self._dressed = image
            self.update()

    def show_card(self, card: PaintCard | None) -> None:
        """Show the end card in place of the film's picture, painted like this; or the film's again."""
        if card is not self._card:
            self._card = card
            self.update()

    def show_layers(self, layers: Sequence[CaptionPicture]) -> None:
        """What lies over the running film, the lowest first; a dressed picture has it already."""
        if tuple(layers) != self._layers:
            self._layers = tuple(layers)
            self.update()

    def show_caption(self, caption: CaptionPicture | None) -> None:
        """Show a caption, or none."""
        if caption is not self._caption:
            self._caption = caption
            self.update()

    def show_zone(self, zone: SafeZone | None, label: str = "") -> None:
        """Darken what platforms cover, or nothing."""
        self._zone, self._zone_label = zone, label
        self.update()

    def show_message(self, message: str) -> None:
        """Say something in place of the picture."""
        self._message = message
        self.setAccessibleDescription(message)
        self.update()

    @property
    def has_picture(self) -> bool:
        """Whether the film has given a picture."""
        return self._seen is not None

    @property
    def caption(self) -> CaptionPicture | None:
        """The caption shown."""
        return self._caption

    @property
    def layers(self) -> tuple[CaptionPicture, ...]:
        """What lies over the running film."""
        return self._layers

    @property
    def dressed(self) -> QImage | None:
        """What is shown in place of the film's picture."""
        return self._dressed

    @property
    def card(self) -> PaintCard | None:
        """What paints the end card, while it is shown."""
        return self._card

    @property
    def zone(self) -> SafeZone | None:
        """The safe zone shown."""
        return self._zone

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(277, 492)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  Qt's name
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect())
        self._paint_picture(painter, box)
        if self._zone is not None and not self._message:
            self._paint_zone(painter, box, self._zone)
        for layer in self._over_picture():
            layer.paint(painter, box)
        if self._message:
            self._paint_message(painter, box)
        self._paint_corners(painter, box)

    def _over_picture(self) -> Iterator[CaptionPicture]:
        if self._message:
            return
        if self._dressed is None or self._card is not None:
            yield from self._layers
        if self._caption is not None and self._card is None:
            yield self._caption

    def _paint_picture(self, painter: QPainter, box: QRectF) -> None:
        if self._seen is not None and self._image is None:
            self._image = self._seen.frame.toImage()
        if self._card is not None and not self._message:
            self._card(painter, box)
        elif self._message or (self._image is None and self._poster is None):
            painter.fillRect(box, color("stage"))
            if not self._message:
                side = float(scaled(32))
                mark = QRectF(box.center() - QPointF(side / 2, side / 2), box.center() + QPointF(side / 2, side / 2))
                paint_icon(painter, mark, "film-strip", "stage_past")
        elif self._dressed is not None:
            painter.drawImage(box, self._dressed)
        elif self._image is not None and self._seen is not None and not self._image.isNull():
            self._paint_film(painter, box, self._image, self._seen)
        elif self._poster is not None:
            middle = QRectF(*window(self._poster.width(), self._poster.height(), Fraction(1, 2)))
            painter.drawPixmap(box, self._poster, middle)

    def _paint_film(self, painter: QPainter, box: QRectF, image: QImage, seen: SeenPicture) -> None:
        if seen.plain:
            painter.drawImage(box, image, part(image, seen.across))
            return
        size = (box.size() * self.devicePixelRatioF()).toSize()
        if self._composed is None or self._composed.size() != size:
            self._composed = composed(image, seen, size)
        painter.drawImage(box, self._composed)

    def _paint_zone(self, painter: QPainter, box: QRectF, zone: SafeZone) -> None:
        across, down = box.width() / CLIP_WIDTH_PX, box.height() / CLIP_HEIGHT_PX
        inner = box.adjusted(zone.left * across, zone.top * down, -zone.right * across, -zone.bottom * down)
        outside = QPainterPath()
        outside.addRect(box)
        outside.addRect(inner)
        painter.save()
        dark = color("stage")
        dark.setAlphaF(_OUTSIDE_OPACITY)
        painter.fillPath(outside, dark)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color("guide_casing"), 3))
        painter.drawRect(inner)
        dashed = QPen(color("guide_line"), 1.5)
        dashed.setDashPattern([3, 2.5])
        painter.setPen(dashed)
        painter.drawRect(inner)
        painter.restore()
        self._paint_label(painter, box, inner)

    def _paint_label(self, painter: QPainter, box: QRectF, zone: QRectF) -> None:
        """Outside of the zone: above it, or where that is too low, as in a small window, below it."""
        words = Paragraph(self._zone_label, role="small_strong")
        wide = min(words.natural_width() + 18.0, box.width() - 20)
        tall = words.height(wide - 17) + 8
        top = box.top() + 10
        if top + tall > zone.top() and box.bottom() - zone.bottom() > zone.top() - box.top():
            top = box.bottom() - 10 - tall
        label = QRectF(box.left() + 10, top, wide, tall)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("over_label"))
        painter.drawRoundedRect(label, RADIUS.tag, RADIUS.tag)
        inside = label.adjusted(9, 4, -8, 0)
        words.paint(painter, inside, token="over_text")

    def _paint_message(self, painter: QPainter, box: QRectF) -> None:
        words = Paragraph(self._message)
        inside = box.adjusted(20, 0, -20, 0)
        top = box.center().y() - words.height(inside.width()) / 2
        place = QRectF(inside.left(), top, inside.width(), inside.height())
        words.paint(painter, place, Qt.AlignmentFlag.AlignHCenter, token="stage_next")

    def _paint_corners(self, painter: QPainter, box: QRectF) -> None:
        """Round the corners by drawing over them: a clip path would slow down every picture."""
        corners = QPainterPath()
        corners.addRect(box)
        corners.addRoundedRect(box, RADIUS.card, RADIUS.card)
        painter.fillPath(corners, color("canvas"))


def caption_picture(pixels: object, width: int, height: int, x: int, y: int) -> CaptionPicture:
    """A caption from straight RGBA bytes; may run in a job."""
    image = QImage(bytes(pixels), width, height, 4 * width, QImage.Format.Format_RGBA8888)  # type: ignore[call-overload]
    return CaptionPicture(image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied), x, y)


class PlayerPane(QWidget):
    """Screen above its controls; the width follows the height that is left."""

    def __init__(self, screen: VideoScreen, controls: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._screen = screen
        self._controls = controls
        screen.setParent(self)
        controls.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(self._controls.minimumSizeHint().width(), 200)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return self.minimumSizeHint()

    def resizeEvent(self, event: object) -> None:  # noqa: N802  Qt's name
        below = grown(44) + 8
        tall = max(100, self.height() - below)
        wide = round(tall * CLIP_WIDTH_PX / CLIP_HEIGHT_PX)
        needed = max(wide, self._controls.minimumSizeHint().width())
        if self.width() != needed:
            self.setFixedWidth(needed)
        self._screen.setFixedSize(wide, tall)
        self._screen.move((needed - wide) // 2, 0)
        self._controls.setGeometry(0, tall + 8, needed, grown(44))
