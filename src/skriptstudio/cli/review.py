"""``cut``, ``captions``, ``hand-in``, ``comment``, ``return`` and ``release``."""

import argparse
from pathlib import Path

from skriptstudio.assembly.house import House
from skriptstudio.cli.arguments import seconds
from skriptstudio.cli.terminal import Terminal
from skriptstudio.cli.tree import Tree
from skriptstudio.domain.captions import TimedWord, cues_from_words
from skriptstudio.domain.cut import Cut
from skriptstudio.domain.errors import BadCommand, EmptyScript, MissingFile
from skriptstudio.domain.points import Point
from skriptstudio.domain.production import Production
from skriptstudio.domain.timecode import as_decimal, from_frames, parse_seconds
from skriptstudio.messages.caption_words import tidy_text
from skriptstudio.messages.check_words import reason_text
from skriptstudio.messages.words import state_name
from skriptstudio.steps.review import SegmentWish
from skriptstudio.steps.variants import hook_of


def register(tree: Tree) -> None:
    """Add this station's commands."""
    cut = tree.group("cut")
    cut.add("show", "the cut as it would be published", _show).add_argument("production", metavar="PRODUCTION")
    cut.add("suggest", "what could be tidied; nothing is changed", _suggest).add_argument(
        "production", metavar="PRODUCTION"
    )
    cut.add("reset", "bring back what was cut away", _reset).add_argument("production", metavar="PRODUCTION")
    variants = cut.add("variants", "a clip of its own for each waiting hook", _variants)
    variants.add_argument("production", metavar="PRODUCTION")
    variants.add_argument("--by", required=True, metavar="NAME")
    setting = cut.add("set", "choose the pieces, in order", _set)
    setting.add_argument("production", metavar="PRODUCTION")
    setting.add_argument("--segment", action="append", default=[], metavar="TAKE:IN:OUT", type=_segment)
    setting.add_argument("--end-card", default=None, metavar="TEXT", help=tree.say("animated card at the end"))
    setting.add_argument(
        "--crossfade",
        action=argparse.BooleanOptionalAction,
        default=None,
        help=tree.say("let one sound go over into the next at cuts, within four frames"),
    )
    setting.add_argument(
        "--denoise",
        action=argparse.BooleanOptionalAction,
        default=None,
        help=tree.say("make steady noise quieter under the voices"),
    )
    _register_captions(tree)
    _register_decisions(tree)


def _register_decisions(tree: Tree) -> None:
    hand_in = tree.add("hand-in", _hand_in)
    comment = tree.add("comment", _comment)
    back = tree.add("return", _return)
    release = tree.add("release", _release)
    for parser in (hand_in, comment, back, release):
        parser.add_argument("production", metavar="PRODUCTION")
        parser.add_argument("--by", required=True, metavar="NAME")
    comment.add_argument("--at", required=True, type=seconds, metavar="S")
    comment.add_argument(
        "--until",
        type=seconds,
        default=None,
        metavar="S",
        help=tree.say("end of the stretch that the remark is about"),
    )
    text = comment.add_mutually_exclusive_group(required=True)
    text.add_argument("--text", metavar="T")
    text.add_argument(
        "--point",
        choices=[point.value for point in Point],
        help=tree.say("a ready sentence for a point of the press check instead of a text"),
    )
    back.add_argument("--reason", required=True, metavar="T")


def _register_captions(tree: Tree) -> None:
    captions = tree.group("captions")
    align = captions.add("align", "lay a text over a sound", _align)
    align.add_argument("--script", required=True, type=Path, metavar="FILE")
    align.add_argument("--audio", required=True, type=Path, metavar="FILE")
    align.add_argument("--to", type=Path, default=None, metavar="OUT.srt")
    follow = captions.add("follow", "where a prompter would have been while this was read", _follow)
    follow.add_argument("--script", required=True, type=Path, metavar="FILE")
    follow.add_argument("--audio", required=True, type=Path, metavar="FILE")
    captions.add("show", "the captions as they stand", _captions).add_argument("production", metavar="PRODUCTION")
    taking = captions.add("import", "take over the captions of an SRT or VTT file", _import)
    taking.add_argument("production", metavar="PRODUCTION")
    taking.add_argument("file", type=Path, metavar="FILE")
    taking.add_argument("--by", required=True, metavar="NAME")
    confirm = captions.add("confirm", "say that the captions are right", _confirm)
    confirm.add_argument("production", metavar="PRODUCTION")
    confirm.add_argument("--by", required=True, metavar="NAME")


def _segment(text: str) -> SegmentWish:
    parts = text.rsplit(":", 2)
    if len(parts) != 3 or not parts[0]:
        raise BadCommand(f"--segment {text}")
    return SegmentWish(parts[0], parse_seconds(parts[1]), parse_seconds(parts[2]))


