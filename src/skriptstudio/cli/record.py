"""``camera``, ``microphone``, ``record``, ``recover`` and ``take``."""

import argparse
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from skriptstudio.assembly.house import House
from skriptstudio.assembly.leftovers import bring_home_all
from skriptstudio.cli.arguments import percent, positive_seconds, turn
from skriptstudio.cli.camera_check import register_camera_check
from skriptstudio.cli.licence import licence_document, register_licence
from skriptstudio.cli.signals import stopping_on_signals
from skriptstudio.cli.terminal import Terminal
from skriptstudio.cli.tree import Tree
from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.framing import Framing
from skriptstudio.domain.ports.studio import Device, Still
from skriptstudio.domain.production import Production
from skriptstudio.domain.room_check import LampState, RoomReport, RoomTopic
from skriptstudio.domain.script import MATERIAL
from skriptstudio.domain.take import Take, TakeFinding, take_numbers
from skriptstudio.domain.timecode import as_decimal
from skriptstudio.messages.catalogue import Say
from skriptstudio.messages.errors import sentence
from skriptstudio.messages.words import room_remark, room_topic, take_finding


def register(tree: Tree) -> None:
    """Add this station's commands."""
    cameras = tree.group("camera")
    cameras.add("list", "all cameras", _cameras)
    register_camera_check(cameras)
    tree.group("microphone").add("list", "all microphones", _microphones)
    _register_record(tree)
    room = tree.group("room")
    check = room.add("check", "look and listen whether the room is good", _check_room)
    check.add_argument("--camera", required=True, metavar="SRC")
    check.add_argument("--microphone", required=True, metavar="SRC")
    tree.add("recover", _recover)
    take = tree.group("take")
    bring = take.add("import", "take over a film, e.g. from a phone", _import)
    bring.add_argument("production", metavar="PRODUCTION")
    bring.add_argument("file", type=Path, metavar="FILE")
    _add_section_and_speakers(bring, tree.say)
    take.add("list", "all takes, oldest first", _list).add_argument("production", metavar="PRODUCTION")
    best = take.add("best", "mark the best take of a section", _best)
    speaker = take.add("speaker", "write down who is heard or can be recognised in a take", _speaker)
    note = take.add("note", "write down what to remember about a take", _note)
    register_licence(take)
    delete = take.add("delete", "delete a take for good", _delete)
    for parser in (best, speaker, note, delete):
        parser.add_argument("production", metavar="PRODUCTION")
        parser.add_argument("take", metavar="TAKE")
    who = speaker.add_mutually_exclusive_group(required=True)
    who.add_argument("--speaker", action="append", default=[], metavar="NAME", help=_whose_help(tree.say))
    who.add_argument(
        "--nobody",
        action="store_true",
        help=tree.say("nobody can be recognised in it; only for material over the voice"),
    )
    best.add_argument("--off", action="store_true", help=tree.say("take the star away"))
    note.add_argument("--text", required=True, metavar="TEXT", help=tree.say("one line; empty takes the note away"))


def _register_record(tree: Tree) -> None:
    record = tree.add("record", _record)
    record.add_argument("production", metavar="PRODUCTION")
    source = tree.say("demo, a number or name of the list, file:PATH, http://..., or none")
    record.add_argument("--camera", required=True, metavar="SRC", help=source)
    record.add_argument("--microphone", required=True, metavar="SRC", help=source)
    record.add_argument(
        "--turn",
        type=turn,
        default=0,
        metavar="DEGREES",
        help=tree.say("turn the camera's picture clockwise by this many degrees"),
    )
    record.add_argument(
        "--crop",
        type=percent,
        default=50.0,
        metavar="P",
        help=tree.say(
            "where the upright part lies in a wide picture: 0 at its left edge, 50 in the middle, 100 at its right edge"
        ),
    )
    record.add_argument("--seconds", type=positive_seconds, default=None, metavar="N")
    _add_section_and_speakers(record, tree.say)


def _add_section_and_speakers(parser: argparse.ArgumentParser, say: Say) -> None:
    help_text = say("hook, value, beat, beat2 to beat4, cta, whole, or material")
    parser.add_argument("--section", default="whole", metavar="KIND", help=help_text)
    parser.add_argument("--speaker", action="append", default=[], metavar="NAME", help=_whose_help(say))


def _whose_help(say: Say) -> str:
    return say("who is heard or can be recognised; once for each person")


