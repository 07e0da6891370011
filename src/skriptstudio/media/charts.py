"""The ``ChartPainter`` port: charts for papers, drawn with Pillow in the program's font and light colours."""

import io
from collections.abc import Sequence
from fractions import Fraction
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from skriptstudio.domain.assets import asset
from skriptstudio.domain.charts import Bar, Spread, scale_end

INK, INK_SOFT, LINE = "#1A2B2D", "#47575A", "#DFDAD0"
PRIMARY, TINT, WARM, SUNKEN = "#0B5F66", "#A9CFCC", "#C4622D", "#EFECE5"
"""The light tokens of looks.md 2.1; two of them darker, so that they keep 3:1 to white on paper."""

_FINER = 3
"""Drawn so many times larger and then made smaller, for smooth edges."""
_LABEL_PX = 26
"""At 300 dpi that is 6 pt, the smallest that is read with ease on paper."""
_GAP_PX = 10
_LONGEST_LABEL = 26


class PillowCharts:
    """Draws in px of the finished picture; all text stands beside the picture too."""

    def columns(self, bars: Sequence[Bar], width_px: int, height_px: int) -> bytes:
        sheet = _Sheet(width_px, height_px)
        end = scale_end(tuple(one.value for one in bars))
        top, bottom = _LABEL_PX * 1.6, height_px - _LABEL_PX * 1.7
        step = width_px / max(1, len(bars))
        for number, bar in enumerate(bars):
            centre = step * (number + 0.5)
            height = (bottom - top) * float(bar.value / end)
            if bar.value:
                box = (centre - step * 0.32, bottom - max(height, 3), centre + step * 0.32, bottom)
                sheet.bar(box, PRIMARY if bar.strong else TINT)
            ink = INK if bar.strong else INK_SOFT
            sheet.text((centre, bottom - height - _GAP_PX), bar.text, ink, "ms", bar.strong)
            sheet.text((centre, height_px - _LABEL_PX * 0.5), bar.label, ink, "ms", bar.strong)
        sheet.line((0, bottom, width_px, bottom), LINE)
        return sheet.png()

    def rows(self, bars: Sequence[Bar], width_px: int, height_px: int) -> bytes:
        sheet = _Sheet(width_px, height_px)
        end = scale_end(tuple(one.value for one in bars))
        left, right = width_px * 0.36, width_px - sheet.widest([one.text for one in bars]) - 2 * _GAP_PX
        step = height_px / max(1, len(bars))
        for number, bar in enumerate(bars):
            middle = step * (number + 0.5)
            length = (right - left) * float(bar.value / end)
            sheet.text((left - _GAP_PX, middle), _short(bar.label), INK, "rm")
            if bar.value:
                sheet.bar((left, middle - step * 0.28, left + max(length, 3), middle + step * 0.28), PRIMARY)
            sheet.text((left + length + _GAP_PX, middle), bar.text, INK, "lm", True)
        return sheet.png()

    def spreads(self, spreads: Sequence[Spread], width_px: int, height_px: int) -> bytes:
        sheet = _Sheet(width_px, height_px)
        end = scale_end(tuple(one.highest for one in spreads))
        left, right = width_px * 0.36, width_px - _GAP_PX * 2
        step = height_px / max(1, len(spreads))

        def at(value: Fraction) -> float:
            return left + (right - left) * float(value / end)

        sheet.line((left, step * 0.1, left, height_px - step * 0.1), LINE)
        for number, one in enumerate(spreads):
            middle = step * (number + 0.55)
            half = min(step * 0.2, _LABEL_PX * 0.8)
            sheet.text((left - _GAP_PX * 2, middle), _short(one.label), INK, "rm")
            sheet.line((at(one.lowest), middle, at(one.highest), middle), INK_SOFT)
            for value in (one.lowest, one.highest):
                sheet.line((at(value), middle - half * 0.5, at(value), middle + half * 0.5), INK_SOFT)
            sheet.bar((at(one.lower), middle - half, at(one.upper) + 1, middle + half), TINT)
            sheet.bar((at(one.median) - 3, middle - half * 1.3, at(one.median) + 3, middle + half * 1.3), PRIMARY)
            sheet.text((at(one.median), middle - half * 1.3 - _GAP_PX * 0.6), one.text, INK, "ms", True)
        return sheet.png()

    def progress(self, share: Fraction, elapsed: Fraction, width_px: int, height_px: int) -> bytes:
        sheet = _Sheet(width_px, height_px)
        inset = height_px * 0.2
        sheet.bar((0, inset, width_px, height_px - inset), SUNKEN)
        filled = width_px * float(min(share, Fraction(1)))
        if filled:
            sheet.bar((0, inset, max(filled, height_px * 0.6), height_px - inset), PRIMARY)
        place = width_px * float(elapsed)
        sheet.bar((max(0, place - 4), 0, min(width_px, place + 4), height_px), WARM)
        return sheet.png()


class _Sheet:
    """A white sheet that is drawn on in finished px."""

    def __init__(self, width_px: int, height_px: int) -> None:
        self._size = (width_px, height_px)
        self._image = Image.new("RGB", (width_px * _FINER, height_px * _FINER), "#FFFFFF")
        self._draw = ImageDraw.Draw(self._image)

    def bar(self, box: tuple[float, float, float, float], colour: str) -> None:
        radius = min(6.0, abs(box[2] - box[0]) / 2, abs(box[3] - box[1]) / 2)
        self._draw.rounded_rectangle([side * _FINER for side in box], radius * _FINER, fill=colour)

    def line(self, ends: tuple[float, float, float, float], colour: str) -> None:
        self._draw.line([end * _FINER for end in ends], fill=colour, width=2 * _FINER)

    def text(self, place: tuple[float, float], text: str, colour: str, anchor: str, strong: bool = False) -> None:
        font = _font("SemiBold" if strong else "Medium", _LABEL_PX * _FINER)
        half = font.getlength(text) / 2
        x = place[0] * _FINER
        if anchor[0] == "m":  # a label at the edge moves in rather than being cut off
            x = min(max(x, half), self._image.width - half)
        self._draw.text((x, place[1] * _FINER), text, colour, font, anchor=anchor)

    def widest(self, texts: Sequence[str]) -> float:
        font = _font("SemiBold", _LABEL_PX * _FINER)
        return max((font.getlength(text) for text in texts), default=0) / _FINER

    def png(self) -> bytes:
        out = io.BytesIO()
        finished = self._image.resize(self._size, Image.Resampling.LANCZOS)
        finished.save(out, "PNG", optimize=True, dpi=(300, 300))
        return out.getvalue()


@cache
def _font(weight: str, size_px: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(asset(f"fonts/Figtree-{weight}.ttf")), size_px)


def _short(label: str) -> str:
    return label if len(label) <= _LONGEST_LABEL else label[: _LONGEST_LABEL - 1].rstrip() + "…"
