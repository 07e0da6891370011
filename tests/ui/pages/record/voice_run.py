"""Records one take whose text follows the microphone, in a process of its own: Qt meets the sound server only once.

Called with the library, a microphone and the seconds to record. Says "rolling" as soon as somebody may read, and at its
end a JSON list of the places that the prompter showed: sentence and word.
"""

import json
import os
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication
from tests.ui.hands import TITLE

from skriptstudio.domain.prompter import Prompter, PrompterMode
from skriptstudio.domain.script import WHOLE
from skriptstudio.store.settings import Settings, SettingsFile
from skriptstudio.ui.pages.record.page import RecordPage
from skriptstudio.ui.program import Program


def main(library: str, microphone: str, seconds: str) -> None:
    """Make a take of the whole script and leave."""
    app = QApplication([])
    mode = Prompter(mode=PrompterMode.VOICE)
    SettingsFile().save(Settings(camera="demo", microphone=microphone, count_in=False, prompter=mode))

    def wait(condition: Callable[[], object], longest: float = 30) -> None:
        until = time.monotonic() + longest
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
    page.view.lineup.section_chosen.emit(WHOLE)
    page.begin()
    wait(lambda: page.filming.stage is not None and page.filming.stage.pace.running)
    stage = page.filming.stage
    assert stage is not None
    print("rolling", flush=True)
    places: list[tuple[int, int]] = []
    rolling = time.monotonic()

    def over() -> bool:
        place = stage.text.place
        if not places or places[-1] != (place.sentence, place.word):
            places.append((place.sentence, place.word))
        return time.monotonic() - rolling > float(seconds)

    wait(over, float(seconds) + 10)
    page.filming.shoot.stop()
    wait(lambda: page.situation == "fresh" and window.jobs.busy == 0)
    window.close()
    app.processEvents()
    print(json.dumps(places), flush=True)


main(*sys.argv[1:])
