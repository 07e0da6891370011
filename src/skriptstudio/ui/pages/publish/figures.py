"""Figures as people read them: lengths, sizes, days."""

from datetime import date
from fractions import Fraction

from PySide6.QtCore import QDate, QLocale

from skriptstudio.messages.catalogue import Speaker

_MINUTE_S = 60


def clock(seconds: Fraction | float) -> str:
    """A length as ``0:25``, rounded to whole seconds."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


def limit(seconds: Fraction, speaker: Speaker) -> str:
    """A platform's limit of length: ``90 s``, ``10 min``."""
    if seconds >= 2 * _MINUTE_S and seconds % _MINUTE_S == 0:
        return f"{_number(float(seconds / _MINUTE_S), speaker)} min"
    return f"{_number(float(seconds), speaker)} s"


def megabytes(value: float, speaker: Speaker) -> str:
    """A size as ``31 MB``, ``3,4 MB`` or ``4 GB`` (decimal, as the platforms count)."""
    if value >= 1000:
        return f"{_number(value / 1000, speaker)} GB"
    return f"{_number(value, speaker)} MB"


def day(value: date, speaker: Speaker) -> str:
    """A day with its year, e.g. ``3. Dezember 2026``."""
    form = "d. MMMM yyyy" if speaker.language == "de" else "d MMMM yyyy"
    return QLocale(speaker.language).toString(QDate(value.year, value.month, value.day), form)


def _number(value: float, speaker: Speaker) -> str:
    digits = 0 if value >= 10 or value == round(value) else 1
    return QLocale(speaker.language).toString(float(value), "f", digits)
