"""The month on one page, for the head of the house."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

from skriptstudio.domain.channel_register import ChannelRegister, reminders
from skriptstudio.domain.desk import Desk
from skriptstudio.domain.goals import GoalBook
from skriptstudio.domain.month_report import MonthReport, month_report
from skriptstudio.domain.online import published
from skriptstudio.domain.plan_book import PlanBook
from skriptstudio.domain.ports.documents import MonthReportWriter
from skriptstudio.domain.ports.library import HouseRecord
from skriptstudio.domain.production import Production
from skriptstudio.domain.results import ResultBook


class MonthReports:
    """Look at a month, and write it down.

    Args:
        desk: library, clock and who sits there.
        results, goals, channels, plan: records of the house; of the plan the minutes that somebody entered.
        writer: writes the page.
        names: of hooks and formats by key.
    """

    def __init__(
        self,
        desk: Desk,
        results: HouseRecord[ResultBook],
        goals: HouseRecord[GoalBook],
        channels: HouseRecord[ChannelRegister],
        plan: HouseRecord[PlanBook],
        writer: MonthReportWriter,
        names: Callable[[], Mapping[str, str]],
    ) -> None:
        self._desk = desk
        self._results = results
        self._goals = goals
        self._channels = channels
        self._plan = plan
        self._writer = writer
        self._names = names

    def look(self, month: date | None = None, online: Sequence[Production] | None = None) -> MonthReport:
        """The report about a month.

        Args:
            month: any day of it; by default the last month that is over.
            online: all that is or was published, where it was read already.
        """
        today = self._desk.clock.today()
        first = (month or today.replace(day=1) - timedelta(days=1)).replace(day=1)
        return month_report(
            first,
            tuple(published(self._desk.library)) if online is None else online,
            self._results.read().record,
            self._goals.read().record,
            self._plan.read().record.minutes,
            len(reminders(self._channels.read().record, today)),
            today,
        )

    def write(self, target: Path, month: date | None = None, house: str = "") -> MonthReport:
        """Write the page as .docx; what is there is replaced. Raises ``DiskFull``, ``DriveFault``."""
        report = self.look(month)
        self._writer.month(report, self._names(), house, target)
        return report
