"""How a sentence is built (domain.md 1.8 and 1.10)."""

import re

from skriptstudio.domain.script import SectionKind
from skriptstudio.language.findings.passage import Findings, Passage, Sentence, hint, warn

HINT_WORDS = 12
WARN_WORDS = 18
"""Bands of domain.md 1.8 for spoken sentences."""

_ABSTRACT = re.compile(r"\b[A-ZÄÖÜ]\w+(?:ung|ungen|heit|heiten|keit|keiten|ismus|tion|tionen|tät|täten)\b")
_EVERYDAY = re.compile(
    r"(?:Ausbildung|Wohnung|Zeitung|Verwaltung|Vermessung|Zeichnung|Rechnung|Heizung|Leitung|Prüfung|Übung|Meinung|"
    r"Kreuzung|Böschung|Lösung|Werbung|Bewerbung|Kleidung|Ordnung|Richtung|Station|Aktion|Information|Funktion|"
    r"Mehrheit|Wahrheit|Gesundheit|Krankheit|Freiheit|Sicherheit|Gelegenheit|Vergangenheit|Kindheit|Universität|"
    r"Realität|Qualität|Million|Position|Tradition|Restaurierung|Sammlung|Ausstellung|Siedlung|Zahlung|Sitzung|"
    r"Abteilung|Beratung|Begrüßung|Pflanzung|Messung|Erklärung|Entscheidung|Erfahrung|Hoffnung|Stimmung|Überraschung)"
    r"(?:en)?"
)
_MOST_ABSTRACT = 1

_WERDEN = r"(?:werde|wirst|wird|werden|werdet|wurde|wurden|wurdest|wurdet|worden)"
_ALWAYS_PARTICIPLE = (
    r"(?:\w*ge(?!rade|rn|nug|wiss|sund|nau|mein)\w{2,}t|(?:be|er|ver|zer|ent|emp|miss)\w{2,}t|\w{3,}iert)"
)
_STRONG_PARTICIPLE = r"(?:\w*ge\w{2,}en|(?:be|er|ver|zer|ent|emp|miss)\w{2,}en)"
_PASSIVE = re.compile(rf"\b{_WERDEN}\b[^.,;:!?–]*?\b{_ALWAYS_PARTICIPLE}\b", re.IGNORECASE)
_STRONG_PASSIVE = re.compile(rf"\b(?:wird|wurden?)\b[^.,;:!?–]*?\b({_STRONG_PARTICIPLE})\b", re.IGNORECASE)
_NO_PARTICIPLE = re.compile(
    r"(?:bereit|bekannt|berühmt|verrückt|ernst|bestimmt|beliebt|verliebt|\w*gerecht|gefragt|bewusst|erst|gut|geht|"
    r"gehen|geben|gewinnen|genießen|gehören|gefallen|geschehen|gelten|gelingen|genügen|gestalten|gegen|gestern|"
    r"\w*gegen|wegen|bekommen|bestehen|besuchen|beginnen|verstehen|erleben|erfahren|erkennen|erzählen|verdienen|"
    r"\w*gegend\w*|beiden|bei\w+|eben\w*|verdammt|gelb\w*|\w*geist|begeistert)",
    re.IGNORECASE,
)
_TO_BE_DONE = re.compile(
    r"\b(?:ist|sind)\b[^.,;:!?–]*?\b((?:ein|vor|bei|mit|ab|an|nach|auf|aus|durch|zurück)zu\w+en)\b"
)
_BRACKET = re.compile(
    r"\b(?:habe|hast|hat|haben|habt|kann|kannst|können|muss|musst|müssen|soll|sollst|sollen|will|willst|wollen|darf|"
    r"darfst|dürfen|werde|wirst|wird|werden)\b((?:\s+[\w-]+){9,})(?=\s*[.,;:!?–]|\s*$)"
)
_PARTICIPLE_CHAIN = re.compile(
    r"\b(?:[Dd](?:er|ie|as|en|em|es)|[Ee]ine?[rnms]?)\s+"
    r"(?:bis|im|in|vom|von|zur|zum|auf|am|an|mit|für|durch|bei|beim|nach|aus|über|unter|ans|ins)\s+"
    r"(?:[\wäöüß-]+\s+){1,6}?(?:[a-zäöüß]{3,}nde[nrsm]?|[a-zäöüß]*ge[a-zäöüß]+(?:te|ene)[nrsm]?|[a-zäöüß]+ierte[nrsm]?)\s+"
    r"[A-ZÄÖÜ][\w-]+"
)
_GENITIVES = re.compile(
    r"\b(?:des|der)\s+[A-ZÄÖÜ][\w-]+\s+des\s+[A-ZÄÖÜ][\w-]+|\bdes\s+[A-ZÄÖÜ][\w-]+\s+der\s+[A-ZÄÖÜ][\w-]+"
)


def sentence_findings(passage: Passage) -> Findings:
    """What makes sentences hard to say and to follow."""
    for sentence in passage.sentences:
        yield from _length(sentence)
        yield from _nominal(sentence)
        if passage.section.kind is not SectionKind.HOOK:  # "Was wurde hier gefunden?" makes curious, and is short
            yield from _passive(sentence)
        yield from _matched("to_be_done", _TO_BE_DONE, sentence, 1)
        yield from _matched("bracket", _BRACKET, sentence)
        yield from _matched("participle_chain", _PARTICIPLE_CHAIN, sentence)
        yield from _matched("genitives", _GENITIVES, sentence)


def _length(sentence: Sentence) -> Findings:
    count = len(sentence.words)
    if count > HINT_WORDS:
        made = warn if count > WARN_WORDS else hint
        yield made("sentence_long", sentence.start, sentence.end, words=count, limit=HINT_WORDS)


def _nominal(sentence: Sentence) -> Findings:
    found = [noun for noun in _ABSTRACT.finditer(sentence.text) if not _EVERYDAY.fullmatch(noun.group())]
    if len(found) > _MOST_ABSTRACT:
        start, end = sentence.start + found[0].start(), sentence.start + found[-1].end()
        yield hint("nominal", start, end, words=", ".join(noun.group() for noun in found))


def _passive(sentence: Sentence) -> Findings:
    for pattern in (_PASSIVE, _STRONG_PASSIVE):
        match = pattern.search(sentence.text)
        if match and not _NO_PARTICIPLE.fullmatch(match.group().split()[-1]):
            yield hint("passive", sentence.start + match.start(), sentence.start + match.end())
            return


def _matched(code: str, pattern: re.Pattern[str], sentence: Sentence, group: int = 0) -> Findings:
    match = pattern.search(sentence.text)
    if match:
        yield hint(code, sentence.start + match.start(group), sentence.start + match.end(group))
