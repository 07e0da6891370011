"""What every ``HouseRecord`` must do: saved whole, and never over somebody else's work.

A new adapter is one more entry in ``ADAPTERS``.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from skriptstudio.domain.actor import Actor
from skriptstudio.domain.errors import BrokenRecord, OutdatedState
from skriptstudio.domain.plan_book import BatchDay, Entry, Leave, LeaveKind, OwnOccasion, PlanBook, Planned
from skriptstudio.domain.ports.library import HouseRecord
from skriptstudio.domain.rhythm import Level
from skriptstudio.store.folder_library import FolderLibrary
from skriptstudio.store.house_record import HouseFile
from skriptstudio.store.migrations import FIRST
from skriptstudio.store.records import Form

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


Opener = Callable[[], HouseRecord[PlanBook]]
"""Opens the same record once more, like another person's program would."""


def in_a_folder(tmp_path: Path) -> Opener:
    def opened() -> HouseRecord[PlanBook]:
        library = FolderLibrary.open(tmp_path / "B", create=True, index_file=tmp_path / "index.sqlite")
        return HouseFile(library, "plan", PlanBook())

    return opened


ADAPTERS = {"folder": in_a_folder}


@pytest.fixture(params=ADAPTERS)
def opener(request: pytest.FixtureRequest, tmp_path: Path) -> Opener:
    return ADAPTERS[request.param](tmp_path)


@pytest.fixture
def plan(opener: Opener) -> HouseRecord[PlanBook]:
    return opener()


def test_nothing_is_there_at_first_and_then_all_of_it(plan: HouseRecord[PlanBook]) -> None:
    empty = plan.read()
    assert empty.record == PlanBook()
    plan.write(FULL, empty.revision)
    assert plan.read().record == FULL


def test_who_saves_on_an_outdated_plan_is_told_and_theirs_is_kept(plan: HouseRecord[PlanBook], tmp_path: Path) -> None:
    empty = plan.read()
    plan.write(FULL, empty.revision)
    late = replace(FULL, minutes_a_week=60)
    with pytest.raises(OutdatedState) as refused:
        plan.write(late, empty.revision)
    assert plan.read().record == FULL
    kept = tmp_path / "B" / refused.value.kept
    assert Form(PlanBook, FIRST).decode(kept.read_bytes(), kept) == late


def test_a_forged_plan_is_refused_with_its_place(plan: HouseRecord[PlanBook], tmp_path: Path) -> None:
    plan.write(FULL, plan.read().revision)
    path = tmp_path / "B" / "house" / "plan.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"small"', '"riesig"'), encoding="utf-8")
    with pytest.raises(BrokenRecord, match="level"):
        plan.read()


def test_many_who_plan_at_once_lose_nothing(opener: Opener) -> None:
    """Each adds days of their own, again and again on the newest state."""

    def work(person: int) -> None:
        record = opener()
        for number in range(5):
            entry = replace(FULL.entries[0], id=f"{person}-{number}", key=f"{person}-{number}",
                            day=DAY + timedelta(days=10 * person + number))  # fmt: skip
            while True:
                stored = record.read()
                try:
                    record.write(stored.record.with_entry(entry, DAY), stored.revision, keep=False)
                    break
                except OutdatedState:
                    continue

    with ThreadPoolExecutor(4) as people:
        list(people.map(work, range(4)))
    assert len(opener().read().record.entries) == 20
