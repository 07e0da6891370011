"""Hashtags that are linked by the channels and read well by screen readers, and how long a text counts as."""

import re
from collections.abc import Iterable
from unicodedata import normalize

_IN_TEXT = re.compile(r"(?<![\w&/#])#(\w+)")
_CAPITALS = 5
"""More capitals in a row than "DSGVO" has are a shouted word, which is read letter by letter."""
_URL = re.compile(r"https?://\S+")
_URL_LENGTH = 23
_EMOJI = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}"
    "|[\u2600-\u27bf\U0001f000-\U0001faff][\ufe0f\U0001f3fb-\U0001f3ff]*"
    "(?:\u200d[\u2640-\u27bf\U0001f000-\U0001faff][\ufe0f\U0001f3fb-\U0001f3ff]*)*"
)
_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
"""Code points that count once; all others, and each emoji, count twice (X: twitter-text, configuration v3)."""


def tags_in(text: str) -> tuple[str, ...]:
    """The hashtags within a text, without their sign, in order."""
    return tuple(_IN_TEXT.findall(text))


def is_well_spelled(tag: str) -> bool:
    """Whether channels make a link of a tag (without its sign) and a screen reader finds its words.

    It has a letter, nothing but letters and figures, a capital in front, and isn't shouted.
    """
    letters = [sign for sign in tag if sign.isalpha()]
    shouted = len(letters) > _CAPITALS and all(sign.isupper() for sign in letters)
    return bool(letters) and tag.isalnum() and not tag[0].islower() and not shouted


def is_run_together(tag: str, texts: Iterable[str]) -> bool:
    """Whether a tag without capitals inside is made of words that stand apart in one of the texts.

    "Eintagimamt" can't be told from "Vermessung" by itself; beside the title "Ein Tag im Amt" it can.
    """
    if any(sign.isupper() for sign in tag[1:]):
        return False
    wanted = tag.casefold()
    return any(_joined(wanted, re.findall(r"\w+", text.casefold())) for text in texts)


def _joined(wanted: str, words: list[str]) -> bool:
    return any(
        "".join(words[first:last]) == wanted
        for first, _ in enumerate(words)
        for last in range(first + 2, len(words) + 1)
        if len("".join(words[first:last])) <= len(wanted)
    )


def weighted_length(text: str) -> int:
    """How long a text counts as on X: an address counts 23, an emoji and most foreign letters 2."""
    plain = normalize("NFC", text)
    plain, links = _URL.subn("", plain)
    plain, emojis = _EMOJI.subn("", plain)
    light = sum(any(low <= ord(sign) <= high for low, high in _LIGHT) for sign in plain)
    return links * _URL_LENGTH + 2 * emojis + light + 2 * (len(plain) - light)
