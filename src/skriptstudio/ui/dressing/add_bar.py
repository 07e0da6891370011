"""The buttons that lay something more over the picture."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.widgets.buttons import Button


class AddBar(QWidget):
    """Side by side.

    Attributes:
        name, insert, box: one button for each kind of thing.
    """

    def __init__(self, say: Say) -> None:
        super().__init__()
        self.name = Button(say("Name line"), "quiet", "plus", small=True)
        self.insert = Button(say("Picture"), "quiet", "plus", small=True, name=say("Picture over the voice"))
        self.box = Button(say("Box"), "quiet", "plus", small=True, name=say("Make a place unrecognisable"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (self.name, self.insert, self.box):
            row.addWidget(button)
        row.addStretch(1)