def _cameras(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    _devices(house.studio.cameras(), terminal)


def _microphones(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    _devices(house.studio.microphones(), terminal)


def _devices(devices: tuple[Device, ...], terminal: Terminal) -> None:
    document = [{"id": device.id, "name": device.name} for device in devices]
    terminal.result(document, "\n".join(f"{device.id:6} {device.name}" for device in devices))


class _Watcher:
    """Shows a running recording on stderr."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal

    def started(self) -> None:
        self._terminal.note(self._terminal.say("Recording. Stop with Ctrl+C."))

    def progress(self, seconds: Fraction, level_db: float) -> None:
        self._terminal.status(f"● {float(seconds):5.1f} s   {level_db:4.0f} dB")

    def warned(self, finding: TakeFinding) -> None:
        self._terminal.note(take_finding(finding.value, self._terminal.speaker))


def _record(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    order = house.record.order(
        args.production,
        args.camera,
        args.microphone,
        args.section,
        args.seconds,
        tuple(args.speaker),
        Framing(turned=args.turn, across=args.crop / 100),
    )
    control = terminal.job()
    with stopping_on_signals(control):
        take, path = house.record.record(order, _Watcher(terminal), control)
    document = {
        "take": take.id,
        "path": str(path),
        "section": take.section,
        "frames": take.frames,
        "dropped": take.dropped,
        "repeated": take.repeated,
        "seconds": as_decimal(take.seconds),
        "findings": _findings(take, terminal),
    }
    terminal.result(document, _take_text(take, path, terminal))


def _findings(take: Take, terminal: Terminal) -> list[dict[str, str]]:
    return [{"code": f.value, "message": take_finding(f.value, terminal.speaker)} for f in take.findings]


def _take_text(take: Take, path: Path, terminal: Terminal) -> str:
    saved = terminal.say("Take {id}: {seconds:.1f} seconds, {path}", id=take.id, seconds=float(take.seconds), path=path)
    return "\n".join([saved, *(take_finding(f.value, terminal.speaker) for f in take.findings)])


class _NobodyWatches:
    """The room check is told all by its report."""

    def seen(self, still: Still) -> None: ...

    def heard(self, level_db: float) -> None: ...

    def frozen(self, frozen: bool) -> None: ...

    def lost(self, error: SkriptStudioError) -> None: ...


def _check_room(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    control = terminal.job()
    room = house.studio.enter(args.camera, args.microphone, _NobodyWatches())
    try:
        terminal.note(terminal.say("2 seconds of silence, then say: Here is your name, and this is my place of work."))
        with stopping_on_signals(control):
            report = room.check(control)
    finally:
        room.close()
    document = {
        "lamps": {topic.value: report.lamp(topic).value for topic in RoomTopic},
        "remarks": [
            {
                "topic": remark.topic.value,
                "code": remark.code,
                "strength": remark.strength.value,
                "value": round(remark.value, 2),
                "message": room_remark(remark.code, terminal.speaker)[1],
            }
            for remark in report.remarks
        ],
        "measures": {name: round(value, 3) for name, value in report.measures.items()},
    }
    terminal.result(document, "\n".join(_lamp_line(report, topic, terminal) for topic in RoomTopic))


def _lamp_line(report: RoomReport, topic: RoomTopic, terminal: Terminal) -> str:
    name, well = room_topic(topic.value, terminal.speaker, report.silence_heard)
    ours = [room_remark(remark.code, terminal.speaker)[1] for remark in report.remarks if remark.topic is topic]
    if report.lamp(topic) is LampState.OPEN:
        return f"- {name}: {terminal.say('not judged')}"
    return f"{'!' if ours else '+'} {name}: {' '.join(ours) or well}"


def _recover(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    document = []
    for recording, home, error in bring_home_all(house):
        document.append(
            {
                "take": recording.order.take,
                "path": str(home or recording.path),
                "production": recording.order.production,
                "seconds": as_decimal(recording.seconds),
                "lost_at_most": as_decimal(recording.lost_at_most),
                "in_library": home is not None,
            }
        )
        if error is not None:
            terminal.note(str(sentence(error, terminal.speaker)))
    lines = [f"{entry['take']}  {entry['seconds']:.1f} s  {entry['path']}" for entry in document]
    terminal.result(document, "\n".join(lines) or terminal.say("No recording is waiting."))


def _import(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    control = terminal.job()
    with stopping_on_signals(control):
        if args.section == MATERIAL:
            take = house.bring_material(args.production, args.file, tuple(args.speaker), control=control)
            path = house.record.path_of(house.desk.open(args.production).record, take)
        else:
            speakers = tuple(args.speaker)
            take, path = house.record.import_take(args.production, args.file, args.section, speakers, control)
    terminal.result(_take_document(take, path, True, terminal), _take_text(take, path, terminal))


def _take_document(take: Take, path: Path, best: bool, terminal: Terminal) -> dict[str, object]:
    return {
        "take": take.id,
        "path": str(path),
        "section": take.section,
        "seconds": as_decimal(take.seconds),
        "frames": take.frames,
        "best": best,
        "number": take.number,
        "speakers": list(take.speakers),
        "note": take.note,
        **licence_document(take),
        "findings": _findings(take, terminal),
    }


def _list(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    takes, best, production = _takes(args, house)
    document = [
        _take_document(take, house.record.path_of(production, take), take.id in best, terminal) for take in takes
    ]
    lines = [
        f"{'*' if t.id in best else ' '} {t.id}  {t.section:6} {float(t.seconds):6.1f} s  {t.note}".rstrip()
        for t in takes
    ]
    terminal.result(document, "\n".join(lines) or terminal.say("Nothing here yet."))


def _takes(args: argparse.Namespace, house: House) -> tuple[list[Take], frozenset[str], Production]:
    """The takes as whoever owns this account may see them, each with its number."""
    takes, best, production = house.record.takes(args.production)
    viewer, numbers = house.desk.anonymous().person, take_numbers(takes)
    shown = [replace(take, findings=take.findings_for(viewer), number=numbers[take.id]) for take in takes]
    return shown, best, production


def _best(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    house.record.mark_best(args.production, args.take, not args.off)
    _show_one(args, house, terminal)


def _note(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    house.record.write_note(args.production, args.take, args.text)
    _show_one(args, house, terminal)


def _delete(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    take = house.bin.delete(args.production, args.take)
    terminal.result({"take": take.id, "deleted": True}, terminal.say("Take {id} is deleted.", id=take.id))


def _speaker(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    house.record.name_speakers(args.production, args.take, args.speaker)
    _show_one(args, house, terminal)


def _show_one(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    takes, best, production = _takes(args, house)
    take = next(t for t in takes if t.id == args.take)
    path = house.record.path_of(production, take)
    terminal.result(_take_document(take, path, take.id in best, terminal), _take_text(take, path, terminal))
