"""``release-note`` and ``consent form``."""

import argparse
from pathlib import Path

from skriptstudio.assembly import House
from skriptstudio.cli.arguments import Commands, day
from skriptstudio.cli.terminal import Terminal


def register(commands: Commands) -> None:
    """Add the commands that write papers."""
    note = commands.add("release-note", "the Freigabevermerk of a released clip as .docx", _note)
    note.add_argument("production", metavar="PRODUCTION")
    note.add_argument("file", type=Path, metavar="FILE.docx")
    form = commands.group("consent", "who may be shown where").add("form", "a consent to be signed, as .docx", _form)
    form.add_argument("person", metavar="PERSON")
    form.add_argument("file", type=Path, metavar="FILE.docx")
    form.add_argument("--channel", action="append", default=[], metavar="KEY")
    form.add_argument("--purpose", default="", metavar="T", help=commands.say("what the clips are made for"))
    form.add_argument("--until", default=None, type=day, metavar="DATE")
    form.add_argument("--house", default="", metavar="N", help=commands.say("name of the authority"))


def _note(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    note = house.papers.release_note(args.production, args.file.expanduser().absolute())
    document = {"path": str(args.file), "version": note.version, "valid": not note.void}
    terminal.result(document, terminal.say("Written: {path}", path=args.file))


def _form(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    target = args.file.expanduser().absolute()
    house.papers.consent_form(args.person, target, args.channel, args.purpose, args.until, args.house)
    terminal.result({"path": str(args.file)}, terminal.say("Written: {path}", path=args.file))
