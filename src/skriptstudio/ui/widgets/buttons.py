"""Buttons of every kind, painted so that icon, key cap and states come from the tokens."""

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy, QWidget

from skriptstudio.ui.icons import paint_icon, require_icon
from skriptstudio.ui.theme import color, font, grown, is_style_change, scaled
from skriptstudio.ui.tokens import HEIGHT, RADIUS

Kind = Literal["primary", "secondary", "quiet", "danger", "destroy", "record", "stop"]

_FILLED = {
    "primary": ("primary", "primary_hover", "primary_down", "on_primary"),
    "destroy": ("stop", "stop_hover", "stop_hover", "on_stop"),
    "record": ("rec", "rec_hover", "rec_down", "on_rec"),
    "stop": ("stage_now", "stage_next", "stage_past", "stage"),
}
"""Ground at rest, hovered, held down, and the text on it."""

_PLAIN = {
    "secondary": ("surface", "control", "ink", "tint", "primary"),
    "quiet": ("", "", "primary", "tint", ""),
    "danger": ("surface", "stop", "stop", "stop_tint", "stop"),
}
"""Ground, edge and text at rest, ground hovered, edge held down."""

_PADDING = {"primary": 26, "record": 26, "stop": 26, "destroy": 20, "quiet": 10}


class Button(QPushButton):
    """A push button of the look.

    Attributes:
        kind: ``primary`` (at most one a screen), ``secondary``, ``quiet``, ``danger``,
            ``destroy`` (only in the confirming dialog), ``record`` and its ``stop``.

    ``key`` is drawn as a key cap and told as accessible description; it sets no shortcut.
    A button that is off has to say why: use ``refuse``.
    """

    def __init__(
        self,
        text: str,
        kind: Kind = "secondary",
        icon: str | None = None,
        key: str = "",
        small: bool = False,
        *,
        trailing: str | None = None,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        for asked in (icon, trailing):
            require_icon(asked)
        super().__init__(text, parent)
        self.kind: Kind = kind
        self._icon_name = icon
        self._trailing = trailing
        self._key = key
        self._small = small
        self._in_bar = False
        self._let_go = False
        self._why = ""
        self._told = ""
        self.setAccessibleName(name or text.replace("&", ""))
        self.setAccessibleDescription(key)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._dress()

    def setText(self, text: str) -> None:  # noqa: N802  Qt's name
        if self.accessibleName() == self.text().replace("&", ""):
            self.setAccessibleName(text.replace("&", ""))
        super().setText(text)

    def set_icon(self, icon: str | None) -> None:
        """Show another icon before the text, or none."""
        require_icon(icon)
        self._icon_name = icon
        self.updateGeometry()
        self.update()

    def set_key(self, key: str) -> None:
        """Show another key cap, or none with an empty text."""
        self._key = key
        self.setAccessibleDescription(self._why or key)
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: Kind) -> None:
        """Change what the button stands for."""
        self.kind = kind
        self._dress()

    def set_in_bar(self, in_bar: bool) -> None:
        """Take the height the action bar asks for."""
        self._in_bar = in_bar
        self._dress()

    def refuse(self, why: str) -> None:
        """Turn the button off; ``why`` is its tooltip and accessible description."""
        if self.isEnabled():
            self._told = self.toolTip()
        self._why = why
        self.setToolTip(why)
        self.setAccessibleDescription(why)
        if self._in_bar and self.hasFocus():
            # Qt would give the focus to whatever comes next, far away from what the user does.
            self._let_go = True
            self.clearFocus()
        self.setEnabled(False)

    def allow(self) -> None:
        """Turn the button on again."""
        if self._why:
            self.setToolTip(self._told)
        self._why = ""
        self.setAccessibleDescription(self._key)
        self.setEnabled(True)
        if self._let_go and QApplication.focusWidget() is None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._let_go = False

    def allow_unless(self, why: str) -> None:
        """On where nothing speaks against it, else off with the reason."""
        if why:
            self.refuse(why)
        else:
            self.allow()

    @property
    def let_go(self) -> bool:
        """Whether it had the focus when it was turned off, in an action bar."""
        return self._let_go

    @property
    def why(self) -> str:
        """Why the button is off, empty if it is on."""
        return self._why

    @property
    def filled(self) -> bool:
        """Whether it is the one filled button."""
        return self.kind in _FILLED

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        width = 2 * self._padding() + self._content_width()
        return QSize(max(HEIGHT.target, round(width)), self._height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return self.sizeHint()

    def _height(self) -> int:
        if self._small:
            return grown(HEIGHT.small_button)
        return grown(HEIGHT.bar_button if self._in_bar or self.kind in ("record", "stop") else HEIGHT.button)

    def _padding(self) -> int:
        if not self.text():
            return 8 if self._small else 10
        if self._small:
            return 12 if self.kind != "quiet" else 8
        return _PADDING.get(self.kind, 16) if self._in_bar or not self.filled else 22

    def _label(self) -> str:
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def _icon_px(self) -> int:
        return scaled(16 if self._small else 20)

    def _key_width(self) -> float:
        return QFontMetricsF(font("small_strong")).horizontalAdvance(self._key) + 14 if self._key else 0.0

    def _content_width(self) -> float:
        parts = [QFontMetricsF(self.font()).horizontalAdvance(self._label())] if self.text() else []
        parts += [float(self._icon_px()) for name in (self._icon_name, self._trailing) if name]
        parts += [self._key_width()] if self._key else []
        return sum(parts) + 10 * max(0, len(parts) - 1)

    def _tokens(self) -> tuple[str, str, str]:
        """Ground, edge and text in the present state; an empty name draws nothing."""
        down = self.isDown() or self.isChecked()
        hovered = self.underMouse()
        if not self.isEnabled():
            return ("", "", "ink_faint") if self.kind == "quiet" else ("sunken", "line", "ink_faint")
        if self.kind in _FILLED:
            rest, hover, held, text = _FILLED[self.kind]
            return (held if down else hover if hovered else rest), "", text
        ground, edge, text, hover, held_edge = _PLAIN[self.kind]
        return (hover if hovered or down else ground), (held_edge if down else edge), text

    def _radius(self) -> float:
        if self.kind in ("record", "stop"):
            return self.height() / 2
        return RADIUS.small_button if self._small else RADIUS.button

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, edge, text = self._tokens()
        painter.setPen(QPen(color(edge), 1) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(color(ground) if ground else Qt.BrushStyle.NoBrush)
        inset = 0.5 if edge else 0.0
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, self._radius() - inset, self._radius() - inset)
        self._paint_content(painter, text)

    def _paint_content(self, painter: QPainter, token: str) -> None:
        height = float(self.height())
        left = (self.width() - self._content_width()) / 2
        size = float(self._icon_px())
        mark = "rec" if self.kind == "stop" and self.isEnabled() else token
        if self._icon_name:
            paint_icon(painter, QRectF(left, (height - size) / 2, size, size), self._icon_name, mark)
            left += size + 10
        if self.text():
            painter.setFont(self.font())
            painter.setPen(color(token))
            width = QFontMetricsF(self.font()).horizontalAdvance(self._label())
            painter.drawText(QRectF(left, 0, width + 2, height), Qt.AlignmentFlag.AlignVCenter, self._label())
            left += width + 10
        if self._trailing:
            paint_icon(painter, QRectF(left, (height - size) / 2, size, size), self._trailing, mark)
            left += size + 10
        if self._key:
            self._paint_key(painter, left, token)

    def _paint_key(self, painter: QPainter, left: float, token: str) -> None:
        tall = float(scaled(19))
        cap = QRectF(left, (self.height() - tall) / 2, self._key_width(), tall)
        painter.setFont(font("small_strong"))
        painter.setPen(QPen(color(token), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        super().changeEvent(event)
        if is_style_change(event):
            self._dress()

    def _dress(self) -> None:
        face = font("small" if self._small else "label")
        face.setWeight(font("label").weight())
        self.setFont(face)
        self.setProperty("focusRadius", self._height() // 2 if self.kind in ("record", "stop") else self._radius())
        self.updateGeometry()
        self.update()


class IconButton(Button):
    """A quiet button of an icon alone, 32 px at least; ``name`` is tooltip and accessible name.

    Checkable ones (captions on, safe zone on) are drawn filled while they are on.
    """

    def __init__(
        self, icon: str, name: str, *, small: bool = True, key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__("", "quiet", icon, "", small, name=name, parent=parent)
        self.setToolTip(f"{name} ({key})" if key else name)
        self.setAccessibleDescription(key)

    def _icon_px(self) -> int:
        return scaled(20)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        side = self._height()
        return QSize(side, side)

    def _tokens(self) -> tuple[str, str, str]:
        if self.isChecked() and self.isEnabled():
            return "primary", "", "on_primary"
        return super()._tokens()
