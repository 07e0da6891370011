"""Saving the Freigabevermerk: from the page Review, and from the page Publish once the package is there."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from skriptstudio.ui.page import Place
from skriptstudio.ui.word_files import ask_word_target, open_file


def save_release_note(
    place: Place,
    parent: QWidget,
    wanted: str,
    ask_target: Callable[[QWidget, str, str], Path | None] = ask_word_target,
    show_file: Callable[[Path], object] = open_file,
) -> None:
    """Ask where to, write it as Word, and open it, so that it can be printed.

    Args:
        place: whose jobs are used.
        parent: of the dialog.
        wanted: id of the production.
        ask_target: asks where to save it; a test may stand in for the dialog.
        show_file: opens it.
    """
    say, house = place.session.say, place.session.house
    target = ask_target(parent, say("Save the release note"), f"Freigabevermerk {wanted}.docx")
    if target is None:
        return

    def done(_note: object) -> None:
        place.toast(say("Saved: {name}", name=target.name), "file-text")
        show_file(target)

    place.jobs.start(lambda control: house.papers.release_note(wanted, target), done)
