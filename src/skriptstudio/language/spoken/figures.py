"""Tokens of figures as they are spoken: numbers, ordinals, dates, times, prices, ranges, telephone numbers.

Every function returns readings, the likeliest first: *110* may be said as a number or digit by digit.
"""

import re

from skriptstudio.language.numbers import spoken_number

MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
Readings = tuple[str, ...]

_DIGITS = "null eins zwei drei vier fünf sechs sieben acht neun".split()
_IRREGULAR = {1: "erste", 3: "dritte", 7: "siebte", 8: "achte"}
_LONGEST = 9
"""Digits up to which a number is said as one."""

_GROUPED = re.compile(r"\d{1,3}(?:[.'\u202f\u00a0]\d{3})+")
_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})?")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})")
_DECIMAL = re.compile(r"(\d+(?:\.\d{3})*),(\d+)")
_RANGE = re.compile(r"(\d[\d.,:]*)[–—-](\d[\d.,:]*)")
_ORDINAL = re.compile(r"(\d{1,3})\.")
_TELEPHONE = re.compile(r"\+?\d[\d/()-]{5,}")


def figure(token: str) -> Readings:
    """Readings of a token that consists of figures and their signs; empty if it is none of the kinds known here."""
    for kind in (_whole, _range, _date, _clock, _ordinal, _decimal, _telephone):
        if readings := kind(token):
            return readings
    return ()


def digits(text: str) -> str:
    """The digits of a text one by one."""
    return " ".join(_DIGITS[int(sign)] for sign in text if sign in "0123456789")


def price(euros: str, cents: str) -> tuple[str, str]:
    """What is said before the word *Euro* and after it: *zwölf* Euro *fünfzig*."""
    said = _number(euros.replace(".", ""))
    return ("ein" if said == "eins" else said, _number(cents) if int(cents) else "")


def ordinals(value: int) -> Readings:
    """*dritte, dritten, dritter, drittes*."""
    said = _ordinal_stem(value)
    return tuple(said + ending for ending in ("n", "", "r", "s"))


def _ordinal_stem(value: int) -> str:
    if value in _IRREGULAR:
        return _IRREGULAR[value]
    said = spoken_number(value)
    last = value % 100
    if 0 < last < 20 and value > 19:
        head = spoken_number(value - last) if value - last else ""
        return head + _ordinal_stem(last)
    return said + ("te" if 0 < last < 20 else "ste")


def _number(text: str) -> str:
    if len(text) > _LONGEST or (len(text) > 1 and text.startswith("0")):
        return digits(text)
    return spoken_number(int(text))


def _whole(token: str) -> Readings:
    if _GROUPED.fullmatch(token):
        plain = re.sub(r"\D", "", token)
        return (*_thousand(plain), _number(plain))
    if not re.fullmatch(r"[0-9]+", token):
        return ()
    if token == "1":
        return ("eins", "ein", "eine", "einen", "einem", "einer")
    said = _number(token)
    return (said,) if len(token) < 3 else tuple(dict.fromkeys([said, *_thousand(token), digits(token)]))


def _thousand(token: str) -> Readings:
    """Years before 2000 are said by hundreds, amounts by thousands; both may be meant."""
    value = int(token)
    if len(token) == 4 and 1100 <= value <= 1999:
        return (f"tausend{spoken_number(value - 1000)}", f"eintausend{spoken_number(value - 1000)}")
    return (spoken_number(value)[3:],) if 100 <= value <= 199 else ()


def _range(token: str) -> Readings:
    match = _RANGE.fullmatch(token)
    if match is None:
        return ()
    first, last = figure(match[1]), figure(match[2])
    return (f"{first[0]} bis {last[0]}",) if first and last else ()


def _date(token: str) -> Readings:
    match = _DATE.fullmatch(token)
    if match is None or not 1 <= int(match[1]) <= 31 or not 1 <= int(match[2]) <= 12:
        return ()
    day, month = int(match[1]), int(match[2])
    year = f" {_number(match[3])}" if match[3] else ""
    months = (MONTHS[month - 1], _ordinal_stem(month) + "n", _ordinal_stem(month) + "r")
    return tuple(f"{_ordinal_stem(day)}{ending} {said}{year}" for ending in "nr" for said in months)


def _clock(token: str) -> Readings:
    match = _CLOCK.fullmatch(token)
    if match is None or int(match[1]) > 24 or int(match[2]) > 59:
        return ()
    hour, minute = clock(match[1], match[2])
    return (f"{hour} Uhr {minute}".strip(), *half_past(match[1], match[2]))


def clock(hour: str, minute: str) -> tuple[str, str]:
    """What is said before the word *Uhr* and after it."""
    said = spoken_number(int(hour))
    return ("ein" if said == "eins" else said, spoken_number(int(minute)) if int(minute) else "")


def half_past(hour: str, minute: str) -> Readings:
    """*halb acht*, *Viertel nach sieben*, *Viertel vor acht*; empty at other times."""
    now, following = (spoken_number((int(hour) + later - 1) % 12 + 1) for later in (0, 1))
    said = {"30": f"halb {following}", "15": f"Viertel nach {now}", "45": f"Viertel vor {following}"}
    return (said[minute],) if minute in said else ()


def _ordinal(token: str) -> Readings:
    match = _ORDINAL.fullmatch(token)
    return (*ordinals(int(match[1])), _number(match[1])) if match and int(match[1]) else ()


def _decimal(token: str) -> Readings:
    match = _DECIMAL.fullmatch(token)
    if match is None:
        return ()
    whole = _number(match[1].replace(".", ""))
    apart = f"{whole} Komma {digits(match[2])}"
    return (apart, f"{whole} Komma {_number(match[2])}") if len(match[2]) == 2 else (apart,)


def _telephone(token: str) -> Readings:
    if not _TELEPHONE.fullmatch(token):
        return ()
    return (("plus " if token.startswith("+") else "") + digits(token),)
