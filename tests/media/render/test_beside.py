"""Two halves of one job: both end, and what failed first is told."""

from threading import Event

import pytest

from skriptstudio.domain.errors import Cancelled, NotMedia
from skriptstudio.domain.jobs import JobControl
from skriptstudio.media.render.beside import beside


def until_cancelled(control: JobControl) -> None:
    waiting = Event()
    while True:
        control.checkpoint()
        waiting.wait(0.001)


def test_both_halves_deliver() -> None:
    with beside(lambda _: "sound", JobControl()) as (_, sound):
        assert sound.result() == "sound"


def test_a_fault_of_the_picture_ends_the_sound() -> None:
    with pytest.raises(NotMedia), beside(until_cancelled, JobControl()):
        raise NotMedia(path="picture")


def test_a_fault_of_the_sound_ends_the_picture_and_is_told() -> None:
    def broken(_: JobControl) -> None:
        raise NotMedia(path="sound")

    with pytest.raises(NotMedia, match="sound"), beside(broken, JobControl()) as (control, _):
        until_cancelled(control)


def test_cancelling_ends_both() -> None:
    whole = JobControl()
    part = whole.part(0.1, 0.5)
    whole.cancel()
    with pytest.raises(Cancelled), beside(until_cancelled, part) as (control, _):
        control.checkpoint()


def test_one_strand_stops_alone() -> None:
    whole = JobControl()
    strand, other = whole.strand(), whole.strand()
    strand.cancel()
    assert strand.part(0, 1).cancelled
    assert not whole.cancelled
    assert not other.cancelled
