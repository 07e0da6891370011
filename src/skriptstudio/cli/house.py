"""``rules``: what the house has settled about deputies, how long takes are kept, and days without politics."""

import argparse
from dataclasses import replace

from skriptstudio.assembly.house import House
from skriptstudio.cli.arguments import day, whole
from skriptstudio.cli.terminal import Terminal
from skriptstudio.cli.tree import Tree
from skriptstudio.domain.house import Blackout, HouseRules

_MOST_DAYS = 3650


def register(tree: Tree) -> None:
    """Add the commands about the house."""
    rules = tree.group("rules")
    rules.add("show", "deputies, how long takes are kept, days without politics", _show)
    change = rules.add("set", "change the figures", _set)
    for name, text in (
        ("--deputy-after", tree.say("working days of absence after which a deputy may check")),
        ("--raw-days", tree.say("days after which unused takes are proposed for deletion")),
        ("--minor-days", tree.say("the same for takes of people under 18")),
    ):
        change.add_argument(name, type=whole(0, _MOST_DAYS), default=None, metavar="N", help=text)
    blackout = rules.add("blackout", "days on which nothing political goes out, e.g. before an election", _blackout)
    blackout.add_argument("--from", dest="first", required=True, type=day, metavar="DATE")
    blackout.add_argument("--to", dest="last", required=True, type=day, metavar="DATE")
    blackout.add_argument("--reason", required=True, metavar="T")


def _show(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    _tell(house.people.staff().rules, terminal)


def _set(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    asked = {"deputy_after_days": args.deputy_after, "raw_days": args.raw_days, "minor_days": args.minor_days}
    wanted = {name: value for name, value in asked.items() if value is not None}
    _tell(house.people.set_rules(lambda rules: replace(rules, **wanted)), terminal)


def _blackout(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    first, last = sorted((args.first, args.last))
    added = Blackout(first, last, args.reason)
    _tell(house.people.set_rules(lambda rules: replace(rules, blackouts=(*rules.blackouts, added))), terminal)


def _tell(rules: HouseRules, terminal: Terminal) -> None:
    document = {
        "deputy_after_days": rules.deputy_after_days,
        "raw_days": rules.raw_days,
        "minor_days": rules.minor_days,
        "blackouts": [
            {"from": one.first.isoformat(), "to": one.last.isoformat(), "reason": one.reason} for one in rules.blackouts
        ],
    }
    say = terminal.say
    lines = [
        say("Deputies check after {days} working days of absence.", days=rules.deputy_after_days),
        say("Unused takes are kept for {days} days, of people under 18 for {minor} days.",
            days=rules.raw_days, minor=rules.minor_days),
    ]  # fmt: skip
    lines += [f"{one.first} - {one.last}: {one.reason}" for one in rules.blackouts]
    terminal.result(document, "\n".join(lines))
