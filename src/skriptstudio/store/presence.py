"""Who has a production open right now: a hint among people, never a lock.

One small file an editor, beside the record. It is renewed while the production is open;
whoever doesn't renew is gone. Whether one is stale must not depend on anybody's clock: the
drive itself stamps the files, so the age of a file is the distance to the stamp of one's
own, renewed in the same moment.
"""

import hashlib
import time
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.presence import STALE_SECONDS, Editor
from skriptstudio.store.atomic import Drive
from skriptstudio.store.json_text import as_json, json_object

FOLDER = "here"
_MAX_BYTES = 4_000
_MOST = 50
"""More files than this are nobody's honest work and aren't read."""


class PresenceFiles:
    """The ``Presence`` port in the folder of one production.

    Args:
        drive: how files are written.
        folder: of the production.
        editor: who sits here.
    """

    def __init__(self, drive: Drive, folder: Path, editor: Editor) -> None:
        self._drive = drive
        self._folder = folder / FOLDER
        self._editor = editor
        mark = hashlib.sha256(f"{editor.machine}|{editor.account}|{editor.session}".encode()).hexdigest()[:16]
        self._own = self._folder / f"{mark}.json"

    def renew(self) -> None:
        """Say that the editor is here; raises what ``Drive.write`` raises."""
        self._drive.make_folder(self._folder)
        self._drive.write(self._own, as_json({"schema": 1, **asdict(self._editor)}))

    def leave(self) -> None:
        """Say that the editor has gone; failing to is no fault, the file grows stale."""
        with suppress(OSError):
            self._own.unlink(missing_ok=True)
        with suppress(OSError):
            self._folder.rmdir()

    def others(self) -> tuple[Editor, ...]:
        """Everybody else who renewed within ``STALE_SECONDS``; nobody where that can't be read."""
        with suppress(OSError):
            now = self._now()
            files = sorted(self._folder.glob("*.json"))[:_MOST]
            fresh = [path for path in files if path != self._own and now - path.stat().st_mtime < STALE_SECONDS]
            found = (self._read(path) for path in fresh)
            return tuple(one for one in found if one is not None)
        return ()

    def _now(self) -> float:
        """The drive's own time where the editor may write, otherwise this computer's."""
        try:
            return self._own.stat().st_mtime
        except OSError:
            return time.time()

    def _read(self, path: Path) -> Editor | None:
        """Whoever it names; files of others are believed in nothing but their text, cut to a line."""
        try:
            raw = json_object(self._drive.read(path, _MAX_BYTES), path)
        except (SkriptStudioError, FileNotFoundError):
            return None
        values = {name: raw.get(name) for name in Editor.__dataclass_fields__}
        if not all(isinstance(value, str) for value in values.values()):
            return None
        return Editor(**{name: " ".join(str(value).split())[:80] for name, value in values.items()})
