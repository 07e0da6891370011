"""What was made once and is kept: encoded pictures and finished sound, in a folder of the local disk.

Each entry is a file whose name is the hash of all that it depends on. The folder
may be emptied at any time; what is missing or damaged is made again.
"""

import json
import os
import zlib
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from time import time
from typing import Any

LIMIT_BYTES = 2_000_000_000
"""About 90 minutes of clips."""

_ENDING, _UNFINISHED = ".chunk", ".partial"
_ABANDONED_SECONDS = 3600
_MAGIC = "skriptstudio chunk 1"
_MAX_HEADER = 1_000_000


@dataclass(frozen=True)
class Kept:
    """One entry.

    Attributes:
        facts: small JSON that says how to read ``data``.
        sources: hashes of the media from which it was made.
    """

    data: bytes
    facts: dict[str, Any]
    sources: tuple[str, ...]


def key_of(content: object) -> str:
    """Name of the entry that depends on ``content``, which must be JSON."""
    return sha256(json.dumps(content, sort_keys=True, separators=(",", ":")).encode()).hexdigest()[:40]


class KeptFolder:
    """Finds entries again. Safe across threads and processes.

    Attributes:
        folder: made when the first entry is stored.

    Args:
        limit: bytes that ``trim`` leaves at most.
        ending: of the files that count as entries.
    """

    def __init__(self, folder: Path, limit: int = LIMIT_BYTES, ending: str = _ENDING) -> None:
        self.folder = folder
        self._limit = limit
        self._ending = ending

    def has(self, key: str) -> bool:
        """Whether there is an undamaged entry; it then counts as used just now."""
        return self.get(key) is not None

    def get(self, key: str) -> Kept | None:
        """The entry, or None if it is missing or damaged."""
        path = self._path(key)
        try:
            raw = path.read_bytes()
        except OSError:
            return None
        with suppress(OSError):
            os.utime(path)
        return _parsed(raw)

    def put(self, key: str, kept: Kept) -> None:
        """Store an entry, whole or not at all.

        Raises:
            OSError: the disk refuses.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        unfinished = self.folder / f"{key}-{token_hex(4)}{_UNFINISHED}"
        try:
            unfinished.write_bytes(_header(kept) + kept.data)
            with suppress(PermissionError):  # somebody reads the very same entry (Windows)
                unfinished.replace(self._path(key))
        finally:
            unfinished.unlink(missing_ok=True)

    def size(self) -> int:
        """Bytes of all entries."""
        return sum(size for _, size, _ in self._entries())

    def trim(self, spare: Collection[str] = ()) -> None:
        """Remove what was unused for longest until the limit holds, and what killed programs left unfinished."""
        for path in self._files(_UNFINISHED):
            with suppress(OSError):
                if path.stat().st_mtime < time() - _ABANDONED_SECONDS:
                    path.unlink(missing_ok=True)
        entries = sorted(self._entries())
        total = sum(size for _, size, _ in entries)
        for _, size, path in entries:
            if total <= self._limit:
                return
            if path.stem not in spare:
                total -= size
                _remove(path)

    def forget(self, source: str) -> int:
        """Remove all that was made from the medium of this SHA-256, and say how many entries that were."""
        found = [path for path in self._files(self._ending) if source in _sources(path)]
        for path in found:
            _remove(path)
        return len(found)

    def clear(self) -> None:
        """Remove everything."""
        for path in (*self._files(self._ending), *self._files(_UNFINISHED)):
            _remove(path)

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}{self._ending}"

    def _files(self, ending: str) -> Iterator[Path]:
        with suppress(OSError):
            yield from self.folder.glob(f"*{ending}")

    def _entries(self) -> Iterator[tuple[float, int, Path]]:
        for path in self._files(self._ending):
            with suppress(OSError):
                facts = path.stat()
                yield facts.st_mtime, facts.st_size, path


def _header(kept: Kept) -> bytes:
    header = {"sources": kept.sources, "facts": kept.facts, "size": len(kept.data), "sum": zlib.crc32(kept.data)}
    return f"{_MAGIC}\n{json.dumps(header, separators=(',', ':'))}\n".encode()


def _parsed(raw: bytes) -> Kept | None:
    """The entry in a file's bytes; None unless every byte is as it was stored."""
    magic, _, rest = raw.partition(b"\n")
    line, _, data = rest.partition(b"\n")
    header = _json(line) if magic == _MAGIC.encode() else {}
    if not header or header.get("size") != len(data) or header.get("sum") != zlib.crc32(data):
        return None
    return Kept(data, dict(header["facts"]), tuple(header["sources"]))


def _sources(path: Path) -> Collection[str]:
    with suppress(OSError), path.open("rb") as file:
        file.readline(100)
        return tuple(_json(file.readline(_MAX_HEADER)).get("sources", ()))
    return ()


def _json(line: bytes) -> dict[str, Any]:
    with suppress(ValueError):
        found = json.loads(line)
        if isinstance(found, dict):
            return found
    return {}


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
