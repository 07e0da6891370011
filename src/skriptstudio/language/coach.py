"""The ``ScriptCoach`` port: all that the language room knows about one script."""

from collections.abc import Sequence
from functools import lru_cache

from skriptstudio.domain.advice import ScriptAdvice, SectionAdvice
from skriptstudio.domain.reading import ReadSentence
from skriptstudio.domain.script import Section
from skriptstudio.language.bullets import bullet
from skriptstudio.language.readability import readability
from skriptstudio.language.remarks import remarks
from skriptstudio.language.sentences import marked_sentences, sentences
from skriptstudio.language.syllables import count_syllables
from skriptstudio.language.tempo import pause_seconds, script_seconds, spoken_seconds


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

    def reading(self, text: str) -> list[ReadSentence]:
        return [_read(text, start, end) for start, end in marked_sentences(text)]


@lru_cache(maxsize=256)  # at each key, only one section is another one
def _advice(section: Section) -> SectionAdvice:
    return SectionAdvice(section, count_syllables(section.text), spoken_seconds(section.text), tuple(remarks(section)))


def _read(text: str, start: int, end: int) -> ReadSentence:
    marked = " ".join(text[start:end].split())
    return ReadSentence(start, end, marked, bullet(marked), count_syllables(marked), pause_seconds(marked))
