"""A published clip stays with the press office until everything that was packed is online."""

from dataclasses import replace
from datetime import date

from tests.domain.test_release import KATRIN, NOW, actor, released

from skriptstudio.domain.people import Hat
from skriptstudio.domain.production import Export, Production, Publication, State
from skriptstudio.domain.seals import version_seal
from skriptstudio.domain.turns import whose_turn
from skriptstudio.domain.uploads import open_uploads


def packed(*channels: str) -> Production:
    clip = released()
    made = tuple(Export(key, "f.mp4", "", "0" * 64, version_seal(clip), actor(KATRIN), NOW) for key in channels)
    return replace(clip, exports=made, state=State.PACKAGED)


def test_a_hand_over_is_no_upload_and_an_older_version_none_that_is_open() -> None:
    clip = packed("tiktok", "x", "video_team")
    assert open_uploads(clip) == ("tiktok", "x")
    assert open_uploads(replace(clip, exports=tuple(replace(one, version="old") for one in clip.exports))) == ()


def test_it_is_nobodys_turn_only_when_all_is_online() -> None:
    first = Publication("tiktok", date(2026, 1, 1))
    clip = replace(packed("tiktok", "x"), state=State.PUBLISHED, publications=(first,))
    assert (open_uploads(clip), whose_turn(clip)) == (("x",), Hat.PRESS)
    done = replace(clip, publications=(*clip.publications, Publication("x", date(2026, 1, 2))))
    assert (open_uploads(done), whose_turn(done)) == ((), None)
