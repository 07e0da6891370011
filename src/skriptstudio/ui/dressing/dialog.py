"""The dialog *Design the picture*: opened by the pages Review and Publish, stored when it is confirmed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from skriptstudio.domain.production import Production
from skriptstudio.domain.release import SEALED, is_others_turn
from skriptstudio.ui.dressing.editor import DressingEditor
from skriptstudio.ui.dressing.items import wish_of
from skriptstudio.ui.dressing.material import ask_again, ask_material
from skriptstudio.ui.dressing.storing import store_dressing
from skriptstudio.ui.dressing.words import take_text
from skriptstudio.ui.page import Place
from skriptstudio.ui.rights import ask_licence
from skriptstudio.ui.way_back import what_falls

WIDTH_PX = 1060
_AROUND_PX = 190
"""What title, sentence, buttons and margins of the dialog take of the window's height."""

_FILMS = "*.mp4 *.mov *.m4v *.mkv *.webm *.avi"
_PHOTOS = "*.jpg *.jpeg *.png *.webp"

Ask = Callable[..., tuple[str, str]]


def dress_picture(place: Place, window: QWidget, ask_open: Ask = QFileDialog.getOpenFileName) -> DressingEditor | None:
    """Open the dialog for the open production; None where nothing may be changed.

    Args:
        place: where the dialog opens.
        window: what the dialog covers.
        ask_open: asks for a file.
    """
    session, say = place.session, place.session.say
    production = session.production
    if production is None or not production.takes:
        return None
    if is_others_turn(production, session.person, session.staff, session.house.desk.clock.today()):
        place.toast(say("It is being checked. Only comments are open now."), "lock-simple")
        return None
    sealed = production.state in SEALED
    editor = DressingEditor(session, place.jobs, production, window.height() - _AROUND_PX)
    before = production.effective_cut()

    def store() -> None:
        if editor.cut != before or editor.logo is not None:
            store_dressing(place, production.id, replace(wish_of(editor.cut), logo=editor.logo))

    def fetch_logo() -> None:
        chosen, _ = ask_open(window, say("Choose a picture"), "", say("Pictures ({endings})", endings=_PHOTOS))
        if chosen:
            editor.use_logo(Path(chosen))

    def fetch_material() -> None:
        kinds = say("Films and photos ({endings})", endings=f"{_FILMS} {_PHOTOS}")
        chosen, _ = ask_open(window, say("Fetch a film or photo"), "", kinds)
        if chosen:
            ask_material(place, editor, Path(chosen))

    verb = say("Apply and lift the release") if sealed else say("Apply")
    told = what_falls(production, session.speaker) if sealed else ""
    place.ask(say("Design the picture"), told, verb, store, content=editor, width=WIDTH_PX)
    editor.logo_wanted.connect(fetch_logo)
    editor.material_wanted.connect(fetch_material)
    editor.forms.insert.licence.clicked.connect(lambda: _ask_licence(place, editor))
    editor.forms.insert.people.clicked.connect(lambda: ask_again(place, editor, editor.forms.insert.take.key))
    return editor


def _ask_licence(place: Place, editor: DressingEditor) -> None:
    take = editor.production.take(editor.forms.insert.take.key)
    title = take_text(take, editor.production, editor.say)

    def know(now: Production) -> None:
        if isValid(editor):
            editor.know_again(now, take.id)

    ask_licence(place, editor.production, take, title, know)
