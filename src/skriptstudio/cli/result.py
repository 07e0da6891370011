"""``result``: what came of the clips: noted, imported, shown and compared."""

import argparse
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path

from skriptstudio.assembly.house import House
from skriptstudio.cli.arguments import Parser, day
from skriptstudio.cli.terminal import Terminal
from skriptstudio.cli.tree import Tree
from skriptstudio.content.formats import load_formats
from skriptstudio.content.hook_types import load_hook_types
from skriptstudio.domain import figure_text
from skriptstudio.domain.comparison import Comparison, Group, Trait
from skriptstudio.domain.result_table import Matches
from skriptstudio.domain.results import COUNTED, Figures, Measure, Moment, Result, ResultBook
from skriptstudio.domain.timecode import as_decimal
from skriptstudio.messages.result_words import (
    figure_shown as shown,
)
from skriptstudio.messages.result_words import (
    group_name,
    left_text,
    measure_name,
    moment_name,
    unread_text,
    verdict_text,
)
from skriptstudio.messages.words import channel_name

_MOMENTS = [moment.value for moment in Moment]


def register(tree: Tree) -> None:
    """Add the commands about results."""
    group = tree.group("result")
    add = _about_clip(group.add("add", "note figures of a clip that is online", _add))
    add.add_argument("--read", type=day, default=None, metavar="DATE", help=tree.say("day on which they were read"))
    for measure in Measure:
        kind = {Measure.SECONDS: _seconds, Measure.SHARE: _share}.get(measure, _count)
        add.add_argument(f"--{measure.value}", type=kind, default=None, metavar="N")
    _about_clip(group.add("remove", "take figures out again", _remove))
    hook = group.add("hook", "say of which kind a clip's hook is", _hook)
    hook.add_argument("production", metavar="PRODUCTION")
    hook.add_argument("hook", metavar="KEY")
    table = group.add("import", "read figures out of a platform's export (CSV)", _import)
    table.add_argument("file", type=Path, metavar="FILE")
    table.add_argument("--profile", default="", metavar="KEY", help=tree.say("platform that wrote the file"))
    table.add_argument("--after", choices=_MOMENTS, default=None)
    table.add_argument("--read", type=day, default=None, metavar="DATE", help=tree.say("day of the export"))
    table.add_argument("--dry-run", action="store_true", help=tree.say("only say what would be noted"))
    show = group.add("show", "all figures, or those of one clip", _show)
    show.add_argument("production", nargs="?", default="", metavar="PRODUCTION")
    group.add("due", "which figures could be noted today", _due)
    compare = group.add("compare", "what works better, with honest numbers", _compare)
    compare.add_argument("--by", choices=[trait.value for trait in Trait], required=True)
    compare.add_argument("--measure", choices=[measure.value for measure in Measure], default=Measure.VIEWS.value)
    compare.add_argument("--after", choices=_MOMENTS, default=Moment.WEEK.value)
    compare.add_argument("--profile", default="", metavar="KEY")
    report = group.add("report", "one page about a month, for the head of the house (.docx)", _report)
    report.add_argument("file", type=Path, metavar="FILE")
    report.add_argument("--month", type=_month, default=None, metavar="YYYY-MM")
    report.add_argument("--house", default="", metavar="N", help=tree.say("name of the authority"))


def _about_clip(parser: Parser) -> Parser:
    parser.add_argument("production", metavar="PRODUCTION")
    parser.add_argument("--profile", required=True, metavar="KEY")
    parser.add_argument("--after", required=True, choices=_MOMENTS)
    parser.add_argument("--on", type=day, default=None, metavar="DATE")
    return parser


def _count(text: str) -> int | None:
    return figure_text.count(text)


def _month(text: str) -> date:
    return day(f"{text}-01")


def _seconds(text: str) -> Fraction | None:
    return figure_text.seconds(text)


def _share(text: str) -> Fraction | None:
    return figure_text.share(text, percent=True)


