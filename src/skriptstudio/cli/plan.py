"""``new`` and ``list``."""

import argparse

from skriptstudio.assembly import House
from skriptstudio.cli.arguments import Commands
from skriptstudio.cli.terminal import Terminal
from skriptstudio.domain.production import TopicClass
from skriptstudio.messages.words import state_name


def register(commands: Commands) -> None:
    """Add this station's commands."""
    new = commands.add("new", "start a production", _new, creates=True)
    new.add_argument("--title", required=True)
    new.add_argument("--format", default="", metavar="KEY", help=commands.say("series format, e.g. ein_tag_im_amt"))
    new.add_argument("--by", default="", metavar="NAME", help=commands.say("who starts it"))
    new.add_argument("--topic", choices=[t.value for t in TopicClass], default=TopicClass.HARMLESS.value)
    listing = commands.add("list", "all productions, newest first", _list)
    listing.add_argument("--search", default="", metavar="TEXT")


def _new(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    production = house.plan.new(args.title, args.format, args.by, TopicClass(args.topic))
    text = terminal.say("“{title}” is started. Its short name: {id}", title=production.title, id=production.id)
    terminal.result({"production": production.id}, text)


def _list(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    found = house.plan.list(args.search)
    document = [
        {
            "production": s.id,
            "title": s.title,
            "state": s.state.value,
            "format": s.format,
            "takes": s.takes,
            "created": s.created.isoformat(),
        }
        for s in found
    ]
    lines = [f"{s.id}  {state_name(s.state.value, terminal.speaker):28} {s.title}" for s in found]
    terminal.result(document, "\n".join(lines) or terminal.say("Nothing here yet."))
