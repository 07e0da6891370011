"""Two halves of one job at the same time: FFmpeg lets go of Python's lock while it works."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

from skriptstudio.domain.errors import Cancelled
from skriptstudio.domain.jobs import JobControl

Result = TypeVar("Result")


@contextmanager
def beside(work: Callable[[JobControl], Result], control: JobControl) -> Iterator[tuple[JobControl, "Future[Result]"]]:
    """Run ``work`` in a thread of its own while the block runs.

    As soon as one half fails, the other is cancelled; what failed first is raised.
    The thread has ended when the block is left.

    Yields:
        the control that the block must ask, and the result of ``work``.
    """
    here, there = control.strand(), control.strand()

    def fail_together(future: "Future[Result]") -> None:
        if future.exception() is not None:
            here.cancel()

    with ThreadPoolExecutor(1) as threads:
        future = threads.submit(work, there)
        future.add_done_callback(fail_together)
        try:
            yield here, future
        except BaseException as error:
            there.cancel()
            reason = future.exception()
            if isinstance(error, Cancelled) and reason is not None:
                raise reason from None
            raise
