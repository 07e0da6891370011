"""A phone as camera: it needs an address in the house's own network."""

from collections.abc import Callable
from urllib.parse import urlsplit

from PySide6.QtWidgets import QVBoxLayout, QWidget

from skriptstudio.ui.page import Place
from skriptstudio.ui.widgets.fields import Field, LineField


def is_address(text: str) -> bool:
    """Whether a camera may answer there."""
    parts = urlsplit(text.strip())
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def ask_for_phone(place: Place, use: Callable[[str], None]) -> None:
    """Ask for the address that the phone's app shows, then use it."""
    say = place.session.say
    field = LineField("http://192.168.1.20:8080/video")
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    help_text = say("It begins with http:// and stands in the camera app of the phone.")
    column.addWidget(Field(say("Address of the phone"), field, help_text))
    content.setFocusProxy(field)

    def save() -> None:
        use(field.text().strip())

    sentence = say("Phone and computer have to be in the same network.")
    dialog = place.ask(say("Phone as camera"), sentence, say("Connect"), save, content=content)

    def check(text: str) -> None:
        if is_address(text):
            dialog.verb.allow()
        else:
            dialog.verb.refuse(say("Enter the address first."))

    field.textChanged.connect(check)
    check("")
    field.setFocus()
