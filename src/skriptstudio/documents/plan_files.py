"""The ``PlanWriter`` port."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from skriptstudio.documents.plan_calendar import write_plan_calendar
from skriptstudio.documents.plan_page import write_plan_page, write_shooting_list
from skriptstudio.domain.batch import Shot
from skriptstudio.domain.plan_sheet import PlanSheet


class PlanFiles:
    """Writes .ics and .docx, in German."""

    def calendar(self, sheet: PlanSheet, target: Path) -> None:
        write_plan_calendar(sheet, target)

    def page(self, sheet: PlanSheet, target: Path) -> None:
        write_plan_page(sheet, target)

    def shooting_list(self, day: date, shots: Sequence[Shot], target: Path) -> None:
        write_shooting_list(day, shots, target)
