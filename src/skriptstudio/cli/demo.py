"""``demo``: the whole way, with the built-in camera and voice and three different people."""

import argparse
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

from skriptstudio.assembly.computer import demo_script
from skriptstudio.assembly.house import House
from skriptstudio.assembly.places import make_folder
from skriptstudio.cli.signals import stopping_on_signals
from skriptstudio.cli.terminal import Terminal
from skriptstudio.cli.tree import Tree
from skriptstudio.domain.captions import Captions
from skriptstudio.domain.errors import Cancelled
from skriptstudio.domain.ids import new_id
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.package_making import ExportWish
from skriptstudio.domain.people import Hat, Person
from skriptstudio.domain.take import TakeFinding
from skriptstudio.domain.timecode import as_decimal

TITLE = "Ein Tag in der Vermessung"
SPEAKER, AUTHOR, PRESS = "Mira Albrecht", "Jonas Weber", "Katrin Behrens"
CHANNEL = "ig_reels"
END_CARD = "Ausbildung beim Landkreis Auenau"


def register(tree: Tree) -> None:
    """Add the command."""
    demo = tree.add("demo", _demo)
    demo.add_argument("--to", type=Path, default=Path("demo-output"), metavar="DIR")


class _Quiet:
    """Shows the running time of the demo recording."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal

    def started(self) -> None:
        self._terminal.note(self._terminal.say("2 of 4: recording, as long as the script is spoken ..."))

    def progress(self, seconds: Fraction, level_db: float) -> None:
        self._terminal.status(f"● {float(seconds):5.1f} s")

    def warned(self, finding: TakeFinding) -> None:
        """The built-in devices give no reason for a warning."""


def _demo(args: argparse.Namespace, house: House, terminal: Terminal) -> None:
    folder = args.to.expanduser().absolute()
    make_folder(folder)
    house = House(str(folder / "bibliothek"))
    control = terminal.job()
    with stopping_on_signals(control):
        production = _written(house, terminal)
        _recorded(house, production, terminal, control)
        terminal.note(terminal.say("3 of 4: captions, hand-in and release by somebody else ..."))
        house.review.confirm_captions(production, AUTHOR)
        house.review.hand_in(production, SPEAKER)
        house.review.release(production, PRESS)
        terminal.note(terminal.say("4 of 4: making the clip ..."))
        wish = ExportWish(production, (CHANNEL,), folder / "paket")
        package = house.publish.export(wish, Captions(), control)
    clip = package.clips[0]
    document = {
        "clip": str(clip.path),
        "captions": str(clip.path.with_suffix(".srt")),
        "package": str(clip.path.parent),
        "seconds": as_decimal(clip.seconds),
        "library": str(folder / "bibliothek"),
        "production": production,
    }
    text = terminal.say("Done: {clip} ({seconds:.1f} seconds)", clip=clip.path, seconds=float(clip.seconds))
    terminal.result(document, text)


def _written(house: House, terminal: Terminal) -> str:
    """A production with its script, and everybody who is needed."""
    terminal.note(terminal.say("1 of 4: people, consent and script ..."))
    known = {person.name for person in house.people.staff().people}
    for name, hat in ((SPEAKER, Hat.TEAM), (AUTHOR, Hat.TEAM), (PRESS, Hat.PRESS)):
        if name not in known:
            house.people.add(Person(new_id("u"), name, (hat,)))
    today = house.desk.clock.today()
    speaker = next(person.id for person in house.people.staff().people if person.name == SPEAKER)
    if not house.people.staff().may_be_shown(speaker, CHANNEL, today):
        house.people.add_consent(new_id("c"), speaker, (CHANNEL,), today + timedelta(days=365))
    production = house.plan.new(TITLE, "ein_tag_im_amt", AUTHOR)
    house.write.import_script(production.id, demo_script(), AUTHOR)
    return production.id


def _recorded(house: House, production: str, terminal: Terminal, control: JobControl) -> None:
    order = house.record.order(production, "demo", "demo", speakers=(SPEAKER,))
    house.record.record(order, _Quiet(terminal), control)
    if control.cancelled:
        raise Cancelled
    house.review.set_cut(production, (), END_CARD)
