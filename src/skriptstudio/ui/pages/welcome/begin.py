"""What the first run does in the background: make or open a library and know who works there."""

from datetime import timedelta
from pathlib import Path

from skriptstudio.assembly.computer import demo_script
from skriptstudio.assembly.house import House
from skriptstudio.assembly.places import make_folder
from skriptstudio.domain.ids import new_id
from skriptstudio.domain.people import Hat, Person, Staff

EXAMPLE_TITLE = "Ein Tag in der Vermessung"
EXAMPLE_PEOPLE = (("Mira Albrecht", Hat.TEAM), ("Jonas Weber", Hat.TEAM), ("Katrin Behrens", Hat.PRESS))
"""Who is invented for the example: she speaks, he writes, she releases."""

_CHANNELS = ("ig_reels", "tiktok", "yt_shorts", "intranet")
_YEAR = timedelta(days=365)


def begin_library(folder: Path, name: str, hat: Hat, with_parents: bool = False) -> tuple[House, Person]:
    """Make a library in ``folder``, or open the one that is there, and enter the person unless known.

    Args:
        folder: where it lies or shall lie.
        name: who works here; a person of that name is taken as they are.
        hat: what a new person may do.
        with_parents: also make the folders above; for a folder that nobody has picked by hand.

    Raises:
        SkriptStudioError: whatever the folder or its drive objects to.
    """
    if with_parents:
        make_folder(folder.parent)
    house = House(str(folder), create=True)
    return house, _entered(house, house.people.staff(), name, hat)


def begin_example(folder: Path) -> tuple[House, Person]:
    """The example library in ``folder``, made where it is missing, and the person who speaks in it.

    Raises:
        SkriptStudioError: whatever the folder or its drive objects to.
    """
    make_folder(folder.parent)
    house = House(str(folder), create=True)
    speaker, author, _ = (_entered(house, house.people.staff(), name, hat) for name, hat in EXAMPLE_PEOPLE)
    today = house.desk.clock.today()
    if not house.people.staff().may_be_shown_somewhere(speaker.id, today):
        house.people.add_consent(new_id("c"), speaker.id, _CHANNELS, today + _YEAR)
    if not house.plan.list():
        production = house.plan.new(EXAMPLE_TITLE, "ein_tag_im_amt", author.id)
        house.write.import_script(production.id, demo_script(), author.id)
    return house, speaker


def _entered(house: House, staff: Staff, name: str, hat: Hat) -> Person:
    known = next((person for person in staff.people if person.name.casefold() == name.casefold()), None)
    return known or house.people.add(Person(new_id("u"), name, (hat,)))
