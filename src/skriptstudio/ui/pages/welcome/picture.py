"""The picture of the first run: a clip on a telephone, with the prompter's text over it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from skriptstudio.domain.assets import asset
from skriptstudio.ui.theme import color, font, scaled
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.paragraph import Paragraph

_WIDE, _TALL = 362, 434
_PHONE = QRectF(57, 0, 252, 434)
_RIM = 9.0
_BEFORE = 84
"""Pixels between the form and the picture."""

_DISC = QRectF(6, 60, 352, 352)


class ClipPicture(QWidget):
    """A drawn clip; ``lines`` are the prompter's two, ``chips`` pairs of text and section token."""

    def __init__(self, lines: tuple[str, str], chips: tuple[tuple[str, str], ...], name: str) -> None:
        super().__init__()
        self._lines = lines
        self._chips = chips
        self._person = QSvgRenderer(str(asset("art/presenter.svg")), self)
        self._person.setAspectRatioMode(Qt.AspectRatioMode.IgnoreAspectRatio)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(_BEFORE + _WIDE, _TALL)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(_BEFORE + _WIDE, 200)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        share = min(1.0, self.height() / _TALL)
        painter.translate(self.width() - _WIDE * (1 + share) / 2, (self.height() - _TALL * share) / 2)
        painter.scale(share, share)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("tint"))
        painter.drawEllipse(_DISC)
        self._paint_phone(painter)
        self._paint_prompter(painter)
        top = 332.0
        for (text, token), right in zip(self._chips, (352.0, 362.0), strict=False):
            self._paint_chip(painter, text, token, right, top)
            top += 40

    def _paint_phone(self, painter: QPainter) -> None:
        painter.setPen(QPen(color("line"), 1))
        painter.setBrush(color("surface"))
        painter.drawRoundedRect(_PHONE.adjusted(0.5, 0.5, -0.5, -0.5), 28, 28)
        screen = _PHONE.adjusted(_RIM, _RIM, -_RIM, -_RIM)
        path = QPainterPath()
        path.addRoundedRect(screen, 20, 20)
        painter.save()
        painter.setClipPath(path)
        self._person.render(painter, screen)
        painter.restore()

    def _paint_prompter(self, painter: QPainter) -> None:
        now = Paragraph(self._lines[0], role="card", token="stage_now")
        after = Paragraph(self._lines[1], role="card", token="stage_next")
        wide = max(now.natural_width(), after.natural_width()) + 2 * SPACE.card
        step = now.height(wide)
        box = QRectF(0, 48, wide, 2 * step + 24)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("stage"))
        painter.drawRoundedRect(box, 12, 12)
        for number, line in enumerate((now, after)):
            line.paint(painter, QRectF(SPACE.card, box.top() + 12 + number * step, wide, step))

    def _paint_chip(self, painter: QPainter, text: str, token: str, right: float, top: float) -> None:
        face = font("small_strong", tabular=True)
        wide, tall = QFontMetricsF(face).horizontalAdvance(text) + 24, float(scaled(32))
        box = QRectF(right - wide, top, wide, tall)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(token))
        painter.drawRoundedRect(box, tall / 2, tall / 2)
        painter.setFont(face)
        painter.setPen(color("on_section"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
