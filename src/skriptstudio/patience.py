"""Waits until Windows lets a file be moved or removed that a virus scanner or another reader has open."""

import time
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")

_PAUSES_SECONDS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8)
_HELD_OPEN = {5, 32, 33}
"""Numbers of winerror.h: access denied, sharing violation, lock violation."""


def patiently(action: Callable[[], Result]) -> Result:
    """Do ``action`` again for about 1.5 s while Windows says that somebody has the file open."""
    for pause in _PAUSES_SECONDS:
        try:
            return action()
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _HELD_OPEN:
                raise
            time.sleep(pause)
    return action()
