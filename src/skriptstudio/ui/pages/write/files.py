"""Scripts from documents and into Word documents, by dialogs that tests can answer."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from skriptstudio.messages.catalogue import Say

Ask = Callable[[QWidget, str, str, str], tuple[str, str]]


class ScriptDialogs:
    """Asks for a file; empty answers mean: none.

    Args:
        window: over which the dialogs stand.
        say: translates.

    Attributes:
        ask_open, ask_save: the system's dialogs; tests put their own in place.
    """

    def __init__(self, window: QWidget, say: Say) -> None:
        self._window = window
        self._say = say
        self.ask_open: Ask = QFileDialog.getOpenFileName
        self.ask_save: Ask = QFileDialog.getSaveFileName

    def to_import(self) -> Path | None:
        """A document to read."""
        say = self._say
        kinds = f"{say('Word and text')} (*.docx *.txt *.md *.markdown)"
        chosen, _ = self.ask_open(self._window, say("Fetch a script"), "", kinds)
        return Path(chosen) if chosen else None

    def to_export(self, title: str) -> Path | None:
        """Where to put a Word document; it always ends in .docx."""
        say = self._say
        name = "".join("-" if sign in '\\/:*?"<>|' else sign for sign in title).strip(" .")
        chosen, _ = self.ask_save(self._window, say("Save as Word"), f"{name}.docx", "Word (*.docx)")
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == ".docx" else path.with_name(f"{path.name}.docx")
