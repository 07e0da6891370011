"""What belongs to the house and to no production."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skriptstudio.domain.channel_register import ChannelRegister
    from skriptstudio.domain.goals import GoalBook
    from skriptstudio.domain.guideline import Guideline
    from skriptstudio.domain.idea_pool import IdeaPool
    from skriptstudio.domain.plan_book import PlanBook
    from skriptstudio.domain.ports.library import Kept
    from skriptstudio.domain.results import ResultBook
    from skriptstudio.store.folder_library import FolderLibrary
    from skriptstudio.store.house_record import HouseFile


class HouseRecords:
    """What belongs to the house and to no production, each in a file of its own.

    Args:
        library: in whose folder they lie.
    """

    def __init__(self, library: FolderLibrary) -> None:
        self._library = library

    @cached_property
    def plan(self) -> HouseFile[PlanBook]:
        from skriptstudio.domain.plan_book import PlanBook

        return self._file("plan", PlanBook())

    @cached_property
    def ideas(self) -> HouseFile[IdeaPool]:
        from skriptstudio.domain.idea_pool import IdeaPool

        return self._file("ideas", IdeaPool())

    @cached_property
    def results(self) -> HouseFile[ResultBook]:
        from skriptstudio.domain.results import ResultBook

        return self._file("results", ResultBook())

    @cached_property
    def goals(self) -> HouseFile[GoalBook]:
        from skriptstudio.domain.goals import GoalBook

        return self._file("goals", GoalBook())

    @cached_property
    def channels(self) -> HouseFile[ChannelRegister]:
        from skriptstudio.domain.channel_register import ChannelRegister

        return self._file("channels", ChannelRegister())

    @cached_property
    def guideline(self) -> HouseFile[Guideline]:
        from skriptstudio.domain.guideline import Guideline

        return self._file("guideline", Guideline())

    def _file(self, name: str, empty: Kept) -> HouseFile[Kept]:
        from skriptstudio.store.house_record import HouseFile

        return HouseFile(self._library, name, empty)
