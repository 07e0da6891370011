"""The child's side: reads one order, carries it out, and says how far it is and what came of it.

One line of JSON each way. The end of its input tells it to stop: so it also goes when the program that started it
is gone.
"""

import json
import os
import signal
import tempfile
from contextlib import suppress
from threading import Lock, Thread
from time import monotonic, sleep
from typing import IO

from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.jobs import JobControl, Progress
from skriptstudio.media.apart.data import plain
from skriptstudio.media.apart.tasks import carry_out

_REPORT_EVERY_SECONDS = 0.1
_NICENESS = 10
_STOP_SECONDS = 5.0
"""From the end of its input on a child has so long to put away what is finished, like ``asking._STOP_SECONDS``."""


def main() -> int:
    """Serve one order from standard input; whatever decoders print goes where nobody reads it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches both; the program says what it means
    answers = os.dup(1)
    os.dup2(2, 1)
    with open(0, "rb", closefd=False) as orders, open(answers, "wb") as said:  # noqa: PTH123 - these are descriptors
        serve(orders, said)
        said.flush()
        os._exit(0)  # the thread that waits for the end of the input may hold it up


def serve(orders: IO[bytes], answers: IO[bytes]) -> None:
    """Carry out the order in the first line of ``orders`` and write lines to ``answers``."""
    order = json.loads(orders.readline())
    tempfile.tempdir = order["scratch"]
    if order["gentle"] and hasattr(os, "nice"):
        os.nice(_NICENESS)
    voice = _Voice(answers)
    control = JobControl(voice.progress)
    Thread(target=_wait_for_end, args=(orders, control), daemon=True).start()
    try:
        voice.say({"answer": plain(carry_out(order["task"], order["order"], control))})
    except SkriptStudioError as error:
        voice.say({"error": error.code, "values": plain_values(error)})


def plain_values(error: SkriptStudioError) -> object:
    """The typed fields of an error as JSON."""
    return {name: plain(value) for name, value in error.values().items()}


class _Voice:
    """Says whole lines, whichever thread speaks; progress only so often."""

    def __init__(self, answers: IO[bytes]) -> None:
        self._answers = answers
        self._lock = Lock()
        self._said = 0.0

    def say(self, word: object) -> None:
        with self._lock:
            self._answers.write(json.dumps(word).encode() + b"\n")
            self._answers.flush()

    def progress(self, progress: Progress) -> None:
        now = monotonic()
        if now - self._said >= _REPORT_EVERY_SECONDS:
            self._said = now
            self.say({"stage": progress.stage, "done": progress.done})


def _wait_for_end(orders: IO[bytes], control: JobControl) -> None:
    with suppress(OSError, ValueError):
        orders.read()
    control.cancel()
    sleep(_STOP_SECONDS)
    os._exit(1)  # a decoder that hangs looks at no control, and nobody is left who would end this process
