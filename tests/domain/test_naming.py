"""Who can be recognised is held fast once a clip was handed in."""

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction

import pytest

from skriptstudio.domain.cut import Cut, Segment
from skriptstudio.domain.dressing import Dressing, Insert
from skriptstudio.domain.errors import SpeakerMissing
from skriptstudio.domain.four_eyes import involvement
from skriptstudio.domain.naming import with_speakers
from skriptstudio.domain.people import Hat, Person
from skriptstudio.domain.production import Actor, Decision, Production, State
from skriptstudio.domain.release import hand_in, send_back
from skriptstudio.domain.script import MATERIAL
from skriptstudio.domain.seals import seals
from skriptstudio.domain.take import Take

NOW = datetime(2026, 11, 28, 9, tzinfo=UTC)
TEAM = Actor("tom", "konto", "pc-7")
TAKE = Take("t1", "whole", "t1.mp4", "a" * 64, Fraction(6), 180, NOW, speakers=("mira", "jonas"))
FILM = Take("m1", MATERIAL, "m1.mp4", "b" * 64, Fraction(6), 180, NOW)
CLIP = Production("p1", "Ein Tag", NOW, takes=(TAKE, FILM), state=State.RECORD)


def handed_in() -> Production:
    return hand_in(CLIP, TEAM, NOW)


def test_before_the_hand_in_a_name_is_just_a_name() -> None:
    now = with_speakers(CLIP, "t1", ("jonas",), TEAM, NOW)
    assert (now.take("t1").speakers, now.take("t1").once_named, now.history) == (("jonas",), (), ())
    assert involvement(now, "mira") == ""


@pytest.mark.parametrize("state", [State.FACT_CHECK, State.PRESS_CHECK, State.RELEASED, State.PUBLISHED])
def test_who_unticks_herself_in_a_check_gets_it_back_to_the_team_and_still_counts(state: State) -> None:
    now = with_speakers(replace(handed_in(), state=state), "t1", ("jonas",), TEAM, NOW)
    assert now.state is State.RETURNED
    assert [entry.decision for entry in now.history] == [Decision.HANDED_IN, Decision.SPEAKERS_CHANGED]
    assert involvement(now, "mira") == "speaker"
    assert involvement(hand_in(now, TEAM, NOW), "mira") == "speaker"


def test_who_has_the_clip_returned_first_still_counts() -> None:
    checker = Person("mira", "Mira", (Hat.PRESS,))
    returned = send_back(handed_in(), checker, TEAM, NOW, "Noch einmal.")
    now = with_speakers(returned, "t1", ("jonas",), TEAM, NOW)
    assert involvement(now, "mira") == "speaker"
    assert now.history[-1].decision is Decision.SPEAKERS_CHANGED
    assert with_speakers(now, "t1", ("jonas", "mira"), TEAM, NOW).take("t1").once_named == ()


def test_the_same_people_in_another_order_change_nothing() -> None:
    assert with_speakers(handed_in(), "t1", ("jonas", "mira"), TEAM, NOW) == handed_in()


def test_other_people_are_another_version() -> None:
    assert seals(with_speakers(CLIP, "t1", ("jonas",), TEAM, NOW))["takes"] != seals(CLIP)["takes"]


def test_only_material_may_show_nobody() -> None:
    named = replace(CLIP, takes=(TAKE, replace(FILM, speakers=("tom",))))
    assert with_speakers(named, "m1", (), TEAM, NOW).take("m1").speakers == ()
    with pytest.raises(SpeakerMissing):
        with_speakers(CLIP, "t1", (), TEAM, NOW)


def test_material_may_show_nobody_over_the_voice_alone() -> None:
    spoken = Segment("t1", Fraction(0), Fraction(6))
    lent = Dressing(inserts=(Insert("m1", Fraction(0), Fraction(1), Fraction(2)),))
    assert replace(CLIP, cut=Cut((spoken,), dressing=lent)).nameless_takes() == ()
    heard = replace(CLIP, cut=Cut((spoken, Segment("m1", Fraction(0), Fraction(2))), dressing=lent))
    assert heard.nameless_takes() == ("m1",)
