"""The page Record in a process of its own: Qt meets the sound server only once."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication
from tests.ui.hands import TITLE

from skriptstudio.store.settings import Settings, SettingsFile
from skriptstudio.ui.pages.record.page import RecordPage
from skriptstudio.ui.program import Program


@dataclass
class OwnProcess:
    """An open window on its page Record, ready to record."""

    app: QApplication
    program: Program
    page: RecordPage

    def wait(self, condition: Callable[[], object], longest: float = 30) -> None:
        """Let the window live until something holds."""
        _wait(self.app, condition, longest)

    def close(self) -> None:
        """Once the take is home."""
        self.wait(lambda: self.page.situation == "fresh" and self.page.jobs.busy == 0)
        self.program.window.close()
        self.app.processEvents()


def ready_to_record(library: str, settings: Settings) -> OwnProcess:
    """Open the program with these settings and go to the page."""
    app = QApplication([])
    SettingsFile().save(settings)
    program = Program(app, library, TITLE, "de")
    window = program.window
    window.show()
    _wait(app, lambda: program.session.production is not None and window.jobs.busy == 0)
    window.go("record")
    page = window.current
    assert isinstance(page, RecordPage)
    _wait(app, lambda: page.situation == "ready" and window.jobs.busy == 0)
    return OwnProcess(app, program, page)


def _wait(app: QApplication, condition: Callable[[], object], longest: float = 30) -> None:
    until = time.monotonic() + longest
    while not condition():
        assert time.monotonic() < until, "waited in vain"
        app.processEvents()
        time.sleep(0.002)
