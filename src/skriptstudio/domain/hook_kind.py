"""Of which kind a hook probably is: a suggestion for somebody who decides, never noted by itself (domain.md 1.3)."""

import re

_SIGNS: tuple[tuple[str, str], ...] = (
    ("pov", r"pov\b"),
    (
        "uhr",
        r"(montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)?,? ?"
        r"([01]?\d|2[0-3])(:[0-5]\d(?!\d)|([:.][0-5]\d)? uhr\b)",
    ),
    ("antwort", r"ihr (wolltet|habt|fragt|wollt)\b"),
    ("entscheidung", r"(werde|mach|komm|geh)\b.* (nicht|nie)\b.*\bwenn\b"),
    ("mythos", r".*\b(stimmt das|wir prüfen das|angeblich)\b"),
    ("klischee", r"(alle denken|.*\bheißt\b.*\?.+)"),
    ("ding", r"dieses ding\b"),
    ("trick", r"(so (findest|geht|machst|siehst)|mit diesem trick)\b"),
    ("quiz", r".*\b(rate mit|welche[rs]?\?|welche[rs]? (davon )?(ist|war)\b|nummer \d)"),
    ("kontrast", r"(gestern|früher|vorher|\d{4} war)\b"),
    ("frage", r"[^.!]*\?$"),
    ("zahl", r"(\d|so viele\b)"),
)
"""Key in ``assets/hooks.json`` and what such a hook looks like from its beginning; the first that fits counts."""


def likely_hook(text: str) -> str:
    """Key of the kind that a first sentence looks like; empty where none does."""
    plain = " ".join(text.lower().replace("\u00a0", " ").split()).strip("„“\"' ")
    return next((key for key, sign in _SIGNS if re.match(sign, plain)), "")
