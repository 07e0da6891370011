"""``doctor``: what works on this computer."""

import argparse
from dataclasses import asdict, replace

from skriptstudio.assembly.computer import encoder_speed, missing_fonts, try_final_size
from skriptstudio.assembly.house import House
from skriptstudio.assembly.kept import clear_kept_pictures, kept_pictures_bytes
from skriptstudio.assembly.places import spool_folder
from skriptstudio.cli.terminal import Terminal
from skriptstudio.cli.tree import Tree
from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.final_size import HEADROOM, SizeTrial
from skriptstudio.domain.timecode import CLIP_FPS
from skriptstudio.messages.errors import sentence
from skriptstudio.store.settings import SettingsFile


def register(tree: Tree) -> None:
    """Add the command."""
    doctor = tree.add("doctor", _doctor)
    doctor.add_argument(
        "--measure", action="store_true", help=tree.say("measure anew whether takes can have the clip's full size")
    )
    doctor.add_argument(
        "--clear-kept", action="store_true", help=tree.say("remove finished pieces of clips from this computer")
    )


def _doctor(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    if args.clear_kept:
        clear_kept_pictures()
    cameras, microphones = house.studio.cameras(), house.studio.microphones()
    speed = encoder_speed()
    trial = _size_trial(args.measure, terminal)
    minutes = int(house.studio.seconds_left() // 60)
    library, trouble = _library(house, terminal)
    missing = missing_fonts()
    document = {
        "camera": [device.name for device in cameras],
        "microphone": [device.name for device in microphones],
        "encoder": {"frames_per_second": round(speed, 1), "keeps_up": speed >= 2 * CLIP_FPS},
        "final_size": {**asdict(trial), "used": trial.fast_enough, "wanted": HEADROOM * CLIP_FPS},
        "library": {"path": library, "ok": trouble is None, "message": trouble},
        "fonts": {"ok": not missing, "missing": list(missing)},
        "kept_bytes": kept_pictures_bytes(),
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
        _about_size(trial, terminal),
        say("Room for recordings: {minutes} minutes", minutes=minutes),
        say(
            "Finished pieces of clips, small versions of films: {megabytes:.0f} MB",
            megabytes=kept_pictures_bytes() / 1e6,
        ),
        say("Library: {text}", text=trouble or library),
        say("Fonts: {text}", text=", ".join(missing) or say("complete")),
    ]
    terminal.result(document, "\n".join(lines))


def _size_trial(anew: bool, terminal: Terminal) -> SizeTrial:
    """How fast takes of the final size are made: remembered from the first time on, so that it costs nothing again."""
    file = SettingsFile()
    settings = file.load()
    if settings.final_size is not None and not anew:
        return settings.final_size
    trial = try_final_size(terminal.job())
    file.save(replace(settings, final_size=trial))
    return trial


def _about_size(trial: SizeTrial, terminal: Terminal) -> str:
    size = terminal.say("the clip's full size") if trial.fast_enough else terminal.say("the camera's own size")
    return terminal.say(
        "Takes: {size} (full size is made {factor:.1f} times as fast as real time, wanted {wanted:.1f}; {day})",
        size=size,
        factor=trial.factor,
        wanted=HEADROOM,
        day=trial.day,
    )


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
