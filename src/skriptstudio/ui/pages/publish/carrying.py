"""What is carried to the upload by hand: texts over the clipboard, the Freigabevermerk as Word."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from skriptstudio.domain.clip import PlatformProfile
from skriptstudio.domain.post_room import post_text
from skriptstudio.messages.words import channel_name
from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.publish.places import copy_text
from skriptstudio.ui.release_note import save_release_note


class Carrying:
    """Works on the open production.

    Args:
        place: whose session and toasts are used.
        parent: of dialogs.
        show_file: opens a file.
    """

    def __init__(self, place: Place, parent: QWidget, show_file: Callable[[Path], object]) -> None:
        self._place, self._parent, self._show_file = place, parent, show_file

    def copy(self, key: str, profiles: Sequence[PlatformProfile]) -> None:
        """Put a target's text where *Einfügen* finds it, as long and with as many hashtags as it takes."""
        session = self._place.session
        production, profile = session.production, next((one for one in profiles if one.key == key), None)
        if production is None or profile is None:
            return
        text = post_text(production.post, profile)
        if not text:
            self._place.toast(session.say("Nothing is written yet."), "info")
            return
        copy_text(text)
        self._place.toast(session.say("Copied: text for {target}", target=channel_name(key)), "copy")

    def save_note(self) -> None:
        """Save the Freigabevermerk and open it."""
        production = self._place.session.production
        if production is not None:
            save_release_note(self._place, self._parent, production.id, show_file=self._show_file)
