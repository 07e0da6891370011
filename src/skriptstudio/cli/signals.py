"""Ctrl+C and a polite kill end a job instead of the program."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from skriptstudio.domain.jobs import JobControl


@contextmanager
def stopping_on_signals(control: JobControl) -> Iterator[None]:
    """Let Ctrl+C and a polite kill end the job instead of the program."""

    def stop(number: int, frame: FrameType | None) -> None:
        control.cancel()

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    previous = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)
