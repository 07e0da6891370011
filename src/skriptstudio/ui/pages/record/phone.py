"""A phone as camera: it needs an address in the house's own network, and perhaps a login."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from skriptstudio.domain.address import is_address, showable, with_login
from skriptstudio.ui.page import Place
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.fields import Field, LineField


def ask_for_phone(place: Place, camera: str, use: Callable[[str], None]) -> None:
    """Ask for the address that the phone's app shows, and the login that it may want; then use it.

    Args:
        place: asks.
        camera: the one in use; if it has an address, only the login has to be entered.
        use: takes the address, with the login in it.
    """
    say = place.session.say
    field, user, password = LineField("http://192.168.1.20:8080/video"), LineField(), LineField()
    password.setEchoMode(QLineEdit.EchoMode.Password)
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE.m)
    help_text = say("It begins with http:// and stands in the camera app of the phone.")
    column.addWidget(Field(say("Address of the phone"), field, help_text))
    column.addWidget(Field(say("User name, if the app asks for one"), user))
    column.addWidget(Field(say("Password"), password, say("It is stored nowhere.")))
    content.setFocusProxy(field)

    def save() -> None:
        use(with_login(field.text().strip(), user.text().strip(), password.text()))

    sentence = say("Phone and computer have to be in the same network.")
    dialog = place.ask(say("Phone as camera"), sentence, say("Connect"), save, content=content)

    def check(text: str) -> None:
        if is_address(text):
            dialog.verb.allow()
        else:
            dialog.verb.refuse(say("Enter the address first."))

    field.textChanged.connect(check)
    known = showable(camera) if is_address(camera) else ""
    field.setText(known)
    check(known)
    (user if known else field).setFocus()
