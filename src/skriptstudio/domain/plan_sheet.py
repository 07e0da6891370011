"""What stands on a plan that leaves the program, as a calendar or on paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from skriptstudio.domain.batch import Shot
from skriptstudio.domain.plan_book import PlanBook
from skriptstudio.domain.plan_outlook import Outlook
from skriptstudio.domain.season import Dated


@dataclass(frozen=True)
class PlanSheet:
    """All of it. When single people are away stays inside (domain.md 4.7).

    Attributes:
        written: the present moment.
        span: first and last day.
        formats: names of the series formats by key.
        batches: days of several recordings, each with its shooting list.
        occasions: of the span.
    """

    written: datetime
    span: tuple[date, date]
    book: PlanBook
    outlook: Outlook
    formats: Mapping[str, str]
    batches: tuple[tuple[date, tuple[Shot, ...]], ...] = ()
    occasions: tuple[Dated, ...] = ()
