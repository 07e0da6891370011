"""Texts in the language of the user.

The English text in the code is the key (gettext's way), so English is complete by
construction; the files in ``assets/locale/de`` hold the German as plain text, one for
each part of the program. No compiled catalogue has to be shipped.
"""

import re
from collections.abc import Mapping
from functools import cache

from skriptstudio.domain.assets import asset

LANGUAGES = ("de", "en")
DEFAULT_LANGUAGE = "de"
_DECIMAL_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_ENTRY = re.compile(r'^msgid ((?:"[^\n]*"\n)+)msgstr ((?:"[^\n]*"(?:\n|$))+)', re.MULTILINE)
_QUOTED = re.compile(r'^"(.*)"$', re.MULTILINE)
_ESCAPED = re.compile(r"\\(.)")


def translations(text: str) -> dict[str, str]:
    """What a PO file without contexts and plurals translates: every msgid with its msgstr, the header left out.

    Every start of the program reads them all; polib, which tests hold this against, takes twenty times as long.
    """
    return {_unquoted(entry[1]): _unquoted(entry[2]) for entry in _ENTRY.finditer(text) if _unquoted(entry[1])}


def _unquoted(lines: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] == "n" else found[1], "".join(_QUOTED.findall(lines)))


@cache
def _catalogue(language: str) -> Mapping[str, str]:
    if language == "en":
        return {}
    whole: dict[str, str] = {}
    for path in sorted(asset(f"locale/{language}").glob("*.po")):
        whole |= translations(path.read_text(encoding="utf-8"))
    return whole


class Speaker:
    """Says things in one language.

    Attributes:
        language: ``de`` or ``en``; anything else falls back to German.
    """

    def __init__(self, language: str = DEFAULT_LANGUAGE) -> None:
        self.language = language if language in LANGUAGES else DEFAULT_LANGUAGE

    def say(self, text: str, /, **values: object) -> str:
        """The translation of ``text`` with its ``{fields}`` filled in.

        An empty text stays empty.
        """
        return self.translate(text).format(**values)

    def figure(self, text: str) -> str:
        """A short text of figures and units with the decimal sign of the language."""
        return _DECIMAL_POINT.sub(",", text) if self.language == "de" else text

    def translate(self, text: str) -> str:
        """The translation of ``text`` as it stands."""
        return _catalogue(self.language).get(text) or text
