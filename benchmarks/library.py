"""How fast a large library answers, beside plain reading of the same files; and whether two writers lose anything.

python3 dev.py bench library [--productions 10000] [--hammer 60]
"""

import argparse
import json
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from benchmarks.hammer import Hammered, hammer

from skriptstudio.domain.production import Production
from skriptstudio.store.folder_library import FolderLibrary
from skriptstudio.store.records import PRODUCTION

Result = TypeVar("Result")

STARTS = 3
"""Lists after a start; the quickest counts, because others compute beside us."""

SETTLED_SECONDS = 3.2
"""After so long an unchanged stamp means an unchanged file, see ``store/index.py``."""


def main() -> None:
    """Build a library, then measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--productions", type=int, default=10_000)
    parser.add_argument("--hammer", type=float, default=60.0, help="seconds; 0 leaves it out")
    args = parser.parse_args()
    count = args.productions
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        library = FolderLibrary.open(root / "library", create=True, index_file=root / "index.sqlite")
        begin = datetime(2026, 1, 1, tzinfo=UTC)
        library.create(Production("p", "Der erste", begin))
        for number in range(count):
            put_down(root / "library", Production(f"p{number:08}", f"Clip {number} Bauhof", begin))
        time.sleep(SETTLED_SECONDS)
        peer, _ = timed(lambda: plain_reading(root / "library"))
        first, _ = timed(library.list)
        starts = []
        for _ in range(STARTS):
            started = FolderLibrary.open(root / "library", index_file=root / "index.sqlite")
            starts.append(timed(started.list)[0])
        begun = min(starts)
        again, _ = timed(started.list)
        found, hits = timed(lambda: started.list(f"clip {count - 1}"))
        opened, _ = timed(lambda: started.read(f"p{count // 2:08}"))
    print(f"{count} productions")
    print("of the processor; wall time says little on a shared computer")
    print(f"plain reading of all files (peer)  {peer:8.3f} s")
    row("first list (builds the index)", first, peer)
    row("first list after a start", begun, peer)
    row("list after that", again, peer)
    row(f"search ({len(hits)} found)", found, peer)
    row("open one", opened, peer)
    if args.hammer > 0:
        with tempfile.TemporaryDirectory() as folder:
            tell(hammer(Path(folder), args.hammer))


def tell(found: Hammered) -> None:
    """What the hammer counted."""
    print(f"two writers for {found.seconds:.0f} s, {found.kills} killed and started again")
    print(f"  updates taken over {found.acknowledged}, outdated ones refused {found.refused} ({found.kept} kept)")
    print(f"  lost {found.lost}, twice {found.doubled}, broken files {found.broken}, left half {found.half_files}")


def put_down(library: Path, production: Production) -> None:
    """Lay a production into the library without waiting for the drive, as ``create`` would."""
    folder = library / "productions" / f"Clip-{production.id}"
    folder.mkdir()
    path = folder / "production.json"
    path.write_bytes(PRODUCTION.encode(production, path))


def plain_reading(library: Path) -> int:
    """What a program without an index would do for each list."""
    return sum(len(json.loads(path.read_bytes())) for path in library.glob("productions/*/production.json"))


def timed(action: Callable[[], Result]) -> tuple[float, Result]:
    """Seconds of the processor that ``action`` took, and its result."""
    begun = time.process_time()
    result = action()
    return time.process_time() - begun, result


def row(name: str, seconds: float, peer: float) -> None:
    """One line of the table."""
    print(f"{name:34} {seconds:8.3f} s   {seconds / peer:6.2f} of the peer")


if __name__ == "__main__":
    main()
