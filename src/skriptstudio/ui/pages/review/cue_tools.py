"""The row below the captions: listen, split, join, move the edges, go to what should be checked."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.pages.review.cues import CueList
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button, IconButton
from skriptstudio.ui.widgets.text import Text


class CueTools(QWidget):
    """Buttons only; the clip view connects them. All of it can be done with keys, too.

    Attributes:
        unsure: goes to the next place that should be checked; hidden where there is none.
        play, split, join: for the chosen caption.
        add, fetch: new ones.
        start_earlier, start_later, end_earlier, end_later: by one frame.
    """

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say = say
        self.unsure = Button("", "quiet", "question", small=True)
        self.play = IconButton("speaker-high", say("Listen to this caption"), key="P")
        self.split = IconButton("scissors", say("Split the caption"), key="T")
        self.join = IconButton("link-simple", say("Join with the next one"), key="V")
        self.add = IconButton("plus", say("Write a new caption here"), key="A")
        self.start_earlier = IconButton("caret-left", say("Begin one frame earlier"), key=say("Ctrl+Left"))
        self.start_later = IconButton("caret-right", say("Begin one frame later"), key=say("Ctrl+Right"))
        self.end_earlier = IconButton("caret-left", say("End one frame earlier"), key=say("Ctrl+Shift+Left"))
        self.end_later = IconButton("caret-right", say("End one frame later"), key=say("Ctrl+Shift+Right"))
        self.fetch = IconButton("folder-open", say("Fetch captions from a file"))
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.xs, 0, 0, 0)
        row.setSpacing(0)
        for button in (self.play, self.split, self.join, self.add):
            row.addWidget(button)
        for name, earlier, later in (
            (say("Caption start"), self.start_earlier, self.start_later),
            (say("Caption end"), self.end_earlier, self.end_later),
        ):
            row.addSpacing(SPACE.xs)
            row.addWidget(earlier)
            row.addWidget(Text(name, "small", "ink_soft"))
            row.addWidget(later)
        row.addSpacing(SPACE.xs)
        row.addWidget(self.fetch)
        row.addStretch(1)
        row.addWidget(self.unsure)
        self.show_unsure(0)
        self.show_chosen(chosen=False)

    def show_unsure(self, count: int) -> None:
        """Say how many captions should be checked."""
        self.unsure.setVisible(count > 0)
        self.unsure.setText(self.say("Check {count}", count=count))
        name = self.say("Please check: {count} captions", count=count)
        self.unsure.setAccessibleName(name)
        self.unsure.setToolTip(f"{name} (F8)")

    def show_chosen(self, chosen: bool) -> None:
        """Offer what needs a chosen caption."""
        for button in (
            self.play,
            self.split,
            self.join,
            self.start_earlier,
            self.start_later,
            self.end_earlier,
            self.end_later,
        ):
            if chosen:
                button.allow()
            else:
                button.refuse(self.say("First choose a caption."))


class CaptionsTab(QWidget):
    """The captions with their tools."""

    def __init__(self, cues: CueList, tools: CueTools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        self._empty = Text(
            tools.say("There is no caption yet. A writes one here, the folder fetches them from a file."),
            "body",
            "ink_soft",
        )
        self._empty.setContentsMargins(SPACE.s, SPACE.s, SPACE.s, 0)
        column.addWidget(self._empty)
        column.addWidget(cues, 1)
        column.addWidget(tools)
        self.show_empty(empty=False)

    def show_empty(self, empty: bool) -> None:
        """Say in place of the list that there is nothing in it."""
        self._empty.setVisible(empty)
