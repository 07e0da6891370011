"""Days as people write and read them."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale

_SHORTEST_YEAR = 1000


def spoken(day: date, language: str) -> str:
    """A day in words, e.g. "31. August 2027"."""
    pattern = "d. MMMM yyyy" if language == "de" else "d MMMM yyyy"
    return QLocale(language).toString(QDate(day.year, day.month, day.day), pattern)


def written(day: date) -> str:
    """A day in figures, as it stands in a German form, e.g. "31.08.2027"."""
    return f"{day:%d.%m.%Y}"


def understood(text: str) -> date | None:
    """The day that was written: 31.8.2027, 31.08.27, 31. August 2027 or 2027-08-31; None for anything else."""
    cleaned = " ".join(text.split())
    for language in ("de", "en"):
        for pattern in ("d.M.yyyy", "d. M. yyyy", "d.M.yy", "d. MMMM yyyy", "d MMMM yyyy", "yyyy-MM-dd"):
            found = QLocale(language).toDate(cleaned, pattern)
            if found.isValid():
                year = found.year() if "yyyy" in pattern else 2000 + found.year() % 100
                return date(year, found.month(), found.day()) if year >= _SHORTEST_YEAR else None
    return None


def in_a_year(day: date) -> date:
    """The last day of the year that begins with ``day``."""
    leap = (day.month, day.day) == (2, 29)
    again = date(day.year + 1, 3, 1) if leap else day.replace(year=day.year + 1)
    return again - timedelta(days=1)
