"""Work beside the window: what it tells, in which order, and what is left of it."""

import gc
from collections.abc import Callable
from typing import Any
from weakref import ref

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QObject
from shiboken6 import delete

from skriptstudio.domain.errors import NotMedia, SkriptStudioError
from skriptstudio.domain.jobs import JobControl
from skriptstudio.ui.jobs import Jobs

pytestmark = pytest.mark.qt

Wait = Callable[..., None]


@pytest.fixture
def jobs(app: Any) -> Jobs:
    return Jobs(lambda error: pytest.fail(str(error)))


def test_what_a_job_looked_at_goes_with_it_although_nobody_collects_garbage(jobs: Jobs, wait_until: Wait) -> None:
    picture = np.zeros(100)
    looked_at = ref(picture)

    def work(_control: JobControl, picture: NDArray[np.float64] = picture) -> float:
        return float(picture.sum())

    started = jobs.start(work, lambda _sum: None)
    job = ref(started)
    del picture, work
    wait_until(lambda: not jobs.busy)
    assert looked_at() is None
    gc.disable()
    try:
        del started
        assert job() is None
    finally:
        gc.enable()


def test_it_tells_of_progress_before_it_tells_of_its_end(jobs: Jobs, wait_until: Wait) -> None:
    told: list[object] = []

    def work(control: JobControl) -> str:
        control.report("first", 0.5)
        return "result"

    def broken(control: JobControl) -> str:
        raise NotMedia(path="x")

    def note(error: SkriptStudioError) -> None:
        told.append(error.code)

    jobs.start(work, told.append, progressed=lambda progress: told.append(progress.stage))
    wait_until(lambda: not jobs.busy)
    jobs.start(broken, told.append, note)
    wait_until(lambda: not jobs.busy)
    assert told == ["first", "result", NotMedia.code]


def test_what_is_deleted_meanwhile_is_told_nothing(jobs: Jobs, wait_until: Wait) -> None:
    class Panel(QObject):
        def show(self, _result: object) -> None:
            pytest.fail("it is gone")

    panel = Panel()
    shown = panel.show
    jobs.start(lambda _control: 1, shown)
    delete(panel)
    wait_until(lambda: not jobs.busy)


def test_after_the_end_nobody_is_told(app: Any, jobs: Jobs) -> None:
    jobs.start(lambda _control: 1, lambda _result: pytest.fail("the window is gone"))
    assert jobs.finish()
    app.processEvents()
