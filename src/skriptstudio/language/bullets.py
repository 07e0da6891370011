"""A few key words for a sentence, for those who rather speak freely than read."""

import re

from skriptstudio.language.numbers import spoken_number
from skriptstudio.language.sentences import PAUSE_MARK

MOST_WORDS = 5

_EDGES = "„“”‚‘\"'»«()[]–-,;:!?…"
_NUMBER_WORDS = frozenset({*(spoken_number(n) for n in range(2, 101)), "hundert", "tausend", "halb", "beide", "beiden"})
_UNITS = frozenset({"€", "%", "°"})
_NEGATION = re.compile(r"nicht|nie|niemals|niemand|ohne|kein(?:e[mnrs]?)?", re.IGNORECASE)
_ADDRESS = frozenset({"Sie", "Ihnen", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer", "Du", "Dir", "Dich", "Euch"})
_AFTER_A_VERB = frozenset("ich du er sie es wir ihr man dir dich mir mich uns euch sich".split())
_OPENERS = frozenset(
    """
    ich du er sie es wir ihr man mich mir dich dir uns euch ihm ihn ihnen wer wen wem was wie wo wann warum wieso
    weshalb woher wohin welche welcher welches der die das den dem des ein eine einen einem einer eines dieser diese
    dieses diesen diesem jener jene jenes jeder jede jedes jeden jedem alle alles allen viele manche einige mehrere
    wenige mein meine meinen meinem meiner dein deine deinen deinem deiner sein seine seinen seinem seiner unser unsere
    unseren unserem unserer euer eure euren ihre ihren ihrem ihrer und oder aber denn doch sondern also dann da dabei
    dafür damit danach daran darauf daraus darin darum davon davor dazu deshalb deswegen trotzdem außerdem sonst
    zuerst erst zuletzt schließlich endlich heute gestern morgen jetzt nun gleich bald später früher immer oft
    manchmal selten nur auch sogar noch schon wieder hier dort drinnen draußen oben unten links rechts so vielleicht
    eigentlich natürlich leider zum zur im in am an auf aus bei beim mit nach seit von vom vor für über unter um durch
    gegen hinter neben zwischen bis wenn weil dass ob als obwohl während bevor nachdem sobald solange damit ja nein
    hallo genau stimmt ist sind war waren hat haben hast kann kannst können muss musst müssen willst will wollen darf
    darfst soll sollst wird werden wirst gibt weißt glaubst kennst
    """.split()
)
"""Words that open a sentence and are no nouns although they have a capital letter there."""


def bullet(sentence: str) -> str:
    """Nouns and numbers of a German sentence in order, at most five words and their figures: ``Ding – 2 Millimeter``.

    Words that stand side by side stay together. Negations are kept, since without them the key words would say the
    opposite. Where there is neither noun nor number, the first words stand for the sentence.
    """
    tokens = [_bare(token) for token in PAUSE_MARK.sub(" ", sentence).split()]
    kept = _first([at for at in range(len(tokens)) if _is_key(tokens, at)], tokens)
    if not any(not _NEGATION.fullmatch(tokens[at]) for at in kept):
        return _beginning(tokens)
    groups: list[list[int]] = []
    for at in kept:
        if groups and groups[-1][-1] == at - 1:
            groups[-1].append(at)
        else:
            groups.append([at])
    made = " – ".join(" ".join(tokens[at] for at in group) for group in groups)
    return made.rstrip(".")


def _first(kept: list[int], tokens: list[str]) -> list[int]:
    """As many as five words; figures belong to their words and don't count."""
    words = [at for at in kept if not tokens[at][0].isdigit()]
    return kept if len(words) <= MOST_WORDS else [at for at in kept if at <= words[MOST_WORDS - 1]]


def _beginning(tokens: list[str]) -> str:
    words = [token for token in tokens if token]
    more = " …" if len(words) > MOST_WORDS else ""
    return " ".join(words[:MOST_WORDS]).rstrip(".") + more


def _bare(token: str) -> str:
    """The word without what is written around it; the dot of ``3. Mai`` stays."""
    core = token.strip(_EDGES)
    return core if core[:1].isdigit() else core.rstrip("." + _EDGES)


def _is_key(tokens: list[str], at: int) -> bool:
    token = tokens[at]
    if not token or token in _ADDRESS:
        return False
    if token[0].isdigit() or token.lower() in _NUMBER_WORDS or _NEGATION.fullmatch(token):
        return True
    if token in _UNITS:
        return at > 0 and tokens[at - 1][:1].isdigit()
    if not token[0].isupper():
        return False
    return at > 0 or _opens_as_noun(tokens)


def _opens_as_noun(tokens: list[str]) -> bool:
    following = next(iter(tokens[1:]), "")
    return tokens[0].lower() not in _OPENERS and following.lower() not in _AFTER_A_VERB