def _show(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    _show_cut(house.review.cut(args.production), terminal)


def _suggest(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    production = house.desk.open(args.production).record
    found = house.tidy.look(production)
    segments = production.effective_cut().segments
    document = {
        "suggestions": [
            {
                "kind": one.kind.value,
                "take": segments[one.segment].take,
                "in": as_decimal(one.start),
                "out": as_decimal(one.end),
                "text": one.text,
                "only_marked": not one.can_be_taken,
            }
            for one in found.suggestions
        ],
        "unsaid": [one.text for one in found.unsaid],
    }
    lines = [
        f"{float(one.at):7.2f}  {float(one.seconds):5.2f} s  {tidy_text(one.kind.value, terminal.speaker)} {one.text}"
        for one in found.suggestions
    ]
    lines += [terminal.say("Not said: {text}", text=one.text) for one in found.unsaid]
    terminal.result(document, "\n".join(lines) or terminal.say("There is nothing to tidy."))


def _set(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    if not args.segment and args.end_card is args.crossfade is args.denoise is None:
        raise BadCommand("cut set")
    cut = house.review.set_cut(args.production, args.segment, args.end_card, args.crossfade, args.denoise)
    _show_cut(cut, terminal)


def _reset(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    _show_cut(house.review.reset_cut(args.production), terminal)


def _variants(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    made = house.variants.make(args.production, args.by)
    document = [{"production": one.id, "title": one.title, "hook": hook_of(one)} for one in made]
    terminal.result(document, "\n".join(f"{one.id}  {one.title}" for one in made) or terminal.say("Nothing here yet."))


def _show_cut(cut: Cut, terminal: Terminal) -> None:
    document = {
        "segments": [{"take": s.take, "in": as_decimal(s.start), "out": as_decimal(s.end)} for s in cut.segments],
        "seconds": as_decimal(from_frames(cut.frames)),
        "crossfade": cut.crossfade,
        "denoise": cut.denoise,
    }
    lines = [f"{s.take}  {float(s.start):.2f} – {float(s.end):.2f} s" for s in cut.segments]
    total = terminal.say("{seconds:.1f} seconds in all", seconds=float(from_frames(cut.frames)))
    terminal.result(document, "\n".join([*lines, total]))


def _align(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    words = house.listening.aligner.align(_sentences(args.script), args.audio)
    cues = cues_from_words(words, words[-1].end + 1) if words else ()
    if args.to is not None:
        house.subtitles.write(cues, args.to)
    document = {
        "words": [_word(word) for word in words],
        "cues": [
            {"start": as_decimal(cue.start), "end": as_decimal(cue.end), "lines": list(cue.lines)} for cue in cues
        ],
    }
    lines = [f"{float(c.start):7.2f} {float(c.end):7.2f}  {' | '.join(c.lines)}" for c in cues]
    terminal.result(document, "\n".join(lines) or terminal.say("Nobody seems to speak here."))


def _follow(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    for at, place in house.listening.followed(_sentences(args.script), args.audio):
        step = {"at": as_decimal(at), "sentence": place.sentence, "word": place.word}
        terminal.result(step, f"{float(at):7.2f}  {place.sentence + 1}.{place.word + 1}")


def _sentences(path: Path) -> list[str]:
    """The script file of ``captions align`` has one sentence a line; blank lines count as none."""
    if not path.is_file():
        raise MissingFile(str(path))
    lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    if not any(line.strip() for line in lines):
        raise EmptyScript(str(path))
    return [line for line in lines if line.strip()]


def _word(word: TimedWord) -> dict[str, object]:
    return {
        "text": word.text,
        "start": as_decimal(word.start),
        "end": as_decimal(word.end),
        "sentence": word.sentence,
        "word": word.word,
        "sure": word.sure,
    }


def _captions(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    captions = house.review.captions(args.production)
    document = {
        "confirmed": captions.confirmed_by is not None,
        "cues": [
            {"start": as_decimal(c.start), "end": as_decimal(c.end), "lines": list(c.lines)} for c in captions.cues
        ],
    }
    lines = [f"{float(c.start):7.2f} {float(c.end):7.2f}  {' | '.join(c.lines)}" for c in captions.cues]
    terminal.result(document, "\n".join(lines) or terminal.say("Nothing here yet."))


def _import(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    captions = house.review.import_captions(args.production, args.file, args.by)
    text = terminal.say("{count} captions taken over. Somebody has to confirm them.", count=len(captions.cues))
    terminal.result({"cues": len(captions.cues)}, text)


def _confirm(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    captions = house.review.confirm_captions(args.production, args.by)
    text = terminal.say("{count} captions confirmed.", count=len(captions.cues))
    terminal.result({"confirmed": True}, text)


def _hand_in(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    _show_state(house.review.hand_in(args.production, args.by), terminal)


def _comment(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    text = args.text if args.text is not None else reason_text(Point(args.point), terminal.speaker)
    _show_state(house.review.comment(args.production, args.at, text, args.by, args.until), terminal)


def _return(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    _show_state(house.review.send_back(args.production, args.by, args.reason), terminal)


def _release(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    _show_state(house.review.release(args.production, args.by), terminal)


def _show_state(production: Production, terminal: Terminal) -> None:
    state = production.state.value
    text = terminal.say(
        "“{title}” now stands at: {state}", title=production.title, state=state_name(state, terminal.speaker)
    )
    terminal.result({"state": state}, text)
