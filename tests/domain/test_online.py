"""What may be noted about a clip that went online."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from skriptstudio.domain.actor import Actor
from skriptstudio.domain.errors import NotAWebAddress, NotOnlineYet, OnlineBeforeRelease, UnknownName
from skriptstudio.domain.online import corrected, first_release, require_publication
from skriptstudio.domain.production import Decision, HistoryEntry, Production, Publication, Release

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
TODAY = date(2026, 11, 28)
BY = Actor("petra", "p", "pc")
CLIP = Production("p1", "Clip", NOW, release=Release(BY, NOW, {}))


@pytest.mark.parametrize("url", ["", "https://www.tiktok.com/@amt/video/7412", "http://amt.example/a?b=c#d"])
@pytest.mark.parametrize("on", [NOW.date(), TODAY])
def test_any_day_since_the_release_and_any_web_address_is_taken(on: date, url: str) -> None:
    require_publication(CLIP, on, url, TODAY)


def test_a_day_to_come_or_before_the_release_is_refused() -> None:
    with pytest.raises(NotOnlineYet):
        require_publication(CLIP, TODAY + timedelta(days=1), "", TODAY)
    with pytest.raises(OnlineBeforeRelease):
        require_publication(CLIP, NOW.date() - timedelta(days=1), "", TODAY)


@pytest.mark.parametrize("url", ["javascript:x", "file:///etc/passwd", "amt.example", "https://", "https://a.b/c d\n"])
def test_what_no_browser_finds_is_no_address(url: str) -> None:
    with pytest.raises(NotAWebAddress):
        require_publication(CLIP, TODAY, url, TODAY)


def test_a_second_release_leaves_the_first_version_its_day_and_what_was_never_released_can_be_noted() -> None:
    early = HistoryEntry(Decision.RELEASED, BY, NOW - timedelta(days=9))
    assert first_release(CLIP.with_history(early)) == date(2026, 11, 11)
    require_publication(replace(CLIP, release=None), date(2020, 1, 1), "", TODAY)


def test_day_and_address_of_one_upload_are_corrected_where_they_are_still_what_somebody_saw() -> None:
    first, other = Publication("tiktok", NOW.date(), "https://a.b/1"), Publication("x", NOW.date())
    clip = replace(CLIP, publications=(first, other))
    now = corrected(clip, first, TODAY, "https://a.b/2")
    assert now.publications == (Publication("tiktok", TODAY, "https://a.b/2"), other)
    with pytest.raises(UnknownName):
        corrected(now, first, TODAY, "")
