"""Charts: bars side by side, and how groups of clips lie; all they show is told to a screen reader too."""

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from skriptstudio.domain.charts import Bar, Spread, scale_end
from skriptstudio.ui.theme import color, font, line_height, scaled
from skriptstudio.ui.tokens import SPACE

_BAR_PART = 0.62
_CORNER_PX = 4
_ROW_PX = 56
_MOST_ROW_PX = 96
_LABEL_PART = 0.26


class _Chart(QWidget):
    """What both kinds have in common.

    Args:
        name: what the chart is about, for screen readers.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def _tell(self, texts: Sequence[str]) -> None:
        told = "; ".join(texts)
        self.setAccessibleDescription(told)
        self.setToolTip(told)
        self.updateGeometry()
        self.update()


class ColumnChart(_Chart):
    """Upright bars; the strong one is filled, the others are tinted with an edge."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._bars: tuple[Bar, ...] = ()

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these."""
        self._bars = tuple(bars)
        self._tell([f"{bar.label}: {bar.text}" for bar in bars])

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(scaled(280), scaled(190))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(scaled(160), scaled(110))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font("small", tabular=True))
        line = line_height("small")
        step = self.width() / max(1, len(self._bars))
        top, bottom = float(line + SPACE.xs), float(self.height() - line - SPACE.xs)
        end = scale_end(tuple(bar.value for bar in self._bars))
        for number, bar in enumerate(self._bars):
            left = step * number
            height = (bottom - top) * float(bar.value / end)
            box = QRectF(left + step * (1 - _BAR_PART) / 2, bottom - height, step * _BAR_PART, height)
            if bar.value:
                painter.setPen(QPen(color("primary"), 1))
                painter.setBrush(color("primary" if bar.strong else "tint"))
                painter.drawRoundedRect(box, _CORNER_PX, _CORNER_PX)
            painter.setPen(color("ink" if bar.strong else "ink_soft"))
            centred = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
            painter.drawText(QRectF(left - step / 2, box.top() - line - 2, 2 * step, line), centred, bar.text)
            below = QRectF(left, bottom + SPACE.xs, step, line)
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, bar.label)
        painter.setPen(QPen(color("line"), 1))
        painter.drawLine(QPointF(0, bottom), QPointF(self.width(), bottom))


class SpreadChart(_Chart):
    """Groups below each other on one scale from 0: a line over all clips, a bar over their middle half."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._spreads: tuple[Spread, ...] = ()

    def show_spreads(self, spreads: Sequence[Spread], told: Sequence[str]) -> None:
        """Show these; ``told`` says the same in words."""
        self._spreads = tuple(spreads)
        self._tell(told)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(scaled(420), scaled(_ROW_PX) * max(1, len(self._spreads)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(scaled(240), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        end = scale_end(tuple(one.highest for one in self._spreads))
        row = min(self.height() / max(1, len(self._spreads)), scaled(_MOST_ROW_PX))
        left, right = self.width() * _LABEL_PART, self.width() - SPACE.card

        def at(value: Fraction) -> float:
            return left + (right - left) * float(value / end)

        for number, one in enumerate(self._spreads):
            middle = row * number + row * 0.62
            half = row * 0.16
            self._label(painter, one.label, QRectF(0, middle - row / 2, left - SPACE.m, row))
            painter.setPen(QPen(color("control"), 1.5))
            painter.drawLine(QPointF(at(one.lowest), middle), QPointF(at(one.highest), middle))
            for value in (one.lowest, one.highest):
                painter.drawLine(QPointF(at(value), middle - half / 2), QPointF(at(value), middle + half / 2))
            painter.setPen(QPen(color("primary"), 1))
            painter.setBrush(color("tint"))
            width = max(2.0, at(one.upper) - at(one.lower))
            painter.drawRoundedRect(QRectF(at(one.lower), middle - half, width, 2 * half), _CORNER_PX, _CORNER_PX)
            painter.setPen(QPen(color("primary"), 4))
            painter.drawLine(QPointF(at(one.median), middle - half), QPointF(at(one.median), middle + half))
            painter.setPen(color("ink"))
            painter.setFont(font("small", tabular=True))
            above = QRectF(at(one.median) - 80, middle - half - line_height("small") - 2, 160, line_height("small"))
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, one.text)
        painter.setPen(QPen(color("line"), 1))
        painter.drawLine(QPointF(left, 0), QPointF(left, row * len(self._spreads)))

    def _label(self, painter: QPainter, text: str, box: QRectF) -> None:
        painter.setPen(color("ink"))
        painter.setFont(font("body"))
        cut = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, cut)
