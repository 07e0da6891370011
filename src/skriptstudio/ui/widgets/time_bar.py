"""The time bar: how long each part of the script is, and where the target lies."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from skriptstudio.ui.theme import color, font, line_height
from skriptstudio.ui.tokens import RADIUS

SECTION_TOKENS = {
    "hook": "hook",
    "value": "value",
    "beat": "beat",
    "cta": "cta",
}
"""The colour of a section by its kind; anything else is drawn as a beat."""

_BAR = 34
_GAP = 2.0
_SPARE_S = 5.0


@dataclass(frozen=True)
class Block:
    """A part of the script: its name, its kind (``hook``, ``value``, ``beat``, ``cta``) and spoken seconds.

    ``planned`` parts aren't written yet and are drawn dashed.
    """

    name: str
    kind: str
    seconds: float
    planned: bool = False


class TimeBar(QLabel):
    """Blocks in the colours of their sections, an end mark, and the target as a green line.

    ``spoken`` is what a screen reader says, e.g. "24,8 Sekunden, Ziel 20 bis 35".
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks: tuple[Block, ...] = ()
        self._target: tuple[float, float] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_blocks(self, blocks: Sequence[Block], target: tuple[float, float] | None = None, spoken: str = "") -> None:
        """Show these parts; ``target`` is the shortest and the longest good length in seconds."""
        self._blocks = tuple(blocks)
        self._target = target
        self.setText(spoken or ", ".join(block.name for block in blocks))
        self.updateGeometry()
        self.update()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What is shown."""
        return self._blocks

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(320, _BAR + 2 + (8 + line_height("small") if self._target else 2))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(120, self.sizeHint().height())

    def _full_s(self) -> float:
        total = sum(block.seconds for block in self._blocks)
        return max(total, self._target[1] + _SPARE_S if self._target else 0.0, 1.0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px_per_s = self.width() / self._full_s()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("sunken"))
        painter.drawRoundedRect(QRectF(0, 1, self.width(), _BAR), RADIUS.small_button, RADIUS.small_button)
        left = 0.0
        for block in self._blocks:
            width = block.seconds * px_per_s
            self._paint_block(painter, QRectF(left, 1, max(2.0, width - _GAP), _BAR), block)
            left += width
        if self._blocks:
            painter.fillRect(QRectF(min(left, self.width() - 2.0), 0, 2, _BAR + 2), color("ink"))
        if self._target:
            self._paint_target(painter, px_per_s, *self._target)

    def _paint_block(self, painter: QPainter, box: QRectF, block: Block) -> None:
        token = SECTION_TOKENS.get(block.kind, "beat")
        if block.planned:
            painter.setPen(QPen(color(token), 1.5, Qt.PenStyle.DashLine))
            painter.setBrush(color("surface"))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(token))
            painter.drawRoundedRect(box, RADIUS.tag, RADIUS.tag)
        face = font("small")
        face.setWeight(font("label").weight())
        if QFontMetricsF(face).horizontalAdvance(block.name) + 16 <= box.width():
            painter.setFont(face)
            painter.setPen(color(token if block.planned else "on_section"))
            painter.drawText(box.adjusted(9, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, block.name)

    def _paint_target(self, painter: QPainter, px_per_s: float, low: float, high: float) -> None:
        left, right = low * px_per_s, high * px_per_s
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("ok"))
        painter.drawRoundedRect(QRectF(left, _BAR + 5, right - left, 3), 1.5, 1.5)
        painter.setFont(font("small", tabular=True))
        painter.setPen(color("ink_soft"))
        box = QRectF(left, _BAR + 10, right - left, line_height("small"))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, f"{low:g} s")
        painter.drawText(box, Qt.AlignmentFlag.AlignRight, f"{high:g} s")
