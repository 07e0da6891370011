"""The dialog *Set up the prompter*, and the way from it to the reading and back."""

from PySide6.QtWidgets import QWidget

from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.ports.studio import Still
from skriptstudio.ui.page import Place
from skriptstudio.ui.prompter.calibration import ask_for_reading
from skriptstudio.ui.prompter.choice import PrompterChoice
from skriptstudio.ui.prompter.reading import Reading
from skriptstudio.ui.screens import other_screens

_ROOMY_PX = 640
"""From this height of the window on there is room for the specimen."""


def set_up_prompter(place: Place, reading: Reading, picture: Still | None, window: QWidget) -> None:
    """Let the user say how they read.

    Args:
        place: where the dialog opens.
        reading: the sentences of the chosen text, by section.
        picture: what the camera sees, for the specimen.
        window: what the dialog covers; other screens are those it doesn't stand on.
    """
    session = place.session
    roomy = window.height() >= _ROOMY_PX
    choice = PrompterChoice(session, session.settings.prompter, reading, picture, roomy, other_screens(window))

    def save() -> None:
        try:
            session.change_settings(prompter=choice.prompter)
        except SkriptStudioError as error:
            place.fail(error)

    def read_sample() -> None:
        save()
        dialog.dismiss()
        ask_for_reading(place, reading, lambda: set_up_prompter(place, reading, picture, window))

    dialog = place.ask(session.say("Set up the prompter"), "", session.say("Apply"), save, content=choice)
    choice.reading_asked.connect(read_sample)
