"""Records one take whose text follows the microphone, in a process of its own.

Called with the library, a microphone and the seconds to record. Says "rolling" as soon as somebody may read, and at its
end a JSON list of the places that the prompter showed: sentence and word.
"""

import json
import sys
import time

from tests.ui.pages.record.own_process import ready_to_record

from skriptstudio.domain.prompter import Prompter, PrompterMode
from skriptstudio.domain.script import WHOLE
from skriptstudio.store.settings import Settings


def main(library: str, microphone: str, seconds: str) -> None:
    """Make a take of the whole script and leave."""
    by_voice = Prompter(mode=PrompterMode.VOICE)
    own = ready_to_record(library, Settings(camera="demo", microphone=microphone, count_in=False, prompter=by_voice))
    filming = own.page.filming
    own.page.view.lineup.section_chosen.emit(WHOLE)
    own.page.begin()
    own.wait(lambda: filming.stage is not None and filming.stage.pace.running)
    stage = filming.stage
    assert stage is not None
    print("rolling", flush=True)
    places: list[tuple[int, int]] = []
    rolling = time.monotonic()

    def over() -> bool:
        place = stage.text.place
        if not places or places[-1] != (place.sentence, place.word):
            places.append((place.sentence, place.word))
        return time.monotonic() - rolling > float(seconds)

    own.wait(over, float(seconds) + 10)
    filming.shoot.stop()
    own.close()
    print(json.dumps(places), flush=True)


main(*sys.argv[1:])
