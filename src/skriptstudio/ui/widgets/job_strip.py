"""A running job: what it does, how far it is, and how to stop it."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from skriptstudio.ui.theme import color, reduced_motion
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button, IconButton
from skriptstudio.ui.widgets.text import Text

_DOTS = 3


class Progress(QProgressBar):
    """A bar of 8 px; without a known length three dots that change once a second.

    ``set_fraction`` takes 0 to 1, or None if the length isn't known.
    """

    def __init__(self, name: str, tall: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tall = tall
        self._dot = 0
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._step)
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.setRange(0, 1000)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_fraction(self, fraction: float | None) -> None:
        """Show how much is done."""
        if fraction is None:
            self.setRange(0, 0)
            if not reduced_motion():
                self._tick.start()
        else:
            self._tick.stop()
            self.setRange(0, 1000)
            self.setValue(round(min(1.0, max(0.0, fraction)) * 1000))
        self.update()

    def _step(self) -> None:
        self._dot = (self._dot + 1) % _DOTS
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(120, self._tall)

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(40, self._tall)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        round_ = self.height() / 2
        if self.maximum() == 0:
            for at in range(_DOTS):
                painter.setBrush(color("primary" if at == self._dot else "control"))
                painter.drawEllipse(QRectF(at * (self.height() + 6), 0, self.height(), self.height()))
            return
        painter.setBrush(color("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()), round_, round_)
        done = self.width() * self.value() / self.maximum()
        if done > 0:
            painter.setBrush(color("primary"))
            painter.drawRoundedRect(QRectF(0, 0, max(done, self.height()), self.height()), round_, round_)


class JobStrip(QFrame):
    """Bold what, "62 % · noch 15 s", the bar and a button to cancel.

    Attributes:
        cancel_asked: the user wants it to stop.
    """

    cancel_asked = Signal()

    def __init__(self, title: str, cancel: str, *, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self._title = Text(title, "small_strong" if small else "label", lines=1)
        self._detail = Text("", "small", "ink_soft", lines=1, tabular=True, align=Qt.AlignmentFlag.AlignRight)
        self._detail.setVisible(not small)
        self.progress = Progress(title, 4 if small else 8)
        self.cancel: Button = IconButton("x", cancel) if small else Button(cancel, small=True)
        self.cancel.clicked.connect(self.cancel_asked)
        head = QHBoxLayout()
        head.setSpacing(SPACE.s)
        head.addWidget(self._title, 1)
        head.addWidget(self._detail)
        column = QVBoxLayout()
        column.setSpacing(SPACE.xs)
        column.addLayout(head)
        column.addWidget(self.progress)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s if small else SPACE.m)
        row.addLayout(column, 1)
        row.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_progress(self, fraction: float | None, detail: str = "", title: str = "") -> None:
        """Show 0 to 1 (None: not known) and how long it still takes."""
        self.progress.set_fraction(fraction)
        self._detail.setText(detail)
        self.setToolTip(detail)
        self.setAccessibleDescription(detail)
        if title:
            self._title.setText(title)
            self.setAccessibleName(title)
            self.progress.setAccessibleName(title)

    def set_cancellable(self, cancellable: bool, why: str = "") -> None:
        """Allow or refuse cancelling; ``why`` says why not."""
        if cancellable:
            self.cancel.allow()
        else:
            self.cancel.refuse(why)