def _add(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    figures = Figures(**{measure.value: getattr(args, measure.value) for measure in Measure})
    result = house.results.add(args.production, args.profile, Moment(args.after), figures, args.on, args.read)
    terminal.result({"result": _document(result, house.results.book())}, terminal.say("Noted."))


def _remove(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    house.results.remove(args.production, args.profile, Moment(args.after), args.on)
    terminal.result({"removed": True}, terminal.say("Taken out."))


def _hook(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    key = "" if args.hook == "none" else args.hook
    terminal.result({"hook": house.results.set_hook(args.production, key)}, terminal.say("Noted."))


def _import(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    moment = Moment(args.after) if args.after else None
    matches = house.results.preview(args.file, args.profile, moment, args.read)
    noted = 0 if args.dry_run else house.results.take_over(matches)
    book = ResultBook().noted(matches.results, {})
    document = {
        "noted": noted,
        "found": [{"line": one.line, "late": one.late, **_document(one.result, book)} for one in matches.found],
        "left": [{"line": one.line, "title": one.title, "reason": one.reason.value} for one in matches.left],
        "unread": [{"line": one.line, "column": one.column, "text": one.text} for one in matches.table.unread],
        "columns": {"used": list(matches.table.used), "ignored": list(matches.table.ignored)},
    }
    terminal.result(document, "\n".join(_import_lines(matches, noted, terminal)))


def _import_lines(matches: Matches, noted: int, terminal: Terminal) -> list[str]:
    say, speaker = terminal.say, terminal.speaker
    lines = [say("{count} of {lines} lines noted.", count=noted, lines=len(matches.table.lines))]
    lines += [
        say("Line {line}, “{title}”: {what}", line=one.line, title=one.title, what=left_text(one, speaker))
        for one in matches.left
    ]
    lines += [unread_text(one, speaker) for one in matches.table.unread]
    if matches.table.ignored:
        lines.append(say("Columns that aren't used: {names}", names=", ".join(matches.table.ignored)))
    return lines


def _document(result: Result, book: ResultBook) -> dict[str, object]:
    clip = book.clips.get(result.production)
    figures = {
        measure.value: as_decimal(value) if isinstance(value, Fraction) else value
        for measure in Measure
        if (value := result.figures.of(measure)) is not None
    }
    return {
        "production": result.production,
        "title": clip.title if clip else "",
        "profile": result.profile,
        "on": result.on.isoformat(),
        "after": result.moment.value,
        **figures,
        "read": result.noted.isoformat(),
        "source": result.source,
    }


def _show(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    book = house.results.book()
    wanted = house.desk.open(args.production).record.id if args.production else ""
    found = book.of(wanted) if wanted else book.results
    lines = [_line(one, book, terminal) for one in found]
    document = [_document(one, book) for one in found]
    terminal.result(document, "\n".join(lines) or terminal.say("Nothing here yet."))


def _line(result: Result, book: ResultBook, terminal: Terminal) -> str:
    speaker = terminal.speaker
    clip = book.clips.get(result.production)
    known = [
        f"{measure_name(measure.value, speaker)} {shown(measure.value, value, speaker)}"
        for measure in Measure
        if (value := result.figures.of(measure)) is not None
    ]
    title = clip.title if clip else result.production
    where = f"{channel_name(result.profile)} {result.on}"
    return f"{title} · {where} · {moment_name(result.moment.value, speaker)}: {', '.join(known)}"


def _due(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    found = house.results.due()
    document = [
        {
            "production": one.production,
            "title": one.title,
            "profile": one.profile,
            "on": one.on.isoformat(),
            "after": one.moment.value,
        }
        for one in found
    ]
    lines = [
        f"{one.title} · {channel_name(one.profile)} · {moment_name(one.moment.value, terminal.speaker)}"
        for one in found
    ]
    terminal.result(document, "\n".join(lines) or terminal.say("Nothing to note today."))


def _compare(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    found = house.results.compare(Trait(args.by), Measure(args.measure), Moment(args.after), args.profile)
    names = {one.key: one.name for one in load_hook_types(house.library_path)}
    names |= {one.key: one.name for one in load_formats()}
    titles = [group_name(one.key, found.trait, names, terminal.speaker) for one in found.groups]
    document = {
        "by": found.trait.value,
        "measure": found.measure.value,
        "after": found.moment.value,
        "profile": found.profile,
        "clips": found.clips,
        "verdict": found.verdict.value,
        "groups": [_group(one, name) for one, name in zip(found.groups, titles, strict=True)],
    }
    lines = [_group_line(found, one, name, terminal) for one, name in zip(found.groups, titles, strict=True)]
    lines.append(verdict_text(found, titles[0] if titles else "", terminal.speaker))
    terminal.result(document, "\n".join(lines))


def _group(group: Group, name: str) -> dict[str, object]:
    """Below five clips no figure leaves the program but their number."""
    document: dict[str, object] = {"key": group.key, "name": name, "clips": group.count, "enough": group.enough}
    if group.enough:
        low, high = group.quartiles
        document |= {
            "median": as_decimal(group.median),
            "quartiles": [as_decimal(low), as_decimal(high)],
            "range": [as_decimal(group.values[0]), as_decimal(group.values[-1])],
        }
    return document


def _group_line(found: Comparison, group: Group, name: str, terminal: Terminal) -> str:
    say = terminal.say
    if not group.enough:
        return say("{name}: {count} clips, too few to say anything", name=name, count=group.count)

    def figures(values: Sequence[Fraction]) -> list[str]:
        return [shown(found.measure.value, value, terminal.speaker) for value in values]

    median, low, high = figures((group.median, *group.quartiles))
    return say(
        "{name}: {count} clips, half of them below {median}, the middle half from {low} to {high}",
        name=name, count=group.count, median=median, low=low, high=high,
    )  # fmt: skip


def _report(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    target = args.file.expanduser().absolute()
    report = house.month_reports.write(target, args.month, args.house)
    totals = {measure.value: report.month.totals.of(measure) for measure in COUNTED}
    document = {
        "path": str(target),
        "month": f"{report.month.first:%Y-%m}",
        "clips": report.month.clips,
        "totals": totals,
        "minutes": report.effort.minutes,
        "minutes_entered_for": report.effort.typed,
    }
    terminal.result(document, str(target))
