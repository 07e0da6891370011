"""``export`` and ``publish mark``."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from skriptstudio.assembly.house import House
from skriptstudio.cli.arguments import day
from skriptstudio.cli.signals import stopping_on_signals
from skriptstudio.cli.terminal import Terminal
from skriptstudio.cli.tree import Tree
from skriptstudio.domain.captions import Captions
from skriptstudio.domain.clip import Check, ClipPackage
from skriptstudio.domain.comment_watch import comment_watch
from skriptstudio.domain.package_making import ExportWish
from skriptstudio.domain.timecode import as_decimal
from skriptstudio.messages.words import check_text, watch_text


def register(tree: Tree) -> None:
    """Add this station's commands."""
    export = tree.add("export", _export)
    export.add_argument("production", metavar="PRODUCTION")
    export.add_argument("--profile", action="append", required=True, metavar="KEY")
    export.add_argument("--to", required=True, type=Path, metavar="DIR")
    export.add_argument("--draft", action="store_true", help=tree.say("without release; ENTWURF in the picture"))
    export.add_argument("--no-burn-in", action="store_true", help=tree.say("captions as files only"))
    export.add_argument("--zip", action="store_true", help=tree.say("each package as one ZIP file, too"))
    publish = tree.group("publish")
    mark = publish.add("mark", "note that a clip is online", _mark)
    mark.add_argument("production", metavar="PRODUCTION")
    mark.add_argument("--profile", required=True, metavar="KEY")
    mark.add_argument("--on", required=True, type=day, metavar="DATE")
    mark.add_argument("--url", default="", metavar="U")


def _export(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    control = terminal.job()
    wish = ExportWish(
        args.production,
        tuple(args.profile),
        args.to.expanduser().absolute(),
        args.draft,
        not args.no_burn_in,
        args.zip,
    )
    with stopping_on_signals(control):
        captions = house.review.captions(args.production) if args.draft else Captions()
        package = house.publish.export(wish, captions, control)
    terminal.result(_document(package, terminal), _text(package, terminal))


def _document(package: ClipPackage, terminal: Terminal) -> dict[str, object]:
    return {
        "clips": [
            {"profile": c.profile, "path": str(c.path), "seconds": as_decimal(c.seconds), "frames": c.frames}
            for c in package.clips
        ],
        "files": [str(path) for path in package.files],
        "checks": [
            {
                "code": c.code,
                "severity": c.severity.value,
                "value": c.value,
                "message": check_text(c.code, c.value, terminal.speaker),
                "profiles": list(profiles),
            }
            for c, profiles in package.checks.items()
        ],
        "chunks_rendered": package.chunks_rendered,
        "chunks_reused": package.chunks_reused,
    }


def _text(package: ClipPackage, terminal: Terminal) -> str:
    clips = [f"{clip.profile}: {clip.path}" for clip in package.clips]
    return "\n".join([*clips, *(_check_line(c, keys, package, terminal) for c, keys in package.checks.items())])


def _check_line(check: Check, profiles: Sequence[str], package: ClipPackage, terminal: Terminal) -> str:
    """Which clip a sentence is about is said where it isn't about all of them."""
    about = "" if len(profiles) == len(package.clips) else f"{', '.join(profiles)}: "
    return about + check_text(check.code, check.value, terminal.speaker)


def _mark(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    publication = house.publish.mark_published(args.production, args.profile, args.on, args.url)
    document = {"profile": publication.profile, "on": publication.on.isoformat(), "url": publication.url}
    watch = comment_watch(house.desk.open(args.production).record, house.desk.clock.today())
    told = [terminal.say("Noted."), *([watch_text(watch, terminal.speaker)] if watch else [])]
    watched = {"until": watch.until.isoformat(), "who": watch.who} if watch else None
    terminal.result({"publication": document, "comment_watch": watched}, "\n".join(told))
