"""Lets a running take come first on a busy computer, as recorders do.

Windows lets any program ask for the class above the normal one. Elsewhere it
takes rights that a user rarely has; without them all stays as it is.
"""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock

_ABOVE_NORMAL, _NORMAL = 0x8000, 0x20
"""Priority classes of Windows (processthreadsapi.h, ``SetPriorityClass``)."""

_STEPS = 5
"""How far a Unix process moves up, of 20 places."""


class Precedence:
    """Moves this program up while somebody needs it, and back down afterwards."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._needed_by = 0
        self._usual = 0

    @contextmanager
    def given(self) -> Iterator[None]:
        """This program goes before others while the block runs; blocks may overlap."""
        with self._lock:
            self._needed_by += 1
            if self._needed_by == 1:
                self._move_up()
        try:
            yield
        finally:
            with self._lock:
                self._needed_by -= 1
                if self._needed_by == 0:
                    self._move_down()

    def _move_up(self) -> None:
        if sys.platform == "win32":
            _set_class(_ABOVE_NORMAL)
        else:
            self._usual = os.getpriority(os.PRIO_PROCESS, 0)
            _set_niceness(self._usual - _STEPS)

    def _move_down(self) -> None:
        if sys.platform == "win32":
            _set_class(_NORMAL)
        else:
            _set_niceness(self._usual)


PRECEDENCE = Precedence()
"""The one of this process."""


def _set_class(wanted: int) -> None:
    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        kernel.SetPriorityClass(ctypes.c_void_p(kernel.GetCurrentProcess()), wanted)


def _set_niceness(wanted: int) -> None:
    """On Linux each thread has its own, and passes it on to those that it starts."""
    if sys.platform != "win32":
        told = Path("/proc/self/task")
        threads = [int(one.name) for one in told.iterdir()] if told.is_dir() else [0]
        for thread in threads:
            with suppress(OSError):  # it has ended meanwhile, or we have no right to
                os.setpriority(os.PRIO_PROCESS, thread, wanted)
