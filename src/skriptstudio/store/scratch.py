"""Folders for work in progress that killed programs left in the system's folder for temporary files."""

import os
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path

PREFIX = "skriptstudio-"
"""How every scratch folder of this program begins."""

_A_DAY = 24 * 3600
"""No job takes so long, in seconds; others of ours may be at work beside us."""


def is_forgotten(folder: Path) -> bool:
    """Whether nothing was put into it or taken out for a day."""
    with suppress(OSError):
        return time.time() - folder.stat().st_mtime > _A_DAY
    return False


def remove_forgotten_scratch() -> None:
    """Remove our own folders that nobody works in any more; where others put theirs, too, only this account's."""
    place = Path(tempfile.gettempdir())
    with suppress(OSError):
        mine = os.getuid() if hasattr(os, "getuid") else None
        for folder in place.glob(f"{PREFIX}*"):
            with suppress(OSError):
                own = folder.is_dir() and not folder.is_symlink() and mine in (None, folder.stat().st_uid)
                if own and is_forgotten(folder):
                    shutil.rmtree(folder, ignore_errors=True)
