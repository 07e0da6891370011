"""What the machine says of licences and lengths before anybody watches."""

from dataclasses import replace
from datetime import date

import pytest
from tests.domain.test_licence import SONG, with_take

from skriptstudio.content.profiles import ProfileFolder
from skriptstudio.domain.people import Staff
from skriptstudio.messages.catalogue import Speaker

pytestmark = pytest.mark.qt


def test_a_licence_for_one_channel_is_said_beside_the_length() -> None:
    from skriptstudio.ui.pages.review.facts import Known, machine_checks

    say = Speaker("de").say
    profiles = tuple(ProfileFolder().get(key) for key in ("tiktok", "ig_reels"))
    licensed = with_take(music=True, licence=replace(SONG, channels=("tiktok",)))
    told = [(c.state, c.text) for c in machine_checks(Known(licensed, Staff(), date(2026, 5, 1), None, profiles), say)]
    assert ("hint", "Lizenz nur für: TikTok") in told
    assert not any(state == "ok" and "jeden Kanal" in text and "Länge" not in text for state, text in told)
