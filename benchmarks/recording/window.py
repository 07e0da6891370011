"""One take in the real window, with the prompter moving: how even it moves, and what the recorder lost.

    python -m benchmarks.recording.window CLIP FOLDER PPM

Needs a screen. Camera is the clip, microphone a driver whose clock is PPM off; the take ends
with the clip. Beside it runs a peer that only wants to wake 60 times a second, and the time that the
machine gave to others is counted: what neither of both could help isn't the prompter's. Prints one JSON object.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import cast
from unittest.mock import patch

from benchmarks.recording.flashes import FPS, frames_of, offsets_ms
from benchmarks.recording.sound_driver import NAME, SoundDriver
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from skriptstudio.assembly.house import House
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.people import Hat, Person
from skriptstudio.domain.ports.studio import Recording, RecordingListener, RecordingOrder
from skriptstudio.domain.production import Production
from skriptstudio.domain.script import WHOLE
from skriptstudio.media.capture import portaudio
from skriptstudio.media.capture.file_source import FileCamera
from skriptstudio.media.capture.room import LocalRoom
from skriptstudio.ui.pages.record.page import RecordPage
from skriptstudio.ui.program import Program

WIDTH, HEIGHT = 1366, 688
"""A full HD notebook at 140 %, less the task bar: what most authorities have (looks.md)."""

TITLE = "Ein Tag im Amt"
WORDS_A_MINUTE = 150
SENTENCE = "Heute zeige ich dir, was ich am liebsten mache. "


def main() -> int:
    """Record once, and say how it went."""
    clip, folder, ppm = Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3])
    driver = SoundDriver(ppm)
    portaudio.load = lambda: cast(ModuleType, driver)
    recordings: list[Recording] = []
    _listen_in(driver, recordings)
    house = _library(folder, _minutes(clip))
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    window = _Window(Program(app, str(house.library_path), TITLE, "de"))
    try:
        figures = window.record(clip, 60 * _minutes(clip))
    finally:
        window.close()
    recording = recordings[-1]
    production = window.production
    take = house.record.path_of(production, production.takes[-1])
    print(
        json.dumps(
            {
                **figures,
                "frames": recording.frames,
                "dropped": recording.dropped,
                "repeated": recording.repeated,
                "offsets_ms": offsets_ms(take),
            }
        ),
        flush=True,
    )
    return 0


def _minutes(clip: Path) -> float:
    return frames_of(clip) / FPS / 60


def _listen_in(driver: SoundDriver, recordings: list[Recording]) -> None:
    """Tell the driver when the clip starts to play, and keep what the recorder says of its work."""
    start, record = FileCamera.start, LocalRoom.record

    def started(self: FileCamera, at: float) -> None:
        driver.clip_start = at
        start(self, at)

    def recorded(self: LocalRoom, order: RecordingOrder, listener: RecordingListener, control: JobControl) -> Recording:
        recordings.append(record(self, order, listener, control))
        return recordings[-1]

    for place, name, ours in ((FileCamera, "start", started), (LocalRoom, "record", recorded)):
        patch.object(place, name, ours).start()


def _library(folder: Path, minutes: float) -> House:
    """A library with somebody in it and a script that is a little longer than the clip."""
    house = House(str(folder / "Bibliothek"))
    house.people.add(Person("u1", "Mira Albrecht", (Hat.TEAM,)))
    script = folder / "Skript.md"
    count = round((minutes + 1) * WORDS_A_MINUTE / len(SENTENCE.split()))
    script.write_text(f"## Hook\nHallo.\n## Nutzen\n{SENTENCE * count}\n## Aufruf\nKomm vorbei.\n", encoding="utf-8")
    production = house.plan.new(TITLE, "ein_tag_im_amt", "Mira Albrecht")
    house.write.import_script(production.id, script, "Mira Albrecht")
    return house


class _Window:
    """Does what a trainee does, and notes when the prompter was painted."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._frame = program.window
        self._frame.resize(WIDTH, HEIGHT)
        self._frame.show()
        self._wait(lambda: program.session.production is not None and self._idle(), 60)

    def record(self, clip: Path, seconds: float) -> dict[str, object]:
        """One take of the whole clip."""
        session = self._program.session
        session.act_as(session.staff.people[0])
        session.change_settings(camera=f"file:{clip}", microphone=NAME, calm=False)
        self._frame.go("record")
        self._wait(lambda: isinstance(self._frame.current, RecordPage), 60)
        page = cast("RecordPage", self._frame.current)
        self._wait(lambda: page.situation == "ready" and bool(page.material.sentences(WHOLE)), 60)
        page.view.lineup.section_chosen.emit(WHOLE)
        self._wait(self._idle, 60)
        QTest.keyClick(page, Qt.Key.Key_Space)
        self._wait(lambda: page.filming.stage is not None and page.filming.stage.pace.running, 60)
        return self._watch(page, seconds)

    def _watch(self, page: RecordPage, seconds: float) -> dict[str, object]:
        """The take, from the moment on from which the text moves."""
        stage = page.filming.stage
        assert stage is not None
        band, places = stage.band, [0.0]
        paints: list[float] = []

        def painted() -> None:
            """Only what moved counts: the band is also painted with each new picture below it."""
            if band.place != places[0]:
                places[0] = band.place
                paints.append(time.perf_counter())

        band.painted = painted
        peer = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.recording.sleeper"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        cpu, stolen, since = time.process_time(), _stolen_seconds(), time.perf_counter()
        self._wait(lambda: page.filming.stage is None, seconds + 120)
        passed = time.perf_counter() - since
        cpu, stolen = time.process_time() - cpu, _stolen_seconds() - stolen
        slept, _ = peer.communicate()
        self._wait(lambda: page.situation == "fresh" and self._idle(), 300)
        return {
            "paint_intervals_ms": [1000 * (after - before) for before, after in pairwise(paints)],
            "peer_intervals_ms": json.loads(slept),
            "cpu": cpu / passed,
            "stolen": stolen / passed / (os.cpu_count() or 1),
        }

    @property
    def production(self) -> Production:
        """With the take in it."""
        production = self._program.session.production
        assert production is not None
        return production

    def close(self) -> None:
        """End the program as its user would."""
        self._program.close()
        self._wait(self._idle, 60)

    def _idle(self) -> bool:
        return self._frame.jobs.busy == 0

    def _wait(self, condition: Callable[[], object], seconds: float) -> None:
        """Let the window live in an event loop of Qt's, as the program does: only that lets go of Python's lock."""
        loop, poll = QEventLoop(), QTimer()
        until = time.monotonic() + seconds

        def look() -> None:
            if condition() or time.monotonic() > until:
                loop.quit()

        poll.timeout.connect(look)
        poll.start(20)
        loop.exec()
        poll.stop()
        if time.monotonic() > until:
            raise TimeoutError


def _stolen_seconds() -> float:
    """Time that a virtual machine's processors wanted to work and were not let; 0 where nobody says so."""
    told = Path("/proc/stat")
    return int(told.read_text().split()[8]) / os.sysconf("SC_CLK_TCK") if told.exists() else 0.0


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    os._exit(status)
