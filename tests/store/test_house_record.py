"""What belongs to the house is saved like everything else: whole, and never over somebody else's work."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from skriptstudio.domain.actor import Actor
from skriptstudio.domain.errors import BrokenRecord, OutdatedState
from skriptstudio.domain.plan_book import BatchDay, Entry, Leave, LeaveKind, OwnOccasion, PlanBook, Planned
from skriptstudio.domain.rhythm import Level
from skriptstudio.store.folder_library import FolderLibrary
from skriptstudio.store.house_record import HouseFile
from skriptstudio.store.records import PLAN_BOOK

DAY = date(2026, 3, 29)
NOW = datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
FULL = PlanBook(
    240,
    Level.SMALL,
    DAY,
    (0, 3),
    (Entry("e1", DAY, Planned.IDEA, Actor("mira", "m", "pc"), NOW, "13", "Ding", "ding_der_woche"),),
    (Leave("l1", "", LeaveKind.EXAM, DAY, DAY, (1,)),),
    (BatchDay(DAY, ("e1",)),),
    (OwnOccasion("o1", "Stadtfest", DAY, DAY),),
    ("p1",),
    {"p1": 90},
    ("giscday",),
    True,
)


@pytest.fixture
def plan(tmp_path: Path) -> HouseFile[PlanBook]:
    library = FolderLibrary.open(tmp_path / "B", create=True, index_file=tmp_path / "index.sqlite")
    return HouseFile(library, PLAN_BOOK, "plan", PlanBook())


def test_nothing_is_there_at_first_and_then_all_of_it(plan: HouseFile[PlanBook]) -> None:
    empty = plan.read()
    assert empty.record == PlanBook()
    plan.write(FULL, empty.revision)
    assert plan.read().record == FULL


def test_who_saves_on_an_outdated_plan_is_told_and_both_are_kept(plan: HouseFile[PlanBook]) -> None:
    empty = plan.read()
    plan.write(FULL, empty.revision)
    late = replace(FULL, minutes_a_week=60)
    with pytest.raises(OutdatedState) as refused:
        plan.write(late, empty.revision)
    assert plan.read().record == FULL
    kept = plan.library.root / refused.value.kept
    assert PLAN_BOOK.decode(kept.read_bytes(), kept) == late


def test_a_forged_plan_is_refused_with_its_place(plan: HouseFile[PlanBook]) -> None:
    plan.write(FULL, plan.read().revision)
    path = plan.library.root / "house" / "plan.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"small"', '"riesig"'), encoding="utf-8")
    with pytest.raises(BrokenRecord, match="level"):
        plan.read()
