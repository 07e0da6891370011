"""The first 72 hours of a clip that went online."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from skriptstudio.domain.comment_watch import comment_watch
from skriptstudio.domain.points import CommentPlan
from skriptstudio.domain.production import Production, Publication

ON = date(2026, 11, 28)
CLIP = Production(
    "p1", "P", datetime(2026, 11, 1, tzinfo=UTC), comment_plan=CommentPlan("Katrin Behrens", 8, "Leitung")
)


@pytest.mark.parametrize(("today", "watched"), [(ON, True), (date(2026, 12, 1), True), (date(2026, 12, 2), False)])
def test_comments_are_watched_for_three_days_after_the_last_upload(today: date, watched: bool) -> None:
    online = (Publication("tiktok", date(2026, 11, 20)), Publication("website", ON))
    watch = comment_watch(replace(CLIP, publications=online), today)
    assert (watch is not None) == watched
    if watch:
        assert (watch.until, watch.who, watch.answer_hours) == (date(2026, 12, 1), "Katrin Behrens", 8)


def test_what_is_not_online_is_not_watched() -> None:
    assert comment_watch(CLIP, ON) is None
    gone = (Publication("tiktok", ON, removed=ON),)
    assert comment_watch(replace(CLIP, publications=gone), ON) is None
    nobody = replace(CLIP, comment_plan=None, publications=(Publication("tiktok", ON),))
    watch = comment_watch(nobody, ON)
    assert watch is not None
    assert watch.who == ""
