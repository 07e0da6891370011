"""A local, disposable index, so that lists and searches are fast.

It lies in the user's cache, one SQLite file for each library folder. It never
holds anything that isn't in the library: when it is deleted, damaged, locked
or can't be written, it is built anew, in memory if there is no other way.
"""

import hashlib
import sqlite3
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing, suppress
from datetime import datetime
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

from skriptstudio.domain.production import Production, State, Summary
from skriptstudio.store.names import foldings

Result = TypeVar("Result")

_VERSION = 2
_SCHEMA = f"""
CREATE TABLE folder (
    name TEXT PRIMARY KEY, mtime_ns INTEGER, size INTEGER, inode TEXT, settled INTEGER, readable INTEGER,
    id TEXT, title TEXT, state TEXT, format TEXT, created TEXT, takes INTEGER, text TEXT
) WITHOUT ROWID;
CREATE TABLE compared (digest BLOB);
PRAGMA user_version = {_VERSION};
"""
_SETTLE_NS = 3_000_000_000
"""A file changed so shortly before it was read may change again under the same time stamp (FAT: 2 s)."""

_NOT_THE_FILES_FAULT = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
}


Stamp = tuple[int, int, int]
"""By what a changed ``production.json`` is recognised without reading it: mtime in ns, size, inode."""


Load = Callable[[str], Production | None]
"""Reads the production in a folder; None if it can't be read."""


def default_index_file(library: Path) -> Path:
    """Where the index of a library folder lies."""
    from platformdirs import user_cache_path

    key = hashlib.sha256(str(library).encode("utf-8", "surrogatepass")).hexdigest()[:24]
    return user_cache_path("SkriptStudio", appauthor=False) / "index" / f"{key}.sqlite"


