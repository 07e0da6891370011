"""A sentence as it is spoken, token by token: what stands between blanks keeps its place."""

import re
import unicodedata
from collections.abc import Sequence

from skriptstudio.language.spoken import figures
from skriptstudio.language.spoken.letters import word_readings
from skriptstudio.language.spoken.lexicon import Lexicon, Readings

_OPENING, _CLOSING = "„“”‚‘’\"'»«›‹([{<*_…–—-·/#@~^|", "„“”‚‘’\"'»«›‹)]}>*_…–—-·/,;:!?~^|"
_PRICE = re.compile(r"(\d+(?:\.\d{3})*),(\d\d|--|–)")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)")
_EURO = frozenset({"€", "euro", "eur"})
_SIGNED = re.compile(r"([\d.,]*\d)\s*(€|%|°C|°|km/h|km|kg|qm|m²|m|cm|mm|min|h|x|g|l|t)")
_PIECES = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[€%&+§°@]")
_MOST_READINGS = 4


class SpokenGerman:
    """Says how each token of a German sentence is spoken.

    Args:
        lexicon: words that aren't said as they are written.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def __call__(self, sentence: str) -> tuple[Readings, ...]:
        """Readings of each blank-separated token, the likeliest first, in small German letters and blanks.

        A token that isn't spoken (a dash, an emoji) has none.
        """
        tokens = sentence.split()
        read: list[Readings] = []
        while len(read) < len(tokens):
            for kind in (self._listed, _priced, _timed):
                if found := kind(tokens, len(read)):
                    read += found
                    break
            else:
                read.append(self._token(tokens[len(read)], len(read) == len(tokens) - 1))
        return tuple(tuple(dict.fromkeys(readings))[:_MOST_READINGS] for readings in read)

    def _listed(self, tokens: Sequence[str], at: int) -> list[Readings]:
        """Entries of several tokens, e.g. ``z. B.``: one word each, the last one takes the rest."""
        for count in range(min(self._lexicon.longest, len(tokens) - at), 1, -1):
            written = " ".join([*tokens[at : at + count - 1], tokens[at + count - 1].rstrip(",;:!?")])
            if readings := self._lexicon(written.lstrip(_OPENING)):
                words = readings[0].lower().split()
                head = [(word,) for word in words[: count - 1]]
                return [*head, *[()] * (count - 1 - len(head)), (" ".join(words[count - 1 :]),)]
        return []

    def _token(self, token: str, last: bool) -> Readings:
        bare = token.lstrip(_OPENING).rstrip(_CLOSING)
        for written in (token, bare):
            if readings := self._lexicon(written):
                return tuple(reading.lower() for reading in readings)
        core = bare if bare[:1].isdigit() and not last else bare.rstrip(".")
        if readings := (figures.figure(core) or self._lexicon(core) or figures.figure(bare)):
            # "am 3." at the end of a sentence may be the number or the ordinal
            also = figures.figure(bare)[:2] if core != bare else ()
            return tuple(reading.lower() for reading in (readings[0], *also, *readings[1:]))
        return self._signed(core) or self._pieces(core)

    def _signed(self, token: str) -> Readings:
        """A figure with its unit right behind it: ``5%``, ``12,50€``."""
        match = _SIGNED.fullmatch(token)
        if match is None:
            return ()
        if match[2] == "€" and (paid := _PRICE.fullmatch(match[1])):
            before, after = _price(paid)
            return (f"{before} Euro {after}".strip().lower(),)
        units = self._lexicon(match[2]) or (match[2],)
        return tuple(f"{said} {units[0]}".lower() for said in figures.figure(match[1]))

    def _pieces(self, token: str) -> Readings:
        """Parts at hyphens, between letters and figures, and where a capital stands inside: each said by itself."""
        plain = unicodedata.normalize("NFC", re.sub(r"(?<=\w)[:*_](?=innen?\b)", "", token))
        said: list[Readings] = []
        for piece in _PIECES.findall(plain):
            listed = self._lexicon(piece) or figures.figure(piece)
            said.append(listed or word_readings(piece, self._lexicon))
        said = [readings for readings in said if readings]
        if not said:
            return ()
        others = max(len(readings) for readings in said)
        mixed = [" ".join(readings[min(k, len(readings) - 1)] for readings in said) for k in range(others)]
        return tuple(reading.lower() for reading in mixed)


def _priced(tokens: Sequence[str], at: int) -> list[Readings]:
    """``12,50 Euro``: the cents are said behind the currency."""
    paid = _PRICE.fullmatch(tokens[at].lstrip(_OPENING))
    if paid is None or at + 1 >= len(tokens) or tokens[at + 1].strip(".,;:!?)").casefold() not in _EURO:
        return []
    before, after = _price(paid)
    return [(before,), (f"euro {after}".strip(),)]


def _timed(tokens: Sequence[str], at: int) -> list[Readings]:
    """``7:30 Uhr``: the minutes are said behind *Uhr*."""
    time = _CLOCK.fullmatch(tokens[at].lstrip(_OPENING))
    if time is None or at + 1 >= len(tokens) or tokens[at + 1].strip(".,;:!?)") != "Uhr":
        return []
    hour, minute = figures.clock(time[1], time[2])
    return [(hour,), (f"uhr {minute}".strip(),)]


def _price(paid: re.Match[str]) -> tuple[str, str]:
    return figures.price(paid[1], paid[2] if paid[2].isdigit() else "0")
