"""Where a Word document is saved, and how it is opened for printing."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_word_target(parent: QWidget, title: str, name: str) -> Path | None:
    """Where a Word document is to be saved; None for nowhere."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path(documents_folder()) / name), "Word (*.docx)")
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == ".docx" else path.with_name(f"{path.name}.docx")


def open_file(path: Path) -> None:
    """Show a file in the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def documents_folder() -> str:
    """The user's folder for documents."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or str(Path.home())
