"""What the window looks like: scheme, text scale and motion of the running application.

The choice lies on the QApplication as dynamic properties, so that widgets read it
at paint time and nothing is kept in modules. Pages use ``tokens``, ``color``,
``font``, ``scaled``, ``grown`` and ``reduced_motion``; only the window holds a ``Theme``.
"""

import ctypes
import dataclasses
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Literal, get_args

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette, QPixmapCache
from PySide6.QtWidgets import QApplication, QWidget

from skriptstudio.ui.fonts import load_fonts
from skriptstudio.ui.qss import palette, style_sheet
from skriptstudio.ui.tokens import DARK, FALLBACK_FAMILIES, FAMILY, LIGHT, TYPE_ROLES, Tokens

Scheme = Literal["light", "dark", "system"]
Role = Literal[
    "small", "small_strong", "body", "label", "card", "script", "page", "question", "hello", "clock", "prompter"
]

_TOKENS = "skriptstudioTokens"
_SCALE = "skriptstudioTextScale"
_STILL = "skriptstudioReducedMotion"
_TNUM = QFont.Tag("tnum")


def _stored(name: str) -> object:
    app = QApplication.instance()
    return None if app is None else app.property(name)


def tokens() -> Tokens:
    """The colours in force; the light ones before a theme was applied."""
    stored = _stored(_TOKENS)
    return stored if isinstance(stored, Tokens) else LIGHT


def color(token: str) -> QColor:
    """The colour of a token by its name, e.g. ``ink_soft``.

    Raises:
        AttributeError: no token has that name.
    """
    return QColor(getattr(tokens(), token))


def text_scale() -> float:
    """The factor on all type: 1.0, 1.15 or 1.3."""
    stored = _stored(_SCALE)
    return stored if isinstance(stored, float) else 1.0


def scaled(px: float) -> int:
    """``px`` times the text scale, rounded: for type and for icons beside it."""
    return round(px * text_scale())


def grown(px: int, lines: int = 1) -> int:
    """A height that holds ``lines`` lines of text, enlarged by what these lines grow.

    Padding stays as it is, so that the large text scale costs as little room as it can.
    """
    return px + lines * (scaled(22) - 22)


def reduced_motion() -> bool:
    """Whether everything that moves has to jump instead."""
    return _stored(_STILL) is True


def duration(milliseconds: int) -> int:
    """How long an animation may take: ``milliseconds``, or 0 with reduced motion."""
    return 0 if reduced_motion() else milliseconds


def font(role: Role | str = "body", tabular: bool = False) -> QFont:
    """The font of a type role at the present text scale, with figures of one width if ``tabular``.

    Raises:
        KeyError: no type role has that name.
    """
    return QFont(_font(role, tabular, text_scale()))


@lru_cache
def _font(role: Role | str, tabular: bool, scale: float) -> QFont:
    """Every row that is painted asks for some; whoever changes one has a copy."""
    kind = TYPE_ROLES[role]
    made = QFont([FAMILY, *FALLBACK_FAMILIES])
    made.setPixelSize(round(kind.size_px * scale))
    made.setWeight(QFont.Weight(kind.weight))
    if tabular:
        made.setFeature(_TNUM, 1)
    return made


def line_height(role: Role | str) -> int:
    """The height of one line of a type role, in pixels at the present text scale."""
    return scaled(TYPE_ROLES[role].line_px)


def is_style_change(event: QEvent) -> bool:
    """Whether a widget's ``changeEvent`` means: fetch fonts and icons anew.

    Applying a theme sets the style sheet, which tells every widget this way.
    """
    return event.type() == QEvent.Type.StyleChange


