"""Where this computer keeps what is no library."""

from __future__ import annotations

import os
from pathlib import Path

LIBRARY_VARIABLE = "SKRIPTSTUDIO_LIBRARY"
"""Names the folder of the library; by default that of the settings."""

SPOOL_VARIABLE = "SKRIPTSTUDIO_SPOOL"
"""Names the local folder for running recordings; by default the user's data folder."""


def spool_folder() -> Path:
    """Where recordings lie until they are safe in the library; always a local disk."""
    named = os.environ.get(SPOOL_VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("SkriptStudio", appauthor=False) / "spool"


def own_pronunciations() -> Path:
    """The user's own list of how words are said, beside the settings; it need not exist."""
    from skriptstudio.store.settings import SettingsFile

    return SettingsFile().path.with_name("aussprache.txt")


def cache_folder() -> Path:
    """Where things lie that can be made again."""
    from platformdirs import user_cache_path

    return user_cache_path("SkriptStudio", appauthor=False)


def cards_folder() -> Path:
    """Where animated cards lie."""
    return cache_folder() / "cards"


def make_folder(path: Path) -> None:
    """A folder for what the user asked for, with those above it.

    Raises:
        LibraryReadOnly, DiskFull, DriveFault: it can't be made.
    """
    from skriptstudio.store.atomic import Drive

    with Drive(path).faults(path, writing=True):
        path.mkdir(parents=True, exist_ok=True)
