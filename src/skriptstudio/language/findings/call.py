"""The call to action: one, short, and something that one can do (domain.md 1.5)."""

import re

from skriptstudio.language.findings.passage import Findings, Passage, hint

MOST_WORDS = 12

_CALL = re.compile(
    r"\b(?:schau|schreib|schick|komm|speicher|folg|folge|bewirb|klick|frag|ruf|meld|melde|teil|teile|markier|markiere|"
    r"verlink|besuch|probier|mach|sag|rat|rate|find|finde|lies|hol|lad|abonnier|lass|zeig|kommt|schreibt|schaut|fragt|"
    r"bewerbt|folgt|schickt|guck|tipp|tippe|stimm|nimm|entdeck|entdecke|informier|sprich)\b",
    re.IGNORECASE,
)


def call_findings(passage: Passage) -> Findings:
    """What is wrong with a call to action."""
    if not passage.text.strip():
        return
    calls = list(_CALL.finditer(passage.text))
    if not calls:
        if "?" not in passage.text:
            yield hint("call_missing", 0, len(passage.text))
    elif len(calls) > 1:
        yield hint("calls_many", calls[1].start(), len(passage.text), count=len(calls))
    for sentence in passage.sentences:
        count = len(sentence.words)
        if count > MOST_WORDS and _CALL.search(sentence.text):
            yield hint("call_long", sentence.start, sentence.end, words=count, limit=MOST_WORDS)
