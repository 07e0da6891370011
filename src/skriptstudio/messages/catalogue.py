"""Texts in the language of the user.

The English text in the code is the key (gettext's way), so English is complete by
construction; the files in ``assets/locale/de`` hold the German as plain text, one for
each part of the program. They are read by polib and served by gettext, so no compiled
catalogue has to be shipped.
"""

import gettext
import io
import re
from functools import cache
from typing import Protocol

import polib

from skriptstudio.domain.assets import asset

LANGUAGES = ("de", "en")
DEFAULT_LANGUAGE = "de"
_DECIMAL_POINT = re.compile(r"(?<=\d)\.(?=\d)")


@cache
def _translations(language: str) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    whole = polib.POFile()
    whole.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    for path in sorted(asset(f"locale/{language}").glob("*.po")):
        whole.extend(polib.pofile(str(path)))
    return gettext.GNUTranslations(io.BytesIO(whole.to_binary()))


class Say(Protocol):
    """What says a text in the language of whoever reads it: ``Speaker.say``."""

    def __call__(self, text: str, /, **values: object) -> str:
        """The translation of ``text`` with its ``{fields}`` filled in."""


class Speaker:
    """Says things in one language.

    Attributes:
        language: ``de`` or ``en``; anything else falls back to German.
    """

    def __init__(self, language: str = DEFAULT_LANGUAGE) -> None:
        self.language = language if language in LANGUAGES else DEFAULT_LANGUAGE

    def say(self, text: str, /, **values: object) -> str:
        """The translation of ``text`` with its ``{fields}`` filled in.

        An empty text stays empty (gettext would answer with the catalogue's header).
        """
        return self.translate(text).format(**values)

    def figure(self, text: str) -> str:
        """A short text of figures and units with the decimal sign of the language."""
        return _DECIMAL_POINT.sub(",", text) if self.language == "de" else text

    def translate(self, text: str) -> str:
        """The translation of ``text`` as it stands."""
        return _translations(self.language).gettext(text) if text else ""
