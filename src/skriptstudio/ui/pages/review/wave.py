"""The sound of the clip as bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from skriptstudio.domain.cut import Segment
from skriptstudio.ui.theme import color

_PITCH, _BAR = 4, 2


@dataclass(frozen=True)
class Wave:
    """Peaks over the clip, 0.0 to 1.0, ``rate`` of them a second; empty while they aren't known."""

    peaks: tuple[float, ...] = ()
    rate: int = 50


def wave_of(
    segments: Sequence[Segment], peaks: dict[str, Sequence[float]], rate: int, card: Fraction = Fraction(0)
) -> Wave:
    """The peaks of the takes, laid end to end as the cut shows them; an end card of so many seconds is silent."""
    laid: list[float] = []
    for segment in segments:
        of_take = peaks.get(segment.take, ())
        wanted = round((segment.end - segment.start) * rate)
        first = round(segment.start * rate)
        shown = [float(peak) for peak in of_take[first : first + wanted]]
        laid += shown + [0.0] * (wanted - len(shown))
    return Wave((*laid, *(0.0 for _ in range(round(card * rate)))), rate)


def paint_wave(painter: QPainter, box: QRectF, wave: Wave, seconds: Fraction) -> None:
    """Draw the well and in it the bars."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("sunken"))
    painter.drawRoundedRect(box, 6, 6)
    if not wave.peaks or not seconds:
        return
    painter.setBrush(color("ink_faint"))
    loudest = max(max(wave.peaks), 0.05)
    count = int(box.width() // _PITCH)
    for bar in range(count):
        first = bar * len(wave.peaks) // count
        last = max(first + 1, (bar + 1) * len(wave.peaks) // count)
        share = (max(wave.peaks[first:last]) / loudest) ** 0.7
        tall = max(3.0, share * (box.height() - 14))
        painter.drawRoundedRect(QRectF(box.left() + bar * _PITCH + 1, box.center().y() - tall / 2, _BAR, tall), 1, 1)
