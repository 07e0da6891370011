"""The bar at the foot of every page: where you stand, and the next step."""

import itertools

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from skriptstudio.ui.icons import paint_icon, require_icon
from skriptstudio.ui.theme import grown, is_style_change, line_height, scaled
from skriptstudio.ui.tokens import HEIGHT, SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.paragraph import Paragraph

_LEAST_TEXT = 120
_TIGHT = 2


class ActionBar(QFrame):
    """64 px (60 compact): a bold fact with its sentence at left, the buttons at right.

    Pages call ``show_state`` and ``set_buttons``; Ctrl+Enter of the window presses ``filled``.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self._compact = False
        self._buttons: tuple[Button, ...] = ()
        self._state = _StateText(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SPACE.page, 0, SPACE.page, 0)
        self._row.setSpacing(SPACE.m)
        self._row.addWidget(self._state, 1)
        self._dress()

    def show_state(self, fact: str, sentence: str = "", second: str = "", icon: str = "") -> None:
        """Say where one stands: ``fact`` bold, ``sentence`` after it, ``second`` small below.

        Raises:
            KeyError: no icon is called ``icon``.
        """
        self._state.show_state(fact, sentence, second, icon)

    def set_buttons(self, *buttons: Button) -> None:
        """Show these buttons, in the order quiet, secondary, primary; the ones before are deleted.

        The bar sets the tab order so that the filled button comes first.
        """
        gone = [old for old in self._buttons if old not in buttons]
        focused = any(old.hasFocus() for old in gone)
        lost = focused or (any(old.let_go for old in gone) and QApplication.focusWidget() is None)
        for old in self._buttons:
            if old not in buttons:
                self._row.removeWidget(old)
                old.hide()
                old.deleteLater()
        self._buttons = buttons
        for button in buttons:
            button.set_in_bar(button.filled)
            self._row.removeWidget(button)
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
            button.show()
        ordered = sorted(buttons, key=lambda button: not button.filled)
        for first, second in itertools.pairwise(ordered):
            QWidget.setTabOrder(first, second)
        if lost and ordered:
            ordered[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The buttons from left to right."""
        return self._buttons

    @property
    def filled(self) -> Button | None:
        """The filled button, also when it is off; none on an empty page."""
        return next((button for button in reversed(self._buttons) if button.filled), None)

    @property
    def state(self) -> str:
        """All that stands at left, as a screen reader tells it."""
        return self._state.text()

    def set_compact(self, compact: bool) -> None:
        """Take 60 px, for windows under 1180 px."""
        self._compact = compact
        self._dress()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        super().changeEvent(event)
        if is_style_change(event):
            self._dress()

    def _dress(self) -> None:
        self.setFixedHeight(grown(HEIGHT.compact_bar if self._compact else HEIGHT.bar, lines=2))


class _StateText(QLabel):
    """Fact, sentence and second line in as many lines as the bar has; elided only then."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon_name = ""
        self._first = Paragraph("")
        self._second = Paragraph("")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_state(self, fact: str, sentence: str, second: str, icon: str) -> None:
        require_icon(icon)
        self._icon_name = icon
        self._first = Paragraph(sentence, fact, "body")
        self._second = Paragraph(second, "", "small", "ink_soft")
        self.setText(" ".join(part for part in (self._first.whole, second) if part))
        self._tell_if_cut()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(scaled(_LEAST_TEXT), line_height("body"))

    def _indent(self) -> int:
        return scaled(22) + SPACE.m if self._icon_name else 0

    def _fitted(self) -> tuple[Paragraph, Paragraph]:
        """Both parts with the lines they may take; where it is tight, the first takes the smaller role."""
        width, room = self.width() - self._indent(), self.height() - _TIGHT
        first, second = self._first, self._second
        if first.height(width) + second.height(width) > room:
            first = Paragraph(first.text, first.lead, "small", first.token)
        small = line_height("small")
        lines = max(1, room // small)
        for_second = min(second.rows(width), max(0, lines - min(first.rows(width), lines)))
        if second.whole and not for_second and lines > 1:
            for_second = 1
        if first.role == "small":
            first = Paragraph(first.text, first.lead, "small", first.token, max(1, lines - for_second))
        return first, Paragraph(second.text, "", "small", second.token, for_second) if for_second else Paragraph("")

    def _tell_if_cut(self) -> None:
        first, second = self._fitted()
        width = self.width() - self._indent()
        lost = self._second.whole and not second.whole
        self.setToolTip(self.text() if lost or first.is_cut(width) or second.is_cut(width) else "")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self._tell_if_cut()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        first, second = self._fitted()
        indent = self._indent()
        width = float(self.width() - indent)
        tall = first.height(width) + second.height(width)
        top = (self.height() - tall) / 2
        if self._icon_name:
            side = float(scaled(22))
            token = "primary" if self._icon_name.endswith("-fill") else "ink_soft"
            paint_icon(painter, QRectF(0, (self.height() - side) / 2, side, side), self._icon_name, token)
        first.paint(painter, QRectF(indent, top, width, self.height()))
        second.paint(painter, QRectF(indent, top + first.height(width), width, self.height()))
