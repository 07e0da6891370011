"""What a reader of the script would remark: advice, never a wall.

The first few rules; each is a small function from a section to its findings.
"""

import re
from collections.abc import Iterator

from skriptstudio.domain.advice import Remark
from skriptstudio.domain.clip import Severity
from skriptstudio.domain.script import Section, SectionKind
from skriptstudio.language.sentences import sentences, words
from skriptstudio.language.syllables import count_syllables

HOOK_GREEN_SYLLABLES = 13
HOOK_RED_SYLLABLES = 17
"""Hook bands of domain.md 1.3: up to 13 good, from 17 on too long for three seconds."""

SENTENCE_HINT_WORDS = 12
SENTENCE_WARN_WORDS = 18
"""Bands of domain.md 1.8 for spoken sentences."""

_GREETING = re.compile(r"(?:hallo|hi|hey|moin|servus|guten tag|herzlich willkommen|liebe[rs]?)\b", re.IGNORECASE)


def remarks(section: Section) -> list[Remark]:
    """All remarks on one section, in the order of the text."""
    found = [*_sentence_length(section)]
    if section.kind is SectionKind.HOOK:
        found += [*_hook_length(section), *_hook_greeting(section)]
    return sorted(found, key=lambda remark: (remark.start, remark.code))


def _hook_length(section: Section) -> Iterator[Remark]:
    syllables = count_syllables(section.text)
    if syllables > HOOK_GREEN_SYLLABLES:
        severity = Severity.WARN if syllables >= HOOK_RED_SYLLABLES else Severity.HINT
        values: dict[str, object] = {"syllables": syllables, "limit": HOOK_GREEN_SYLLABLES}
        yield Remark("hook_long", severity, 0, len(section.text), values)


def _hook_greeting(section: Section) -> Iterator[Remark]:
    opening = " ".join(section.text.split()[:4])
    match = _GREETING.match(opening)
    if match:
        yield Remark("hook_greeting", Severity.HINT, 0, match.end(), {"word": match.group()})


def _sentence_length(section: Section) -> Iterator[Remark]:
    at = 0
    for sentence in sentences(section.text):
        first_word = sentence.split()[0]
        start = max(at, section.text.find(first_word, at))
        count = len(words(sentence))
        at = min(len(section.text), start + len(sentence))
        if count > SENTENCE_HINT_WORDS:
            severity = Severity.WARN if count > SENTENCE_WARN_WORDS else Severity.HINT
            yield Remark("sentence_long", severity, start, at, {"words": count, "limit": SENTENCE_HINT_WORDS})
