"""Words about people: nobody left out, nobody invited or refused for their age (domain.md 1.11 and 4.9)."""

import re

from skriptstudio.domain.house import GenderRule
from skriptstudio.language.findings.passage import Findings, Passage, hint, warn
from skriptstudio.language.findings.word_list import WordList, suggestion

_SEEKING = re.compile(
    r"\b(?:gesucht|suchen|sucht|such(?:e|st)|brauchen|bewirb|bewerben|einstellen|stellen .{0,30} ein)\b", re.I
)
_AGE = re.compile(
    r"\b(?:jung(?:e[nrsm]?)?(?:\s*,?\s*(?:und\s+)?dynamisch\w*|\s+(?:Leute|Menschen|Team|Talente|Bewerber\w*|Kolleg\w+))|"
    r"nicht älter als|maximal \d+ Jahre|Digital Natives?|Berufsanfänger\w*)\b"
)
_ORIGIN = re.compile(r"\b(?:Muttersprachler\w*|Deutsch als Muttersprache|akzentfrei\w*|einheimisch\w*)\b")
_ALWAYS = re.compile(r"dynamisch|älter als|maximal|Muttersprach|akzentfrei", re.IGNORECASE)
_PAIR_NEAR = re.compile(r"innen\s+und|und\s+\w+innen")
_ONE_MAN = re.compile(r"\b(?:ein|mein|dein|unser|der|diese[rn]?|jede[rn]?)\s+$", re.IGNORECASE)


def people_findings(passage: Passage, names: WordList, rule: GenderRule = GenderRule.NEUTRAL) -> Findings:
    """What leaves somebody out. ``names`` are words that only name men; a house may decide not to look at them."""
    for sentence in passage.sentences:
        seeking = _SEEKING.search(sentence.text)
        for pattern, code in ((_AGE, "agg_age"), (_ORIGIN, "agg_origin")):
            for match in pattern.finditer(sentence.text):
                if seeking or _ALWAYS.search(match.group()):
                    yield warn(code, sentence.start + match.start(), sentence.start + match.end(), word=match.group())
    if rule is GenderRule.NO_SIGNS:
        return
    text = passage.text
    for start, end, entry in names.find(text):
        if not _PAIR_NEAR.search(text[max(0, start - 25) : end + 25]) and not _ONE_MAN.search(text[:start]):
            yield hint(
                "only_men", start, end, suggestion(entry, text[start:end]), word=text[start:end], better=entry.said
            )
