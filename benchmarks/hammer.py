"""Two programs hammer one library while somebody kills them again and again; then everything is counted.

A writer notes each update that the library has acknowledged in a file of its own, on this computer, before it makes the
next one. At the end every acknowledged update must stand in the record exactly once, and every file must be whole.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from skriptstudio.domain.production import Production
from skriptstudio.store.folder_library import FolderLibrary
from skriptstudio.store.records import PRODUCTION

WRITERS = ("Mia", "Jan")
PRODUCTIONS = ("p1", "p2")
"""The writers go round; several, so that no record grows so long that only its length is measured."""

KEPT_ONE_IN = 40
"""Of the refused saves so many are kept beside the record: all of them would fill the disk in a minute."""

WRITER = """
import os, sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from skriptstudio.domain.errors import LibraryBusy, OutdatedState
from skriptstudio.domain.production import Actor, Comment
from skriptstudio.store.folder_library import FolderLibrary

root, index, name, notes = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4])
number, one_in, productions = int(sys.argv[5]), int(sys.argv[6]), sys.argv[7].split(",")
library = FolderLibrary.open(root, index_file=index)
refused = 0
with notes.open("a", encoding="ascii") as acknowledged:
    while True:
        found = library.read(productions[number % len(productions)])
        comment = Comment("0", str(number), Actor(name, "konto", "rechner"), datetime.now(UTC), id=f"{name}-{number}")
        try:
            changed = replace(found.record, comments=(*found.record.comments, comment))
            library.write(changed, found.revision, keep=refused % one_in == 0)
        except OutdatedState:
            acknowledged.write("r\\n" if refused % one_in else "k\\n")
            refused += 1
            continue
        except LibraryBusy:
            acknowledged.write("b\\n")
            continue
        acknowledged.write(f"a {number}\\n")
        acknowledged.flush()
        number += 1
"""


@dataclass(frozen=True)
class Hammered:
    """What was counted.

    Attributes:
        acknowledged: updates that the library has taken over.
        refused: outdated saves that it refused; ``kept`` of them lie beside the record.
        lost: acknowledged updates that aren't in the record.
        doubled: updates that stand there twice.
        broken: JSON files that can't be read.
        half_files: temporary files that a kill left behind; they are swept away later.
    """

    seconds: float
    kills: int
    acknowledged: int
    refused: int
    kept: int
    lost: int
    doubled: int
    broken: int
    half_files: int


def hammer(folder: Path, seconds: float, seed: int = 7) -> Hammered:
    """Let two writers work on one production for ``seconds``, kill one of them now and then, and count.

    Args:
        folder: empty; holds the library and the writers' notes.
        seconds: how long.
        seed: of the dice that choose whom to kill and when.
    """
    library = FolderLibrary.open(folder / "library", create=True, index_file=folder / "index.sqlite")
    for made in PRODUCTIONS:
        library.create(Production(made, "Hammer", datetime.now(UTC)))
    dice = random.Random(seed)
    running = {name: _start(folder, name) for name in WRITERS}
    begun, kills = time.monotonic(), 0
    while time.monotonic() - begun < seconds:
        time.sleep(dice.uniform(0.5, 2.5))
        name = dice.choice(WRITERS)
        _end(running[name])
        kills += 1
        running[name] = _start(folder, name)
    for process in running.values():
        _end(process)
    return _counted(folder, time.monotonic() - begun, kills)


def _start(folder: Path, name: str) -> subprocess.Popen[bytes]:
    """A writer goes on after the last number that it noted or that the library holds."""
    said = [number for who, number in _stored(folder) if who == name]
    noted = [int(line[2:]) for line in _notes(folder, name) if line.startswith("a ")]
    place = (folder / "library", folder / "index.sqlite", name, folder / f"{name}.txt", max([0, *said, *noted]) + 1)
    arguments = [*map(str, place), str(KEPT_ONE_IN), ",".join(PRODUCTIONS)]
    return subprocess.Popen([sys.executable, "-c", WRITER, *arguments], cwd=folder)


def _stored(folder: Path) -> Counter[tuple[str, int]]:
    """How often each update stands in the library, by writer and number."""
    library = FolderLibrary.open(folder / "library", index_file=folder / "index.sqlite")
    records = (library.read(made).record for made in PRODUCTIONS)
    return Counter((c.by.person, int(c.text)) for record in records for c in record.comments)


def _end(process: subprocess.Popen[bytes]) -> None:
    if hasattr(signal, "SIGKILL"):
        os.kill(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _notes(folder: Path, name: str) -> list[str]:
    path = folder / f"{name}.txt"
    return path.read_text("ascii").split("\n")[:-1] if path.exists() else []


def _counted(folder: Path, seconds: float, kills: int) -> Hammered:
    root = folder / "library"
    stored = _stored(folder)
    lines = {name: _notes(folder, name) for name in WRITERS}
    acknowledged = {(name, int(line[2:])) for name in WRITERS for line in lines[name] if line.startswith("a ")}
    broken = sum(not _whole(path) for path in root.rglob("*.json"))
    return Hammered(
        seconds=seconds,
        kills=kills,
        acknowledged=len(acknowledged),
        refused=sum(line in ("r", "k") for name in WRITERS for line in lines[name]),
        kept=sum(1 for _ in root.glob("productions/*/conflicts/*.json")),
        lost=sum(one not in stored for one in acknowledged),
        doubled=sum(count > 1 for count in stored.values()),
        broken=broken,
        half_files=sum(1 for _ in root.rglob("*.tmp")),
    )


def _whole(path: Path) -> bool:
    try:
        raw = json.loads(path.read_bytes())
        if path.name == "production.json" or path.parent.name == "conflicts":
            PRODUCTION.decode(path.read_bytes(), path)
    except ValueError:
        return False
    return isinstance(raw, dict)
