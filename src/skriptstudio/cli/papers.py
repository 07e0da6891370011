"""``release-note`` and ``consent form``."""

import argparse
from pathlib import Path

from skriptstudio.assembly.house import House
from skriptstudio.cli.arguments import day
from skriptstudio.cli.terminal import Terminal
from skriptstudio.cli.tree import Tree


def register(tree: Tree) -> None:
    """Add the commands that write papers."""
    note = tree.add("release-note", _note)
    note.add_argument("production", metavar="PRODUCTION")
    note.add_argument("file", type=Path, metavar="FILE.docx")
    form = tree.group("consent").add("form", "a consent to be signed, as .docx", _form)
    form.add_argument("person", metavar="PERSON")
    form.add_argument("file", type=Path, metavar="FILE.docx")
    form.add_argument("--channel", action="append", default=[], metavar="KEY")
    form.add_argument("--purpose", default="", metavar="T", help=tree.say("what the clips are made for"))
    form.add_argument("--until", default=None, type=day, metavar="DATE")
    form.add_argument("--house", default="", metavar="N", help=tree.say("name of the authority"))


def _note(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    note = house.papers.release_note(args.production, args.file.expanduser().absolute())
    document = {"path": str(args.file), "version": note.version, "valid": not note.void}
    terminal.result(document, terminal.say("Written: {path}", path=args.file))


def _form(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    target = args.file.expanduser().absolute()
    house.papers.consent_form(args.person, target, args.channel, args.purpose, args.until, args.house)
    terminal.result({"path": str(args.file)}, terminal.say("Written: {path}", path=args.file))
