"""Signs inside of words for people, by the rule of the house (domain.md 1.11)."""

import re

from skriptstudio.domain.house import GenderRule
from skriptstudio.language.findings.passage import Findings, Passage, hint

GENDER_SIGN = re.compile(
    r"\b[A-ZÄÖÜ]\w+?(?:(?P<sign>[*:_·/]-?)(?:in|innen|r|n)\b|(?<=[a-zäöüß])Innen\b)|\(m\s*/\s*w\s*/\s*d\)"
)
"""*Kolleg:innen*, *Kolleg*innen*, *Kolleg_innen*, *KollegInnen*, *(m/w/d)*."""

_ALLOWED = {GenderRule.COLON: ":", GenderRule.STAR: "*"}
"""The sign that a house writes; it is spoken with a short pause."""


def gender_findings(passage: Passage, rule: GenderRule) -> Findings:
    """Signs that the house doesn't write; where it writes another one, that is the suggestion."""
    allowed = _ALLOWED.get(rule, "")
    for match in GENDER_SIGN.finditer(passage.text):
        sign = match["sign"]
        if allowed and sign == allowed:
            continue
        word = match.group()
        other = word.replace(sign, allowed) if sign and allowed else None
        yield hint("gender_sign", match.start(), match.end(), other, word=word)
