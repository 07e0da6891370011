"""JSON as it lies on the drive: read strictly, written for people."""

import json
from pathlib import Path

from skriptstudio.domain.errors import BrokenRecord
from skriptstudio.store.migrations import JsonObject


def as_json(value: object) -> bytes:
    """JSON for people: indented, umlauts as they are, one newline at the end."""
    text = json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    # A command-line argument in a foreign encoding may hold half a character.
    return text.encode("utf-8", errors="replace")


def json_object(data: bytes, path: Path) -> JsonObject:
    """The one JSON object in ``data``, UTF-8 with or without byte order mark.

    Raises:
        BrokenRecord: it is anything else.
    """
    try:
        raw = json.loads(data.decode("utf-8-sig"), parse_constant=_no_constant, object_pairs_hook=_unique)
    except (ValueError, RecursionError) as error:
        raise BrokenRecord(str(path), f"no JSON: {error}") from error
    if not isinstance(raw, dict):
        raise BrokenRecord(str(path), "no JSON object")
    return raw


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no number")


def _unique(pairs: list[tuple[str, object]]) -> JsonObject:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("a name stands twice in one object")
    return result
