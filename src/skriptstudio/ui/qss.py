"""The style sheet and the palette, both made from the tokens.

Fonts are set by the widgets themselves (``theme.font``); the sheet holds grounds,
edges and radii of Qt's own widgets. What has states of its own is painted instead.
"""

from PySide6.QtGui import QColor, QPalette

from skriptstudio.ui.tokens import RADIUS, Tokens

_SHEET = """
QFrame#card {{ background: {surface}; border: 1px solid {line}; border-radius: {card}px; }}
QFrame#page, QWidget#page {{ background: {canvas}; border: none; }}
QFrame#bar {{ background: {surface}; border: none; border-top: 1px solid {line}; }}
QFrame#rail {{ background: {rail}; border: none; }}
QFrame#divider {{ background: {line}; border: none; max-height: 1px; min-height: 1px; }}
QLineEdit, QPlainTextEdit, QTextEdit {{
  background: {surface}; color: {ink}; border: 1px solid {control}; border-radius: {button}px; padding: 0 11px;
  placeholder-text-color: {ink_faint}; selection-background-color: {primary}; selection-color: {on_primary};
}}
QPlainTextEdit, QTextEdit {{ padding: 6px 8px; }}
QLineEdit[error="true"], QPlainTextEdit[error="true"], QTextEdit[error="true"] {{
  border: 2px solid {stop}; padding-left: 10px; padding-right: 10px;
}}
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled {{
  background: {sunken}; color: {ink_faint}; border-color: {line};
}}
QLineEdit[bare="true"], QPlainTextEdit[bare="true"], QTextEdit[bare="true"] {{
  border: none; background: transparent; padding: 0;
}}
QAbstractItemView {{
  background: {surface}; color: {ink}; border: none; outline: none;
  selection-background-color: {tint}; selection-color: {ink};
}}
QComboBox QAbstractItemView {{ border: 1px solid {control}; padding: 4px; }}
QComboBox QAbstractItemView::item {{ min-height: 32px; padding: 0 8px; border-radius: {tag}px; }}
QComboBox QAbstractItemView::item:selected {{ background: {tint}; color: {ink}; }}
QMenu {{ background: {surface}; color: {ink}; border: 1px solid {control}; padding: 6px; }}
QMenu::item {{ padding: 7px 20px 7px 12px; border-radius: {tag}px; }}
QMenu::item:selected {{ background: {tint}; color: {ink}; }}
QMenu::item:disabled {{ color: {ink_faint}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 6px 8px; }}
QToolTip {{ background: {ink}; color: {canvas}; border: none; padding: 6px 8px; }}
QScrollArea {{ background: transparent; border: none; }}
QScrollArea > QWidget#qt_scrollarea_viewport, QWidget#clear {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {control}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {ink_soft}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def style_sheet(tokens: Tokens) -> str:
    """The application's style sheet."""
    return _SHEET.format(**vars(tokens), **vars(RADIUS))


def palette(tokens: Tokens) -> QPalette:
    """The application's palette, for everything the style sheet doesn't reach."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.canvas,
        role.WindowText: tokens.ink,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.sunken,
        role.Text: tokens.ink,
        role.Button: tokens.surface,
        role.ButtonText: tokens.ink,
        role.BrightText: tokens.on_primary,
        role.Highlight: tokens.primary,
        role.HighlightedText: tokens.on_primary,
        role.PlaceholderText: tokens.ink_faint,
        role.ToolTipBase: tokens.ink,
        role.ToolTipText: tokens.canvas,
        role.Accent: tokens.primary,
        role.Link: tokens.primary,
        role.LinkVisited: tokens.primary,
        role.Light: tokens.rail_on,
        role.Mid: tokens.line,
        role.Dark: tokens.control,
        role.Shadow: tokens.control,
    }
    made = QPalette()
    for key, value in colours.items():
        made.setColor(key, QColor(value))
    for key in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, key, QColor(tokens.ink_faint))
    return made
