"""``recording.json``: what a recording in the spool is and what came of it."""

import json
import os
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

from skriptstudio.domain.address import showable
from skriptstudio.domain.framing import Framing
from skriptstudio.domain.ports.studio import RecordingOrder
from skriptstudio.domain.take import TakeFinding

SCHEMA = 1

_NAME = "recording.json"


@dataclass(frozen=True)
class Outcome:
    """What came of a recording.

    Attributes:
        dropped, repeated: as in ``Take``; 0 where a crash took the count along.
        lost_at_most: seconds that may be missing at the end.
    """

    dropped: int
    repeated: int
    findings: tuple[TakeFinding, ...]
    lost_at_most: Fraction = Fraction(0)


@dataclass(frozen=True)
class SpoolRecord:
    """One recording.

    Attributes:
        process: number of the process that records or recorded it, for whoever has to look into a spool.
        outcome: None until the recording has come to its end.
    """

    order: RecordingOrder
    started: datetime
    process: int
    outcome: Outcome | None = None


def write_record(folder: Path, record: SpoolRecord) -> None:
    """Write it into the recording's folder, whole or not at all, without a camera's login. Raises ``OSError``."""
    half = folder / f"{_NAME}.part"
    with half.open("w", encoding="utf-8") as file:
        shown = replace(record, order=replace(record.order, camera=showable(record.order.camera)))
        json.dump({"schema": SCHEMA, **asdict(shown)}, file, default=str, ensure_ascii=False, indent=2)
        file.flush()
        os.fsync(file.fileno())
    half.replace(folder / _NAME)


def read_record(folder: Path) -> SpoolRecord | None:
    """Read it; None if the folder holds no recording that we understand."""
    try:
        data = json.loads((folder / _NAME).read_text(encoding="utf-8"))
        return _record(data) if data["schema"] == SCHEMA else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _record(data: dict[str, Any]) -> SpoolRecord:
    order = dict(data["order"])
    order["seconds"] = None if order["seconds"] is None else Fraction(order["seconds"])
    order["speakers"] = tuple(order["speakers"])
    order["framing"] = Framing(**order.get("framing", {}))
    outcome = data["outcome"]
    return SpoolRecord(
        order=RecordingOrder(**order),
        started=datetime.fromisoformat(data["started"]),
        process=int(data["process"]),
        outcome=None if outcome is None else _outcome(outcome),
    )


def _outcome(data: dict[str, Any]) -> Outcome:
    return Outcome(
        dropped=int(data["dropped"]),
        repeated=int(data["repeated"]),
        findings=tuple(TakeFinding(finding) for finding in data["findings"]),
        lost_at_most=Fraction(data["lost_at_most"]),
    )
