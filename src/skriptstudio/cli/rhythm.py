"""``plan``: how often, on which days, and what."""

import argparse

from skriptstudio.assembly.house import House
from skriptstudio.cli.arguments import plan_day, whole
from skriptstudio.cli.plan_words import (
    capacity_document,
    day_line,
    outlook_document,
    stock_text,
    warning_lines,
)
from skriptstudio.cli.terminal import Terminal
from skriptstudio.cli.tree import Tree
from skriptstudio.domain.plan_book import Entry
from skriptstudio.domain.plan_desk import MOST_WEEKS, WEEKS
from skriptstudio.domain.plan_fill import Pick, pick_of_idea
from skriptstudio.domain.rhythm import EVERY_DAY, MOST_MINUTES_A_WEEK, Level
from skriptstudio.messages.catalogue import Say
from skriptstudio.messages.dates import day_text, full_day_text
from skriptstudio.messages.plan_words import level_name, pace_text
from skriptstudio.steps.rhythm import NOTHING


def register(tree: Tree) -> None:
    """Add the commands about the calendar."""
    say = tree.say
    plan = tree.group("plan")
    show = plan.add("show", "the next weeks: what is planned, what is free, how far the stock reaches", _show)
    weeks_from(show, say)
    rhythm = plan.add("rhythm", "how often the house can post, and does", _rhythm, creates=True)
    minutes = say("minutes a week that people may spend on clips")
    rhythm.add_argument("--minutes", type=whole(0, MOST_MINUTES_A_WEEK), default=None, metavar="N", help=minutes)
    rhythm.add_argument("--level", choices=[one.value for one in Level], default=None)
    rhythm.add_argument("--first", type=plan_day, default=None, metavar="DATE", help=say("day of the first post"))
    weekday = say("a day on which posts go out: 1 is Monday, 7 Sunday; can be given again")
    rhythm.add_argument("--weekday", type=whole(1, 7), action="append", default=None, metavar="N", help=weekday)
    put = plan.add("set", "keep a day for a production, an idea, or nothing", _set)
    put.add_argument("day", type=plan_day, metavar="DATE")
    what = put.add_mutually_exclusive_group(required=True)
    what.add_argument("--production", default="", metavar="PRODUCTION")
    what.add_argument("--idea", default="", metavar="IDEA")
    what.add_argument("--nothing", action="store_true", help=say("post nothing on that day; that is an answer, too"))
    put.add_argument("--replace", action="store_true", help=say("put it in the place of what is planned there"))
    put.add_argument("--by", default="", metavar="NAME", help=say("who plans"))
    move = plan.add("move", "move what is planned to another day; two days change places", _move)
    move.add_argument("day", type=plan_day, metavar="DATE")
    move.add_argument("to", type=plan_day, metavar="TO")
    plan.add("clear", "free a day", _clear).add_argument("day", type=plan_day, metavar="DATE")
    fill = plan.add("fill", "give every free day something, no format twice in a row", _fill)
    weeks_from(fill, say)
    fill.add_argument("--trade", action="append", default=[], metavar="KEY", help=say("for which trade"))
    fill.add_argument("--by", default="", metavar="NAME", help=say("who plans"))
    begin = plan.add("begin", "start the production of the idea that is planned for a day", _begin)
    begin.add_argument("day", type=plan_day, metavar="DATE")
    begin.add_argument("--by", default="", metavar="NAME", help=say("who starts it"))


def weeks_from(parser: argparse.ArgumentParser, say: Say) -> None:
    """How far a command looks."""
    parser.add_argument("--weeks", type=whole(1, MOST_WEEKS), default=WEEKS, metavar="N", help=say("how far ahead"))
    parser.add_argument(
        "--from", dest="first", type=plan_day, default=None, metavar="DATE", help=say("instead of today")
    )


