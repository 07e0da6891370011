"""What stands over the live picture while the room is checked."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from skriptstudio.ui.theme import color
from skriptstudio.ui.tokens import RADIUS, SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.text import Text

_NARROW = 240
_BAND_SHARE = 0.22
"""The prompter band below is covered whole."""


class CheckOverlay(QWidget):
    """Words below the lens, a thin line that fills, and *Cancel* at the foot; the face stays free between them.

    Attributes:
        cancelled: the user has had enough.
    """

    cancelled = Signal()

    def __init__(self, over: QWidget, progress_name: str, cancel: str) -> None:
        super().__init__(over)
        self._over = over
        self.words = Text("", "page", "over_text", align=Qt.AlignmentFlag.AlignHCenter)
        self._small = Text("", "label", "over_text", align=Qt.AlignmentFlag.AlignHCenter)
        self.line = _Line(progress_name)
        self.cancel = Button(cancel, "secondary", None, "Esc", small=True)
        self._panel = _Panel(self)
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.m)
        inside.setSpacing(SPACE.m)
        for part in (self.words, self._small, self.line):
            inside.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACE.card)
        column.addWidget(self._panel)
        column.addStretch(1)
        column.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignHCenter)
        self.cancel.clicked.connect(self.cancelled)
        over.installEventFilter(self)
        self.hide()

    def show_step(self, words: str, share: float) -> None:
        """Say what to do now; ``share`` of it is over, 0 to 1."""
        self.words.setText(words)
        self._small.setText(words)
        self.line.setValue(round(share * 1000))
        if not self.isVisible():
            self._fit()
            self.show()
            self.raise_()

    def _fit(self) -> None:
        narrow = self._over.width() < _NARROW
        self.words.setVisible(not narrow)
        self._small.setVisible(narrow)
        self._panel.setMinimumHeight(round(_BAND_SHARE * self._over.height()))
        self.setGeometry(self._over.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False


class _Panel(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("stage"))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS.card, RADIUS.card)


class _Line(QProgressBar):
    """4 px that fill from left to right."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setRange(0, 1000)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(120, 4)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(60, 4)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for token, share in (("stage_past", 1.0), ("stage_now", self.value() / self.maximum())):
            painter.setBrush(color(token))
            painter.drawRoundedRect(QRectF(0, 0, self.width() * share, self.height()), 2, 2)
