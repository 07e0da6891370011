"""The first sentence (domain.md 1.3)."""

import re

from skriptstudio.language.findings.passage import Findings, Passage, hint, warn
from skriptstudio.language.syllables import count_syllables

GREEN_SYLLABLES = 13
RED_SYLLABLES = 17
"""Up to 13 good, from 17 on too long for three seconds."""

_GREETING_WORDS = 4
_AUTHORITY_WORDS = 5
_SHOUTED_LETTERS = 6

_GREETING = re.compile(
    r"\b(?:hallo|hi|hey|moin|servus|guten (?:tag|morgen|abend)|herzlich willkommen|willkommen|liebe[rs]?)\b",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(
    r"\b(?:[A-ZÄÖÜ][\w-]*)?(?:[Bb]ehörde|[Mm]inisterium|[Kk]reisverwaltung|[Ss]tadtverwaltung|[Bb]ezirksregierung|"
    r"[Rr]egierungspräsidium|[Ll]andesbetrieb|[Ll]andratsamt|[Ll]andesamt|[Bb]undesamt|[Ll]andkreis)\b"
)
_UNPROVEN = re.compile(r"\b(?:einzigartig\w*|best(?:e[rnsm]?)|garantiert|weltbest\w*|perfekt\w*)\b", re.IGNORECASE)
_PERSON = re.compile(
    r"\b(?:du|dir|dich|dein\w*|ihr|euch|euer\w*|ich|mir|mich|mein\w*|wir|uns|unser\w*)\b", re.IGNORECASE
)
_NUMBER_WORD = re.compile(
    r"\d|\b(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|hundert\w*|tausend\w*)\b", re.IGNORECASE
)
_NOUN = re.compile(r"(?<=[\wäöüß,;–-]\s)[A-ZÄÖÜ][\w-]{2,}")
_VAGUE = re.compile(
    r"(?:Thema|Themen|Bereiche?n?|Möglichkeit(?:en)?|Vielfalt|Aufgaben?|Tätigkeit(?:en)?|Angebote?n?|"
    r"Information(?:en)?|Verwaltung|Alltag|Herausforderung(?:en)?|Perspektiven?|Chancen?|Zukunft|Karriere|Einblicke?)"
)
_SMALL = re.compile(
    r"(?:d(?:er|ie|as|en|em|es)|eine?[rnms]?|keine?[rnms]?|i[nm]|a[mn]|auf|bei[m]?|mit|für|vo[nm]|zu[rm]?|so|hier|heute|"
    r"all[e]?[srn]?|manche|viele?|es|man|wie|was|wer|wo|warum|dann|nicht|ohne|aus|nach|über|unter|jetzt|da|dies\w*|"
    r"[Uu]nd|mehr|bitte|ja|nein|endlich|immer|nie)",
    re.IGNORECASE,
)
"""Words that begin a sentence with a capital and are no nouns."""


def hook_findings(passage: Passage) -> Findings:
    """What is wrong with a hook."""
    if passage.text.strip():
        yield from _length(passage)
        yield from _greeting(passage)
        yield from _authority(passage)
        yield from _shouting(passage)
        yield from _unproven(passage)
        yield from _vague(passage)


def _length(passage: Passage) -> Findings:
    syllables = count_syllables(passage.text)
    if syllables > GREEN_SYLLABLES:
        made = warn if syllables >= RED_SYLLABLES else hint
        yield made("hook_long", 0, len(passage.text), syllables=syllables, limit=GREEN_SYLLABLES)


def _greeting(passage: Passage) -> Findings:
    match = _GREETING.search(" ".join(passage.text.split()[:_GREETING_WORDS]))
    if match:
        start = passage.text.find(match.group())
        if start >= 0:
            yield hint("hook_greeting", start, start + len(match.group()), word=match.group())


def _authority(passage: Passage) -> Findings:
    opening = re.match(rf"\s*(?:\S+\s*){{1,{_AUTHORITY_WORDS}}}", passage.text)
    match = _AUTHORITY.search(opening.group()) if opening else None
    if match:
        yield hint("hook_authority", match.start(), match.end(), word=match.group())


def _shouting(passage: Passage) -> Findings:
    letters = [letter for letter in passage.text if letter.isalpha()]
    if len(letters) >= _SHOUTED_LETTERS and all(letter.isupper() for letter in letters if letter != "ß"):
        calm = passage.text.capitalize()
        yield hint("hook_shouted", 0, len(passage.text), calm)


def _unproven(passage: Passage) -> Findings:
    for match in _UNPROVEN.finditer(passage.text):
        yield hint("hook_unproven", match.start(), match.end(), word=match.group())


def _vague(passage: Passage) -> Findings:
    """Nothing that one could see: no person, no number, no question, no thing."""
    text = passage.text
    first = text.split()[0].strip(",.!–-")
    nouns = _NOUN.findall(text) if _SMALL.fullmatch(first) else [first, *_NOUN.findall(text)]
    things = [noun for noun in nouns if not _VAGUE.fullmatch(noun)]
    if not (things or "?" in text or _PERSON.search(text) or _NUMBER_WORD.search(text) or len(text.split()) < 3):
        yield hint("hook_vague", 0, len(text))
