"""Painted parts of the page: a large avatar, the channels, a note."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from skriptstudio.ui.icons import paint_icon
from skriptstudio.ui.theme import color, grown, line_height, scaled
from skriptstudio.ui.tokens import HEIGHT, RADIUS, SPACE
from skriptstudio.ui.widgets.marks import paint_avatar
from skriptstudio.ui.widgets.paragraph import Paragraph
from skriptstudio.ui.widgets.ticks import paint_tick

_AVATAR = 48
_BOX = 22


class Avatar(QWidget):
    """The round mark of a person, 48 px; the name stands beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_name(self, name: str) -> None:
        """Show somebody else."""
        self._name = name
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(scaled(_AVATAR), scaled(_AVATAR))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_avatar(painter, QRectF(self.rect()), self._name)


class _Wrapping(QLabel):
    """A painted label whose height follows its width."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        # QLabel tells layouts of a height for its width only when it wraps.
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:  # noqa: N802  Qt's name
        return True


class Channels(_Wrapping):
    """All channels in columns, ticked where the person may be shown; a paper isn't changed by clicking."""

    def __init__(self) -> None:
        super().__init__()
        self._items: tuple[tuple[str, bool], ...] = ()

    def show_channels(self, items: Sequence[tuple[str, bool]], spoken: str) -> None:
        """Show (name, allowed) pairs; ``spoken`` is what a screen reader says."""
        self._items = tuple(items)
        self.setText(spoken)
        self.updateGeometry()
        self.update()

    def _cell(self) -> int:
        widest = max((Paragraph(name).natural_width() for name, _ in self._items), default=0)
        return scaled(_BOX) + 10 + widest + SPACE.card

    def _columns(self, width: int) -> int:
        return max(1, min(3, width // self._cell()))

    def heightForWidth(self, width: int) -> int:  # noqa: N802  Qt's name
        return -(-len(self._items) // self._columns(width)) * grown(HEIGHT.target)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        width = 2 * self._cell()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(self._cell(), grown(HEIGHT.target))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        columns, tall = self._columns(self.width()), grown(HEIGHT.target)
        step = max(self._cell(), min(self.width() // columns, scaled(164)))
        side = float(scaled(_BOX))
        for at, (name, allowed) in enumerate(self._items):
            left, top = float(at % columns * step), float(at // columns * tall)
            paint_tick(painter, QRectF(left, top + (tall - side) / 2, side, side), allowed, True, False)
            words = QRectF(left + side + 10, top + (tall - line_height("body")) / 2, step, tall)
            Paragraph(name).paint(painter, words)


class Note(_Wrapping):
    """A quiet box with an icon and a sentence."""

    def __init__(self, icon: str, sentence: str) -> None:
        super().__init__()
        self._icon_name = icon
        self.setText(sentence)

    def _indent(self) -> int:
        return SPACE.m + scaled(20) + SPACE.m

    def heightForWidth(self, width: int) -> int:  # noqa: N802  Qt's name
        return Paragraph(self.text()).height(width - self._indent() - SPACE.card) + 20

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        width = scaled(360)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(scaled(160), line_height("body") + 20)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS.button, RADIUS.button)
        side = float(scaled(20))
        paint_icon(painter, QRectF(SPACE.m, (self.height() - side) / 2, side, side), self._icon_name, "primary")
        words = Paragraph(self.text())
        width = float(self.width() - self._indent() - SPACE.card)
        top = (self.height() - words.height(width)) / 2
        words.paint(painter, QRectF(self._indent(), top, width, self.height()))
