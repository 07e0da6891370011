"""Which version of a clip this user has looked at last on this computer, so that an inbox can say what is new.

It lies in the user's data and goes nowhere: who looked at what and when is nobody else's business (domain.md 4.7).
"""

from contextlib import suppress
from pathlib import Path
from threading import Lock

from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.store.atomic import Drive
from skriptstudio.store.json_text import as_json, json_object

_MAX_BYTES = 1_000_000
_MOST = 5_000
"""The oldest notes go first; a forgotten one makes a clip new once more."""


class SeenFile:
    """Remembers one short mark a production. Safe across threads; failing to save is no fault.

    Args:
        path: of a library, in a folder that is made when it is needed.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._guard = Lock()

    def marks(self) -> dict[str, str]:
        """The mark that each production had when it was looked at last."""
        try:
            raw = json_object(Drive(self._path.parent).read(self._path, _MAX_BYTES), self._path)
        except (SkriptStudioError, FileNotFoundError):
            return {}
        seen = raw.get("seen")
        entries = seen.items() if isinstance(seen, dict) else ()
        return {key: mark for key, mark in entries if isinstance(key, str) and isinstance(mark, str)}

    def note(self, production: str, mark: str) -> None:
        """This version was looked at."""
        with self._guard:
            marks = self.marks()
            if marks.pop(production, None) == mark:
                return
            marks[production] = mark
            kept = dict(list(marks.items())[-_MOST:])
            with suppress(SkriptStudioError, OSError):
                self._path.parent.mkdir(parents=True, exist_ok=True)
                Drive(self._path.parent).write(self._path, as_json({"schema": 1, "seen": kept}))
