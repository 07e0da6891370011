"""No film leaves the house without sound or text, distorted, or without captions for what is heard."""

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction

import pytest

from skriptstudio.domain.captions import Captions, Cue
from skriptstudio.domain.cut import Cut
from skriptstudio.domain.errors import CaptionsMissing, NoSoundTrack, RuleRefusal, SoundDistorted
from skriptstudio.domain.film_stops import require_captions_of_sound, require_usable_sound
from skriptstudio.domain.production import Production
from skriptstudio.domain.take import Take, TakeFinding

NOW = datetime(2026, 11, 28, tzinfo=UTC)
LOUD = Take("t1", "whole", "t1.mp4", "0" * 64, Fraction(2), 60, NOW)
MUTE = replace(LOUD, has_sound=False)
WRITTEN = Captions((Cue(Fraction(0), Fraction(1), ("[Vogelstimmen]",)),), "")


def clip(take: Take, captions: Captions | None = None, end_card: str = "") -> Production:
    return Production("p1", "P", NOW, takes=(take,), captions=captions, cut=Cut(end_card=end_card))


@pytest.mark.parametrize(
    ("production", "error"),
    [
        (clip(LOUD, WRITTEN), None),
        (clip(MUTE), NoSoundTrack),
        (clip(MUTE, WRITTEN), None),
        (clip(MUTE, end_card="Bewirb dich"), None),
        (clip(replace(LOUD, findings=(TakeFinding.CLIPPED_THROUGHOUT,)), WRITTEN), SoundDistorted),
        (clip(replace(LOUD, findings=(TakeFinding.CLIPPED,)), WRITTEN), None),
    ],
)
def test_the_sound_of_a_clip_is_judged(production: Production, error: type[RuleRefusal] | None) -> None:
    if error is None:
        require_usable_sound(production)
    else:
        with pytest.raises(error):
            require_usable_sound(production)


def test_whatever_is_heard_needs_captions() -> None:
    for take in (MUTE, replace(LOUD, findings=(TakeFinding.SILENT,))):
        require_captions_of_sound(clip(take), None)
    require_captions_of_sound(clip(LOUD), WRITTEN)
    with pytest.raises(CaptionsMissing):
        require_captions_of_sound(clip(LOUD), Captions((), ""))
