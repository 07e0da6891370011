"""Nobody gets round consents and four eyes by unticking herself after the hand-in."""

from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from skriptstudio.assembly.house import House
from skriptstudio.domain.captions import Captions, Cue
from skriptstudio.domain.errors import FourEyes, SpeakerMissing
from skriptstudio.domain.people import Hat, Person
from skriptstudio.domain.production import Decision, Production, State
from skriptstudio.domain.release import approve, hand_in
from skriptstudio.domain.take import Take

NOW = datetime(2026, 11, 28, 9, tzinfo=UTC)
MIRA = Person("mira", "Mira Albrecht", (Hat.PRESS,))


@pytest.fixture
def house(tmp_path: Path) -> House:
    """Mira, who is of the press office, and Jonas speak in a clip that waits for the press check."""
    house = House(str(tmp_path / "Bibliothek"))
    for person in (MIRA, Person("jonas", "Jonas Weber")):
        house.people.add(person)
    take = Take("t1", "whole", "t1.mp4", "a" * 64, Fraction(6), 180, NOW, speakers=("mira", "jonas"))
    captions = Captions((Cue(Fraction(0), Fraction(2), ("Hallo",)),))
    clip = Production("p1", "Ein Tag", NOW, takes=(take,), captions=captions, state=State.RECORD)
    house.desk.library.create(hand_in(clip, house.desk.anonymous(), NOW))
    return house


def test_nobody_can_be_named_in_a_spoken_take(house: House) -> None:
    with pytest.raises(SpeakerMissing):
        house.record.name_speakers("p1", "t1", ())
    assert house.desk.open("p1").record.state is State.PRESS_CHECK


def test_who_unticks_herself_still_passes_no_check(house: House) -> None:
    assert house.record.name_speakers("p1", "t1", ("Jonas Weber",)).speakers == ("jonas",)
    clip = house.desk.open("p1").record
    assert (clip.state, clip.history[-1].decision) == (State.RETURNED, Decision.SPEAKERS_CHANGED)
    actor = house.desk.anonymous()
    with pytest.raises(FourEyes):
        approve(hand_in(clip, actor, NOW), MIRA, house.desk.staff(), actor, NOW)
