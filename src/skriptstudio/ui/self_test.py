"""``--self-test [RESULT.json]``: proves that this very program works, on the machine it stands on.

Opens the window, records two seconds with the built-in camera and voice into a
library of its own, exports a draft with an end card and looks at the finished clip. Says nothing
on stdout, because the windowed program has none; the answer is the exit status
and the JSON file.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from fractions import Fraction
from pathlib import Path
from traceback import format_exception
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from skriptstudio.assembly.house import House
    from skriptstudio.domain.jobs import JobControl
    from skriptstudio.domain.take import Footage
    from skriptstudio.ui.program import Program

RECORD_SECONDS = Fraction(2)
LONGEST_SECONDS = 120
"""After this time the test has failed, even on a slow office computer."""

_TITLE, _SPEAKER = "Selbsttest", "Selbsttest"
_TARGET = "intranet"
_LEAST_COLOURS = 8
"""A painted page has more; a window that stayed blank has one or two."""


@dataclass
class Report:
    """What the result file says.

    Attributes:
        ok: everything was as it should be.
        seconds: how long the test took.
        frames, width, height: of the finished clip.
        frozen: whether this is the built program.
        platform: Qt's platform plugin.
        error: what was wrong first, empty if nothing was.
    """

    ok: bool = False
    seconds: float = 0.0
    frames: int = 0
    width: int = 0
    height: int = 0
    frozen: bool = False
    platform: str = ""
    error: str = "not finished"


@dataclass(frozen=True)
class Outcome:
    """What was recorded and exported.

    Attributes:
        recorded_frames: of the take.
        shown_seconds: what the cut shows of it, without silence before and after, and the end card.
        clip: the finished file, as a player sees it.
        silent: whether no loudness could be measured.
    """

    recorded_frames: int
    shown_seconds: Fraction
    clip: Footage
    silent: bool


def run_self_test(arguments: Sequence[str]) -> int:
    """Run the test and return 0 if all is well, otherwise 1.

    Args:
        arguments: path of the result file, or nothing.
    """
    result = Path(arguments[0]) if arguments else None
    report = Report(frozen=bool(getattr(sys, "frozen", False)))
    _write(report, result)
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="skriptstudio-", ignore_cleanup_errors=True) as folder:
        os.environ["SKRIPTSTUDIO_SPOOL"] = str(Path(folder) / "spool")
        report.error = _tested(Path(folder), report)
    report.ok = not report.error
    report.seconds = round(time.monotonic() - began, 2)
    _write(report, result)
    return 0 if report.ok else 1


def _tested(folder: Path, report: Report) -> str:
    """Run all of it; returns what was wrong."""
    from PySide6.QtWidgets import QApplication

    from skriptstudio.ui.program import Program

    app = QApplication(sys.argv[:1])
    report.platform = app.platformName()
    library = folder / "Bibliothek"
    _founded(library)
    program = Program(app, str(library), language="de")
    program.window.show()
    return _Run(app, program, folder, report).error


def _founded(library: Path) -> None:
    """A library with one person, so that the window opens on the plan."""
    from skriptstudio.assembly.house import House
    from skriptstudio.domain.people import Person

    House(str(library)).people.add(Person("u1", _SPEAKER))


class _Run:
    """One run of the test inside Qt's event loop.

    Attributes:
        error: what was wrong first, empty if nothing was.
    """

    def __init__(self, app: QApplication, program: Program, folder: Path, report: Report) -> None:
        from PySide6.QtCore import QTimer

        self.error = ""
        self._app = app
        self._program = program
        self._folder = folder
        self._report = report
        self._begun = False
        before, sys.excepthook = sys.excepthook, self._defect
        beat = QTimer()
        beat.timeout.connect(self._look)
        beat.start(20)
        QTimer.singleShot(LONGEST_SECONDS * 1000, lambda: self._end(f"no end after {LONGEST_SECONDS} s"))
        app.exec()
        beat.stop()
        program.window.close()
        sys.excepthook = before

    def _look(self) -> None:
        """Begin as soon as the window stands on the plan and is painted."""
        window = self._program.window
        if self._begun or window.page != "plan" or window.jobs.busy:
            return
        self._begun = True
        colours = _colours(window.grab().toImage())
        if colours < _LEAST_COLOURS:
            self._end(f"the window stayed blank ({colours} colours)")
        elif not _has_logo():
            self._end("the logo can't be drawn")
        else:
            _import_pages()
            house = self._program.session.house
            window.jobs.start(lambda control: make_clip(house, self._folder, control), self._made, self._failed)

    def _made(self, outcome: Outcome) -> None:
        report, clip = self._report, outcome.clip
        report.frames, report.width, report.height = clip.frames, clip.width, clip.height
        self._end(wrong_with(outcome))

    def _failed(self, error: Exception) -> None:
        self._end(f"{type(error).__name__}: {error}")

    def _defect(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """What a slot raised; Qt would go on as if nothing had happened."""
        self._end("".join(format_exception(kind, error, trace))[-2000:])

    def _end(self, error: str) -> None:
        self.error = self.error or error
        self._app.quit()


class _Silent:
    """Watches the recording and says nothing."""

    def started(self) -> None:
        """The camera runs."""

    def progress(self, seconds: Fraction, level_db: float) -> None:
        """It goes on running."""

    def warned(self, finding: object) -> None:
        """The built-in devices give no reason for a warning."""


def make_clip(house: House, folder: Path, control: JobControl) -> Outcome:
    """Record, export a draft, and look at the file as any player would; runs in a job.

    Raises:
        SkriptStudioError: anything on the way.
    """
    from skriptstudio.assembly.computer import demo_script
    from skriptstudio.assembly.house import package_writer
    from skriptstudio.domain.package_making import ExportWish
    from skriptstudio.media.render.renderer import PyAvRenderer
    from skriptstudio.steps.publish import Publish
    from skriptstudio.store.packages import FolderShelf

    production = house.plan.new(_TITLE, "", _SPEAKER).id
    house.write.import_script(production, demo_script(), _SPEAKER)
    order = house.record.order(production, "demo", "demo", seconds=RECORD_SECONDS, speakers=(_SPEAKER,))
    take, _ = house.record.record(order, _Silent(), control)
    house.review.set_cut(production, (), _TITLE)
    wish = ExportWish(production, (_TARGET,), folder / "Paket", draft=True)
    # A renderer of its own: an end card from the cache would prove nothing.
    renderer = PyAvRenderer(cards=folder / "cards")
    publish = Publish(house.desk, renderer, house.subtitles, house.profiles, FolderShelf(), package_writer())
    package = publish.export(wish, house.review.captions(production), control)
    shown = house.review.cut(production).clip_seconds
    house.plan_papers.export(folder / "plan.ics", {})
    silent = any(check.code == "silent_clip" for check in package.checks)
    with house.films.gate.take_in(package.clips[0].path, control) as seen:  # proves that child processes work here
        return Outcome(take.frames, shown, seen.footage, silent)


def wrong_with(outcome: Outcome) -> str:
    """What a draft of two seconds must not be, empty if it is as it should be."""
    from skriptstudio.domain.clip_size import CLIP_HEIGHT_PX, CLIP_WIDTH_PX
    from skriptstudio.domain.timecode import CLIP_FPS

    clip = outcome.clip
    if outcome.recorded_frames != RECORD_SECONDS * CLIP_FPS:
        return f"the take has {outcome.recorded_frames} frames"
    if clip.frames != outcome.shown_seconds * CLIP_FPS or not clip.frames:
        return f"the clip has {clip.frames} frames, its cut {float(outcome.shown_seconds):.3f} s"
    if (clip.width, clip.height) != (CLIP_WIDTH_PX, CLIP_HEIGHT_PX):
        return f"the picture is {clip.width} x {clip.height}"
    return "the clip has no sound" if outcome.silent or not clip.has_sound else ""


def _import_pages() -> None:
    """Every page and all it needs came along; showing them would switch on somebody's camera."""
    from skriptstudio.ui.navigation import PAGES, load_page

    for key in PAGES:
        load_page(key)


def _has_logo() -> bool:
    """Whether Qt's plugin for SVG came along."""
    from PySide6.QtGui import QIcon

    from skriptstudio.domain.assets import asset

    return not QIcon(str(asset("logo.svg"))).pixmap(32, 32).isNull()


def _colours(picture: object) -> int:
    """How many colours a sparse grid of pixels shows."""
    from PySide6.QtGui import QImage

    assert isinstance(picture, QImage)
    step = max(1, picture.width() // 200)
    return len({picture.pixel(x, y) for x in range(0, picture.width(), step) for y in range(0, picture.height(), step)})


def _write(report: Report, result: Path | None) -> None:
    if result is not None:
        result.write_text(json.dumps(asdict(report), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
