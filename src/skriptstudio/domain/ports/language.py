"""German as it is spoken and read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from skriptstudio.domain.advice import ScriptAdvice
    from skriptstudio.domain.reading import ReadSentence
    from skriptstudio.domain.script import Section


class ScriptCoach(Protocol):
    """Reads a script as a listener would hear it."""

    def advise(self, sections: Sequence[Section]) -> ScriptAdvice:
        """Length, readability and remarks."""
        ...

    def sentences(self, text: str) -> list[str]:
        """The sentences of a text in order."""
        ...

    def reading(self, text: str) -> list[ReadSentence]:
        """The same sentences as a prompter needs them: their place, pause marks, key words and length."""
        ...


Syllables = Callable[[str], int]
"""Counts the spoken syllables of a text; from ``language/``."""
