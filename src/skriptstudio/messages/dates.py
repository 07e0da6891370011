"""Days and months in the language of the user."""

from datetime import date

from skriptstudio.messages.catalogue import Speaker

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""The system's own names would need its locale to be installed."""


def month_name(month: int, speaker: Speaker) -> str:
    """Of 1 to 12."""
    return speaker.translate(MONTHS[month - 1])


def weekday_name(weekday: int, speaker: Speaker) -> str:
    """Of 0, Monday, to 6."""
    return speaker.translate(WEEKDAYS[weekday % 7])


def day_text(day: date, speaker: Speaker, year: bool = False) -> str:
    """``3. Dezember``, in English ``3 December``."""
    dot = "." if speaker.language == "de" else ""
    return f"{day.day}{dot} {month_name(day.month, speaker)}" + (f" {day.year}" if year else "")


def full_day_text(day: date, speaker: Speaker) -> str:
    """``Donnerstag, 3. Dezember``."""
    return f"{weekday_name(day.weekday(), speaker)}, {day_text(day, speaker)}"
