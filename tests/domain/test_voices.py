"""Only where somebody should be heard a missing voice is told."""

from dataclasses import replace
from fractions import Fraction

from tests.domain.test_release import clip

from skriptstudio.domain.cut import Cut
from skriptstudio.domain.dressing import Dressing, Insert
from skriptstudio.domain.script import MATERIAL
from skriptstudio.domain.take import TakeFinding
from skriptstudio.domain.voices import voiceless


def test_pictures_over_the_voice_are_silent_on_purpose() -> None:
    plain = clip()
    spoken = replace(plain.takes[0], has_sound=True)
    picture = replace(spoken, id="silent", section=MATERIAL, has_sound=False, findings=(TakeFinding.NO_SOUND,))
    insert = Insert("silent", Fraction(0), Fraction(0), Fraction(1))
    over = replace(plain, takes=(spoken, picture), cut=Cut(dressing=Dressing(inserts=(insert,))))
    assert voiceless(over) == ()
    mute = replace(spoken, findings=(TakeFinding.NO_SPEECH,))
    assert voiceless(replace(over, takes=(mute, picture))) == (mute,)
