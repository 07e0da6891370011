"""``series`` and ``goal``: who answers for what, and how far it is."""

import argparse

from skriptstudio.assembly.house import House
from skriptstudio.cli.arguments import day
from skriptstudio.cli.terminal import Terminal
from skriptstudio.cli.tree import Tree
from skriptstudio.domain.errors import BadNumber
from skriptstudio.domain.figure_text import count
from skriptstudio.domain.goals import TARGETS, Goal, Progress
from skriptstudio.messages.result_words import gap_text, goal_text
from skriptstudio.steps.goals import SeriesView

NONE = "none"


def register(tree: Tree) -> None:
    """Add the commands about series and goals."""
    series = tree.group("series")
    series.add("list", "all series that somebody answers for", _list_series)
    change = series.add("set", "enter or change a series", _set_series)
    change.add_argument("key", metavar="KEY", help=tree.say("series format, e.g. ein_tag_im_amt"))
    change.add_argument("--responsible", default=None, metavar="NAME")
    change.add_argument("--deputy", default=None, metavar="NAME")
    change.add_argument("--goal", default=None, metavar="GOAL", help=tree.say("“none” takes it out"))
    series.add("remove", "nobody answers for a series any more", _remove_series).add_argument("key", metavar="KEY")
    goal = tree.group("goal")
    goal.add("list", "all goals and how far they are", _list_goals)
    new = goal.add("set", "a new goal; with --id an old one is changed", _set_goal)
    new.add_argument("--name", required=True, metavar="T")
    new.add_argument("--counts", required=True, choices=TARGETS)
    new.add_argument("--target", required=True, type=_target, metavar="N")
    new.add_argument("--until", required=True, type=day, metavar="DATE")
    new.add_argument("--from", dest="first", type=day, default=None, metavar="DATE")
    new.add_argument("--id", dest="goal_id", default="", metavar="ID")
    goal.add("remove", "give a goal up", _remove_goal).add_argument("goal", metavar="GOAL")
    assign = goal.add("assign", "say what a clip is for: a goal, “none”, or “series”", _assign)
    assign.add_argument("production", metavar="PRODUCTION")
    assign.add_argument("goal", metavar="GOAL")


def _target(text: str) -> int:
    number = count(text)
    if number is None:
        raise BadNumber(text, "1-")
    return number


def _series_document(one: SeriesView) -> dict[str, object]:
    return {
        "series": one.series.key,
        "responsible": one.responsible,
        "deputy": one.deputy,
        "goal": one.goal.name if one.goal else "",
        "missing": [gap.value for gap in one.gaps],
    }


def _list_series(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    found = house.goals.view().series
    lines = []
    for one in found:
        lines.append(f"{one.series.key}: {one.responsible}, {one.deputy or '–'}, {one.goal.name if one.goal else '–'}")
        lines += [f"  {gap_text(gap.value, terminal.speaker)}" for gap in one.gaps]
    terminal.result([_series_document(one) for one in found], "\n".join(lines) or terminal.say("Nothing here yet."))


def _set_series(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    deputy, goal = ("" if value == NONE else value for value in (args.deputy, args.goal))
    key = house.goals.set_series(args.key, args.responsible, deputy, goal).key
    view = next(one for one in house.goals.view().series if one.series.key == key)
    terminal.result(_series_document(view), terminal.say("Noted."))


def _remove_series(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    house.goals.remove_series(args.key)
    terminal.result({"removed": args.key}, terminal.say("Taken out."))


def _goal_document(goal: Goal) -> dict[str, object]:
    return {
        "goal": goal.id,
        "name": goal.name,
        "counts": goal.counts,
        "target": goal.target,
        "from": goal.first.isoformat(),
        "until": goal.until.isoformat(),
    }


def _progress_document(one: Progress) -> dict[str, object]:
    standing = {"reached": one.reached, "clips": one.clips, "standing": one.standing.value}
    return {**_goal_document(one.goal), **standing}


def _list_goals(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    view = house.goals.view()
    document = {
        "goals": [_progress_document(one) for one in view.progress],
        "without_goal": [{"production": key, "title": title} for key, title in view.aimless],
    }
    lines = [f"{one.goal.name}: {goal_text(one, terminal.speaker)}" for one in view.progress]
    if view.aimless:
        titles = ", ".join(title for _, title in view.aimless)
        lines.append(terminal.say("Without a goal: {titles}", titles=titles))
    terminal.result(document, "\n".join(lines) or terminal.say("Nothing here yet."))


def _set_goal(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    goal = house.goals.set_goal(args.name, args.counts, args.target, args.until, args.first, args.goal_id)
    terminal.result(_goal_document(goal), terminal.say("Noted."))


def _remove_goal(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    house.goals.remove_goal(args.goal)
    terminal.result({"removed": args.goal}, terminal.say("Taken out."))


def _assign(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    wanted = {NONE: "", "series": None}.get(args.goal, args.goal)
    goal = house.goals.assign(args.production, wanted)
    terminal.result({"goal": goal.id if goal else ""}, terminal.say("Noted."))
