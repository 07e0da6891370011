"""Keeps computer and screen awake while a take runs (docs/decisions/0010-wakepy.md)."""

import queue
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread

PATIENCE_SECONDS = 2.0
"""How long the end of a take waits for the operating system to let go; normally some milliseconds."""


@contextmanager
def kept_awake() -> Iterator[None]:
    """The computer neither sleeps nor turns off its screen while the block runs, where that can be asked for.

    It is asked for in a thread of its own: a session bus that doesn't answer holds up
    nothing, and what fails there is no reason to lose a take.
    """
    over = Event()
    keeper = Thread(target=_keep_awake, args=(over,), name="awake", daemon=True)
    keeper.start()
    try:
        yield
    finally:
        over.set()
        keeper.join(PATIENCE_SECONDS)


def _keep_awake(over: Event) -> None:
    from wakepy import keep

    # Letting go fails with RuntimeError, on Windows with queue.Empty; the system forgets the wish with our process.
    with suppress(RuntimeError, OSError, queue.Empty), keep.presenting(on_fail="pass"):
        over.wait()
