"""``consent traces``, ``consent erase``, ``retention`` and ``publish take-down``."""

import argparse

from skriptstudio.assembly.house import House
from skriptstudio.cli.arguments import day
from skriptstudio.cli.terminal import Terminal
from skriptstudio.cli.tree import Tree
from skriptstudio.domain.erasure import Trace
from skriptstudio.domain.errors import BadCommand
from skriptstudio.domain.people import Deletion
from skriptstudio.messages.people_words import left_text, trace_text


def register(tree: Tree) -> None:
    """Add the commands about deleting."""
    consent = tree.group("consent")
    traces = consent.add("traces", "everything that shows a person, as a list of tasks", _traces)
    traces.add_argument("person", metavar="PERSON")
    erase = consent.add("erase", "delete all takes of a person who has revoked, for good", _erase)
    erase.add_argument("person", metavar="PERSON")
    erase.add_argument("--by", required=True, metavar="NAME")
    yes = tree.say("really delete; without it only tell what would go")
    erase.add_argument("--yes", action="store_true", help=yes)
    retention = tree.group("retention")
    retention.add("list", "what could be deleted, those of minors first", _overdue)
    delete = retention.add("delete", "delete some of them for good", _delete)
    delete.add_argument("--take", action="append", required=True, metavar="PRODUCTION:TAKE", type=_pair)
    delete.add_argument("--by", required=True, metavar="NAME")
    retention.add("log", "what was deleted, when and by whom", _log)
    down = tree.group("publish").add("take-down", "note that a clip is offline again", _down)
    down.add_argument("production", metavar="PRODUCTION")
    down.add_argument("--profile", required=True, metavar="KEY")
    down.add_argument("--on", required=True, type=day, metavar="DATE")
    down.add_argument("--by", required=True, metavar="NAME")


def _pair(text: str) -> tuple[str, str]:
    production, _, take = text.partition(":")
    if not production or not take:
        raise BadCommand(f"--take {text}")
    return production, take


def _traces(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    _show_traces(house.erasure.traces(args.person), terminal)


def _show_traces(traces: tuple[Trace, ...], terminal: Terminal) -> None:
    terminal.result(
        [trace_document(one) for one in traces],
        "\n".join(f"{'x' if t.done else ' '}  {trace_text(t, terminal.speaker)}" for t in traces)
        or terminal.say("Nothing here yet."),
    )


def trace_document(trace: Trace) -> dict[str, object]:
    """One task as JSON."""
    return {
        "kind": trace.kind.value,
        "production": trace.production,
        "title": trace.title,
        "what": trace.what,
        "detail": trace.detail,
        "done": trace.done,
    }


def _erase(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    if not args.yes:
        terminal.note(terminal.say("Nothing was deleted. This would go; --yes deletes it:"))
        _show_traces(house.erasure.traces(args.person), terminal)
        return
    erased = house.erasure.erase(args.person, args.by, terminal.job())
    document = {
        "deleted": [{"production": production, "take": take} for production, take in erased.takes],
        "recordings": erased.recordings,
        "left": [trace_document(one) for one in erased.left],
    }
    lines = [terminal.say("{count} takes deleted.", count=len(erased.takes) + erased.recordings)]
    lines += [terminal.say("Left for people: {task}", task=trace_text(one, terminal.speaker)) for one in erased.left]
    terminal.result(document, "\n".join(lines))


def _overdue(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    found = house.erasure.overdue()
    document = [
        {"production": one.production, "take": one.take, "title": one.title, "days": one.days, "minor": one.minor}
        for one in found
    ]
    lines = [
        f"{one.production}:{one.take}  {terminal.say('{days} days', days=one.days)}  {one.title}"
        + (f"  ({terminal.say('under 18')})" if one.minor else "")
        for one in found
    ]
    terminal.result(document, "\n".join(lines) or terminal.say("Nothing here yet."))


def _delete(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    gone = house.erasure.delete_overdue(args.take, args.by)
    document = [{"production": one.production, "take": one.take} for one in gone]
    terminal.result({"deleted": document}, terminal.say("{count} takes deleted.", count=len(gone)))


def _log(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    staff = house.desk.staff()
    lines = [
        f"{one.when:%Y-%m-%d %H:%M}  {staff.name(one.by.person)}  {one.production}  {', '.join(one.takes)}  "
        + ", ".join(left_text(code, terminal.speaker) for code in one.left)
        for one in staff.deletions
    ]
    terminal.result([_line(one) for one in staff.deletions], "\n".join(lines) or terminal.say("Nothing here yet."))


def _line(one: Deletion) -> dict[str, object]:
    return {
        "when": one.when.isoformat(),
        "by": one.by.person,
        "account": one.by.account,
        "machine": one.by.machine,
        "reason": one.reason,
        "person": one.person,
        "production": one.production,
        "takes": list(one.takes),
        "left": list(one.left),
    }


def _down(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    house.people.take_down(args.production, args.profile, args.on, args.by)
    terminal.result({"profile": args.profile, "removed": args.on.isoformat()}, terminal.say("Noted."))
