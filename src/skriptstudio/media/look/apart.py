"""Looking at media from outside in a process of its own: what a hostile or broken file brings down is only that one."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from skriptstudio.domain.errors import (
    DriveFault,
    MissingFile,
    NoPicture,
    NotMedia,
    SkriptStudioError,
    UnusablePicture,
)
from skriptstudio.domain.take import Footage

FLAG = "--look"
"""Tells the program that it is such a process: ``--look FILE RESULT.json``."""

PATIENCE_SECONDS = 600.0
"""Three hours of film on a slow drive are looked through in less; whatever takes longer hangs."""

_TRIAL_PICTURES = 300
"""So many pictures are decoded for trial, with the sound beside them; a decoder that falls usually does so at once."""
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_ERRORS: dict[str, type[SkriptStudioError]] = {
    error.code: error for error in (MissingFile, NotMedia, NoPicture, UnusablePicture, DriveFault)
}


def own_program() -> list[str]:
    """How this program is started once more, as a checkout, installed or frozen."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "skriptstudio"]


class ApartProbe:
    """The port ``MediaProbe`` in a child process.

    Args:
        program: command that understands ``FLAG``.
        patience: seconds after which the child is stopped.
    """

    def __init__(self, program: Sequence[str] | None = None, patience: float = PATIENCE_SECONDS) -> None:
        self._program = list(program or own_program())
        self._patience = patience

    def footage(self, path: Path) -> Footage:
        if not path.exists():
            raise MissingFile(path=str(path))
        with TemporaryDirectory(prefix="skriptstudio-", ignore_cleanup_errors=True) as folder:
            answer = Path(folder) / "footage.json"
            self._run([*self._program, FLAG, str(path.absolute()), str(answer)], path)
            try:
                known = json.loads(answer.read_text(encoding="utf-8"))
            except (OSError, ValueError) as error:
                raise NotMedia(path=str(path)) from error  # it fell
        return _told(known, path)

    def _run(self, command: Sequence[str], path: Path) -> None:
        quiet = subprocess.DEVNULL
        child = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, creationflags=_NO_WINDOW)
        try:
            child.wait(self._patience)
        except subprocess.TimeoutExpired as error:
            raise NotMedia(path=str(path)) from error
        finally:
            child.kill()
            child.wait()


def _told(known: dict[str, Any], path: Path) -> Footage:
    if "error" in known:
        raise _ERRORS[known["error"]](**known["values"] | {"path": str(path)})
    return Footage(**known | {"seconds": Fraction(known["seconds"]), "fps": Fraction(known["fps"])})


def look_at(arguments: Sequence[str]) -> int:
    """What the child does: look at a file, try its decoders, and write down what was found.

    Args:
        arguments: the file and where to write.

    Returns:
        0, also where the file is no film: that is an answer, too.
    """
    from skriptstudio.media.look.probe import PyAvProbe

    path, answer = Path(arguments[0]), Path(arguments[1])
    try:
        footage = PyAvProbe().footage(path)
        _try_decoders(path)
        found: dict[str, Any] = asdict(footage) | {"seconds": str(footage.seconds), "fps": str(footage.fps)}
    except SkriptStudioError as error:
        found = {"error": error.code, "values": error.values()}
    answer.write_text(json.dumps(found), encoding="utf-8")
    return 0


def _try_decoders(path: Path) -> None:
    from itertools import islice

    from skriptstudio.media.look.opening import decoded_pictures, decoded_sound, open_media, picture_stream

    with open_media(path) as container:
        stream = picture_stream(container)
        if stream is not None:
            for _ in islice(decoded_pictures(container, stream), _TRIAL_PICTURES):
                pass
    with open_media(path) as container:
        if container.streams.audio:
            for _ in islice(decoded_sound(container, container.streams.audio[0]), _TRIAL_PICTURES):
                pass
