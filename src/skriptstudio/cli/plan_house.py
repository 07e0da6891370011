"""``plan``: who isn't there, dates of the year, days of several recordings, and the plan as a file."""

import argparse
from pathlib import Path

from skriptstudio.assembly.house import House
from skriptstudio.cli.arguments import Commands, plan_day, whole
from skriptstudio.cli.plan_words import outlook_document, shot_document
from skriptstudio.cli.rhythm import weeks_from
from skriptstudio.cli.terminal import Terminal
from skriptstudio.cli.tree import Tree
from skriptstudio.domain.batch import FEWEST_CLIPS
from skriptstudio.domain.ids import new_id
from skriptstudio.domain.plan_book import Leave, LeaveKind, OwnOccasion
from skriptstudio.domain.plan_outlook import days_ahead
from skriptstudio.messages.dates import full_day_text, weekday_name
from skriptstudio.messages.plan_words import batch_hint, leave_name

_MOST_MINUTES = 6000


def register(tree: Tree) -> None:
    """Add the commands about what stands around the calendar."""
    say = tree.say
    plan = tree.group("plan")
    _register_leave(plan.group("leave", "who isn't there to record"))
    _register_occasions(plan.group("occasion", "dates of the year"))
    batch = plan.group("batch", "a day on which several clips are recorded")
    batch.add("propose", "the day on which most are there", _propose).add_argument(
        "--after", type=plan_day, default=None, metavar="DATE"
    )
    put = batch.add("set", "record on this day what the plan needs next, up to eight clips", _batch)
    put.add_argument("day", type=plan_day, metavar="DATE")
    show = batch.add("show", "the shooting lists that are still to come", _batches)
    show.add_argument("--to", type=Path, default=None, metavar="FILE.docx", help=say("write the first one as a page"))
    timeless = plan.add("timeless", "a production fits at any time, so it may wait in the reserve", _timeless)
    timeless.add_argument("production", metavar="PRODUCTION")
    timeless.add_argument("--undo", action="store_true", help=say("take it back"))
    effort = plan.add("effort", "enter how long a production really took", _effort)
    effort.add_argument("production", metavar="PRODUCTION")
    effort.add_argument("--minutes", type=whole(1, _MOST_MINUTES), required=True, metavar="N")
    export = plan.add("export", "the plan as a calendar (.ics) or as one page of Word (.docx)", _export)
    export.add_argument("file", type=Path, metavar="FILE")
    weeks_from(export, say)
    subscribe = plan.add("subscribe", "keep a calendar file in the library that follows every change", _subscribe)
    subscribe.add_argument("--off", action="store_true", help=say("take it back"))


def _register_leave(leave: Commands) -> None:
    add = leave.add("add", "days on which somebody can't record", _add_leave)
    add.add_argument("--person", default="", metavar="NAME", help=leave.say("the whole house without it"))
    add.add_argument("--kind", choices=[one.value for one in LeaveKind], default=LeaveKind.VACATION.value)
    _from_to(add)
    weekday = leave.say("only this day of the week: 1 is Monday, 7 Sunday; can be given again")
    add.add_argument("--weekday", type=whole(1, 7), action="append", default=[], metavar="N", help=weekday)
    leave.add("list", "who isn't there when", _leaves)
    leave.add("remove", "take an absence away", _remove_leave).add_argument("leave", metavar="ABSENCE")


def _register_occasions(occasions: Commands) -> None:
    weeks_from(occasions.add("list", "dates to make a clip for", _occasions), occasions.say)
    add = occasions.add("add", "a date of your own", _add_occasion)
    add.add_argument("--name", required=True, metavar="T")
    _from_to(add)
    occasions.add("remove", "a date of your own goes, any other is hidden", _remove_occasion).add_argument(
        "occasion", metavar="DATE"
    )


def _from_to(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="first", required=True, type=plan_day, metavar="DATE")
    parser.add_argument("--to", dest="last", default=None, type=plan_day, metavar="DATE")


# --- who isn't there, and dates of the year


