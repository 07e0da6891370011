"""``guideline`` and ``channel``: what the house has settled about posting."""

import argparse
from dataclasses import replace

from skriptstudio.assembly.house import House
from skriptstudio.cli.arguments import day
from skriptstudio.cli.terminal import Terminal
from skriptstudio.cli.tree import Tree
from skriptstudio.domain.channel_register import Channel, Reminder
from skriptstudio.domain.guideline import Guideline, Light, Sight
from skriptstudio.messages.result_words import duty_text, light_text
from skriptstudio.messages.words import channel_name

_TEXTS = ("address", "concept", "basis", "assessment", "council", "imprint", "alternative")
_DAYS = ("council_on", "imprint_on")


def register(tree: Tree) -> None:
    """Add the commands about the guideline and the channels."""
    guideline = tree.group("guideline")
    guideline.add("show", "what holds here", _show)
    check = guideline.add("check", "the traffic light for what can be seen in a clip", _check)
    check.add_argument("sights", nargs="+", metavar="KEY")
    change = guideline.add("set", "a line of the house's own", _set)
    change.add_argument("--key", default="", metavar="KEY", help=tree.say("of the line that is changed"))
    change.add_argument("--light", required=True, choices=[light.value for light in Light])
    change.add_argument("--text", required=True, metavar="T")
    change.add_argument("--advice", required=True, metavar="T")
    guideline.add("remove", "take a line out", _remove).add_argument("key", metavar="KEY")
    chapter = guideline.add("chapter", "another text for a chapter", _chapter)
    chapter.add_argument("number", type=int, metavar="N")
    chapter.add_argument("--text", required=True, metavar="T")
    guideline.add("reset", "use the shipped guideline again", _reset)
    channel = tree.group("channel")
    channel.add("list", "all channels of the house", _list)
    entry = channel.add("set", "enter a channel or change what is said about it", _set_channel)
    entry.add_argument("profile", metavar="KEY")
    for name in _TEXTS:
        entry.add_argument(f"--{name}", default=None, metavar="T")
    for name in _DAYS:
        entry.add_argument(f"--{name.replace('_', '-')}", type=day, default=None, metavar="DATE")
    channel.add("remove", "take a channel out", _remove_channel).add_argument("profile", metavar="KEY")
    channel.add("reminders", "what is open about the channels", _reminders)


def _sight(one: Sight) -> dict[str, object]:
    return {"key": one.key, "light": one.light.value, "text": one.text, "advice": one.advice}


def _guideline(found: Guideline) -> dict[str, object]:
    return {
        "own": found.own,
        "sights": [_sight(one) for one in found.sights],
        "chapters": [{"title": one.title, "text": one.text} for one in found.chapters],
    }


def _tell(found: Guideline, terminal: Terminal) -> None:
    lines = [
        f"{light_text(one.light.value, terminal.speaker)} · {one.key}: {one.text}. {one.advice}" for one in found.sights
    ]
    lines += [f"{number}. {one.title}: {one.text}" for number, one in enumerate(found.chapters, start=1)]
    terminal.result(_guideline(found), "\n".join(lines))


def _show(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    _tell(house.guidance.guideline(), terminal)


def _check(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    light, met = house.guidance.judge(frozenset(args.sights))
    lines = [light_text(light.value, terminal.speaker)] if light else []
    lines += [f"{one.text}: {one.advice}" for one in met]
    document = {"light": light.value if light else "", "sights": [_sight(one) for one in met]}
    terminal.result(document, "\n".join(lines))


def _set(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    sight = house.guidance.set_sight(args.key, Light(args.light), args.text, args.advice)
    terminal.result(_sight(sight), terminal.say("Noted."))


def _remove(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    house.guidance.remove_sight(args.key)
    terminal.result({"removed": args.key}, terminal.say("Taken out."))


def _chapter(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    _tell(house.guidance.set_chapter(args.number, args.text), terminal)


def _reset(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    _tell(house.guidance.reset(), terminal)


def _channel(one: Channel) -> dict[str, object]:
    document: dict[str, object] = {"profile": one.profile}
    document |= {name: getattr(one, name) for name in _TEXTS}
    return document | {name: value.isoformat() if (value := getattr(one, name)) else "" for name in _DAYS}


def _list(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    found = house.guidance.channels().channels
    lines = [f"{channel_name(one.profile)}: {one.address}" for one in found]
    terminal.result([_channel(one) for one in found], "\n".join(lines) or terminal.say("Nothing here yet."))


def _set_channel(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    said = {name: value for name in (*_TEXTS, *_DAYS) if (value := getattr(args, name)) is not None}
    channel = house.guidance.set_channel(args.profile, lambda before: replace(before, **said))
    terminal.result(_channel(channel), terminal.say("Noted."))


def _remove_channel(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    house.guidance.remove_channel(args.profile)
    terminal.result({"removed": args.profile}, terminal.say("Taken out."))


def _reminders(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    found = house.guidance.reminders()
    document = [
        {"profile": one.profile, "duty": one.duty.value, "since": one.since.isoformat() if one.since else ""}
        for one in found
    ]
    lines = [_reminder(one, terminal) for one in found]
    terminal.result(document, "\n".join(lines) or terminal.say("All is settled."))


def _reminder(one: Reminder, terminal: Terminal) -> str:
    since = terminal.say(" (since {day})", day=one.since) if one.since else ""
    return f"{channel_name(one.profile)}: {duty_text(one.duty.value, terminal.speaker)}{since}"
