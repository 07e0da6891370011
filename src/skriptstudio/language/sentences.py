"""Cutting German text into sentences and words."""

import re
from collections.abc import Iterator

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
PAUSE_MARK = re.compile(r"(?<!\S)(?:·|//)(?!\S)")
"""A pause mark stands between spaces; the slashes of an address don't."""

_HIDDEN_DOT = "\u2024"
"""Stands in for the dot of an abbreviation or ordinal while sentences are cut."""


def sentences(text: str) -> list[str]:
    """The sentences of a text in order, trimmed, none of them empty.

    Dots of common abbreviations, ordinals and dates ("am 3. Mai") don't end one.
    A line break does. Pause marks (``·``, ``//``) are no words and fall away.
    """
    silent = _without_marks(text)
    return [" ".join(silent[start:end].split()) for start, end in _stretches(silent)]


def marked_sentences(text: str) -> list[tuple[int, int]]:
    """Where each of ``sentences(text)`` begins and ends in the text, with its pause marks.

    A mark between two sentences belongs to the one before it: that is where the reader waits.
    """
    found = list(_stretches(_without_marks(text)))
    marks = [mark.span() for mark in PAUSE_MARK.finditer(text)]
    result = []
    for at, (start, end) in enumerate(found):
        following = found[at + 1][0] if at + 1 < len(found) else len(text)
        before = [mark for mark, _ in marks if mark < start] if at == 0 else []
        after = [stop for mark, stop in marks if end <= mark < following]
        result.append((min([start, *before]), max([end, *after])))
    return result


def _without_marks(text: str) -> str:
    """The text with spaces in place of its pause marks; every other character stays where it was."""
    return PAUSE_MARK.sub(lambda mark: " " * len(mark.group()), text)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence, without the space around it."""
    line_start = 0
    for line in text.splitlines(keepends=True):
        for match in _SENTENCE.finditer(_guarded(line.rstrip("\r\n"))):
            sentence = match.group()
            if _WORD.search(sentence):
                lead = len(sentence) - len(sentence.lstrip())
                start = line_start + match.start() + lead
                yield start, start + len(sentence.strip())
        line_start += len(line)


def _guarded(line: str) -> str:
    """The line, as long as before, with the dots hidden that end no sentence."""
    for abbreviation in _ABBREVIATIONS:
        line = line.replace(abbreviation, abbreviation.replace(".", _HIDDEN_DOT))
    return re.sub(r"(\d)\.(?=\s*[A-Za-zÄÖÜäöüß\d])", rf"\1{_HIDDEN_DOT}", line)


def words(text: str) -> list[str]:
    """The words of a text, without punctuation; ``7:30`` counts as two."""
    return _WORD.findall(text)
