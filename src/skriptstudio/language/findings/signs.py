"""What stands in a script and can't be spoken as it stands (domain.md 1.10 and 1.11)."""

import re

from skriptstudio.language.findings.gender import GENDER_SIGN
from skriptstudio.language.findings.passage import Findings, Passage, hint

_LONG_WORD = 22
"""Letters. Shorter compounds are everyday words in an office; domain.md's 16 would flag trades and towns."""

_MOST_NUMBERS = 2
_EXACT_DIGITS = 4

_BRACKETS = re.compile(r"\([^()\n]*\)|\[[^\]\n]*\]")
_SEMICOLON = re.compile(r"\s*;(?:\s*(\w))?")
_PARAGRAPH = re.compile(r"§§?\s*")
_SLASH = re.compile(r"(?<=[^\W\d_])\s?/\s?(?=[^\W\d_])")
_LINK = re.compile(r"\b(?:https?://|www\.)\S+|\b[\w.-]+@[\w-]+\.\w+")
_SIGN = re.compile(r"[*_#→⇒•=+<>|~^\\{}\U0001F300-\U0001FAFF\u2600-\u27BF]+")
_CAPITALS = re.compile(r"\b[A-ZÄÖÜ]{2,6}\b")
_SPOKEN_CAPITALS = frozenset(
    "POV IT TÜV WC EU USA DJ TV PC OK ABC LKW PKW EC ADAC ARD ZDF DVD CD USB QR SMS KFZ DIN FSJ AG NATO VR DNA".split()
)
_LONG = re.compile(rf"\b[^\W\d_]{{{_LONG_WORD},}}\b")
_NUMBER = re.compile(r"\d[\d.,:\u202f\u00a0]*")


def sign_findings(passage: Passage) -> Findings:
    """Signs, abbreviations, long words and numbers that nobody can say."""
    text = passage.text
    gender = [match.span() for match in GENDER_SIGN.finditer(text)]
    for code, pattern, instead in (
        ("in_brackets", _BRACKETS, None),
        ("paragraph_sign", _PARAGRAPH, "Paragraf "),
        ("slash", _SLASH, " oder "),
        ("link", _LINK, None),
        ("sign", _SIGN, None),
        ("long_word", _LONG, None),
    ):
        for match in pattern.finditer(text):
            if not any(start <= match.start() < end for start, end in gender):
                yield hint(code, match.start(), match.end(), instead, word=match.group().strip())
    for match in _SEMICOLON.finditer(text):
        begins = f". {match[1].upper()}" if match[1] else "."
        yield hint("semicolon", match.start(), match.end(), begins, word=";")
    yield from _abbreviations(text)
    yield from _numbers(passage)


def _abbreviations(text: str) -> Findings:
    if text.isupper():
        return
    for match in _CAPITALS.finditer(text):
        if match.group() not in _SPOKEN_CAPITALS:
            yield hint("abbreviation", match.start(), match.end(), word=match.group())


def _numbers(passage: Passage) -> Findings:
    for sentence in passage.sentences:
        found = list(_NUMBER.finditer(sentence.text))
        if len(found) > _MOST_NUMBERS:
            start, end = sentence.start + found[0].start(), sentence.start + found[-1].end()
            yield hint("numbers_many", start, end, count=len(found))
        for number in found:
            digits = [sign for sign in number.group() if sign.isdigit()]
            if len(digits) > _EXACT_DIGITS and digits[-2:] != ["0", "0"]:
                yield hint("number_exact", sentence.start + number.start(), sentence.start + number.end())
