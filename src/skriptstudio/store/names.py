"""Folder names that people can read and every system accepts."""

import re
import unicodedata

MAX_SLUG_CHARS = 40
"""Bound of the readable part, so that deep paths stay short."""

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "ẞ": "SS"})
_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d", re.IGNORECASE)
_NAMELESS = "Produktion"


def slug(title: str) -> str:
    """The title as part of a folder name: ASCII letters, digits and hyphens, at most 40 of them.

    Umlauts are spelled out, because cloud drives and systems disagree on how
    to store them. A title without any Latin letter or digit gives a stand-in.
    """
    spelled = unicodedata.normalize("NFC", title).translate(_GERMAN)
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    words = re.findall(r"[A-Za-z0-9]+", plain)
    short = _shortened("-".join(words)) or _NAMELESS
    return f"{short}-{_NAMELESS}" if _RESERVED.fullmatch(short) else short


def _shortened(text: str) -> str:
    """Cut at a hyphen where there is one not too far from the end."""
    if len(text) <= MAX_SLUG_CHARS:
        return text
    whole_words, _, _ = text[: MAX_SLUG_CHARS + 1].rpartition("-")
    return whole_words if len(whole_words) > MAX_SLUG_CHARS // 2 else text[:MAX_SLUG_CHARS].strip("-")


def foldings(text: str) -> tuple[str, str]:
    """Two spellings for a search that sees no difference of case or umlaut: ``buero`` and ``buro``."""
    lower = unicodedata.normalize("NFC", text).casefold()
    return _without_accents(lower.translate(_GERMAN)), _without_accents(lower)


def _without_accents(text: str) -> str:
    for _ in range(2):  # taking a letter apart may bring a capital to light
        text = unicodedata.normalize("NFKD", text).casefold()
    return " ".join("".join(c for c in text if not unicodedata.combining(c)).split())
