"""Counting spoken German syllables without a dictionary.

The measure of spoken length is the syllable, not the word: 130 words a minute
are 3.1 syllables a second in plain speech and 6.0 in administrative German
(domain.md 1.6). Groups of vowels are counted; words whose vowels mislead stand in
a list that everybody can read (``assets/language/silben.txt``); figures, dates and
abbreviations count as they are said.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from skriptstudio.domain.assets import asset
from skriptstudio.language.sentences import sentences, words
from skriptstudio.language.spoken.lexicon import Lexicon, own_lexicon
from skriptstudio.language.spoken.reader import SpokenGerman

_NUCLEUS = re.compile(r"eau(?![fgtß])|ou(?!m[a-z]|rl|hr|nte|ntr)|aa|ee|ie|oo|ei|ai|au|äu|eu|[aeo]y|[aeiouyäöüéèêáàó]")
_TWO_AT_THE_END = re.compile(r"(?<=[ei])(?=ens?$)|(?<=i)(?=elle?[mnrs]?$|enz(?:en)?$)")
"""*Ideen*, *Energien*, *offizielle*, *Effizienz*."""

_CONSONANT_Y = re.compile(r"^y(?=[aeiouäöü])")
_CAPITALS = re.compile(r"[A-ZÄÖÜ]{2,5}s?")
_READ_AS_WORD = frozenset({"NATO", "BAföG", "TÜV", "UNO", "DIN", "AZUBI"})
_FIGURE = re.compile(r"[\d€%§&+°²@]")
_PARTS = re.compile(r"[-/]")
_APOSTROPHES = re.compile(r"['’]")
_WORD = re.compile(r"(?=.*[aeiouyäöü])[^\W\d_]+(?:[-'’:*][^\W\d_]+)*\.?", re.IGNORECASE)
"""Letters with at least one vowel; ``kg`` and ``km/h`` are read out."""

_EDGES = "„“”‚‘’\"'»«()[]–-,;:!?…"


def count_syllables(text: str) -> int:
    """Spoken syllables of a text; figures and abbreviations count as they are spoken."""
    return _in_word(text) if text.isalpha() else sum(map(_in_sentence, sentences(text)))


@lru_cache(maxsize=2_000)  # at each key all sentences but one are those of before
def _in_sentence(text: str) -> int:
    return sum(_in_word(part) for word in _said(text) for part in _PARTS.split(word) if part)


def _said(text: str) -> Iterator[str]:
    """The words of a text; in place of figures and abbreviations those that are said for them."""
    lexicon, reader = _reader()
    if not _FIGURE.search(text) and not any(token[-1] == "." and _shortened(token, lexicon) for token in text.split()):
        yield from words(text)
        return
    for token, readings in zip(text.split(), reader(text), strict=True):
        # A word keeps its own syllables: the reader's spelling is made for sounds, *Familje*.
        plain = _WORD.fullmatch(token.strip(_EDGES)) and not _shortened(token, lexicon)
        yield from words(token if not readings or (plain and " " not in readings[0]) else readings[0])


def _shortened(token: str, lexicon: Lexicon) -> bool:
    """Whether a token is an abbreviation like ``bzw.`` or the ``z.`` of ``z. B.``, by its dot."""
    bare = token.strip(_EDGES)
    return bare.endswith(".") and (len(bare) == 2 or bool(lexicon(bare)))


@cache
def _reader() -> tuple[Lexicon, SpokenGerman]:
    lexicon = own_lexicon()
    return lexicon, SpokenGerman(lexicon)


@lru_cache(maxsize=20_000)
def _in_word(word: str) -> int:
    plain = _APOSTROPHES.sub("", word).lower()
    listed, misleading = _list()
    if plain in listed:
        return _nuclei(listed[plain])
    if _CAPITALS.fullmatch(word) and word not in _READ_AS_WORD:
        return sum(3 if letter == "Y" else 1 for letter in word if letter.isupper())
    return _nuclei(_TWO_AT_THE_END.sub("-", misleading(plain)))


def _nuclei(word: str) -> int:
    return max(1, len(_NUCLEUS.findall(_CONSONANT_Y.sub("j", word.replace("qu", "q")))))


@cache
def _list() -> tuple[dict[str, str], Callable[[str], str]]:
    """Whole words with what is said, and a function that replaces the listed parts of longer ones."""
    whole: dict[str, str] = {}
    patterns: list[str] = []
    parts: dict[str, str] = {}
    for line in asset("language/silben.txt").read_text(encoding="utf-8").splitlines():
        written, equals, said = line.partition(" = ")
        if not equals or line.startswith("#"):
            continue
        stem = written.strip("+")
        whole.setdefault(stem, said)
        if written != stem:
            parts[stem] = said
            patterns.append(("" if written[0] == "+" else "^") + stem + ("" if written[-1] == "+" else "$"))
    found = re.compile("|".join(sorted(patterns, key=len, reverse=True)))
    return whole, lambda word: found.sub(lambda match: parts[match.group()], word)
