"""Where packages go, and how a folder or file is shown."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget


def default_folder() -> Path:
    """``SkriptStudio`` in the user's folder for videos."""
    videos = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MoviesLocation)
    return (Path(videos) if videos else Path.home()) / "SkriptStudio"


def ask_folder(parent: QWidget, title: str, now: str) -> str:
    """The folder that the user chooses, empty for none."""
    return QFileDialog.getExistingDirectory(parent, title, now)


def open_path(path: Path) -> bool:
    """Show a file or folder in the program that the system has for it; False where it has none."""
    return path.exists() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def open_link(address: str) -> bool:
    """Show a page of the network in the browser; False where there is none."""
    return QDesktopServices.openUrl(QUrl(address))


def copy_text(text: str) -> None:
    """Put it where *Einfügen* finds it."""
    QGuiApplication.clipboard().setText(text)
