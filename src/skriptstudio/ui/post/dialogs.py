"""The dialogs about what is written beside a clip: another cover, and a change after the release."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from skriptstudio.domain.clip import PlatformProfile
from skriptstudio.domain.production import Production
from skriptstudio.domain.release import SEALED, is_others_turn
from skriptstudio.steps.post import PostWish
from skriptstudio.ui.page import Place
from skriptstudio.ui.post.cover import CoverPicker
from skriptstudio.ui.post.editor import PostEditor
from skriptstudio.ui.post.keeping import wish_of
from skriptstudio.ui.way_back import store_with_way_back, what_falls

WIDTH_PX, _PICKER_PX = 720, 420
_AROUND_PX = 330
"""What title, sentence, slider, buttons and margins take of the window's height."""


def lock_reason(place: Place, production: Production) -> str:
    """Why nothing may be written beside this clip right now; empty if it may."""
    session, say = place.session, place.session.say
    if is_others_turn(production, session.person, session.staff, session.house.desk.clock.today()):
        return say("It is being checked. Only comments are open now.")
    return say("Released. A change lifts the release.") if production.state in SEALED else ""


def choose_cover(place: Place, window: QWidget) -> CoverPicker | None:
    """Ask for another cover of the open production; None where it may not be changed."""
    production = _changeable(place)
    if production is None or not production.takes:
        return None
    say = place.session.say
    picker = CoverPicker(place, production, window.height() - _AROUND_PX)

    def store() -> None:
        if picker.at != production.post.cover:
            _store(place, production, PostWish(cover=picker.at))

    _ask(place, say("Choose the cover"), production, store, picker, _PICKER_PX)
    return picker


def rewrite_post(place: Place, profiles: Sequence[PlatformProfile], format_name: str) -> PostEditor | None:
    """Open what is written beside the released production in a dialog, which says first what a change does."""
    production = _changeable(place)
    if production is None:
        return None
    say = place.session.say
    editor = PostEditor(place.session.speaker, columns=2)
    editor.show_post(production.post, production, format_name)
    editor.show_channels(profiles)

    def store() -> None:
        editor.hashtags.take()
        if editor.post != production.post:
            _store(place, production, wish_of(production.post, editor.post))

    _ask(place, say("Change the post"), production, store, editor, WIDTH_PX)
    return editor


def _changeable(place: Place) -> Production | None:
    session = place.session
    production = session.production
    if production is None:
        return None
    if is_others_turn(production, session.person, session.staff, session.house.desk.clock.today()):
        place.toast(session.say("It is being checked. Only comments are open now."), "lock-simple")
        return None
    return production


def _ask(
    place: Place, title: str, production: Production, store: Callable[[], None], content: QWidget, wide: int
) -> None:
    """Open a dialog that says what a change of a released clip does."""
    say, sealed = place.session.say, production.state in SEALED
    verb = say("Apply and lift the release") if sealed else say("Apply")
    told = what_falls(production, place.session.speaker) if sealed else ""
    place.ask(title, told, verb, store, content=content, width=wide)


def _store(place: Place, production: Production, wish: PostWish) -> None:
    posts = place.session.house.posts
    store_with_way_back(place, production.id, lambda: posts.change(production.id, wish), posts.take_back)
