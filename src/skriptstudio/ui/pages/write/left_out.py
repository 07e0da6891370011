"""What an import left out: every piece of the document that nobody will speak, in its own words."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from skriptstudio.domain.script import Unplaced
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.words import place_name
from skriptstudio.ui.theme import color, font, scaled
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.dialog import Dialog

_WIDTH_PX = 620
_HEIGHT_PX = 280


class LeftOutText(QTextEdit):
    """The pieces by the place where they stood; to be read, marked and copied."""

    def __init__(self, pieces: Sequence[Unplaced], speaker: Speaker) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(speaker.say("What stayed out"))
        cursor = QTextCursor(self.document())
        for at, place in enumerate(dict.fromkeys(piece.place for piece in pieces)):
            here = [piece for piece in pieces if piece.place is place]
            head = QTextBlockFormat()
            head.setTopMargin(SPACE.m if at else 0)
            if at:
                cursor.insertBlock(head)
            cursor.insertText(f"{place_name(place.value, speaker)} ({len(here)})", _look("small", "ink_soft"))
            for piece in here:
                cursor.insertBlock(QTextBlockFormat())
                cursor.insertText(piece.text, _look("body", "ink"))
                if piece.near:
                    cursor.insertText(f"  {speaker.say('at “{near}”', near=piece.near)}", _look("small", "ink_soft"))
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(super().sizeHint().width(), scaled(_HEIGHT_PX))


def _look(role: str, token: str) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFont(font(role))
    look.setForeground(color(token))
    return look


def show_left_out(window: QWidget, pieces: Sequence[Unplaced], speaker: Speaker, undo: Callable[[], None]) -> Dialog:
    """Show the pieces over the window; its second button takes the import back, Esc only closes."""
    say = speaker.say
    dialog = Dialog(
        window,
        say("The script is here. This stayed out:"),
        say("Nobody will speak these pieces. They stay in your document."),
        say("Keep the script"),
        say("Undo the import"),
        content=LeftOutText(pieces, speaker),
        width=_WIDTH_PX,
    )
    dialog.cancel.clicked.connect(undo)
    dialog.open()
    return dialog
