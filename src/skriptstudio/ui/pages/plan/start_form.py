"""The one question before a start: what the video is called."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from skriptstudio.ui.widgets.dialog import Dialog
from skriptstudio.ui.widgets.fields import Field, LineField

LONGEST_TITLE = 120
"""Characters; a title also becomes the name of a folder."""


class StartForm(QWidget):
    """A field for the title; the dialog's verb is off while it is empty."""

    def __init__(self, label: str, example: str, why: str) -> None:
        super().__init__()
        self._why = why
        self._title = LineField(example)
        self._title.setMaxLength(LONGEST_TITLE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Field(label, self._title))

    @property
    def title(self) -> str:
        """What was written, without space around it."""
        return " ".join(self._title.text().split())

    def watch(self, dialog: Dialog) -> None:
        """Keep the dialog's verb true."""

        def check() -> None:
            if self.title:
                dialog.verb.allow()
            else:
                dialog.verb.refuse(self._why)

        self._title.textChanged.connect(check)
        check()
