"""Choosing the folder of a library: where to propose one, how to name it, how to ask for another."""

import ctypes
import os
import sys
from collections.abc import Callable
from pathlib import Path, PureWindowsPath

from PySide6.QtCore import QStandardPaths, QStorageInfo
from PySide6.QtWidgets import QFileDialog, QWidget

FolderPicker = Callable[[QWidget, str, Path], Path | None]
"""Asks for a folder: the window, the dialog's title, where to begin; None if nothing was chosen."""

_NETWORK_FILE_SYSTEMS = ("cifs", "smb", "nfs", "afp", "9p", "webdav", "davfs", "sshfs", "fuse.ssh", "fuse.gvfs")
_REMOTE_DRIVE = 4
"""DRIVE_REMOTE of GetDriveTypeW."""


def pick_folder(parent: QWidget, title: str, start: Path) -> Path | None:
    """Ask the user for a folder with the system's own dialog."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(start))
    return Path(chosen) if chosen else None


def suggested_folder() -> Path:
    """``SkriptStudio`` among the user's videos, or among the documents where there is no such place."""
    places = QStandardPaths.StandardLocation
    for place in (places.MoviesLocation, places.DocumentsLocation, places.HomeLocation):
        found = QStandardPaths.writableLocation(place)
        if found:
            return Path(found) / "SkriptStudio"
    return Path.home() / "SkriptStudio"


def folder_words(folder: Path, parts: int = 3) -> str:
    """The folder as people read it: its last ``parts`` names, without what leads to the user's own place."""
    try:
        names = folder.relative_to(Path.home()).parts
    except ValueError:
        if len(folder.parts) <= parts:
            return str(folder)
        names = folder.parts
    shown = " › ".join(names[-parts:])
    return shown if len(names) <= parts else f"… › {shown}"


def whole_words(folder: Path) -> str:
    """The whole path as people read it; unlike a path it can be wrapped between its names."""
    return " › ".join(part.rstrip("\\/") for part in folder.parts if part != "/")


def is_on_network(folder: Path) -> bool:
    """Whether the folder lies on somebody else's drive. Asks the system, so call it in a job."""
    drive = PureWindowsPath(folder).drive if sys.platform == "win32" else ""
    if drive.startswith("\\\\"):
        return True
    if sys.platform == "win32":
        return bool(ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE_DRIVE)
    there = next((place for place in (folder, *folder.parents) if place.exists()), folder)
    storage = QStorageInfo(str(there))
    kind = bytes(storage.fileSystemType().data()).decode(errors="replace").lower()
    return kind.startswith(_NETWORK_FILE_SYSTEMS)


def lost_drive(folder: Path) -> str:
    """The letter or server of a drive that doesn't answer; empty if it does or has no name. Call it in a job."""
    if sys.platform == "win32":
        drive = PureWindowsPath(folder).drive
        return "" if not drive or os.path.exists(f"{drive}\\") else drive  # noqa: PTH110 - a drive is no path yet
    return ""
