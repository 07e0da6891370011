"""What is entered in a dialog, and when its verb may be pressed."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from skriptstudio.messages.catalogue import Say, Speaker
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.dialog import Dialog
from skriptstudio.ui.widgets.scroller import Scroller
from skriptstudio.ui.widgets.text import Text


class DialogForm(QWidget):
    """The content of a dialog; its verb stays off as long as ``problem`` names one, which is said below the fields.

    Attributes:
        column: the layout to add to.
    """

    def __init__(self, speaker: Speaker) -> None:
        super().__init__()
        self.say: Say = speaker.say
        self._inside = QWidget()
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(SPACE.xs, SPACE.xs, SPACE.m, SPACE.xs)
        self.column.setSpacing(SPACE.s)
        self._missing = Text("", "small", "hint")
        self._missing.hide()
        self._dialog: Dialog | None = None

    def finish(self) -> None:
        """All fields are there: let them scroll where the window is low."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Scroller(self._inside, whole=True))
        column.addWidget(self._missing)

    def watch(self, dialog: Dialog) -> None:
        """Keep the dialog's verb true."""
        self._dialog = dialog
        self.check()

    def check(self) -> None:
        """Something was changed."""
        problem = self.problem()
        self._missing.setText(problem)
        self._missing.setVisible(bool(problem))
        if self._dialog is not None:
            self._dialog.verb.allow_unless(problem)

    @property
    def missing(self) -> str:
        """What is said below the fields, empty if nothing is missing."""
        return self._missing.text()

    def problem(self) -> str:
        """What is still missing, empty if nothing is."""
        return ""
