"""The ``ScriptCoach`` port: all that the language room knows about one script."""

from collections.abc import Sequence

from skriptstudio.domain.advice import ScriptAdvice, SectionAdvice
from skriptstudio.domain.script import Section
from skriptstudio.language.readability import readability
from skriptstudio.language.remarks import remarks
from skriptstudio.language.sentences import sentences
from skriptstudio.language.syllables import count_syllables
from skriptstudio.language.tempo import script_seconds, spoken_seconds


class GermanCoach:
    """Reads German scripts for the ear."""

    def advise(self, sections: Sequence[Section]) -> ScriptAdvice:
        texts = [section.text for section in sections]
        return ScriptAdvice(
            tuple(_advice(section) for section in sections),
            script_seconds(texts),
            readability("\n".join(texts)),
        )

    def sentences(self, text: str) -> list[str]:
        return sentences(text)


def _advice(section: Section) -> SectionAdvice:
    return SectionAdvice(section, count_syllables(section.text), spoken_seconds(section.text), tuple(remarks(section)))
