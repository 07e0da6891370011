"""Prepares a script for the built-in voice: only what can be read aloud, phrase by phrase.

The engine (SVOX Pico in py-nanotts 0.1.1) reads markup, loops for ever on a word
of 5,000 letters, fails on a number of 100 digits and holds the interpreter while
it speaks (about 4 ms for a second of speech, measured). So phrases are short and
clean before it sees them.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

INTRODUCTION = (
    "Guten Tag, ich bin die Vorführstimme von SkriptStudio. "
    "Sobald ein Skript da ist, lese ich es hier vor. Probieren Sie es gern aus!"
)
"""What is read when there is no text."""

SENTENCE_PAUSE = 0.4
PARAGRAPH_PAUSE = 0.5
BREATH = 0.15
"""Seconds of quiet after a sentence, a paragraph, and a part of an overlong sentence."""

_PHRASE_LIMIT = 180
_WORD_LIMIT = 30
_KEPT = {"Lu", "Ll", "Lt", "Lm", "Lo", "Nd", "No", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Pc", "Sc", "Sm", "Zs"}
_DROPPED = {"Cf", "Mn", "Me"}  # soft hyphens, joiners and emoji variants stand inside words
_MARKUP = re.compile(r"</?\w[^<>]*>")
_BULLET = re.compile(r"\n[ \t]*(?:[-–—*•·]|\d+\))[ \t]+")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'“”‘’»«)\]]*\s+(?=[\"'„“‚‘»«(\[]*[A-ZÄÖÜ])")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:\d+|[^\W\d]|Dr|Prof|Nr|Str|St|Hr|Fr|Abs|Art|Ziff|bzw|ca|evtl|ggf|inkl|usw|vgl|z\.\s?B)\.$"
)


@dataclass(frozen=True)
class Phrase:
    """Something to be read in one breath.

    Attributes:
        text: at most about 180 characters, without any markup.
        pause: seconds of quiet after it.
    """

    text: str
    pause: float


def phrases(text: str) -> tuple[Phrase, ...]:
    """What is to be read of a text, in order; the introduction if nothing is."""
    found = tuple(_of_text(text))
    return found or tuple(_of_text(INTRODUCTION))


def _of_text(text: str) -> Iterator[Phrase]:
    text = _BULLET.sub("\n\n", "\n" + text.replace("\r\n", "\n"))
    for paragraph in re.split(r"\n\s*\n", text):
        sentences = [s for s in _sentences(_readable(paragraph)) if any(c.isalnum() for c in s)]
        for sentence in sentences:
            *begun, last = _breaths(sentence)
            yield from (Phrase(part, BREATH) for part in begun)
            yield Phrase(last, PARAGRAPH_PAUSE if sentence is sentences[-1] else SENTENCE_PAUSE)


def _readable(text: str) -> str:
    plain = _MARKUP.sub(" ", text).replace("&", " und ")
    letters = (_letter(character) for character in unicodedata.normalize("NFC", plain))
    calm = re.sub(r"[^\w\s]+([^\w\s]{2})", r"\1", "".join(letters))
    short = re.sub(rf"\S{{{_WORD_LIMIT}}}(?=\S)", r"\g<0> ", calm)
    return " ".join(short.split())


def _letter(character: str) -> str:
    category = unicodedata.category(character)
    if category in _DROPPED:
        return ""
    if character in "<>\\" or (category not in _KEPT and character != "°"):
        return " "
    return character


def _sentences(text: str) -> list[str]:
    """A full stop after a number or an abbreviation doesn't end a sentence."""
    sentences = [""]
    for part in _SENTENCE_END.split(text):
        before = sentences[-1]
        if not before or _ABBREVIATED.search(before):
            sentences[-1] = f"{before} {part}".strip()
        else:
            sentences.append(part)
    return sentences


def _breaths(sentence: str) -> list[str]:
    """Parts of a sentence that are short enough, cut after a comma if there is one in reach."""
    parts = []
    while len(sentence) > _PHRASE_LIMIT:
        comma = max(sentence.rfind(mark, 60, _PHRASE_LIMIT) for mark in (", ", "; ", ": ", " – "))
        cut = comma if comma > 0 else sentence.rfind(" ", 0, _PHRASE_LIMIT)
        parts.append(sentence[: cut + 1].strip())
        sentence = sentence[cut + 1 :].strip()
    return [*parts, sentence]