class Index:
    """Summaries of the productions of one library folder.

    Args:
        file: the SQLite file; its folder is made when needed.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._seen: tuple[dict[str, Stamp], tuple[Summary, ...]] | None = None

    def summaries(self, stamps: Mapping[str, Stamp], load: Load, search: str) -> tuple[Summary, ...]:
        """All readable productions that hold every word of ``search``, newest first.

        Args:
            stamps: every production folder by name, as it is now.
            load: called for the folders that are new or changed.
            search: words; case and umlauts make no difference.
        """
        seen = self._seen
        if seen is not None and seen[0] == stamps:
            if not search.split():
                return seen[1]
            return self._with_database(lambda db: _search(_complete(db, stamps, load), search))
        if search.split():
            return self._with_database(lambda db: _search(_refreshed(db, stamps, load), search))
        found, settled = self._with_database(lambda db: (_search(_refreshed(db, stamps, load), ""), _is_settled(db)))
        self._seen = (dict(stamps), found) if settled else None
        return found

    def unreadable(self, stamps: Mapping[str, Stamp], load: Load) -> tuple[str, ...]:
        """Names of the folders whose production can't be read."""
        return self._with_database(lambda db: _unreadable(_refreshed(db, stamps, load)))

    def _with_database(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        for place in (str(self._file), str(self._file)):
            try:
                self._file.parent.mkdir(parents=True, exist_ok=True)
                return _connected(place, work)
            except sqlite3.DatabaseError as error:
                if (getattr(error, "sqlite_errorcode", 0) & 0xFF) in _NOT_THE_FILES_FAULT:
                    break
                self._discard()
            except OSError:
                break
        return _connected(":memory:", work)

    def _discard(self) -> None:
        for ending in ("", "-journal"):
            with suppress(OSError):
                self._file.with_name(self._file.name + ending).unlink()


def _connected(place: str, work: Callable[[sqlite3.Connection], Result]) -> Result:
    with closing(sqlite3.connect(place, timeout=2)) as db:
        # A lost index costs nothing, waiting for the disk does.
        db.execute("PRAGMA synchronous = OFF")
        (version,) = db.execute("PRAGMA user_version").fetchone()
        if version != _VERSION:
            db.executescript("DROP TABLE IF EXISTS folder; DROP TABLE IF EXISTS compared;" + _SCHEMA)
        with db:
            return work(db)


def _refreshed(db: sqlite3.Connection, stamps: Mapping[str, Stamp], load: Load) -> sqlite3.Connection:
    """Read what is new or changed. One hash tells in a fifth of the time of comparing them all that nothing is."""
    digest = hashlib.blake2b(repr(stamps).encode("utf-8", "surrogatepass")).digest()
    if db.execute("SELECT 1 FROM compared WHERE digest = ?", (digest,)).fetchone() is not None:
        return db
    _compare(db, stamps, load)
    db.execute("DELETE FROM compared")
    if _is_settled(db):
        db.execute("INSERT INTO compared VALUES (?)", (digest,))
    return db


def _compare(db: sqlite3.Connection, stamps: Mapping[str, Stamp], load: Load) -> None:
    rows = db.execute("SELECT name, mtime_ns, size, inode, settled FROM folder")
    known = {name: ((mtime, size, int(inode)), settled) for name, mtime, size, inode, settled in rows}
    gone = [(name,) for name in known if name not in stamps]
    db.executemany("DELETE FROM folder WHERE name = ?", gone)
    changed = [name for name, stamp in stamps.items() if known.get(name) != (stamp, 1)]
    db.executemany(
        f"INSERT OR REPLACE INTO folder VALUES ({', '.join('?' * 13)})",
        (_row(name, stamps[name], load(name)) for name in changed),
    )


def _complete(db: sqlite3.Connection, stamps: Mapping[str, Stamp], load: Load) -> sqlite3.Connection:
    """The same, where the folders were compared a moment ago and found unchanged, unless the file was lost since."""
    (count,) = db.execute("SELECT count(*) FROM folder").fetchone()
    return db if count == len(stamps) else _refreshed(db, stamps, load)


def _is_settled(db: sqlite3.Connection) -> bool:
    """Whether an unchanged stamp means an unchanged production everywhere."""
    return db.execute("SELECT 1 FROM folder WHERE NOT settled LIMIT 1").fetchone() is None


def _row(name: str, stamp: Stamp, production: Production | None) -> tuple[object, ...]:
    mtime_ns, size, inode = stamp
    key = (name, mtime_ns, size, str(inode))
    if production is None:
        # Never settled: the next version of the program may be able to read it.
        return (*key, 0, 0, "", "", "", "", "", 0, "")
    p = production
    settled = int(time.time_ns() - mtime_ns > _SETTLE_NS)
    return (
        *key,
        settled,
        1,
        p.id,
        p.title,
        p.state.value,
        p.format,
        p.created.isoformat(),
        len(p.takes),
        _searchable(p),
    )


def _searchable(production: Production) -> str:
    parts = [production.title, production.format, production.format.replace("_", " ")]
    parts += [section.text for section in production.script.sections]
    return "\n".join(foldings("\n".join(parts)))


def _search(db: sqlite3.Connection, search: str) -> tuple[Summary, ...]:
    conditions = ["readable"]
    values: list[str] = []
    for word in search.split():
        conditions.append("(instr(text, ?) OR instr(text, ?))")
        values += foldings(word)
    rows = db.execute(
        "SELECT id, title, state, format, created, takes, name FROM folder WHERE " + " AND ".join(conditions), values
    )
    moment = datetime.fromisoformat
    return _newest_first(
        Summary(id_, title, STATES[state], format_, moment(created), takes, name)
        for id_, title, state, format_, created, takes, name in rows
    )


STATES = {state.value: state for state in State}


def _newest_first(summaries: Iterable[Summary]) -> tuple[Summary, ...]:
    """Each production once: of a folder that somebody copied by hand, the one whose name ends in its id."""
    once: dict[str, Summary] = {}
    for summary in summaries:
        known = once.setdefault(summary.id, summary)
        if known is not summary and _preference(summary) < _preference(known):
            once[summary.id] = summary
    return tuple(sorted(once.values(), key=attrgetter("created", "id"), reverse=True))


def _preference(summary: Summary) -> tuple[bool, str]:
    return not summary.folder.endswith(f"-{summary.id}"), summary.folder


def _unreadable(db: sqlite3.Connection) -> tuple[str, ...]:
    return tuple(name for (name,) in db.execute("SELECT name FROM folder WHERE NOT readable ORDER BY name"))
