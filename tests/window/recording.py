"""One whole recording session by keyboard alone: check the room, set up the prompter, takes, notes, bin and undo."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from tests.window.user import User
from tests.window.way import user_sees, write_by_keys

from skriptstudio.domain.production import Production
from skriptstudio.ui.pages.record.page import RecordPage

NOTE = "am Ende lächelt sie"
NEW_HOOK = "Mein Büro hat gar keine Wände."


def by_keys_in_the_room(user: User, folder: Path) -> str:
    """A trainee alone with the room. Returns the path of the best take's film."""
    write_by_keys(user)
    user.await_true(lambda: _page().situation == "ready", "camera and microphone are open")
    _check_the_room(user)
    _set_up_the_prompter(user)
    _first_take(user)
    _second_take_and_bin(user)
    user.press("Down")
    user.press("F9")
    user.await_true(lambda: _takes() == 3 and _page().situation == "fresh", "the value is recorded too", 60)
    user.shot("value")
    production = _production()
    best = next(take for take in production.takes if take.starred)
    assert best.note == NOTE
    assert production.script is not None
    assert NEW_HOOK in production.script.sections[0].text
    return str(_page().session.house.record.path_of(production, best))


def _check_the_room(user: User) -> None:
    user.press("k")
    user.await_true(lambda: _page().checking.overlay.isVisible(), "the check tells what to do")
    user.shot("check-running")
    user.await_true(lambda: _page().checking.check.report is not None, "the lamps are lit", 30)
    user.shot("check-done")


def _set_up_the_prompter(user: User) -> None:
    user.push("Prompter einstellen")
    user.see("Übernehmen")
    user.shot("prompter-dialog")
    user.press("Escape")
    user.await_true(lambda: not user_sees("Übernehmen"), "the dialog is gone")


def _first_take(user: User) -> None:
    """Counted down, held, corrected while it rolls, stopped, starred, with a note."""
    user.press("F9")
    user.await_true(lambda: _page().filming.stage is not None, "the countdown runs")
    user.shot("countdown")
    user.await_true(lambda: (stage := _page().filming.stage) is not None and stage.pace.running, "it rolls", 30)
    user.press("p")
    user.await_true(lambda: (stage := _page().filming.stage) is not None and not stage.pace.running, "it is held")
    user.shot("held")
    user.press("e")
    user.await_true(lambda: (stage := _page().filming.stage) is not None and stage.correction.isVisible(), "a field")
    user.press("ctrl+a")
    user.write(NEW_HOOK)
    user.press("Return")
    user.press("p")
    user.shot("corrected")
    user.press("space")
    user.await_true(lambda: _takes() == 1 and _page().situation == "fresh", "the take is home", 60)
    user.shot("take")
    user.press("s")
    user.await_true(lambda: _production().takes[0].starred, "it is the best")
    user.press("n")
    user.await_true(lambda: user_sees("Notiz"), "the field of the note")
    user.write(NOTE)
    user.shot("note")
    user.press("Return")
    user.await_true(lambda: _production().takes[0].note == NOTE, "the note is kept")


def _second_take_and_bin(user: User) -> None:
    """A second take is thrown away without a question, and fetched back."""
    user.press("r")
    user.await_true(lambda: (stage := _page().filming.stage) is not None and stage.pace.running, "it rolls", 30)
    user.press("space")
    user.await_true(lambda: _takes() == 2 and _page().situation == "fresh", "the second take is home", 60)
    user.press("Delete")
    user.await_true(lambda: _takes() == 1 and _page().jobs.busy == 0, "it is thrown away")
    user.shot("bin")
    user.press("ctrl+z")
    user.await_true(lambda: _takes() == 2 and _page().jobs.busy == 0, "it is back")
    user.shot("undone")


def _page() -> RecordPage:
    """Only in the window's thread."""
    return next(page for top in QApplication.topLevelWidgets() for page in top.findChildren(RecordPage))


def _production() -> Production:
    production = _page().session.production
    assert production is not None
    return production


def _takes() -> int:
    return len(_production().takes)
