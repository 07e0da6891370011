"""Whole numbers as they are spoken: ``2026`` is *zweitausendsechsundzwanzig*."""

_ONES = (
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn "
    "achtzehn neunzehn"
).split()
_TENS = "_ _ zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()


def spoken_number(value: int) -> str:
    """A whole number in German words, as counted: 1 is *eins*.

    Args:
        value: 0 to 999,999,999; larger numbers are read digit by digit.
    """
    if value >= 1_000_000_000:
        return " ".join(_ONES[int(digit)] for digit in str(value))
    if value >= 1_000_000:
        millions, rest = divmod(value, 1_000_000)
        head = "eine Million" if millions == 1 else f"{_below_million(millions)} Millionen"
        return head if rest == 0 else f"{head} {_below_million(rest)}"
    return _below_million(value)


def _below_million(value: int) -> str:
    if value < 1000:
        return _below_thousand(value)
    if 1100 <= value <= 1999:
        hundreds, rest = divmod(value, 100)
        return f"{_ONES[hundreds]}hundert{_below_thousand(rest) if rest else ''}"
    thousands, rest = divmod(value, 1000)
    return f"{_joined(_below_thousand(thousands))}tausend{_below_thousand(rest) if rest else ''}"


def _below_thousand(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    head = f"{_joined(_ONES[hundreds])}hundert" if hundreds else ""
    if rest == 0 and hundreds:
        return head
    if rest < 20:
        return head + _ONES[rest]
    tens, ones = divmod(rest, 10)
    return head + (f"{_joined(_ONES[ones])}und{_TENS[tens]}" if ones else _TENS[tens])


def _joined(word: str) -> str:
    """*eins* loses its s in front of another part."""
    return word[:-1] if word.endswith("eins") else word
