"""Words that aren't figures: foreign letters, capitals that are spelled, capitals inside a word."""

import re
import unicodedata
from collections.abc import Callable

Readings = tuple[str, ...]

_NAMES = {
    **dict(zip("abcdefghijklm", "ah beh zeh deh eh eff geh hah ih jott kah ell emm".split(), strict=True)),
    **dict(zip("nopqrstuvwxyz", "enn oh peh kuh err ess teh uh vau weh iks üpsilon zett".split(), strict=True)),
    "ä": "äh",
    "ö": "öh",
    "ü": "üh",
    "ß": "esszett",
}
_GERMAN = frozenset("abcdefghijklmnopqrstuvwxyzäöüß")
_FOREIGN = str.maketrans(
    {"ç": "s", "ş": "sch", "š": "sch", "ś": "sch", "č": "tsch", "ć": "tsch", "ž": "sch", "ż": "sch", "ł": "w"}
    | {"ğ": "", "ı": "i", "ø": "ö", "å": "o", "æ": "ä", "œ": "ö", "ñ": "nj", "đ": "dsch", "ð": "d", "þ": "t"}
)
_INNER_CAPITAL = re.compile(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])")
_SPELLED = re.compile(r"[A-ZÄÖÜ]{1,5}s?")
_VOWELS = frozenset("AEIOUÄÖÜY")


def word_readings(word: str, lexicon: Callable[[str], Readings]) -> Readings:
    """How a word of letters is said, in small German letters and blanks; empty if nothing in it can be said."""
    if len(word) > 1 and _SPELLED.fullmatch(word):
        letters = spelled(word)
        readable = len(word) > 2 and any(letter in _VOWELS for letter in word)
        return (letters, word.lower()) if readable else (letters,)
    if len(parts := _INNER_CAPITAL.split(word)) > 1:
        said = [lexicon(part) or word_readings(part, lexicon) for part in parts]
        return (" ".join(readings[0] for readings in said if readings),)
    if len(word) == 1 and word.lower() in _NAMES:
        return (_NAMES[word.lower()],)
    plain = german_letters(word)
    return (plain,) if plain else ()


def spelled(word: str) -> str:
    """The names of the letters of a word."""
    return " ".join(_NAMES[letter] for letter in word.lower() if letter in _NAMES)


def german_letters(word: str) -> str:
    """A word in small German letters: foreign ones become what they sound like, unknown ones fall away."""
    return "".join(_letter(sign) for sign in unicodedata.normalize("NFC", word).lower().translate(_FOREIGN))


def _letter(sign: str) -> str:
    if sign in _GERMAN:
        return sign
    return "".join(base for base in unicodedata.normalize("NFKD", sign).lower() if base in _GERMAN)
