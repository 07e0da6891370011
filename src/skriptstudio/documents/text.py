"""Text from other programs, made clean: what is left is what would be spoken."""

import re
import unicodedata

_NARROW_NOTHING = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff\ufffe\uffff"))
_DIRECTION = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F])
_ABBREVIATIONS = frozenset(
    "z b d h u a o ä bzw ca dr etc evtl ggf inkl max min mio mrd nr prof st str tel u usw vgl zzgl art abs bspw".split()
)
_END = re.compile(r'(?<=[.!?…])["”“»«’)]*\s+')


def cleaned(text: str) -> str:
    """One line of clean text: control and invisible characters dropped, all white space a single blank."""
    shown = unicodedata.normalize("NFC", text).translate(_NARROW_NOTHING).translate(_DIRECTION)
    kept = (" " if c.isspace() else c for c in shown if c.isspace() or unicodedata.category(c) not in ("Cc", "Cs"))
    return " ".join("".join(kept).split())


def cleaned_lines(text: str) -> str:
    """Clean text that keeps its line ends; empty lines are dropped."""
    return "\n".join(line for part in text.split("\n") if (line := cleaned(part)))


def sentences(text: str) -> list[str]:
    """Split clean text after full stops that end a sentence, not an abbreviation or an ordinal."""
    pieces = []
    start = 0
    for end in _END.finditer(text):
        if _ends_sentence(text[start : end.start()], text[end.end() :]):
            pieces.append(text[start : end.end()].strip())
            start = end.end()
    pieces.append(text[start:].strip())
    return [piece for piece in pieces if piece]


def _ends_sentence(before: str, after: str) -> bool:
    if after[:1].islower():
        return False
    word = re.split(r"[\s.(]", before.removesuffix("."))[-1].casefold()
    return not before.endswith(".") or not (word in _ABBREVIATIONS or word.isdigit())
