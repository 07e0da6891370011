"""The wall clock."""

from datetime import UTC, date, datetime


class SystemClock:
    """The ``Clock`` port."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return datetime.now().astimezone().date()