def refresh_style(widget: QWidget) -> None:
    """Let the style sheet look again at ``widget`` after one of its properties changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def contrast_tokens(system: QPalette) -> Tokens:
    """Tokens in the colours the system's high-contrast scheme offers; shapes stay ours.

    Such a scheme has about eight colours: text and ground, the selection, links,
    disabled text and buttons. Lamps lose their colour and keep shape and word.
    """
    role = QPalette.ColorRole
    ground, text = system.color(role.Window).name(), system.color(role.WindowText).name()
    chosen, on_chosen = system.color(role.Highlight).name(), system.color(role.HighlightedText).name()
    faint = system.color(QPalette.ColorGroup.Disabled, role.WindowText).name()
    made = {field.name: text for field in dataclasses.fields(Tokens)}
    for name in made:
        if name == "on_tint":
            continue
        if name.endswith("_tint") or name in {"canvas", "surface", "sunken", "rail", "rail_on", "tint"}:
            made[name] = ground
        elif name.startswith("on_"):
            made[name] = on_chosen
        elif name.startswith(("primary", "rec", "hook", "value", "beat", "cta")) or name in {"stop_hover"}:
            made[name] = chosen
        elif name.startswith(("stage", "over_", "guide_")) or name == "scrim":
            made[name] = getattr(LIGHT, name)
    # A filled "stop" carries on_stop, so it has to be the selection's colour, too.
    return Tokens(**(made | {"ink_faint": faint, "stop": chosen}))


class Theme(QObject):
    """Applies the look to the application and follows the system.

    What can be detected: ``QStyleHints.colorScheme`` (Windows, macOS, most Linux
    desktops; "Unknown" counts as light), ``QAccessibilityHints.contrastPreference``
    (Windows contrast themes since Qt 6.10) and ``motionPreference``. In high contrast
    the palette the application had before our first ``apply`` gives the colours,
    whatever scheme was asked for.

    Attributes:
        changed: emitted after the look was applied, also when the system changed.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app: QApplication | None = None
        self._asked: tuple[Scheme, float, bool] = ("system", 1.0, False)
        self._system_palette = QPalette()

    @property
    def scheme(self) -> Literal["light", "dark", "contrast"]:
        """What is shown, after asking the system."""
        assert self._app is not None, "apply() comes first"
        hints = self._app.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return "contrast"
        asked = self._asked[0]
        if asked != "system":
            return asked
        return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"

    def apply(self, app: QApplication, scheme: Scheme, text_scale: float, reduced_motion: bool) -> None:
        """Set style, palette, style sheet and font; every widget dresses anew.

        Raises:
            ValueError: the scheme isn't known or the text scale lies outside 0.5 to 3.
        """
        if scheme not in get_args(Scheme):
            raise ValueError(f"unknown scheme {scheme!r}")
        if not 0.5 <= text_scale <= 3:
            raise ValueError(f"text scale {text_scale} lies outside 0.5 to 3")
        self._asked = (scheme, float(text_scale), reduced_motion)
        if self._app is None:
            with _nothing_collected():
                self._follow(app)
        self._dress()

    def _follow(self, app: QApplication) -> None:
        self._app = app
        self._system_palette = app.palette()
        load_fonts()
        app.setStyle("Fusion")
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._dress)
        hints.accessibility().contrastPreferenceChanged.connect(self._dress)

    def _dress(self) -> None:
        app = self._app
        assert app is not None
        scheme = self.scheme
        looks = {"light": LIGHT, "dark": DARK, "contrast": contrast_tokens(self._system_palette)}
        now = looks[scheme]
        app.setProperty(_TOKENS, now)
        app.setProperty(_SCALE, self._asked[1])
        app.setProperty(_STILL, self._asked[2])
        QPixmapCache.clear()
        with _nothing_collected():
            app.setFont(font("body"))
            app.setPalette(palette(now))
            app.setStyleSheet(style_sheet(now))
        self.changed.emit()


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Keep Python's garbage collector still while Qt walks over all widgets.

    Qt holds bare pointers to them meanwhile and calls back into Python; a widget that is garbage by then and
    collected right there would be one that Qt still wants to dress: a crash.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


_SPI_GETCLIENTAREAANIMATION = 0x1042
"""Windows' own setting "Animationseffekte" (winuser.h)."""


def system_wants_less_motion() -> bool:
    """The system's own setting, the default of "Weniger Bewegung"; Qt 6.11 doesn't tell it, so Windows is asked."""
    if sys.platform == "win32":
        animated = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(_SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(animated), 0)
        return not animated.value
    return False
