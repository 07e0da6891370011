"""``take licence``: whether music is heard in a take, and what may be done with it or with the film itself."""

import argparse
from dataclasses import replace
from pathlib import Path

from skriptstudio.assembly.house import House
from skriptstudio.cli.arguments import Commands, day
from skriptstudio.cli.terminal import Terminal
from skriptstudio.domain.licence import Licence
from skriptstudio.domain.take import Take


def register_licence(take: Commands) -> None:
    """Add the command to those about takes."""
    say = take.say
    licence = take.add("licence", "write down music in a take, and the licence of music or material", _licence)
    licence.add_argument("production", metavar="PRODUCTION")
    licence.add_argument("take", metavar="TAKE")
    licence.add_argument("--music", choices=("yes", "no"), help=say("whether music is heard in it"))
    licence.add_argument("--title", metavar="T", help=say("of the piece, the film or the photo"))
    licence.add_argument("--author", metavar="T", help=say("who made it"))
    licence.add_argument("--source", metavar="T", help=say("where it is from"))
    licence.add_argument("--terms", metavar="T", help=say("name of the licence, e.g. CC BY 4.0"))
    licence.add_argument("--channel", action="append", metavar="KEY", help=say("where it may be published"))
    licence.add_argument("--until", type=day, metavar="DATE", help=say("last day on which it holds"))
    licence.add_argument("--proof", type=Path, metavar="FILE", help=say("the paper that proves it"))
    licence.add_argument("--remove", action="store_true", help=say("take the entry away"))


def _licence(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    take = house.desk.open(args.production).record.take(args.take)
    music = take.music if args.music is None else args.music == "yes"
    licence = None if args.remove else _entered(args, house, take.licence)
    take = house.record.write_licence(args.production, take.id, music, licence, args.proof)
    terminal.result({"take": take.id, **licence_document(take)}, terminal.say("Noted."))


def _entered(args: argparse.Namespace, house: House, before: Licence | None) -> Licence | None:
    """What stands there already, with what is named now."""
    given = {name: getattr(args, name) for name in ("title", "author", "source", "terms", "until")}
    changed = {name: value for name, value in given.items() if value is not None}
    if args.channel is not None:
        changed["channels"] = tuple(house.profiles.get(key).key for key in dict.fromkeys(args.channel))
    if not changed and args.proof is None:
        return before
    return replace(before or Licence(args.title or args.source or args.take), **changed)


def licence_document(take: Take) -> dict[str, object]:
    """Music and licence of a take with ``--json``."""
    one = take.licence
    if one is None:
        return {"music": take.music, "licence": None}
    until = one.until.isoformat() if one.until is not None else None
    entry = {"title": one.title, "author": one.author, "source": one.source, "terms": one.terms}
    return {
        "music": take.music,
        "licence": {**entry, "channels": list(one.channels), "until": until, "proof": one.proof or None},
    }
