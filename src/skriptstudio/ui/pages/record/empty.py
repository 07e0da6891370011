"""What stands here while there is nothing to record for."""

from collections.abc import Callable

from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.empty import EmptyPage


class NoScript(EmptyPage):
    """A production without a word."""

    def __init__(self, say: Say, to_script: Callable[[], None], unscripted: Callable[[], None]) -> None:
        first = Button(say("To the script"), "primary")
        first.clicked.connect(to_script)
        second = Button(say("Record without a script"))
        second.clicked.connect(unscripted)
        title = say("First the script, then the camera")
        words = say("What you write stands right below the lens while you record.")
        super().__init__("file-text", title, words, first, second)
