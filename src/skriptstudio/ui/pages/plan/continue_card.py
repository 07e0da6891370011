"""The card that leads back to where one was."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.cards import Card
from skriptstudio.ui.widgets.rows import paint_poster
from skriptstudio.ui.widgets.text import Text

_TALL = (31, 55)
_LOW = (23, 40)


class ContinueCard(Card):
    """Poster, "Hier warst du zuletzt", title with state, and the way on.

    Attributes:
        pressed: the way on was chosen.
        button: the way on.
    """

    pressed = Signal()

    def __init__(self, lead: str, verb: str) -> None:
        super().__init__(padding=0)
        self._poster = _Poster()
        self._lead = Text(lead, "small", "ink_soft")
        self._title = Text("", "body", "ink_soft", lines=1)
        self.button = Button(verb, "secondary", trailing="arrow-right")
        self.button.clicked.connect(self.pressed)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._lead)
        words.addWidget(self._title)
        self._row = QHBoxLayout()
        self._row.setSpacing(14)
        self._row.addWidget(self._poster)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.button)
        self.column.addLayout(self._row)
        self.set_compact(False)

    def show_production(self, title: str, state: str, verb: str, poster: QPixmap | None) -> None:
        """Lead to this production."""
        self._title.show_text(f"· {state}", title)
        self.button.setText(verb)
        self._poster.show_picture(poster)

    def set_compact(self, compact: bool) -> None:
        """Take less height."""
        edge = SPACE.xs + 2 if compact else 10
        self._row.setContentsMargins(SPACE.m, edge, SPACE.card, edge)
        self._poster.set_size(_LOW if compact else _TALL)
        self._title.set_lines(1 if compact else 2)


class _Poster(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._picture: QPixmap | None = None
        self._size = QSize(*_TALL)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_size(self, size: tuple[int, int]) -> None:
        self._size = QSize(*size)
        self.updateGeometry()

    def show_picture(self, picture: QPixmap | None) -> None:
        self._picture = picture
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return self._size

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_poster(painter, QRectF(self.rect()), self._picture)
