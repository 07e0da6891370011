"""Records one take with the tones of the countdown, in a process of its own: Qt meets the sound server only once.

Called with the library, a microphone, and "on" or "off" for the setting.
"""

import os
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication
from tests.ui.hands import TITLE

from skriptstudio.store.settings import Settings, SettingsFile
from skriptstudio.ui.pages.record.page import RecordPage
from skriptstudio.ui.program import Program

TAKE_SECONDS = 1.5


def main(library: str, microphone: str, tones: str) -> None:
    """Make a take of the hook and leave."""
    app = QApplication([])
    SettingsFile().save(Settings(camera="demo", microphone=microphone, count_in=tones == "on"))

    def wait(condition: Callable[[], object]) -> None:
        until = time.monotonic() + 30
        while not condition():
            assert time.monotonic() < until, "waited in vain"
            app.processEvents()
            time.sleep(0.002)

    program = Program(app, library, TITLE, "de")
    window = program.window
    window.show()
    wait(lambda: program.session.production is not None and window.jobs.busy == 0)
    window.go("record")
    page = window.current
    assert isinstance(page, RecordPage)
    wait(lambda: page.situation == "ready" and window.jobs.busy == 0)
    began = time.monotonic()
    wait(lambda: time.monotonic() - began > 0.5)
    page.begin()
    print("counting", flush=True)
    wait(lambda: page.filming.stage is not None and page.filming.stage.rolling)
    rolling = time.monotonic()
    wait(lambda: time.monotonic() - rolling > TAKE_SECONDS)
    page.filming.shoot.stop()
    wait(lambda: page.situation == "fresh" and window.jobs.busy == 0)
    window.close()
    app.processEvents()


main(*sys.argv[1:])
