"""The command line: reads the call, runs the step, answers in one way.

The one broad ``except`` of the program stands here, at the edge of the job: a
defect becomes a sentence and a log file, never a traceback for the user.
"""

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from skriptstudio import __version__
from skriptstudio.assembly.computer import remember_defect, saved_language
from skriptstudio.assembly.house import House
from skriptstudio.cli.arguments import Parser, add_common, translate_argparse
from skriptstudio.cli.terminal import Terminal
from skriptstudio.cli.tree import Tree
from skriptstudio.domain.errors import Cancelled, SkriptStudioError, Unexpected
from skriptstudio.messages.catalogue import Speaker


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    _speak_utf8()
    terminal = Terminal("--json" in arguments, Speaker(_language(arguments)))
    try:
        return _answered(arguments, terminal)
    except BrokenPipeError:
        return _reader_left()


def _answered(arguments: Sequence[str], terminal: Terminal) -> int:
    try:
        args = _parser(terminal.speaker).parse_args(arguments)
        args.handler(args, House(args.library, create=args.creates), terminal)
    except SkriptStudioError as error:
        return terminal.fail(error)
    except KeyboardInterrupt:
        return terminal.fail(Cancelled())
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - the edge of the job
        remember_defect(error)
        return terminal.fail(Unexpected(f"{type(error).__name__}: {error}".splitlines()[0][:200]))
    return 0


def _parser(speaker: Speaker) -> Parser:
    translate_argparse(speaker)
    parser = Parser(
        prog="skriptstudio",
        description=speaker.say("From an idea to a released, captioned vertical clip, all offline."),
    )
    told = speaker.say("show program's version number and exit")  # Python 3.11 doesn't translate its own words
    parser.add_argument("--version", action="version", version=f"SkriptStudio {__version__}", help=told)
    add_common(parser, speaker)
    Tree(parser, speaker)
    return parser


def _language(arguments: Sequence[str]) -> str:
    """``--lang`` wherever it stands, otherwise the user's setting.

    Read before argparse runs, because argparse's own mistakes are said in this language too.
    """
    for at, argument in enumerate(arguments):
        if argument == "--lang" and at + 1 < len(arguments):
            return arguments[at + 1]
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return saved_language()


def _speak_utf8() -> None:
    """German leaves the program as UTF-8 whatever the console's code page; a windowed build has no streams."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _reader_left() -> int:
    """Whoever read our output has gone (``| head``): stop quietly, also at the flush on exit."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())
    os.close(devnull)
    return 0
