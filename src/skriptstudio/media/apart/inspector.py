"""The port ``TakeInspector`` for films from outside, in a child process."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.room_check import Threshold
from skriptstudio.domain.take import Span, TakeFinding
from skriptstudio.media.apart import orders
from skriptstudio.media.apart.asking import Apart


class ApartInspector:
    """Asks a child for what ``LocalInspector`` finds."""

    def __init__(self, apart: Apart, thresholds: Sequence[Threshold]) -> None:
        self._apart = apart
        self._thresholds = tuple(thresholds)

    def findings(self, path: Path, speech: Sequence[Span]) -> tuple[TakeFinding, ...]:
        if not speech:
            return ()
        order = orders.Inspect(path.absolute(), tuple(speech), self._thresholds)
        found: list[TakeFinding] = []
        with suppress(SkriptStudioError):
            found += self._apart.ask(order, orders.Inspected, (path,)).findings
        return tuple(found)
