"""``script check``, ``script import``, ``script approve`` and ``script export``."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from skriptstudio.assembly.house import House
from skriptstudio.cli.terminal import Terminal
from skriptstudio.cli.tree import Tree
from skriptstudio.domain.advice import Remark, ScriptAdvice, SectionAdvice
from skriptstudio.domain.script import Unplaced
from skriptstudio.messages.words import place_name, script_finding, state_name
from skriptstudio.steps.write import check_file

DOCUMENTS = {".docx", ".txt", ".md"}


def register(tree: Tree) -> None:
    """Add this station's commands."""
    script = tree.group("script")
    check = script.add("check", "length, readability and remarks", _check)
    check.add_argument("script", metavar="PRODUCTION|FILE")
    bring = script.add("import", "take over a script from .docx, .txt or .md", _import)
    bring.add_argument("production", metavar="PRODUCTION")
    bring.add_argument("file", type=Path, metavar="FILE")
    bring.add_argument("--by", default="", metavar="NAME", help=tree.say("who wrote it"))
    approve = script.add("approve", "say that a script is ready to be recorded", _approve)
    approve.add_argument("production", metavar="PRODUCTION")
    approve.add_argument("--by", required=True, metavar="NAME", help=tree.say("who approves it"))
    export = script.add("export", "write the script as .docx", _export)
    export.add_argument("production", metavar="PRODUCTION")
    export.add_argument("file", type=Path, metavar="FILE.docx")


def _check(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    path = Path(args.script)
    waiting: tuple[SectionAdvice, ...] = ()
    if path.suffix.lower() in DOCUMENTS or path.is_file():
        advice = check_file(path, house.documents, house.coach)
    else:
        advice, waiting = house.write.check(args.script), house.write.check_hooks(args.script)
    terminal.result(_document(advice, terminal), _text(advice, waiting, terminal))


def _document(advice: ScriptAdvice, terminal: Terminal) -> dict[str, object]:
    index = advice.readability
    return {
        "sections": [
            {
                "kind": part.section.kind.value,
                "name": part.section.name,
                "text": part.section.text,
                "syllables": part.syllables,
                "seconds": round(part.seconds, 2),
                "findings": [_remark(remark, terminal) for remark in part.remarks],
            }
            for part in advice.sections
        ],
        "seconds": round(advice.seconds, 2),
        "readability": {
            "amstad": index.amstad if index else None,
            "wstf1": index.wstf1 if index else None,
            "lix": index.lix if index else None,
        },
    }


def _remark(remark: Remark, terminal: Terminal) -> dict[str, object]:
    return {
        "code": remark.code,
        "severity": remark.severity.value,
        "start": remark.start,
        "end": remark.end,
        "message": script_finding(remark.code, dict(remark.values), terminal.speaker),
        "suggestion": remark.suggestion,
    }


def _text(advice: ScriptAdvice, waiting: Sequence[SectionAdvice], terminal: Terminal) -> str:
    lines = []
    for part in (*advice.sections, *waiting):
        text = terminal.say("waits: {text}", text=part.section.text) if part in waiting else part.section.text
        lines.append(f"{part.section.name:6} {part.seconds:5.1f} s  {text}")
        lines += [
            "         " + script_finding(remark.code, dict(remark.values), terminal.speaker) for remark in part.remarks
        ]
    total = terminal.say("{seconds:.1f} seconds in all", seconds=advice.seconds)
    return "\n".join([*lines, total])


def _import(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    production, unplaced = house.write.import_document(args.production, args.file, args.by)
    count = len(production.script.sections)
    terminal.result({"sections": count}, terminal.say("{count} sections taken over.", count=count))
    if unplaced:
        pieces = [terminal.say("Not part of the script:"), *(_piece(piece, terminal) for piece in unplaced)]
        terminal.note("\n".join(pieces))


def _piece(piece: Unplaced, terminal: Terminal) -> str:
    line = f"  {place_name(piece.place, terminal.speaker)}: {piece.text}"
    return f"{line} ({terminal.say('at “{near}”', near=piece.near)})" if piece.near else line


def _export(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    count = house.write.export_script(args.production, args.file)
    terminal.result({"sections": count}, terminal.say("Written to {path}.", path=args.file))


def _approve(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    production = house.script_check.approve(args.production, args.by)
    terminal.result({"state": production.state.value}, state_name(production.state.value, terminal.speaker))
