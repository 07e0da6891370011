"""The ``ScriptCoach`` port: all that the language room knows about one script."""

from collections.abc import Sequence
from functools import lru_cache

from skriptstudio.domain.advice import ScriptAdvice, SectionAdvice
from skriptstudio.domain.house import GenderRule
from skriptstudio.domain.reading import ReadSentence
from skriptstudio.domain.script import Section
from skriptstudio.language.bullets import bullet
from skriptstudio.language.findings.rules import Words, findings, shipped_words
from skriptstudio.language.readability import readability
from skriptstudio.language.sentences import marked_sentences, sentences
from skriptstudio.language.syllables import count_syllables
from skriptstudio.language.tempo import pause_seconds, script_seconds, spoken_seconds

_KEPT_SECTIONS = 256
"""At each key on the page Write, all sections but one are those of before."""


class GermanCoach:
    """Reads German scripts for the ear.

    Args:
        words: what to look out for; the program's own lists by default.
        gender: how people are named in this house.
    """

    def __init__(self, words: Words | None = None, gender: GenderRule = GenderRule.NEUTRAL) -> None:
        self._words = words
        self._gender = gender
        self._advice = lru_cache(_KEPT_SECTIONS)(self._look)

    def advise(self, sections: Sequence[Section]) -> ScriptAdvice:
        texts = [section.text for section in sections]
        return ScriptAdvice(
            tuple(self._advice(section) for section in sections),
            script_seconds(texts),
            readability("\n".join(texts)),
        )

    def sentences(self, text: str) -> list[str]:
        return sentences(text)

    def reading(self, text: str) -> list[ReadSentence]:
        return [_read(text, start, end) for start, end in marked_sentences(text)]

    def _look(self, section: Section) -> SectionAdvice:
        if self._words is None:
            self._words = shipped_words()
        remarks = tuple(findings(section, self._words, self._gender))
        return SectionAdvice(section, count_syllables(section.text), spoken_seconds(section.text), remarks)


def _read(text: str, start: int, end: int) -> ReadSentence:
    marked = " ".join(text[start:end].split())
    return ReadSentence(start, end, marked, bullet(marked), count_syllables(marked), pause_seconds(marked))
