"""Reading the command line, with mistakes as sentences instead of usage dumps."""

import argparse
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any, NoReturn

from skriptstudio.assembly.house import House
from skriptstudio.cli.terminal import Terminal
from skriptstudio.domain.errors import BadCommand, BadDate, BadNumber, BadTime
from skriptstudio.domain.framing import TURNS
from skriptstudio.domain.timecode import parse_seconds
from skriptstudio.messages.catalogue import Speaker

Handler = Callable[[argparse.Namespace, House, Terminal], None]
"""Runs one command; raises ``SkriptStudioError`` where it can't."""


class Parser(argparse.ArgumentParser):
    """argparse that raises instead of leaving, and takes no abbreviations.

    Args:
        grow: adds the arguments; called once, when a call comes here.
    """

    def __init__(self, *args: Any, grow: Callable[[], None] | None = None, **kwargs: Any) -> None:  # noqa: ANN401 - argparse's own signature
        super().__init__(*args, **{"allow_abbrev": False, **kwargs})
        self._grow = grow

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:  # noqa: ANN401 - argparse's own signature
        """What argparse calls with the rest of a call, as soon as it has read this parser's name."""
        grow, self._grow = self._grow, None
        if grow:
            grow()
        return super().parse_known_args(args, namespace)

    def error(self, message: str) -> NoReturn:
        raise BadCommand(message)


def translate_argparse(speaker: Speaker) -> None:
    """Let argparse say its few own texts in the user's language.

    It asks a module-level gettext function for each of them (argparse.py, ``_``),
    and offers no other way in.
    """
    setattr(argparse, "_", speaker.translate)  # noqa: B010 - the name isn't part of the typed interface


class Commands:
    """Commands that begin with the same word, or the same two.

    Attributes:
        say: translates help texts.
    """

    def __init__(self, parser: Parser, speaker: Speaker) -> None:
        self._parser = parser
        self._groups: dict[str, Commands] = {}
        self._sub = parser.add_subparsers(metavar=speaker.say("COMMAND"), required=True, parser_class=Parser)
        self._speaker = speaker
        self.say = speaker.say

    def group(self, name: str, description: str) -> "Commands":
        """Commands of two words, such as ``take list``."""
        if name not in self._groups:
            self._groups[name] = Commands(self._sub.add_parser(name, help=self.say(description)), self._speaker)
        return self._groups[name]

    def add(self, name: str, description: str, handler: Handler, creates: bool = False) -> Parser:
        """A command; returns its parser for arguments.

        Args:
            name: word of the command.
            description: English text for the help.
            handler: runs it.
            creates: may begin a library where the folder is missing or empty. Others
                never do: an empty mount point is a drive that is gone, not a new library.
        """
        parser = self._sub.add_parser(name, help=self.say(description), description=self.say(description))
        return as_command(parser, self._speaker, handler, creates)


def as_command(parser: Parser, speaker: Speaker, handler: Handler, creates: bool) -> Parser:
    """Let a parser end in this handler; returns it for arguments."""
    add_common(parser, speaker, argparse.SUPPRESS)
    parser.set_defaults(handler=handler, creates=creates)
    return parser


def add_common(parser: argparse.ArgumentParser, speaker: Speaker, default: Any = None) -> None:  # noqa: ANN401
    """The options that every command takes, before or after its name."""
    say = speaker.say
    library = default if default is argparse.SUPPRESS else None
    flag = default if default is argparse.SUPPRESS else False
    parser.add_argument("--library", metavar="DIR", default=library, help=say("folder of the library"))
    parser.add_argument("--json", action="store_true", default=flag, help=say("one JSON document on stdout"))
    parser.add_argument("--lang", choices=("de", "en"), default=library, help=say("language of all texts"))


def seconds(text: str) -> Fraction:
    """A type for argparse: decimal seconds of at least 0. Raises ``BadTime``."""
    return parse_seconds(text)


def positive_seconds(text: str) -> Fraction:
    """Decimal seconds above 0. Raises ``BadTime``."""
    value = parse_seconds(text)
    if value <= 0:
        raise BadTime(text)
    return value


def percent(text: str) -> float:
    """A type for argparse: 0 to 100. Raises ``BadNumber``."""
    try:
        value = float(text.replace(",", "."))
    except ValueError as error:
        raise BadNumber(text, "0-100") from error
    if not 0 <= value <= 100:
        raise BadNumber(text, "0-100")
    return value


def turn(text: str) -> int:
    """A type for argparse: degrees of a quarter turn. Raises ``BadNumber``."""
    if text not in map(str, TURNS):
        raise BadNumber(text, ", ".join(map(str, TURNS)))
    return int(text)


def whole(least: int, most: int) -> Callable[[str], int]:
    """A type for argparse: a whole number in these bounds. Raises ``BadNumber``."""

    def read(text: str) -> int:
        if not text.isdecimal() or not least <= int(text) <= most:
            raise BadNumber(text, f"{least}-{most}")
        return int(text)

    return read


_YEARS = range(2000, 2200)


def plan_day(text: str) -> date:
    """A date that somebody can plan for. Raises ``BadDate``."""
    found = day(text)
    if found.year not in _YEARS:
        raise BadDate(text)
    return found


def day(text: str) -> date:
    """A type for argparse: a date such as 2027-06-30. Raises ``BadDate``."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadDate(text) from error