def _add_leave(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    first, last = sorted((args.first, args.last or args.first))
    weekdays = tuple(sorted({number - 1 for number in args.weekday}))
    leave = Leave(new_id("l"), args.person, LeaveKind(args.kind), first, last, weekdays)
    house.rhythm.add_leave(leave)
    terminal.result({"leave": leave.id}, f"{leave.id}  {first} - {last}")


def _leaves(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    staff = house.people.staff()
    found = house.rhythm.book().leaves
    document = [
        {
            "leave": one.id,
            "person": one.person,
            "kind": one.kind.value,
            "from": one.first.isoformat(),
            "to": one.last.isoformat(),
            "weekdays": [number + 1 for number in one.weekdays],
        }
        for one in found
    ]
    lines = [
        f"{one.id}  {one.first} - {one.last}  {leave_name(one.kind, terminal.speaker)}: "
        f"{staff.name(one.person) if one.person else terminal.say('the whole house')} "
        f"{', '.join(weekday_name(number, terminal.speaker) for number in one.weekdays)}".rstrip()
        for one in found
    ]
    terminal.result(document, "\n".join(lines) or terminal.say("Nothing here yet."))


def _remove_leave(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    house.rhythm.remove_leave(args.leave)
    terminal.result({"removed": args.leave}, terminal.say("Gone: {what}", what=args.leave))


def _occasions(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    span = days_ahead(args.first or house.desk.clock.today(), args.weeks)
    found = house.rhythm.occasions(*span)
    document = [
        {
            "occasion": one.key,
            "name": one.name,
            "from": one.first.isoformat(),
            "to": one.last.isoformat(),
            "ideas": list(one.ideas),
        }
        for one in found
    ]
    lines = [f"{one.first} - {one.last}  {one.name} ({one.key})" for one in found]
    terminal.result(document, "\n".join(lines) or terminal.say("Nothing here yet."))


def _add_occasion(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    first, last = sorted((args.first, args.last or args.first))
    own = OwnOccasion(new_id("o"), " ".join(args.name.split()), first, last)
    house.rhythm.add_occasion(own)
    terminal.result({"occasion": own.id}, f"{own.id}  {first} - {last}  {own.name}")


def _remove_occasion(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    house.rhythm.remove_occasion(args.occasion)
    terminal.result({"removed": args.occasion}, terminal.say("Gone: {what}", what=args.occasion))


# --- several recordings on one day


def _propose(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    found = house.plan_papers.propose_batch(args.after)
    if found is None:
        terminal.result({"day": None}, terminal.say("In these two weeks the house is closed."))
    else:
        terminal.result({"day": found.isoformat()}, full_day_text(found, terminal.speaker))


def _batch(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    shots = house.plan_papers.set_batch(args.day, house.ideas.by_key())
    document = {
        "day": args.day.isoformat(),
        "shots": [shot_document(one) for one in shots],
        "few": len(shots) < FEWEST_CLIPS,
    }
    if not shots:
        terminal.result(document, terminal.say("The plan needs no recording; fill it first."))
        return
    lines = [f"{one.begins:%H:%M}  {one.entry.title}" for one in shots]
    hint = batch_hint(len(shots), terminal.speaker)
    terminal.result(document, "\n".join([*lines, f"! {hint}"] if hint else lines))


def _batches(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    ideas = house.ideas.by_key()
    found = house.plan_papers.batches(ideas)
    if args.to is not None and found:
        house.plan_papers.export_batch(found[0][0], ideas, args.to.expanduser().absolute())
    document = [{"day": day.isoformat(), "shots": [shot_document(one) for one in shots]} for day, shots in found]
    lines = [
        f"{full_day_text(day, terminal.speaker)}\n"
        + "\n".join(f"  {one.begins:%H:%M}  {one.entry.title}" for one in shots)
        for day, shots in found
    ]
    terminal.result(document, "\n".join(lines) or terminal.say("Nothing here yet."))


# --- single productions, and files


def _timeless(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    book = house.rhythm.set_timeless(args.production, not args.undo)
    count = len(book.timeless)
    terminal.result({"timeless": list(book.timeless)}, terminal.say("Timeless clips: {count}", count=count))


def _effort(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    house.rhythm.set_minutes(args.production, args.minutes)
    has = house.rhythm.capacity()
    text = terminal.say("A clip takes {clip} minutes.", clip=has.minutes_a_clip)
    terminal.result({"minutes_a_clip": has.minutes_a_clip, "measured_on": has.measured_on}, text)


def _export(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    target = args.file.expanduser().absolute()
    sheet = house.plan_papers.export(target, house.ideas.by_key(), args.weeks, args.first)
    document = {"path": str(args.file), **outlook_document(sheet.outlook)}
    terminal.result(document, terminal.say("Written: {path}", path=args.file))


def _subscribe(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    path = house.plan_papers.subscribe(not args.off)
    if args.off:
        terminal.result({"path": None}, terminal.say("The calendar file stays as it is from now on."))
    else:
        terminal.result({"path": str(path)}, terminal.say("Subscribe to this file in your calendar: {path}", path=path))
