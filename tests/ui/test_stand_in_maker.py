"""Which stand-in is made next, and who hears of one that can't be made."""

from collections.abc import Callable
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from threading import Event
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject

from skriptstudio.domain.errors import DecoderFell, SkriptStudioError
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.take import Take
from skriptstudio.ui.jobs import Jobs
from skriptstudio.ui.stand_ins import StandInMaker


def take(name: str) -> Take:
    now = datetime(2026, 11, 28, tzinfo=UTC)
    return Take(name, "hook", f"{name}.mov", name * 64, Fraction(1), 30, now, foreign=True)


class Films:
    """Makes what is asked for; "a" takes until it is stopped or let go, "x" can't be made."""

    def __init__(self) -> None:
        self.began: list[str] = []
        self.go = Event()

    def make_stand_in(self, _production: Any, wanted: Take, control: JobControl) -> Path:
        self.began.append(wanted.id)
        if wanted.id == "x":
            raise DecoderFell(path="x.mov")
        while wanted.id == "a" and not self.go.wait(0.01):
            control.checkpoint()
        return Path(wanted.file)


@pytest.fixture
def jobs(app: Any) -> Any:
    made = Jobs(lambda error: None, QObject(app))
    yield made
    made.finish()


def test_the_clip_opened_last_comes_first_and_what_gave_way_is_made_later(
    jobs: Jobs, wait_until: Callable[..., None]
) -> None:
    films, made = Films(), list[str]()
    house: Any = SimpleNamespace(films=films)
    first, second = (SimpleNamespace(id=name) for name in ("p1", "p2"))
    maker = StandInMaker(jobs, jobs)
    maker.made.connect(lambda sha256: made.append(sha256[0]))
    for production, name in ((first, "a"), (first, "b"), (second, "c"), (second, "d")):
        maker.want(house, production, take(name))  # type: ignore[arg-type]
        wait_until(lambda: bool(films.began))
    wait_until(lambda: made == ["c", "d", "b"])
    wait_until(lambda: films.began == ["a", "c", "d", "b", "a"])
    assert jobs.busy
    maker.pause()  # somebody records
    wait_until(lambda: not jobs.busy)
    films.go.set()
    assert "a" not in made
    maker.resume()
    wait_until(lambda: made[-1] == "a" and not jobs.busy)
    assert not maker.running


def test_who_asks_for_a_broken_film_hears_of_it_each_time_and_it_is_tried_once(
    jobs: Jobs, wait_until: Callable[..., None]
) -> None:
    films, told = Films(), list[SkriptStudioError]()
    house: Any = SimpleNamespace(films=films)
    maker, production = StandInMaker(jobs, jobs), SimpleNamespace(id="p")
    assert maker.want(house, production, take("x"), told.append)  # type: ignore[arg-type]
    wait_until(lambda: len(told) == 1)
    assert not maker.want(house, production, take("x"), told.append)  # type: ignore[arg-type]
    assert [error.code for error in told] == ["decoder_fell"] * 2
    assert films.began == ["x"]
    wait_until(lambda: not jobs.busy)
