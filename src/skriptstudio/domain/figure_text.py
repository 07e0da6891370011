"""Figures as platforms and people write them: ``1.234``, ``1,2 Tsd.``, ``12,3 %``, ``0:12``, ``1.5K``.

What may mean two things is refused, never guessed: ``1.234`` views are 1234, since nobody counts parts of a view,
but ``1.234`` seconds may be a second and a bit or twenty minutes.
"""

import re
from collections.abc import Iterable
from fractions import Fraction
from typing import TypeVar

from skriptstudio.domain.errors import BadNumber
from skriptstudio.domain.results import MOST

UNKNOWN = frozenset({"", "-", "–", "—", "--", "n/a", "na", "k. a.", "k.a.", "null", "none", "nicht verfügbar"})
"""What stands where a platform has no figure."""

_GROUPED = re.compile(r"[0-9]{1,3}(?P<sign>[.,' ])[0-9]{3}(?:(?P=sign)[0-9]{3})*")
_PLAIN = re.compile(r"[0-9]{1,15}")
_DECIMAL = re.compile(r"(?P<whole>[0-9]{1,15})[.,](?P<part>[0-9]{1,15})")
_GROUPED_DECIMAL = re.compile(
    r"(?P<whole>[0-9]{1,3}(?P<sign>[.,' ])(?:[0-9]{3}(?P=sign))*[0-9]{3})(?P<point>[.,])(?P<part>[0-9]{1,15})"
)
_TIMES = {
    1_000: ("k", "tsd", "tsd.", "tausend"),
    1_000_000: ("m", "mio", "mio."),
    1_000_000_000: ("b", "mrd", "mrd."),
}
_TIMES_BY_WORD = {word: times for times, words in _TIMES.items() for word in words}
_MAGNITUDE = re.compile(r"(?P<number>[0-9][0-9.,' ]*?) ?(?P<word>[A-Za-z]+\.?)")
_SECONDS_WORD = re.compile(r" ?(?:s|sek\.?|sec\.?|sekunden|seconds)$", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:(?P<hours>[0-9]{1,4}):)?(?P<minutes>[0-9]{1,3}):(?P<seconds>[0-5][0-9])(?:[.,](?P<part>[0-9]{1,6}))?"
)
_BLANKS = dict.fromkeys(map(ord, "\u00a0\u202f\u2009\t"), " ")
_APOSTROPHES = dict.fromkeys(map(ord, "\u2019\u02bc"), "'")
_LONGEST = 60
Number = TypeVar("Number", int, Fraction)

_PART_OF_ONE = 2
"""A share without a percent sign that isn't above this may be meant as a part of one."""


def is_unknown(text: str) -> bool:
    """Whether the cell says that there is no figure."""
    return _clean(text).casefold() in UNKNOWN


def count(text: str) -> int | None:
    """A whole number of at least 0; None where there is none.

    Raises:
        BadNumber: it is none, or may mean two things.
    """
    clean = _clean(text)
    if clean.casefold() in UNKNOWN:
        return None
    if match := _MAGNITUDE.fullmatch(clean):
        times = _TIMES_BY_WORD.get(match["word"].casefold())
        if times is None:
            raise _unclear(text)
        value = _with_point(match["number"].strip(), "", text) * times
        return _bounded(round(value), text)
    if _GROUPED.fullmatch(clean):
        return _bounded(int(re.sub(r"[^0-9]", "", clean)), text)
    if _PLAIN.fullmatch(clean):
        return _bounded(int(clean), text)
    match = _DECIMAL.fullmatch(clean) or _GROUPED_DECIMAL.fullmatch(clean)
    if match and not match["part"].strip("0"):
        return _bounded(int(re.sub(r"[^0-9]", "", match["whole"])), text)
    raise _unclear(text)


def seconds(text: str, point: str = "") -> Fraction | None:
    """A time such as ``0:12``, ``1:02:03``, ``12,5 s``; None where there is none.

    Args:
        text: of the cell.
        point: the decimal sign of the table, see ``decimal_sign``.

    Raises:
        BadNumber: it is no time, or may mean two things.
    """
    clean = _clean(text)
    if clean.casefold() in UNKNOWN:
        return None
    if match := _CLOCK.fullmatch(clean):
        whole = int(match["hours"] or 0) * 3600 + int(match["minutes"]) * 60 + int(match["seconds"])
        return _bounded(whole + Fraction(f"0.{match['part'] or 0}"), text)
    return _bounded(_with_point(_SECONDS_WORD.sub("", clean), point, text), text)


def share(text: str, point: str = "", percent: bool = False) -> Fraction | None:
    """A share in percent such as ``12,3 %``; None where there is none.

    Args:
        text: of the cell.
        point: the decimal sign of the table.
        percent: the name of the column says that it is percent.

    Raises:
        BadNumber: it is none, or may mean two things: ``0.87`` without a sign.
    """
    clean = _clean(text)
    if clean.casefold() in UNKNOWN:
        return None
    bare = clean.removesuffix("%").strip()
    value = _with_point(bare, point, text)
    if not percent and bare == clean and 0 < value <= _PART_OF_ONE:
        raise _unclear(text)
    return _bounded(value, text)


def decimal_sign(texts: Iterable[str]) -> str:
    """The decimal sign that the cells of a table agree on, ``.`` or ``,``; empty where that can't be told."""
    signs = set()
    for text in texts:
        clean = _SECONDS_WORD.sub("", _clean(text).removesuffix("%").strip())
        if match := _GROUPED_DECIMAL.fullmatch(clean):
            signs.add(match["point"] if match["sign"] != match["point"] else "")
        elif (match := _DECIMAL.fullmatch(clean)) and (len(match["part"]) != 3 or not _may_be_grouped(match["whole"])):
            signs.add(clean[len(match["whole"])])
    return signs.pop() if len(signs) == 1 else ""


def _with_point(clean: str, point: str, text: str) -> Fraction:
    if _PLAIN.fullmatch(clean):
        return Fraction(clean)
    grouped = _GROUPED_DECIMAL.fullmatch(clean)
    if grouped and grouped["sign"] != grouped["point"] and point in ("", grouped["point"]):
        return Fraction(re.sub(r"[^0-9]", "", grouped["whole"]) + "." + grouped["part"])
    match = _DECIMAL.fullmatch(clean)
    if match is None:
        raise _unclear(text)
    sign = clean[len(match["whole"])]
    if len(match["part"]) == 3 and _may_be_grouped(match["whole"]) and not point:
        raise _unclear(text)
    if point and sign != point:
        if _GROUPED.fullmatch(clean):
            return Fraction(re.sub(r"[^0-9]", "", clean))
        raise _unclear(text)
    return Fraction(f"{match['whole']}.{match['part']}")


def _may_be_grouped(whole: str) -> bool:
    return len(whole) <= 3 and not whole.startswith("0")


def _clean(text: str) -> str:
    if len(text) > _LONGEST:
        raise _unclear(text)
    return " ".join(text.translate(_BLANKS).translate(_APOSTROPHES).strip().strip('"').split())


def _bounded(value: Number, text: str) -> Number:
    if value > MOST:
        raise _unclear(text)
    return value


def _unclear(text: str) -> BadNumber:
    return BadNumber(text[:_LONGEST], "1234; 1.234; 1,2 Tsd.; 12,3 %; 0:12")
