"""``new`` and ``list``."""

import argparse
from datetime import date

from skriptstudio.assembly.house import House
from skriptstudio.cli.terminal import Terminal
from skriptstudio.cli.tree import Tree
from skriptstudio.domain.errors import BadInput
from skriptstudio.domain.production import State, TopicClass
from skriptstudio.messages.errors import sentence
from skriptstudio.messages.words import state_name


def register(tree: Tree) -> None:
    """Add this station's commands."""
    new = tree.add("new", _new, creates=True)
    new.add_argument("--title", required=True)
    new.add_argument("--format", default="", metavar="KEY", help=tree.say("series format, e.g. ein_tag_im_amt"))
    new.add_argument("--by", default="", metavar="NAME", help=tree.say("who starts it"))
    new.add_argument("--topic", choices=[t.value for t in TopicClass], default=TopicClass.HARMLESS.value)
    listing = tree.add("list", _list)
    listing.add_argument("--search", default="", metavar="TEXT")
    states = [one.value for one in State]
    listing.add_argument("--state", action="append", default=[], choices=states, help=tree.say("only in this state"))


def _new(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    production = house.plan.new(args.title, args.format, args.by, TopicClass(args.topic))
    text = terminal.say("“{title}” is started. Its short name: {id}", title=production.title, id=production.id)
    terminal.result({"production": production.id}, text)


def _list(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    found = [one for one in house.plan.list(args.search) if not args.state or one.state.value in args.state]
    days = _planned_days(house, terminal)
    document = [
        {
            "production": s.id,
            "title": s.title,
            "state": s.state.value,
            "format": s.format,
            "takes": s.takes,
            "created": s.created.isoformat(),
            "planned": days[s.id].isoformat() if s.id in days else None,
        }
        for s in found
    ]
    lines = [f"{s.id}  {state_name(s.state.value, terminal.speaker):28} {s.title}" for s in found]
    terminal.result(document, "\n".join(lines) or terminal.say("Nothing here yet."))


def _planned_days(house: House, terminal: Terminal) -> dict[str, date]:
    """A plan that can't be read keeps nobody from seeing the productions."""
    try:
        return house.rhythm.planned_days()
    except BadInput as error:
        terminal.note(str(sentence(error, terminal.speaker)))
        return {}