def _show(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    found = house.rhythm.outlook(args.weeks, args.first)
    formats = house.format_names()
    lines = [day_line(one, terminal, formats) for one in found.days]
    lines += [stock_text(found, terminal), *warning_lines(found, terminal, formats)]
    terminal.result(outlook_document(found), "\n".join(lines))


def _rhythm(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    level = Level(args.level) if args.level else None
    weekdays = None if args.weekday is None else [number - 1 for number in args.weekday]
    if args.minutes is None and level is None and args.first is None and weekdays is None:
        book = house.rhythm.book()
    else:
        book = house.rhythm.set_rhythm(args.minutes, level, args.first, weekdays)
    has, say = house.rhythm.capacity(), terminal.say
    document = {
        "level": book.level.value if book.level else None,
        "first": book.first.isoformat() if book.first else None,
        "weekdays": [number + 1 for number in book.weekdays or (EVERY_DAY if book.level is None else ())],
        "capacity": capacity_document(has),
        "missing": has.missing(book.level) if book.level and has.minutes_a_week else 0,
        "missing_in_batches": has.missing(book.level, in_batches=True) if book.level and has.minutes_a_week else 0,
    }
    usual = say("the usual figure") if not has.measured_on else say("measured on {count} clips", count=has.measured_on)
    lines = [
        say("{minutes} minutes a week; a clip takes {clip} ({usual}).",
            minutes=has.minutes_a_week, clip=has.minutes_a_clip, usual=usual),
    ]  # fmt: skip
    if has.level is None and has.minutes_a_week:
        missing = has.missing(Level.START)
        lines.append(say("For one clip a week {count} minutes are missing. Record several on one day.", count=missing))
    if book.level and book.first:
        lines.append(
            say("Rhythm {level}: {pace}, from {day} on.", level=level_name(book.level, terminal.speaker),
                pace=pace_text(book.level, terminal.speaker), day=day_text(book.first, terminal.speaker, year=True))
        )  # fmt: skip
    terminal.result(document, "\n".join(lines))


def _pick(args: argparse.Namespace, house: House) -> Pick:
    if args.nothing:
        return NOTHING
    return house.rhythm.pick(args.production) if args.production else pick_of_idea(house.ideas.find(args.idea))


def _set(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    there = house.rhythm.book().on(args.day) if args.replace else None
    entry = house.rhythm.assign(args.day, _pick(args, house), args.by, there.id if there else "")
    _tell(entry, terminal)


def _entry_document(entry: Entry) -> dict[str, object]:
    return {
        "entry": entry.id,
        "day": entry.day.isoformat(),
        "kind": entry.kind.value,
        "key": entry.key,
        "title": entry.title,
        "format": entry.format,
    }


def _tell(entry: Entry, terminal: Terminal) -> None:
    document = _entry_document(entry)
    day = full_day_text(entry.day, terminal.speaker)
    if entry.title:
        terminal.result(document, terminal.say("{day}: “{title}”", day=day, title=entry.title))
    else:
        terminal.result(document, terminal.say("{day}: nothing is posted. Good decision.", day=day))


def _move(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    entry = house.rhythm.move(args.day, args.to).on(args.to)
    assert entry is not None
    _tell(entry, terminal)


def _clear(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    house.rhythm.clear(args.day)
    text = terminal.say("{day} is free again.", day=full_day_text(args.day, terminal.speaker))
    terminal.result({"freed": args.day.isoformat()}, text)


def _fill(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    ideas = [one for one in house.ideas.all().ideas if not args.trade or one.trade in args.trade]
    added = house.rhythm.fill(ideas, args.weeks, args.first, args.by)
    left = house.rhythm.outlook(args.weeks, args.first).free
    document = {
        "added": [
            {
                "day": one.day.isoformat(),
                "kind": one.kind.value,
                "key": one.key,
                "title": one.title,
                "format": one.format,
            }
            for one in added
        ],
        "free": [one.day.isoformat() for one in left],
    }
    lines = [f"{one.day}  {one.title}" for one in added]
    terminal.result(document, "\n".join(lines) or terminal.say("Nothing was free, or no rhythm is set yet."))


def _begin(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    idea = house.rhythm.idea_on(args.day)
    series = idea.format if idea.format in house.format_names() else ""  # it may be gone by now
    production = house.plan.new(idea.title, series, args.by)
    house.rhythm.tie(idea.key, production.id, production.title)
    text = terminal.say("“{title}” is started. Its short name: {id}", title=production.title, id=production.id)
    terminal.result({"production": production.id}, text)
