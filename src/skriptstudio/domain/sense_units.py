"""Where German text may be broken: how much a break between two words disturbs its reader (domain.md 5, "Line break").

Judged by small word lists and by the writing of the words; nothing is parsed.
"""

from collections.abc import Sequence
from itertools import pairwise

INSEPARABLE = 1000
"""Cost of a break that is made only where there is no other way at all."""

_PREPOSITION = 600
"""Before an article: where a phrase is too long for a line, this is the lesser evil."""

_NAME = 300
"""Two capitalised words mostly are a name, but not always ("im Sommer Regen"): others are torn apart later."""

_DETERMINERS = frozenset(
    """
    der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner mein meine meinen meinem
    meiner dein deine deinen deinem deiner sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer unser unsere
    unseren unserem unserer euer eure euren eurem eurer dieser diese dieses diesen diesem jeder jede jedes jeden jedem
    alle allen aller viele vielen einige einigen mehrere mehreren manche manchen welche welcher welches
    """.split()
)
_PREPOSITIONS = frozenset(
    """
    in im ins an am ans auf aufs aus bei beim mit nach von vom vor vorm zu zum zur für fürs über übers unter um ums
    durch durchs gegen ohne bis seit ab hinter hinterm neben zwischen wegen während trotz statt per pro gegenüber
    """.split()
)
_NUMBERS = frozenset(
    """
    zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig
    neunzig hundert tausend beide beiden halbe halben anderthalb
    """.split()
)
_ABOUT = frozenset("rund etwa knapp fast circa mindestens höchstens genau nur gut schon".split())
_TITLES = frozenset("frau herr herrn dr. prof. familie".split())
_ABBREVIATIONS = frozenset(
    "z. b. z.b. d. h. d.h. u. u.a. bzw. ca. nr. dr. prof. st. ggf. inkl. evtl. vgl. str. abs. art. mio. mrd.".split()
)
_OPENS = frozenset("und oder aber denn sondern dass weil wenn ob als bevor nachdem damit sodass sowie".split())
"""Conjunctions: the reader pauses before them."""

_CLINGS = frozenset(
    "und oder aber dass weil wenn wie als ob sehr ganz nicht ich du er sie es wir man was wer wo warum womit".split()
)
"""Words after which the reader waits for the next one, though nothing is torn apart."""

_LEANS = frozenset("ich du er es wir man mich dich sich uns euch mir dir ihm ihn ihnen".split())
"""Pronouns lean on the verb before them."""

_UNITS = frozenset("% € ° uhr prozent euro cent grad meter kilometer millimeter zentimeter m km kg g min h".split())
_CLOSING = "\"'“”«»‘’)]"
_NUMBER_ENDINGS = ("zehn", "zig", "ßig", "hundert", "tausend")
_ENDINGS = ("e", "en", "er", "es", "em")


def break_costs(words: Sequence[str]) -> list[int]:
    """Cost of a break before each word but the first; below 0 where a break helps the reader.

    Args:
        words: of running text, with their punctuation.

    Returns:
        One figure less than there are words.
    """
    held = _noun_phrases(words)
    return [_cost(last, following, held[at + 1]) for at, (last, following) in enumerate(pairwise(words))]


def _cost(last: str, following: str, held: bool) -> int:
    ending = last.rstrip(_CLOSING)[-1:] or last[-1:]
    if _is_dot_of_word(last):
        return INSEPARABLE
    if ending and ending in ".!?…":
        return -30
    if ending and ending in ",;:–—":
        return -25
    if held and last.lower() in _PREPOSITIONS and following.lower() in _DETERMINERS:
        return _PREPOSITION
    if held or _is_measure(last, following) or _is_title(last, following):
        return INSEPARABLE
    if _is_name(last, following):
        return _NAME
    if not any(letter.isalnum() for letter in following):
        return 60  # a lonely sign belongs to what stands before it
    if last.lower() in _CLINGS or following.lower() in _LEANS:
        return 45
    if following.lower() in _OPENS:
        return -15
    # German nouns are capitalised: what stands before one in lower case mostly belongs to it ("neuen Radweg").
    if following[0].isupper() and last[0].islower():
        return 40 if last.endswith(_ENDINGS) else 12
    return 0


def _noun_phrases(words: Sequence[str]) -> list[bool]:
    """For each word whether it belongs to the one before it: article or preposition, adjectives, noun."""
    held = [False] * len(words)
    for at, word in enumerate(words[:-1]):
        bare = word.lower()
        if bare not in _DETERMINERS and bare not in _PREPOSITIONS:
            continue
        end = at + 1
        while end < len(words) - 1 and (_is_adjective(words[end]) or _is_number(words[end])):
            end += 1
        if not (words[end][:1].isupper() or words[end][:1].isdigit()):
            end = at + 1  # no noun: a pronoun, or the part of a verb
        for inner in range(at + 1, end + 1):
            held[inner] = held[inner] or words[inner].lower() not in _OPENS
    return held


def _is_adjective(word: str) -> bool:
    return word[:1].islower() and word.endswith(_ENDINGS) and word not in _OPENS


def _is_dot_of_word(word: str) -> bool:
    """Whether the dot at the end ends no sentence: "Dr.", "3."."""
    return word.lower() in _ABBREVIATIONS or (word.endswith(".") and word[:-1].isdigit() and len(word) <= 3)


def _is_number(word: str) -> bool:
    bare = word.lower()
    return bare in _NUMBERS or bare.endswith(_NUMBER_ENDINGS) or (word[:1].isdigit() and word[-1:].isalnum())


def _is_measure(last: str, following: str) -> bool:
    """A number and what is counted: "zwei Millimeter", "20 %", "Nummer 7"."""
    unit = following.rstrip(".,;:!?…" + _CLOSING).lower() in _UNITS
    counted = _is_number(last) and (unit or following[0].isupper())
    about = last.lower() in _ABOUT and _is_number(following)
    return counted or about or (last[0].isupper() and following[0].isdigit() and last[-1].isalpha())


def _is_title(last: str, following: str) -> bool:
    return last.lower() in _TITLES and following[0].isupper()


def _is_name(last: str, following: str) -> bool:
    """Two capitalised words side by side are a name, or a noun with one: "Mira Albrecht", "Stadt Gießen"."""
    capitals = last[0].isupper() and last[-1].isalpha() and following[0].isupper()
    return capitals and last.lower() not in _CLINGS and following.lower() not in _TITLES
