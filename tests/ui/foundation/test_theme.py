"""Theme, fonts, icons, text."""

import gc
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo
from PySide6.QtWidgets import QApplication, QWidget

from skriptstudio.ui.icons import icon
from skriptstudio.ui.theme import Theme, color, duration, font, grown, line_height, scaled, tokens
from skriptstudio.ui.tokens import DARK, LIGHT
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.cards import Card
from skriptstudio.ui.widgets.text import Text

pytestmark = pytest.mark.qt

Add = Callable[[QWidget], QWidget]


def test_a_theme_change_repaints_what_is_on_screen(app: QApplication, theme: Theme, window: QWidget, add: Add) -> None:
    card = add(Card())
    for scheme, look in (("light", LIGHT), ("dark", DARK), ("light", LIGHT)):
        theme.apply(app, scheme, 1.0, True)  # type: ignore[arg-type]
        app.processEvents()
        assert tokens() is look
        seen = card.grab().toImage().pixelColor(card.width() // 2, card.height() // 2)
        assert seen == QColor(look.surface)


def test_a_theme_change_is_told(app: QApplication, theme: Theme) -> None:
    told = []
    theme.changed.connect(lambda: told.append(tokens()))
    theme.apply(app, "dark", 1.0, False)
    assert told == [DARK]


@pytest.mark.parametrize(("scale", "body_px"), [(1.0, 15), (1.15, 17), (1.3, 20)])
def test_the_text_scale_enlarges_type_lines_and_buttons(
    app: QApplication, theme: Theme, window: QWidget, add: Add, scale: float, body_px: int
) -> None:
    button, text = add(Button("Weiter", "primary")), add(Text("Ein Satz."))
    before = button.sizeHint().height()
    theme.apply(app, "light", scale, True)
    app.processEvents()
    assert font().pixelSize() == scaled(15) == body_px
    assert text.sizeHint().height() == line_height("body")
    assert button.sizeHint().height() == before + scaled(22) - 22 == grown(40)


def test_motion_takes_no_time_when_it_is_reduced(app: QApplication, theme: Theme) -> None:
    assert duration(180) == 0
    theme.apply(app, "light", 1.0, False)
    assert duration(180) == 180


@pytest.mark.parametrize(("scheme", "scale"), [("blue", 1.0), ("light", 9.0)])
def test_nonsense_is_refused(app: QApplication, theme: Theme, scheme: str, scale: float) -> None:
    with pytest.raises(ValueError, match=r"blue|9\.0"):
        theme.apply(app, scheme, scale, False)  # type: ignore[arg-type]


def test_the_fonts_are_figtree_in_its_own_weights(theme: Theme) -> None:
    assert QFontInfo(font("label")).family().startswith("Figtree")
    assert QFontInfo(font("label")).weight() == QFont.Weight.DemiBold
    assert font("clock", tabular=True).featureTags()


def test_an_icon_is_drawn_in_its_token(theme: Theme) -> None:
    drawn = icon("check-bold", 20, "ok").pixmap(20, 20).toImage()
    seen = {
        drawn.pixelColor(x, y).name()
        for x in range(drawn.width())
        for y in range(drawn.height())
        if drawn.pixelColor(x, y).alpha() == 255
    }
    assert color("ok").name() in seen


def test_an_unknown_icon_is_an_error(theme: Theme) -> None:
    with pytest.raises(KeyError):
        icon("no-such-icon")


def test_text_never_reads_markup(window: QWidget, add: Add) -> None:
    text = Text("<b>Mira</b> & Co")
    add(text)
    assert text.textFormat() == Qt.TextFormat.PlainText
    assert text.text() == "<b>Mira</b> & Co"


def test_text_wraps_on_its_line_height(window: QWidget) -> None:
    text = Text("Mach zwei Sätze daraus. " * 8)
    one = text.heightForWidth(5000)
    assert one == line_height("body")
    assert text.heightForWidth(300) % one == 0
    assert text.heightForWidth(300) > 2 * one


def test_text_that_is_cut_says_all_of_itself_in_its_tooltip(window: QWidget, add: Add) -> None:
    text = Text("Ein sehr langer Titel " * 20, lines=1)
    add(text)
    assert text.height() < 3 * line_height("body") or text.paragraph.height(text.width()) == line_height("body")
    assert text.toolTip() == text.text()


def test_garbage_is_collected_only_after_the_whole_window_is_dressed(app: QApplication, theme: Theme) -> None:
    """Qt walks over all widgets with bare pointers; one that dies meanwhile would bring the program down."""
    seen: list[bool] = []

    class Watcher(QWidget):
        def event(self, event: QEvent) -> bool:
            if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
                seen.append(gc.isenabled())
            return super().event(event)

    watcher = Watcher()
    watcher.ensurePolished()
    theme.apply(app, "dark", 1.3, True)
    watcher.deleteLater()
    assert seen
    assert not any(seen)
    assert gc.isenabled()
