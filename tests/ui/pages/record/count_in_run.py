"""Records one take with the tones of the countdown, in a process of its own.

Called with the library, a microphone, and "on" or "off" for the setting.
"""

import sys
import time

from tests.ui.pages.record.own_process import ready_to_record

from skriptstudio.store.settings import Settings

TAKE_SECONDS = 1.5


def main(library: str, microphone: str, tones: str) -> None:
    """Make a take of the hook and leave."""
    own = ready_to_record(library, Settings(camera="demo", microphone=microphone, count_in=tones == "on"))
    filming = own.page.filming
    began = time.monotonic()
    own.wait(lambda: time.monotonic() - began > 0.5)
    own.page.begin()
    print("counting", flush=True)
    own.wait(lambda: filming.stage is not None and filming.stage.rolling)
    rolling = time.monotonic()
    own.wait(lambda: time.monotonic() - rolling > TAKE_SECONDS)
    filming.shoot.stop()
    own.close()


main(*sys.argv[1:])
