"""What the stage is told about the take that is about to be made."""

from collections.abc import Sequence

from skriptstudio.domain.script import WHOLE
from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.pages.record.lineup import Lineup
from skriptstudio.ui.pages.record.stage_parts import StageSection
from skriptstudio.ui.pages.record.stage_text import Scene
from skriptstudio.ui.pages.record.words import section_name, take_title
from skriptstudio.ui.prompter.reading import Sentence


def scene_of(lineup: Lineup, section: str, sentences: Sequence[Sentence], say: Say) -> Scene:
    """The next take of a section, or of the whole script, with all sections beside it."""
    rows = [
        StageSection(name, section_name(name, say), section != WHOLE and lineup.has_take(name))
        for name in lineup.sections
    ]
    return Scene(take_title(section, lineup.next_number(section), say), section, sentences, rows)
