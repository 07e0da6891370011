"""The sign that a folder is a library, and how a folder becomes one."""

import os
import time
import uuid
from pathlib import Path

from skriptstudio.domain.errors import BrokenRecord, LibraryGone, NewerRecord, NotALibrary
from skriptstudio.store.atomic import TEMPORARY, Drive
from skriptstudio.store.folder_lock import LOCK, locked
from skriptstudio.store.json_text import as_json, json_object
from skriptstudio.store.records import MAX_BYTES

SIGN = "skriptstudio.json"
LIBRARY_SCHEMA = 1
MADE_SECONDS = 0.2
"""So long a folder with something in it may take to become a library."""

_LITTER = {".ds_store", "thumbs.db", "desktop.ini", "lost+found", "$recycle.bin", "system volume information"}
"""What systems put into any folder, so that it still counts as empty."""


def begin(root: Path, drive: Drive, create: bool) -> None:
    """See that a folder is a library that this program can use.

    Args:
        root: the folder.
        drive: how files are read and written.
        create: make a library of a missing or empty folder; the folder above must be there.

    Raises:
        LibraryGone: the folder or its drive can't be reached, or is empty and not to be made a library.
        NotALibrary: it holds other things.
        BrokenRecord, NewerRecord: its sign can't be read.
    """
    try:
        data = drive.read(root / SIGN, MAX_BYTES)
    except (FileNotFoundError, LibraryGone):
        if not _is_foreign(root):
            if not create:
                raise LibraryGone(str(root)) from None
            _make(root, drive)
            return
        if not _is_being_made(root):
            raise NotALibrary(str(root)) from None
        data = drive.read(root / SIGN, MAX_BYTES)
    _check(root / SIGN, json_object(data, root / SIGN))


def _is_foreign(root: Path) -> bool:
    """Whether there is something in the library's place that isn't ours."""
    try:
        names = os.listdir(root)  # noqa: PTH208 - NotADirectoryError comes at once, not at the first item
    except NotADirectoryError:
        return True
    except FileNotFoundError:
        return False
    except OSError as error:
        raise LibraryGone(str(root)) from error
    return any(n.lower() not in _LITTER and n != LOCK and not n.endswith(TEMPORARY) for n in names)


def _is_being_made(root: Path) -> bool:
    """Whether it turns out to be a library after all: another computer may have begun it at the same moment."""
    until = time.monotonic() + MADE_SECONDS
    while not (root / SIGN).exists():
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


def _make(root: Path, drive: Drive) -> None:
    if not root.parent.is_dir():
        raise LibraryGone(str(root))
    drive.make_folder(root)
    with locked(drive, root):
        if not (root / SIGN).exists():
            sign = {"schema": LIBRARY_SCHEMA, "library": str(uuid.uuid4())}
            drive.write(root / SIGN, as_json(sign))


def _check(path: Path, sign: dict[str, object]) -> None:
    schema = sign.get("schema")
    if type(schema) is not int or not isinstance(sign.get("library"), str):
        raise BrokenRecord(str(path), "no schema version or library id")
    if schema > LIBRARY_SCHEMA:
        raise NewerRecord(str(path), schema)
