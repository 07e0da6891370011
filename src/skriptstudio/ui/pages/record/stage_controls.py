"""The buttons on the stage that move and change the text: the same as the keys."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.pages.record.stage_parts import StageButton, StageIconButton


class TextControls:
    """Back, hold or go on, forward, and change the sentence.

    Attributes:
        back, hold, forward, edit: the buttons, children of the stage.
    """

    def __init__(self, say: Say, stage: QWidget) -> None:
        self.say = say
        self.back = StageIconButton("caret-left", say("Text back"), say("Arrow up"), stage)
        self.hold = StageIconButton("pause-fill", say("Hold the text"), "P", stage)
        self.forward = StageIconButton("caret-right", say("Text onward"), say("Arrow down"), stage)
        self.edit = StageIconButton("pencil-simple", say("Change the sentence"), "E", stage)

    def show_state(self, running: bool, by_hand: bool) -> None:
        """Offer what can be done now."""
        say = self.say
        if running:
            self.hold.show_name("pause-fill", say("Hold the text"), "P")
        else:
            self.hold.show_name("play-fill", say("Let the text run"), "P")
        back, forward = (
            (say("Last sentence"), say("Next sentence")) if by_hand else (say("Text back"), say("Text onward"))
        )
        self.back.show_name("caret-left", back, say("Arrow up"))
        self.forward.show_name("caret-right", forward, say("Arrow down"))

    def all(self) -> Sequence[StageButton]:
        """All of them, from left to right."""
        return (self.back, self.hold, self.forward, self.edit)

    def offered(self, has_text: bool, by_hand: bool) -> Sequence[StageButton]:
        """Those that do something."""
        if not has_text:
            return ()
        return (self.back, self.forward, self.edit) if by_hand else self.all()
