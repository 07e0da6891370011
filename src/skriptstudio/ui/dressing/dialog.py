"""The dialog *Design the picture*: opened by the pages Review and Publish, stored when it is confirmed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from skriptstudio.domain.dressing import logo_name
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.production import Production
from skriptstudio.domain.release import SEALED, is_others_turn
from skriptstudio.steps.dress import DressWish
from skriptstudio.ui.dressing.editor import DressingEditor
from skriptstudio.ui.dressing.items import wish_of
from skriptstudio.ui.dressing.material import ask_again, ask_material
from skriptstudio.ui.dressing.words import take_text
from skriptstudio.ui.page import Place
from skriptstudio.ui.rights import ask_licence

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
    sealed = say("The release is lifted, and the clip is checked again.") if production.state in SEALED else ""
    editor = DressingEditor(session, place.jobs, production, window.height() - _AROUND_PX)
    before = production.effective_cut()

    def store() -> None:
        wish, back = replace(wish_of(editor.cut), logo=editor.logo), _way_back(place, production)
        if editor.cut != before or editor.logo is not None:
            _store(place, production.id, wish, lambda: _store(place, production.id, back))

    def fetch_logo() -> None:
        chosen, _ = ask_open(window, say("Choose a picture"), "", say("Pictures ({endings})", endings=_PHOTOS))
        if chosen:
            editor.use_logo(Path(chosen))

    def fetch_material() -> None:
        kinds = say("Films and photos ({endings})", endings=f"{_FILMS} {_PHOTOS}")
        chosen, _ = ask_open(window, say("Fetch a film or photo"), "", kinds)
        if chosen:
            ask_material(place, editor, Path(chosen))

    place.ask(say("Design the picture"), sealed, say("Apply"), store, content=editor, width=WIDTH_PX)
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


def _way_back(place: Place, production: Production) -> DressWish:
    """What brings the picture of before back, its logo included."""
    logo = production.effective_cut().dressing.logo
    path = place.session.house.desk.library.media_path(production.id, logo_name(logo)) if logo else Path()
    return replace(wish_of(production.effective_cut()), logo=path)


def _store(place: Place, production: str, wish: DressWish, undo: Callable[[], None] | None = None) -> None:
    session = place.session
    house = session.house

    def work(_control: JobControl) -> Production:
        house.dress.change(production, wish)
        return house.desk.library.read(production).record

    def done(now: Production) -> None:
        if session.production is not None and session.production.id == production:
            session.show_production(now)
        if undo is not None:
            place.toast(session.say("Noted."), action=session.say("Undo"), on_action=undo)

    place.jobs.start(work, done)
