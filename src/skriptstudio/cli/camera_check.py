"""``camera check``: what a camera was asked for, and what it really does."""

import argparse
from dataclasses import asdict

from skriptstudio.assembly.house import House
from skriptstudio.cli.arguments import Commands, positive_seconds
from skriptstudio.cli.signals import stopping_on_signals
from skriptstudio.cli.terminal import Terminal
from skriptstudio.domain.address import showable
from skriptstudio.domain.camera_check import CameraCheck, CameraMode
from skriptstudio.messages.words import camera_finding

_SECONDS = "6"


def register_camera_check(cameras: Commands) -> None:
    """Add the command to the group ``camera``."""
    check = cameras.add("check", "measure what a camera does", _check)
    source = cameras.say("demo, a number or name of the list, file:PATH, http://..., or none")
    check.add_argument("camera", metavar="SRC", help=source)
    check.add_argument("--seconds", type=positive_seconds, default=positive_seconds(_SECONDS), metavar="N")


def _check(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    control = terminal.job()
    with stopping_on_signals(control):
        check = house.studio.check_camera(args.camera, float(args.seconds), control)
    speaker = terminal.speaker
    findings = [
        {"code": finding.value, "message": camera_finding(finding.value, speaker)} for finding in check.findings
    ]
    document = {
        "camera": showable(args.camera),
        "asked": None if check.asked is None else asdict(check.asked),
        "measured": {
            **asdict(check.measured),
            "fps": round(check.measured.fps, 2),
            "pictures": check.pictures,
            "jitter_ms": round(check.jitter_ms, 1),
            "longest_gap_ms": round(check.longest_gap_ms, 1),
        },
        "findings": findings,
    }
    lines = _lines(check, terminal) + [finding["message"] for finding in findings]
    terminal.result(document, "\n".join(lines))


def _lines(check: CameraCheck, terminal: Terminal) -> list[str]:
    say = terminal.say
    asked = say("Asked for: {mode}", mode=_mode(check.asked, terminal)) if check.asked else ""
    jitter = say("Pauses differ by {jitter:.0f} ms, the longest is {gap:.0f} ms.", **_pauses(check))
    return [*filter(None, [asked]), say("Measured: {mode}", mode=_mode(check.measured, terminal)), jitter]


def _pauses(check: CameraCheck) -> dict[str, float]:
    return {"jitter": check.jitter_ms, "gap": check.longest_gap_ms}


def _mode(mode: CameraMode, terminal: Terminal) -> str:
    figures = {"width": mode.width, "height": mode.height, "fps": round(mode.fps)}
    return terminal.say("{width} x {height}, {fps} pictures a second", **figures)
