"""In the script room: from a Word file over three mended findings to a script that is ready to be recorded."""

from pathlib import Path

import docx
from PySide6.QtWidgets import QApplication
from tests.window.user import User

from skriptstudio.domain.script import Script
from skriptstudio.ui.pages.write.page import WritePage

TITLE = "Ein Tag beim Vermessen"
ROWS = (
    ("Hook", "Stativ im Feld", "Mein Büro hat heute keine Wände."),
    ("Nutzen", "", "Du siehst, was wir im Rahmen der Arbeit messen."),
    ("Szene 1", "Gerät ganz nah", "Das Gerät misst genau; das ist wichtig."),
    ("Szene 2", "", "Unsere Mitarbeiter tragen das Stativ."),
    ("Aufruf", "Logo", "Komm eine Woche zum Praktikum."),
)
"""Three findings, each with a replacement: office language, a semicolon, and a word that names only men."""


def word_file(path: Path) -> Path:
    """A shooting script as a department would send it, with a note that nobody speaks."""
    document = docx.Document()
    document.add_heading(TITLE, 0)
    document.add_paragraph("Bitte bis Freitag zurück an die Pressestelle.")
    table = document.add_table(rows=0, cols=3)
    for row in (("Abschnitt", "Bild", "Text"), *ROWS):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(str(path))
    return path


def by_mouse_in_the_script_room(user: User, folder: Path) -> str:
    """Import, mend, look back, save. Returns the path of the Word file that was saved."""
    source = word_file(folder / "Drehbuch.docx")
    user.click("Name")
    user.write("Mira Albrecht")
    user.click("Loslegen")
    user.click("Eigene Idee")
    user.click("Titel")
    user.write(TITLE)
    user.click("Anfangen")
    user.click("Direkt schreiben")
    user.see("Weiter zur Aufnahme")
    user.click("Datei")
    user.choose("Skript aus")
    _name_file(user, source)
    user.see("Skript behalten")
    user.shot("left-out")
    user.click("Skript behalten")
    user.await_true(lambda: _hook() == ROWS[0][2], "the script is on the screen")
    user.await_true(lambda: len(_page().hints) == 3, "three hints are shown")
    user.shot("three-hints")
    user.click("Übernehmen")
    user.await_true(lambda: len(_page().hints) == 2, "two hints are left")
    user.shot("two-hints")
    user.press("F8")
    user.press("alt+Return")
    user.await_true(lambda: len(_page().hints) == 1, "one hint is left")
    user.press("alt+Return")
    user.await_true(lambda: len(_page().hints) == 0, "no hint is left")
    user.shot("no-hints")
    user.await_true(lambda: _page().bar.state.startswith("Klingt gut."), "nothing stumbles any more")
    _another_hook(user)
    _look_back(user, source)
    user.await_true(lambda: "Beschäftigte" in _stored().text_of("beat2"), "it is saved")
    saved = folder / "Freigabe.docx"
    user.click("Datei")
    user.choose("Skript als Word speichern")
    _name_file(user, saved)
    user.await_true(saved.is_file, "the Word file is written")
    user.shot("saved")
    return str(saved)


def _another_hook(user: User) -> None:
    user.click("Noch ein Hook")
    user.choose("Noch einen Hook schreiben")
    user.write("Rate mal, wo ich arbeite.")
    user.see("2 Hooks")
    user.click("2 Hooks")
    user.shot("hooks")
    user.choose(ROWS[0][2])
    user.await_true(lambda: _hook() == ROWS[0][2], "the first hook is back")


def _look_back(user: User, source: Path) -> None:
    """The same document once more undoes what was mended: the version before shows it, and comes back."""
    user.await_true(_saved, "all is saved")
    user.click("Datei")
    user.choose("Skript aus")
    _name_file(user, source)
    user.click("Skript behalten")
    user.await_true(lambda: _saved() and len(_page().hints) == 3, "it is as it came")
    user.click("Datei")
    user.choose("Frühere Fassungen")
    user.see("Was sich geändert hat")
    user.shot("versions")
    user.click("Zurückholen")
    user.await_true(lambda: _saved() and len(_page().hints) == 0, "the mended script is back")


def _hook() -> str:
    row = _page().list.row("hook")
    return row.field.text() if row is not None else ""


def _saved() -> bool:
    draft = _page().draft
    return _page().jobs.busy == 0 and draft is not None and not draft.dirty


def _name_file(user: User, path: Path) -> None:
    """In the system's dialog: its field has the focus."""
    user.await_true(lambda: QApplication.activeModalWidget() is not None, "the dialog for files is open")
    user.write(str(path))
    user.press("Return")


def _page() -> WritePage:
    """Only in the window's thread."""
    return next(page for top in QApplication.topLevelWidgets() for page in top.findChildren(WritePage))


def _stored() -> Script:
    production = _page().session.production
    assert production is not None
    return production.script
