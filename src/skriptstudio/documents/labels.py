"""How people mark the parts of a script: "Hook:", "Szene 2", "Aufruf", ..."""

import re
from typing import NamedTuple

from skriptstudio.domain.script import SectionKind

GERMAN: dict[SectionKind, str] = {
    SectionKind.HOOK: "Hook",
    SectionKind.VALUE: "Nutzen",
    SectionKind.BEAT: "Inhalt",
    SectionKind.CTA: "Aufruf",
}
"""The labels that we write."""

_CLEAR: dict[SectionKind, tuple[str, ...]] = {
    SectionKind.HOOK: ("hook", "haken", "aufhänger", "aufhaenger"),
    SectionKind.VALUE: ("nutzen", "value", "value proposition", "nutzenversprechen", "mehrwert", "das hast du davon"),
    SectionKind.BEAT: ("beat", "szene", "scene", "inhalt", "hauptteil"),
    SectionKind.CTA: (
        "cta",
        "call to action",
        "call-to-action",
        "aufruf",
        "handlungsaufruf",
        "handlungsaufforderung",
        "aufforderung",
    ),
}
"""These alone on a line are a label, even without a colon."""

_LOOSE: dict[SectionKind, tuple[str, ...]] = {
    SectionKind.HOOK: ("einstieg", "intro", "opener", "teaser", "anfang"),
    SectionKind.VALUE: ("versprechen", "benefit", "botschaft"),
    SectionKind.BEAT: ("punkt", "teil", "schritt", "abschnitt", "mittelteil", "story", "content", "body"),
    SectionKind.CTA: ("abschluss", "schluss", "ende", "outro", "abspann", "nächster schritt"),
}
"""These are also ordinary words, and a label only as a heading or before a colon."""

NOTES = frozenset("notiz notizen hinweis hinweise regie requisiten anmerkung anmerkungen quellen ort material".split())
"""Headings under which nothing is spoken."""

_KINDS = {word: kind for table in (_CLEAR, _LOOSE) for kind, words in table.items() for word in words}
_CLEAR_WORDS = {word for words in _CLEAR.values() for word in words}
_WORDS = "|".join(re.escape(word) for word in sorted(_KINDS, key=len, reverse=True))
_LABEL = re.compile(
    rf"\[?\s*(?:\d{{1,2}}[.)]\s*)?(?P<word>{_WORDS})"
    r"(?P<number>\s*\d{1,2})?\s*(?P<aside>[(\[][^)\]]{0,40}[)\]])?\s*\]?\s*(?P<colon>[:：]|[–—-]\s)?\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)


class Label(NamedTuple):
    """A recognised label and what stands after it on the same line."""

    kind: SectionKind
    rest: str


def label_of(line: str, *, heading: bool = False) -> Label | None:
    """The label at the beginning of a clean line, or None.

    Args:
        line: clean text.
        heading: the document itself marks the line as a heading or label cell.
    """
    match = _LABEL.fullmatch(line)
    if match is None:
        return None
    word, rest = match["word"].casefold(), match["rest"].strip()
    colon = (match["colon"] or "").strip()
    bracketed = line.startswith("[") and "]" in line
    clear = word in _CLEAR_WORDS or match["number"] is not None
    if heading and (not rest or colon):
        return Label(_KINDS[word], "")
    if not heading and (colon in (":", "：") or bracketed or (clear and (not rest or colon))):
        return Label(_KINDS[word], rest)
    return None
