"""Plain text set on the look's line heights, which QLabel can't do without rich text."""

from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from skriptstudio.ui.theme import color, font, line_height, text_scale

ELLIPSIS = "…"
_ENDLESS = 1e6


@dataclass(frozen=True)
class Paragraph:
    """Text of one role that wraps at a width, its ``lead`` bold before it.

    Attributes:
        text: what follows the lead.
        lead: bold beginning in ``ink``, e.g. the fact of the action bar.
        role: type role.
        token: colour of ``text``.
        lines: most lines to show, the last one ends in an ellipsis; 0 for all.
        tabular: figures of one width.
        marked: places that a person should look at, as first character and length; underlined as a hint.
    """

    text: str
    lead: str = ""
    role: str = "body"
    token: str = "ink"
    lines: int = 0
    tabular: bool = False
    marked: tuple[tuple[int, int], ...] = ()

    @property
    def whole(self) -> str:
        """Lead and text as one."""
        return f"{self.lead} {self.text}" if self.lead and self.text else self.lead or self.text

    def natural_width(self) -> int:
        """Pixels it takes without wrapping."""
        return max((ceil(self._measure(row)) for row in self._layouts(_ENDLESS)), default=0)

    def narrowest_width(self) -> int:
        """Pixels of its longest word; nothing is cut off from there on."""
        metrics = QFontMetricsF(self._bold() if self.lead else self._face())
        return max((ceil(metrics.horizontalAdvance(word)) + 1 for word in self.whole.split()), default=0)

    def rows(self, width: float) -> int:
        """Lines it takes at ``width`` without any limit."""
        return _rows(self, width, text_scale()) if self.whole else 0

    def height(self, width: float) -> int:
        """Pixels it takes at ``width``, within ``lines``."""
        rows = self.rows(width)
        return line_height(self.role) * (min(rows, self.lines) if self.lines else rows)

    def is_cut(self, width: float) -> bool:
        """Whether ``lines`` is too little at ``width``."""
        return bool(self.lines) and self.rows(width) > self.lines

    def paint(
        self, painter: QPainter, rect: QRectF, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft, token: str = ""
    ) -> None:
        """Draw it into ``rect`` from its top; ``token`` overrides both colours."""
        shown = self._cut(rect.width()) if self.is_cut(rect.width()) else self
        top = rect.top()
        step = line_height(self.role)
        painter.save()
        for layout in shown._layouts(rect.width(), token):
            for index in range(layout.lineCount()):
                line = layout.lineAt(index)
                spare = rect.width() - line.naturalTextWidth()
                left = {Qt.AlignmentFlag.AlignHCenter: spare / 2, Qt.AlignmentFlag.AlignRight: spare}.get(align, 0.0)
                drop = (step - line.height()) / 2
                line.setPosition(QPointF(0, 0))
                line.draw(painter, QPointF(rect.left() + left, top + drop))
                top += step
        painter.restore()

    def _face(self) -> QFont:
        return font(self.role, self.tabular)

    def _bold(self) -> QFont:
        face = self._face()
        face.setWeight(QFont.Weight.DemiBold)
        return face

    def _measure(self, layout: QTextLayout) -> float:
        return max((layout.lineAt(i).naturalTextWidth() for i in range(layout.lineCount())), default=0.0)

    def _formats(self, layout: QTextLayout, lead: int, token: str) -> list[QTextLayout.FormatRange]:
        found = []
        for start, length, bold in ((0, lead, True), (lead, len(layout.text()) - lead, False)):
            if length <= 0:
                continue
            kind = QTextCharFormat()
            kind.setForeground(color(token or ("ink" if bold else self.token)))
            if bold:
                kind.setFontWeight(QFont.Weight.DemiBold)
            span = QTextLayout.FormatRange()
            span.start, span.length, span.format = start, length, kind
            found.append(span)
        return found

    def _marks(self, offset: int, length: int) -> list[QTextLayout.FormatRange]:
        found = []
        for first, chars in self.marked:
            start, stop = max(0, first - offset), min(length, first + chars - offset)
            if start < stop:
                kind = QTextCharFormat()
                kind.setBackground(color("hint_tint"))
                kind.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
                kind.setUnderlineColor(color("hint_mark"))
                span = QTextLayout.FormatRange()
                span.start, span.length, span.format = start, stop - start, kind
                found.append(span)
        return found

    def _layouts(self, width: float, token: str = "") -> list[QTextLayout]:
        made = []
        lead_left = len(self.lead)
        offset = 0
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        for piece in self.whole.split("\n"):
            layout = QTextLayout(piece, self._face())
            layout.setTextOption(option)
            marks = self._marks(offset, len(piece))
            layout.setFormats([*self._formats(layout, min(lead_left, len(piece)), token), *marks])
            lead_left = max(0, lead_left - len(piece) - 1)
            offset += len(piece) + 1
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(1.0, width))
            layout.endLayout()
            made.append(layout)
        return made

    def _cut(self, width: float) -> "Paragraph":
        """As much as fits in ``lines``, ending at a word if more than one line is there."""
        text = self.whole
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self._part(text[:middle].rstrip() + ELLIPSIS).rows(width) <= self.lines:
                low = middle
            else:
                high = middle - 1
        kept = text[:low].rstrip()
        if self.lines > 1 and low < len(text) and not text[low].isspace() and " " in kept:
            kept = kept[: kept.rindex(" ")].rstrip(" ,;·")
        return self._part(kept + ELLIPSIS)

    def _part(self, shown: str) -> "Paragraph":
        lead = shown[: len(self.lead)]
        rest = shown[len(self.lead) :].removeprefix(" ")
        return Paragraph(rest, lead, self.role, self.token, 0, self.tabular)


@lru_cache(maxsize=4096)
def _rows(paragraph: Paragraph, width: float, scale: float) -> int:
    """A list asks each of its rows for its height again and again; all that changes it stands in the arguments."""
    return sum(layout.lineCount() for layout in paragraph._layouts(width))
