"""The header: which production, in which state, and whose turn it is."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from skriptstudio.ui.icons import paint_icon
from skriptstudio.ui.theme import color, font, grown, is_style_change, scaled
from skriptstudio.ui.tokens import HEIGHT, SPACE
from skriptstudio.ui.widgets.text import Text


class Header(QFrame):
    """60 px (52 compact): title with caret, state as plain text, the pill with the turn.

    Attributes:
        title_clicked: the caret or the title was pressed; the list of productions opens.
        row: the layout, for a widget a page adds before the state.
    """

    title_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._compact = False
        self._title = _Title(self)
        self._title.clicked.connect(self.title_clicked)
        self._state = Text(role="small", token="ink_soft", lines=1, parent=self)
        self._turn = TurnPill(parent=self)
        self._turn.hide()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(SPACE.page, 0, SPACE.page, 0)
        self.row.setSpacing(SPACE.m)
        self.row.addWidget(self._title)
        self.row.addStretch(1)
        self.row.addWidget(self._state)
        self.row.addWidget(self._turn)
        self._dress()

    def set_title(self, title: str, caret: bool = False, spoken: str = "") -> None:
        """Show the title; with ``caret`` it can be pressed and ``spoken`` is what it is called."""
        self._title.show_title(title, caret, spoken or title)

    def set_state(self, state: str) -> None:
        """Show the state as plain text, or nothing."""
        self._state.setText(state)
        self._state.setVisible(bool(state))

    def set_turn(self, text: str, mine: bool = False) -> None:
        """Show whose turn it is; warm if it is ``mine``. An empty text hides the pill."""
        self._turn.show_turn(text, mine)
        self._turn.setVisible(bool(text))

    @property
    def turn(self) -> str:
        """Whose turn it is."""
        return self._turn.text()

    def set_compact(self, compact: bool) -> None:
        """Take 52 px, for windows under 1180 px."""
        self._compact = compact
        self._dress()

    @property
    def title(self) -> str:
        """The title shown."""
        return self._title.text()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        super().changeEvent(event)
        if is_style_change(event):
            self._dress()

    def _dress(self) -> None:
        self.setFixedHeight(grown(HEIGHT.compact_header if self._compact else HEIGHT.header))


class _Title(QAbstractButton):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._caret = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_title(self, title: str, caret: bool, spoken: str) -> None:
        self._caret = caret
        self.setText(title)
        self.setAccessibleName(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if caret else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not caret)
        self.setCursor(Qt.CursorShape.PointingHandCursor if caret else Qt.CursorShape.ArrowCursor)
        self.updateGeometry()
        self.update()

    def _caret_room(self) -> int:
        return scaled(18) + 8 if self._caret else 0

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        width = QFontMetrics(font("page")).horizontalAdvance(self.text()) + self._caret_room() + 2
        return QSize(width, grown(34))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(min(self.sizeHint().width(), scaled(160)), grown(34))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        face = font("page")
        metrics = QFontMetrics(face)
        room = self.width() - self._caret_room()
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        self.setToolTip(self.text() if shown != self.text() else "")
        painter.setFont(face)
        painter.setPen(color("ink"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)
        if self._caret:
            side = float(scaled(18))
            left = metrics.horizontalAdvance(shown) + 7.0
            paint_icon(painter, QRectF(left, (self.height() - side) / 2 + 1, side, side), "caret-down", "ink_soft")


class TurnPill(QLabel):
    """The pill that says whose turn it is: warm and waving for you, an outline with an hourglass else."""

    def __init__(self, text: str = "", mine: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._mine = mine
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_turn(self, text: str, mine: bool) -> None:
        """Show another turn."""
        self._mine = mine
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        face = font("small")
        face.setWeight(font("label").weight())
        width = QFontMetricsF(face).horizontalAdvance(self.text()) + scaled(18) + 36
        return QSize(round(width), grown(HEIGHT.turn))

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("warm" if self._mine else "control"), 1))
        painter.setBrush(color("warm_tint" if self._mine else "surface"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        ink = "warm_ink" if self._mine else "ink"
        side = float(scaled(18))
        name = "hand-waving" if self._mine else "hourglass"
        paint_icon(painter, QRectF(12, (self.height() - side) / 2, side, side), name, ink)
        face = font("small")
        face.setWeight(font("label").weight())
        painter.setFont(face)
        painter.setPen(color(ink))
        left = 12 + side + 7
        painter.drawText(QRectF(left, 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
