"""The program's side: starts a child, hands it an order, and lives on whatever becomes of the child."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from queue import Empty, SimpleQueue
from tempfile import TemporaryDirectory
from threading import Thread
from time import monotonic
from typing import IO, Any, TypeVar

from skriptstudio.domain.errors import (
    Cancelled,
    DecoderFell,
    DiskFull,
    DriveFault,
    EncoderFault,
    MissingFile,
    NoContainer,
    NoPicture,
    NotMedia,
    SkriptStudioError,
    UnusableLength,
    UnusablePicture,
)
from skriptstudio.domain.jobs import JobControl
from skriptstudio.media.apart.data import plain, shaped

FLAG = "--apart"
"""Tells the program that it is such a child."""

PATIENCE_SECONDS = 600.0
"""Without a word for so long a child hangs: the largest film on a slow drive is read through in less."""

_STOP_SECONDS = 5.0
"""A child that was asked to stop has so long to put away what is finished."""
_POLL_SECONDS = 0.05
_LONGEST_LINE = 1 << 20
_NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_GENTLE: int = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)

Answer = TypeVar("Answer")

_ERRORS: dict[str, type[SkriptStudioError]] = {
    error.code: error
    for error in (
        MissingFile,
        NotMedia,
        NoContainer,
        NoPicture,
        UnusablePicture,
        UnusableLength,
        DriveFault,
        DiskFull,
        EncoderFault,
        Cancelled,
    )
}
"""What a child may say; anything else means that it fell."""


def own_program() -> list[str]:
    """How this program is started once more, as a checkout, installed or frozen."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "skriptstudio"]


class Apart:
    """Lets a child process do what decodes media from outside.

    Args:
        program: command that understands ``FLAG``; None for this program.
        patience: seconds without a word after which the child is stopped.
    """

    def __init__(self, program: Sequence[str] | None = None, patience: float = PATIENCE_SECONDS) -> None:
        self._program = program
        self._patience = patience

    def ask(
        self,
        order: object,
        answer: type[Answer],
        files: Sequence[Path],
        control: JobControl | None = None,
        gentle: bool = False,
    ) -> Answer:
        """Let a child carry out one of ``orders`` and return what it answers.

        Args:
            order: one of ``orders``.
            answer: what the child gives back.
            files: the media from outside that it decodes, for the sentence if they bring it down.
            control: told of the child's progress; cancelling stops the child.
            gentle: let everything else on this computer go first.

        Raises:
            DecoderFell: the child fell, hung, or said what it can't say.
            Cancelled, and what the work itself raises.
        """
        control = control or JobControl()
        control.checkpoint()
        fell = DecoderFell(path=", ".join(path.name for path in files) if len(files) > 1 else str(*files))
        with TemporaryDirectory(prefix="skriptstudio-", ignore_cleanup_errors=True) as scratch:
            line = {"task": type(order).__name__, "order": plain(order), "scratch": scratch, "gentle": gentle}
            command = [*(self._program or own_program()), FLAG]
            with _running(command, json.dumps(line).encode() + b"\n", gentle) as child:
                try:
                    return shaped(answer, self._listen(child, control))
                except (ValueError, TimeoutError) as error:
                    control.checkpoint()  # somebody stopped both
                    raise fell from error

    def _listen(self, child: "_Child", control: JobControl) -> object:
        """What the child answers; ``ValueError`` if that is nothing or nonsense, ``TimeoutError`` if it hangs."""
        heard = monotonic()
        try:
            while True:
                control.checkpoint()
                try:
                    line = child.said.get(timeout=_POLL_SECONDS)
                except Empty:
                    if monotonic() - heard > self._patience:
                        raise TimeoutError from None
                    continue
                heard = monotonic()
                word = _understood(line)
                if "answer" in word:
                    return word["answer"]
                if "error" in word:
                    raise _ERRORS[word["error"]](**word["values"])
                control.report(str(word["stage"]), _share(word["done"]))
        except (KeyError, TypeError, OverflowError) as error:
            raise ValueError("no answer") from error
        except Cancelled:
            child.ask_to_stop()
            raise


@dataclass(frozen=True)
class _Child:
    """A running child.

    Attributes:
        process: its process.
        said: the lines it says, the last one empty.
        hander: the thread that hands it its order; one that hangs at its start may not take it.
    """

    process: "subprocess.Popen[bytes]"
    said: "SimpleQueue[bytes]"
    hander: Thread

    def ask_to_stop(self) -> None:
        """The end of its orders tells a child to put away what is finished and go."""
        assert self.process.stdin is not None
        self.hander.join(_STOP_SECONDS)
        if self.hander.is_alive():
            return
        with suppress(OSError):
            self.process.stdin.close()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(_STOP_SECONDS)


@contextmanager
def _running(command: Sequence[str], order: bytes, gentle: bool) -> Iterator[_Child]:
    """A child that is handed its order; it is gone when the block ends."""
    child = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=_NO_WINDOW | (_GENTLE if gentle else 0),
    )
    assert child.stdin is not None
    assert child.stdout is not None
    said: SimpleQueue[bytes] = SimpleQueue()
    reader = Thread(target=_read_lines, args=(child.stdout, said), daemon=True)
    reader.start()
    hander = Thread(target=_hand_over, args=(child.stdin, order), daemon=True)
    hander.start()
    try:
        yield _Child(child, said, hander)
    finally:
        child.kill()
        child.wait()
        reader.join()
        hander.join()
        child.stdout.close()
        with suppress(OSError):
            child.stdin.close()


def _read_lines(stream: IO[bytes], said: "SimpleQueue[bytes]") -> None:
    while line := stream.readline(_LONGEST_LINE):
        said.put(line)
    said.put(b"")


def _hand_over(stream: IO[bytes], order: bytes) -> None:
    with suppress(OSError):  # the child fell already
        stream.write(order)
        stream.flush()


def _understood(line: bytes) -> dict[str, Any]:
    """One line as an object; ``ValueError`` for anything else."""
    try:
        word = json.loads(line)
    except RecursionError as error:
        raise ValueError("too deep") from error
    if not isinstance(word, dict):
        raise ValueError("no object")
    return word


def _share(told: Any) -> float:  # noqa: ANN401 - whatever the child said
    share = float(told)
    if not isfinite(share):
        raise ValueError("no share")
    return share
