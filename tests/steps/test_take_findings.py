"""What a recorded take is told about itself on its way into the library."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from skriptstudio.domain.desk import Desk
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.ports.studio import Recording, RecordingOrder
from skriptstudio.domain.production import Production
from skriptstudio.domain.take import Footage, Span, TakeFinding
from skriptstudio.language.syllables import count_syllables
from skriptstudio.media.apart.asking import Apart
from skriptstudio.media.apart.stand_ins import StandIns
from skriptstudio.media.capture.studio import LocalStudio
from skriptstudio.steps.record import Record
from skriptstudio.store.clock import SystemClock
from skriptstudio.store.folder_library import FolderLibrary
from skriptstudio.store.identity import SystemIdentity

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
TEXT = "Hier ist Mira, und das ist mein Arbeitsplatz in der Stadt."


@dataclass
class Ears:
    """Says that somebody speaks for some seconds, from half a second on."""

    seconds: float

    def spans(self, path: Path) -> tuple[Span, ...]:
        start = Fraction(1, 2)
        return (Span(start, start + Fraction(str(self.seconds))),) if self.seconds else ()


class Eyes:
    """Sees a film that is as it should be."""

    def footage(self, path: Path) -> Footage:
        return Footage(Fraction(10), 300, 608, 1080, 0, Fraction(30), "h264", True)


class KeepingStudio(LocalStudio):
    """Keeps the film that the tests bring home again and again."""

    def discard(self, recording: Recording) -> None: ...


class QuietTake:
    """Finds every take too quiet."""

    def findings(
        self, path: Path, speech: Sequence[Span], control: JobControl | None = None
    ) -> tuple[TakeFinding, ...]:
        return (TakeFinding.TOO_QUIET,)


Bring = Callable[..., tuple[TakeFinding, ...]]


@pytest.fixture
def bring(tmp_path: Path) -> Bring:
    """Bring home a recording of a text that took some seconds to say; its findings."""
    library = FolderLibrary.open(tmp_path / "Bibliothek", create=True, index_file=tmp_path / "index.sqlite")
    library.create(Production("p1", "Ein Tag", NOW))
    desk = Desk(library, SystemIdentity(), SystemClock())
    studio = KeepingStudio(tmp_path / "spool")
    gate = StandIns(tmp_path / "stand-ins", Apart())
    film = tmp_path / "film.mp4"
    film.write_bytes(b"a film")

    def bring(text: str, seconds: float) -> tuple[TakeFinding, ...]:
        record = Record(desk, studio, Eyes(), Ears(seconds), QuietTake(), count_syllables, "lib", gate, QuietTake())
        order = RecordingOrder("t1", "lib", "p1", "hook", "none", "none", text=text)
        seen = (TakeFinding.DROPPED_FRAMES,)
        return record.bring_home(Recording(order, film, NOW, 300, Fraction(10), 0, 0, seen))[0].findings

    return bring


def test_what_the_recorder_saw_comes_before_what_the_inspector_finds(bring: Bring) -> None:
    assert bring(TEXT, 4.0) == (TakeFinding.DROPPED_FRAMES, TakeFinding.TOO_QUIET)


@pytest.mark.parametrize(
    ("text", "seconds", "tempo"),
    [
        (TEXT, 2.6, {TakeFinding.TOO_FAST}),
        (TEXT, 4.0, set()),
        (TEXT, 8.0, {TakeFinding.TOO_SLOW}),
        (TEXT, 1.0, set()),
        ("", 8.0, set()),
        (TEXT, 0.0, set()),
    ],
)
def test_the_tempo_is_that_of_the_text_over_the_time_spoken(
    bring: Bring, text: str, seconds: float, tempo: set[TakeFinding]
) -> None:
    assert set(bring(text, seconds)) & {TakeFinding.TOO_FAST, TakeFinding.TOO_SLOW} == tempo
