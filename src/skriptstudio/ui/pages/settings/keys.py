"""Every key that does something, by place."""

from PySide6.QtWidgets import QGridLayout, QWidget

from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.settings.section import Section
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.text import Text

Keys = tuple[tuple[str, str], ...]


def key_groups(say: Say) -> tuple[tuple[str, Keys], ...]:
    """Place and its keys, each with what it does."""
    return (
        (say("Everywhere"), _everywhere(say)),
        (say("Plan"), ((say("Del"), say("free the chosen day")),)),
        (say("Write"), _writing(say)),
        (say("Record"), _recording(say)),
        (say("Review"), _reviewing(say)),
        (
            say("Publish"),
            ((say("Space"), say("tick a channel")), (say("Ctrl+C"), say("copy the text for the chosen target"))),
        ),
    )


def _everywhere(say: Say) -> Keys:
    return (
        (say("Ctrl+1 to Ctrl+5"), say("Plan to Publish")),
        (say("Ctrl+9"), say("Results")),
        (say("Ctrl+0"), say("People")),
        (say("Ctrl+Enter"), say("press the filled button")),
        (say("F1"), say("help for this page")),
        (say("F6"), say("jump between rail, page and bar")),
        (say("Ctrl+F"), say("search")),
        (say("Ctrl+Z"), say("take back")),
        (say("Esc"), say("close, back, cancel")),
    )


def _writing(say: Say) -> Keys:
    return (
        (say("Ctrl+Up, Ctrl+Down"), say("previous, next section")),
        (say("F8, Shift+F8"), say("next, previous hint")),
        (say("Alt+Enter"), say("take the suggestion")),
    )


def _recording(say: Say) -> Keys:
    return (
        (say("Space, F9"), say("start and stop")),
        (say("R"), say("again from the start")),
        (say("Up, Down"), say("previous, next section")),
        (say("+ and -"), say("text size of the prompter")),
        (say("S"), say("star on the last take")),
        (say("K"), say("check the room")),
        (say("P"), say("pause the text while recording")),
        (say("Arrows, Page Up, Page Down"), say("move the text while recording")),
        (say("V"), say("hide the picture while recording")),
    )


def _reviewing(say: Say) -> Keys:
    return (
        (say("Space"), say("play and pause")),
        (say("J, K, L"), say("back, pause, forward")),
        (say("Comma, full stop"), say("one frame back, forward")),
        (say("Left, Right"), say("one second back, forward")),
        (say("I, O"), say("set beginning, end")),
        (say("B"), say("best take")),
        (say("H, D"), say("half, double speed")),
        (say("W"), say("loop on and off")),
        (say("Shift+I, Shift+O"), say("set beginning, end of the loop")),
        (say("G"), say("two takes side by side")),
        (say("X"), say("soft sound at cuts on and off")),
        (say("C"), say("captions on and off")),
        (say("S"), say("safe zone of a platform")),
        (say("U"), say("next unchecked caption")),
        (say("F8, Shift+F8"), say("next, previous caption to check")),
        (say("P"), say("listen to the caption")),
        (say("T, Ctrl+T"), say("split the caption, at the cursor")),
        (say("V"), say("join with the next caption")),
        (say("A"), say("write a new caption here")),
        (say("Ctrl+Left, Ctrl+Right"), say("start of the caption one frame earlier, later")),
        (say("Ctrl+Shift+Left, Ctrl+Shift+Right"), say("end of the caption one frame earlier, later")),
        (say("N"), say("next hint")),
        (say("M"), say("write a comment")),
        (say("Shift+M, then M"), say("write a comment about a stretch")),
        (say("F"), say("release")),
        (say("Z"), say("return")),
    )


class KeysSection(Section):
    """The table of all keys."""

    def __init__(self, place: Place) -> None:
        say = place.session.say
        super().__init__(place, say("Keyboard"))
        self.column.addWidget(
            Text(say("Single letters work only when no text field has the focus."), "small", "ink_soft")
        )
        for title, keys in key_groups(say):
            self.column.addSpacing(SPACE.card)
            self.column.addWidget(Text(title, "label"))
            self.column.addSpacing(SPACE.xs)
            self.column.addWidget(_table(keys))
        self.end()


def _table(keys: Keys) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(SPACE.page)
    grid.setVerticalSpacing(SPACE.xs)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 5)
    for line, (key, what) in enumerate(keys):
        grid.addWidget(Text(key, "body", tabular=True), line, 0)
        grid.addWidget(Text(what, "body", "ink_soft"), line, 1)
    return table
