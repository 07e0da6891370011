"""Beside station 4: what could be tidied in a cut, and what was said otherwise than it was written."""

from collections.abc import Callable
from dataclasses import dataclass

from skriptstudio.domain.captions import TimedWord
from skriptstudio.domain.ports.language import ScriptCoach
from skriptstudio.domain.production import Production
from skriptstudio.domain.reading import PAUSE_SECONDS
from skriptstudio.domain.readings import Unsaid, unsaid
from skriptstudio.domain.take import Take
from skriptstudio.domain.tidy import Heard, Suggestion, suggestions

Listen = Callable[[Production, Take], tuple[TimedWord, ...]]
"""When each word was said in a take, in seconds of it."""


@dataclass(frozen=True)
class Tidying:
    """What was found about a cut.

    Attributes:
        suggestions: in the order of the clip.
        unsaid: sentences of the script that the clip lacks.
    """

    suggestions: tuple[Suggestion, ...] = ()
    unsaid: tuple[Unsaid, ...] = ()


class Tidy:
    """Looks for what could go; whoever agrees sets the cut without it."""

    def __init__(self, coach: ScriptCoach, listen: Listen) -> None:
        self._coach = coach
        self._listen = listen

    def look(self, production: Production) -> Tidying:
        """Everything about the cut as it would be published; nothing is changed.

        Raises:
            NothingRecorded, MissingFile, NotMedia.
        """
        segments = production.effective_cut().segments
        heard = {take.id: self._heard(production, take) for take in production.takes_shown()}
        missing = unsaid(
            segments,
            {take: one.words for take, one in heard.items()},
            {take: one.sentences for take, one in heard.items()},
        )
        return Tidying(suggestions(segments, heard), missing)

    def _heard(self, production: Production, take: Take) -> Heard:
        text = production.script.text_of(take.section)
        words = self._listen(production, take)
        return Heard(tuple(self._coach.sentences(text)), words, take.speech, self._wanted_pauses(text))

    def _wanted_pauses(self, text: str) -> frozenset[tuple[int, int]]:
        wanted = set()
        for number, sentence in enumerate(self._coach.reading(text)):
            word = -1
            for sign in sentence.text.split():
                if sign not in PAUSE_SECONDS:
                    word += 1
                elif word >= 0:
                    wanted.add((number, word))
        return frozenset(wanted)
