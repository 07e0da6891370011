"""The port ``TakeInspector`` for films from outside, in a child process."""

from collections.abc import Sequence
from pathlib import Path

from skriptstudio.domain.errors import DecoderFell, NoPicture, NotMedia
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.room_check import Threshold
from skriptstudio.domain.take import Span, TakeFinding
from skriptstudio.media.apart import orders
from skriptstudio.media.apart.asking import Apart


class ApartInspector:
    """Asks a child for what ``LocalInspector`` finds."""

    def __init__(self, apart: Apart, thresholds: Sequence[Threshold]) -> None:
        self._apart = apart
        self._thresholds = tuple(thresholds)

    def findings(
        self, path: Path, speech: Sequence[Span], control: JobControl | None = None
    ) -> tuple[TakeFinding, ...]:
        if not speech:
            return ()
        order = orders.Inspect(path.absolute(), tuple(speech), self._thresholds)
        try:
            return self._apart.ask(order, orders.Inspected, (path,), control).findings
        except DecoderFell:
            raise
        except (NotMedia, NoPicture):
            return ()
