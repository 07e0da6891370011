"""Several programs on one library, some of which die."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from skriptstudio.domain.production import Production
from skriptstudio.store.folder_library import FolderLibrary

Program = Callable[..., subprocess.Popen[str]]

KILLS = 200

KILLED_WRITERS = """
import hashlib, json, os, random, select, signal, sys, time
from dataclasses import replace
from pathlib import Path
from skriptstudio.domain.script import Script, SectionKind, sections_from
from skriptstudio.store import record_files
from skriptstudio.store.folder_library import FolderLibrary

# After a death at the worst moment the next writer waits until the drive may show what was written. This drive shows
# all at once; with the usual wait every further writer here would be killed before it comes to write anything.
record_files.SEEN_SECONDS = 0.05
library = FolderLibrary.open(Path(sys.argv[1]), index_file=Path(sys.argv[2]))
source = Path(sys.argv[3])
dice = random.Random(7)

def write(start, count, written=lambda: None):
    for number in range(start + 1, start + 1 + count):
        found = library.read("p1")
        text = f"{number} " * (1 + number * 7919 % 20000)
        script = Script(sections_from([(SectionKind.HOOK, text)]))
        library.write(replace(found.record, title=str(number), script=script), found.revision)
        if number % 5 == 0:
            library.put_media("p1", source, f"take-{number}.mp4")
        written()

write(0, 5)
states = set()
for kill in range(int(sys.argv[4])):
    done, told = os.pipe()
    child = os.fork()
    if child == 0:
        write(1000 * (kill + 1), 10**9, lambda: os.write(told, b"."))
    if kill % 3:  # the others die whenever it comes: while they start, or long before the first write is done
        select.select([done], [], [], 1.0)
    time.sleep(dice.random() * 0.04)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(done)
    os.close(told)
    record = library.read("p1").record
    text = record.script.text_of("hook")
    if text:
        number = int(record.title)
        assert text == (f"{number} " * (1 + number * 7919 % 20000)).strip(), "a mixed state"
    states.add(record.title)
print(json.dumps({"states": len(states)}))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="os.fork and SIGKILL")
def test_a_writer_killed_200_times_leaves_every_file_whole(
    library: FolderLibrary, clip: Production, tmp_path: Path, index_file: Path, program: Program
) -> None:
    library.create(clip)
    film = tmp_path / "film.mp4"
    film.write_bytes(os.urandom(3_000_000))
    process = program(KILLED_WRITERS, library.root, index_file, film, KILLS)
    output, errors = process.communicate(timeout=90)
    assert process.returncode == 0, errors
    assert json.loads(output)["states"] > KILLS / 4
    _require_whole(library, hashlib.sha256(film.read_bytes()).hexdigest())


def _require_whole(library: FolderLibrary, film: str) -> None:
    for path in library.root.rglob("*.json"):
        json.loads(path.read_text("utf-8"))
    takes = list(library.root.glob("productions/*/takes/*.mp4"))
    assert takes
    assert {hashlib.sha256(take.read_bytes()).hexdigest() for take in takes} == {film}


TALKER = """
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from skriptstudio.domain.errors import OutdatedState
from skriptstudio.domain.production import Actor, Comment
from skriptstudio.store.folder_library import FolderLibrary

library = FolderLibrary.open(Path(sys.argv[1]), index_file=Path(sys.argv[2]))
refused = 0
for number in range(int(sys.argv[4])):
    while True:
        found = library.read("p1")
        by = Actor(sys.argv[3], "konto", "rechner")
        comment = Comment("0", f"{sys.argv[3]} {number} {refused}", by, datetime.now(UTC))
        try:
            library.write(replace(found.record, comments=(*found.record.comments, comment)), found.revision)
            break
        except OutdatedState as outdated:
            assert (library.root / outdated.kept).exists()
            refused += 1
print(refused)
"""


def test_two_programs_on_one_production_lose_no_update(
    library: FolderLibrary, clip: Production, index_file: Path, program: Program
) -> None:
    library.create(clip)
    talkers = [program(TALKER, library.root, index_file, name, 100) for name in ("Mia", "Jan")]
    refused = 0
    for talker in talkers:
        output, errors = talker.communicate(timeout=60)
        assert talker.returncode == 0, errors
        refused += int(output)
    said = library.read("p1").record.comments
    assert {(c.by.person, int(c.text.split()[1])) for c in said} == {(n, i) for n in ("Mia", "Jan") for i in range(100)}
    assert len(said) == 200
    assert len(list(library.root.glob("productions/*/conflicts/*.json"))) == refused


HOLDER = """
import sys, time
from pathlib import Path
from skriptstudio.store.atomic import Drive
from skriptstudio.store.folder_lock import locked

with locked(Drive(Path(sys.argv[1])), Path(sys.argv[2])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_the_lock_of_a_killed_program_is_free_at_once(
    library: FolderLibrary, clip: Production, program: Program
) -> None:
    revision = library.create(clip)
    folder = next(library.root.glob("productions/*"))
    holder = program(HOLDER, library.root, folder)
    assert holder.stdout is not None
    assert holder.stdout.readline().strip() == "held"
    holder.kill()
    holder.wait(timeout=10)
    assert library.write(clip, revision) == revision
