"""Records as JSON that a person can read, and back again without trust.

Whatever lies in a shared folder may have been edited, cut off or forged.
Reading gives the very record that was written, or ``BrokenRecord`` with the
place and the reason, or ``NewerRecord``; nothing is guessed or left out.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Generic, TypeVar

from skriptstudio.domain.errors import BrokenRecord, NewerRecord
from skriptstudio.domain.people import Staff
from skriptstudio.domain.production import Production
from skriptstudio.store import migrations
from skriptstudio.store.json_text import as_json, json_object
from skriptstudio.store.migrations import Step

MAX_BYTES = 20_000_000
"""Larger JSON is refused: a long production has about 200 kB."""

Kind = TypeVar("Kind")

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_WINDOWS_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')


@dataclass(frozen=True)
class Form(Generic[Kind]):
    """How a kind of record lies on the drive.

    Attributes:
        steps: migrations from older versions, see ``migrations.py``.
    """

    kind: type[Kind]
    steps: Mapping[int, Step]

    @property
    def schema(self) -> int:
        return migrations.present(self.steps)

    def encode(self, record: Kind, path: Path) -> bytes:
        """The bytes to store.

        Raises:
            BrokenRecord: nobody could read them again, e.g. because of a take called ``../x``.
        """
        from skriptstudio.store.structure import to_json

        data = as_json({"schema": self.schema, **to_json(record)})
        self.decode(data, path)
        return data

    def decode(self, data: bytes, path: Path) -> Kind:
        """The record in ``data``; ``path`` is for the error.

        Raises:
            BrokenRecord, NewerRecord.
        """
        from skriptstudio.store.structure import to_record

        raw = json_object(data, path)
        schema = raw.pop("schema", None)
        if type(schema) is not int or schema < 1:
            raise BrokenRecord(str(path), "no schema version")
        if schema > self.schema:
            raise NewerRecord(str(path), schema)
        try:
            present = migrations.migrated(raw, schema, self.steps)
        except (KeyError, TypeError, ValueError) as error:
            raise BrokenRecord(str(path), f"{type(error).__name__}: {error}") from error
        record = to_record(present, self.kind, path)
        _require_safe_names(record, path)
        return record


PRODUCTION = Form(Production, migrations.PRODUCTION)
STAFF = Form(Staff, migrations.STAFF)


def plain_name(name: str) -> bool:
    """Whether ``name`` is one file's name on every system, and no way out of its folder."""
    return (
        0 < len(name) <= 200
        and not _FORBIDDEN.search(name)
        and not _WINDOWS_RESERVED.fullmatch(name)
        and name == name.strip(" ").rstrip(".")
        and name == PurePosixPath(name).name == PureWindowsPath(name).name
    )


def _require_safe_names(record: object, path: Path) -> None:
    if isinstance(record, Staff):
        for index, consent in enumerate(record.consents):
            if consent.scan and not plain_name(consent.scan):
                raise BrokenRecord(str(path), f"consents[{index}].scan: not a plain file name")
        return
    if not isinstance(record, Production):
        return
    if not _ID.fullmatch(record.id):
        raise BrokenRecord(str(path), "id: not an id")
    for index, take in enumerate((*record.takes, *(binned.take for binned in record.bin))):
        if not plain_name(take.file):
            raise BrokenRecord(str(path), f"takes[{index}].file: not a plain file name")
        if take.licence is not None and take.licence.proof and not plain_name(take.licence.proof):
            raise BrokenRecord(str(path), f"takes[{index}].licence.proof: not a plain file name")
