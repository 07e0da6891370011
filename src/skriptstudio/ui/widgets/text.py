"""Text of the type scale: plain, on its line height, in a token's colour."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from skriptstudio.ui.theme import is_style_change, line_height, scaled
from skriptstudio.ui.widgets.paragraph import Paragraph


class Text(QLabel):
    """A label that wraps at words and never reads markup.

    With ``lines`` it shows at most so many and ends in an ellipsis; the whole text is
    then its tooltip, and always its accessible name.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        token: str = "ink",
        *,
        lead: str = "",
        lines: int = 0,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        tabular: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._paragraph = Paragraph(text, lead, role, token, lines, tabular)
        self._align = align
        self._more = ""
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        # A label whose text has an ampersand must not take it for a mnemonic of a buddy.
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        super().setText(self._paragraph.whole)

    def setText(self, text: str) -> None:  # noqa: N802  Qt's name
        self.show_text(text, self._paragraph.lead)

    def show_text(self, text: str, lead: str = "") -> None:
        """Show ``text`` with a bold ``lead`` before it."""
        if (text, lead) != (self._paragraph.text, self._paragraph.lead):
            self._change(text=text, lead=lead)

    def set_token(self, token: str) -> None:
        """Change the colour."""
        if token != self._paragraph.token:
            self._change(token=token)

    def set_lines(self, lines: int) -> None:
        """Show at most ``lines`` lines, 0 for all."""
        if lines != self._paragraph.lines:
            self._change(lines=lines)

    def explain(self, more: str) -> None:
        """Tell ``more`` than the text says, as tooltip and accessible description."""
        self._more = more
        self.setAccessibleDescription(more)
        self._tell_if_cut()

    @property
    def paragraph(self) -> Paragraph:
        """What is shown."""
        return self._paragraph

    def _change(self, **changes: str | int) -> None:
        now = self._paragraph
        values = {name: getattr(now, name) for name in ("text", "lead", "role", "token", "lines", "tabular")} | changes
        self._paragraph = Paragraph(**values)
        self._heights = {}
        super().setText(self._paragraph.whole)
        self._tell_if_cut()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802  Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802  Qt's name
        # A layout asks dozens of times at each key, always for the same few widths.
        if width not in self._heights:
            self._heights[width] = max(line_height(self._paragraph.role), self._paragraph.height(width))
        return self._heights[width]

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        width = self._paragraph.natural_width()
        return QSize(width, self.heightForWidth(max(width, 1)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        narrow = self._paragraph.narrowest_width()
        return QSize(min(narrow, scaled(48)) if self._paragraph.lines else narrow, line_height(self._paragraph.role))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        box = QRectF(self.rect())
        spare = box.height() - self._paragraph.height(box.width())
        painter_top = max(0.0, spare / 2)
        self._paragraph.paint(
            painter, box.adjusted(0, painter_top, 0, 0), self._align, "" if self.isEnabled() else "ink_faint"
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self._tell_if_cut()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        super().changeEvent(event)
        if is_style_change(event):
            self._heights = {}
            self.updateGeometry()
            self._tell_if_cut()

    def _tell_if_cut(self) -> None:
        self.setToolTip(self._paragraph.whole if self._paragraph.is_cut(self.width()) else self._more)


def divider(parent: QWidget | None = None) -> QFrame:
    """A 1 px line between groups."""
    line = QFrame(parent)
    line.setObjectName("divider")
    line.setFixedHeight(1)
    return line
