"""Cutting German text into sentences and words."""

import re

_ABBREVIATIONS = (
    "z. B.",
    "z.B.",
    "d. h.",
    "d.h.",
    "u. a.",
    "u.a.",
    "bzw.",
    "ca.",
    "Nr.",
    "Dr.",
    "St.",
    "usw.",
    "ggf.",
    "inkl.",
)
_SENTENCE = re.compile(r".+?(?:[.!?…]+[\"“”»)]*(?=\s|$)|$)", re.DOTALL)
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_PAUSE_MARK = re.compile(r"(?:^|\s)(?:·|//)(?=\s|$)")
_HIDDEN_DOT = "\u2024"
"""Stands in for the dot of an abbreviation or ordinal while sentences are cut."""


def sentences(text: str) -> list[str]:
    """The sentences of a text in order, trimmed, none of them empty.

    Dots of common abbreviations, ordinals and dates ("am 3. Mai") don't end one.
    A line break does. Pause marks (``·``, ``//``) are no words and fall away.
    """
    result = []
    for line in _PAUSE_MARK.sub(" ", text).splitlines():
        guarded = _guarded(line)
        for match in _SENTENCE.finditer(guarded):
            sentence = " ".join(match.group().replace(_HIDDEN_DOT, ".").split())
            if _WORD.search(sentence):
                result.append(sentence)
    return result


def _guarded(line: str) -> str:
    for abbreviation in _ABBREVIATIONS:
        line = line.replace(abbreviation, abbreviation.replace(".", _HIDDEN_DOT))
    return re.sub(r"(\d)\.(?=\s*[A-Za-zÄÖÜäöüß\d])", rf"\1{_HIDDEN_DOT}", line)


def words(text: str) -> list[str]:
    """The words of a text, without punctuation; ``7:30`` counts as two."""
    return _WORD.findall(text)
