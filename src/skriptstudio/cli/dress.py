"""``dress``: hook title, name lines, logo, inserts, boxes, and where the window lies."""

import argparse
from pathlib import Path

from skriptstudio.assembly.house import House
from skriptstudio.cli.terminal import Terminal
from skriptstudio.cli.tree import Tree
from skriptstudio.domain.dressing import NameLine, box_of
from skriptstudio.domain.errors import BadNumber
from skriptstudio.domain.timecode import as_decimal, on_frame, parse_seconds
from skriptstudio.steps.dress import DressWish, InsertWish


def register(tree: Tree) -> None:
    """Add the command."""
    dress = tree.add("dress", _dress)
    say = tree.say
    dress.add_argument("production", metavar="PRODUCTION")
    dress.add_argument("--title", metavar="T", help=say("hook in large letters over the first seconds; empty for none"))
    dress.add_argument("--logo", metavar="FILE", help=say("logo of the house, never on TikTok; empty for none"))
    many = (
        ("--name-line", ("NAME", "ROLE", "FROM", "TO"), say("who speaks, in the lower third")),
        ("--insert", ("TAKE", "IN", "AT", "SECONDS"), say("the picture of another take over the voice")),
        (
            "--box",
            ("LEFT", "TOP", "WIDTH", "HEIGHT", "FROM", "TO"),
            say("make a place unrecognisable; shares from 0 to 1"),
        ),
        ("--window", ("PIECE", "SHARE"), say("where the upright window lies in a wide piece: 0 left to 1 right")),
    )
    for name, parts, text in many:
        dress.add_argument(name, nargs=len(parts), action="append", metavar=parts, help=text)
    dress.add_argument(
        "--whole", action="append", type=int, metavar="PIECE", help=say("show all of a wide piece on a blurred ground")
    )
    dress.add_argument("--plain", action="store_true", help=say("take away all that lies over the picture first"))


def _dress(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    if args.plain:
        house.dress.change(args.production, DressWish("", (), (), (), Path(), grounds=()))
    cut = house.dress.change(args.production, _wish(args))
    dressing = cut.dressing
    document = {
        "title": dressing.title,
        "names": len(dressing.names),
        "inserts": len(dressing.inserts),
        "boxes": len(dressing.boxes),
        "logo": bool(dressing.logo),
        "segments": [{"take": s.take, "across": as_decimal(s.across), "whole": s.all_of_it} for s in cut.segments],
    }
    terminal.result(document, terminal.say("Noted."))


def _wish(args: argparse.Namespace) -> DressWish:
    names = args.name_line and [
        NameLine(name, role, on_frame(parse_seconds(start)), on_frame(parse_seconds(end)))
        for name, role, start, end in args.name_line
    ]
    inserts = args.insert and [InsertWish(take, *map(parse_seconds, times)) for take, *times in args.insert]
    boxes = args.box and [box_of(*map(parse_seconds, figures)) for figures in args.box]
    windows = args.window and [(_number(piece), parse_seconds(share)) for piece, share in args.window]
    logo = None if args.logo is None else Path(args.logo)
    return DressWish(args.title, names, inserts, boxes, logo, windows, args.whole)


def _number(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise BadNumber(text=text, allowed="1, 2, 3 ...") from error
