"""``doctor``: what works on this computer."""

import argparse

from skriptstudio.assembly import House, encoder_speed, missing_fonts, spool_folder
from skriptstudio.cli.arguments import Commands
from skriptstudio.cli.terminal import Terminal
from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.timecode import CLIP_FPS
from skriptstudio.messages.errors import sentence


def register(commands: Commands) -> None:
    """Add the command."""
    commands.add("doctor", "what works on this computer", _doctor)


def _doctor(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    cameras, microphones = house.studio.cameras(), house.studio.microphones()
    speed = encoder_speed()
    minutes = int(house.studio.seconds_left() // 60)
    library, trouble = _library(house, terminal)
    missing = missing_fonts()
    document = {
        "camera": [device.name for device in cameras],
        "microphone": [device.name for device in microphones],
        "encoder": {"frames_per_second": round(speed, 1), "keeps_up": speed >= 2 * CLIP_FPS},
        "library": {"path": library, "ok": trouble is None, "message": trouble},
        "fonts": {"ok": not missing, "missing": list(missing)},
        "spool": str(spool_folder()),
        "room_for_minutes": minutes,
    }
    say = terminal.say
    lines = [
        say("Cameras: {names}", names=", ".join(d.name for d in cameras)),
        say("Microphones: {names}", names=", ".join(d.name for d in microphones)),
        say(
            "Encoder: {speed:.0f} frames a second ({factor:.1f} times real time)", speed=speed, factor=speed / CLIP_FPS
        ),
        say("Room for recordings: {minutes} minutes", minutes=minutes),
        say("Library: {text}", text=trouble or library),
        say("Fonts: {text}", text=", ".join(missing) or say("complete")),
    ]
    terminal.result(document, "\n".join(lines))


def _library(house: House, terminal: Terminal) -> tuple[str | None, str | None]:
    """Path of the library, and what is wrong with it."""
    try:
        path = str(house.library_path)
    except SkriptStudioError as error:
        return None, str(sentence(error, terminal.speaker))
    try:
        house.plan.list()
    except SkriptStudioError as error:
        return path, str(sentence(error, terminal.speaker))
    return path, None
