"""All that the page shows, read at one moment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from skriptstudio.assembly.house import House
from skriptstudio.content.formats import load_formats
from skriptstudio.content.hook_types import load_hook_types
from skriptstudio.domain.channel_register import ChannelRegister, Reminder, reminders
from skriptstudio.domain.guideline import Guideline
from skriptstudio.domain.month_report import Month
from skriptstudio.domain.people import Staff
from skriptstudio.domain.production import Production
from skriptstudio.domain.results import Due, ResultBook, due
from skriptstudio.steps.goals import GoalsView


@dataclass(frozen=True)
class Snapshot:
    """What was read.

    Attributes:
        productions: all that is or was online.
        months: the last six.
        hooks, formats: names by key.
        profiles: keys of all platforms.
        assigned: id of the goal by id of the production, where somebody said so.
    """

    today: date
    productions: tuple[Production, ...]
    book: ResultBook
    due: tuple[Due, ...]
    months: tuple[Month, ...]
    goals: GoalsView
    guideline: Guideline
    channels: ChannelRegister
    reminders: tuple[Reminder, ...]
    staff: Staff
    hooks: Mapping[str, str]
    formats: Mapping[str, str]
    profiles: tuple[str, ...]
    assigned: Mapping[str, str]

    def production(self, key: str) -> Production | None:
        """The production with this id, if it is or was online."""
        return next((one for one in self.productions if one.id == key), None)


def read_snapshot(house: House) -> Snapshot:
    """Read everything; call it in a job."""
    today = house.desk.clock.today()
    productions, book, channels = house.results.published(), house.results.book(), house.guidance.channels()
    return Snapshot(
        today,
        productions,
        book,
        due(productions, book, today),
        house.month_reports.look(today, productions).months,
        house.goals.view(productions),
        house.guidance.guideline(),
        channels,
        reminders(channels, today),
        house.desk.staff(),
        {one.key: one.name for one in load_hook_types(house.library_path)},
        {one.key: one.name for one in load_formats()},
        tuple(house.profiles.keys()),
        house.goals.book().clips,
    )
