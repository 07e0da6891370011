"""Who answers for a series, how far its goal is, and what is open."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from skriptstudio.domain.channel_register import Channel, ChannelRegister, Duty, reminders
from skriptstudio.domain.errors import BadNumber, DatesSwapped, UnknownName
from skriptstudio.domain.goals import Gap, Goal, GoalBook, Online, Series, Standing, gaps, progress
from skriptstudio.domain.guideline import Chapter, Guideline, Light, Sight
from skriptstudio.domain.people import Absence, Person, Staff
from skriptstudio.domain.results import Figures, Moment, Result, ResultBook

FIRST, LAST = date(2026, 9, 1), date(2026, 12, 9)
GOAL = Goal("g1", "Mehr Bewerbungen", "applications", 10, FIRST, LAST)
BOOK = GoalBook((Series("quiz", "u1", "u2", "g1"),), (GOAL,))
ONLINE = (
    Online("a", "quiz", "tiktok", FIRST),
    Online("a", "quiz", "ig_reels", FIRST),
    Online("b", "", "tiktok", LAST),
    Online("c", "quiz", "tiktok", LAST + timedelta(days=1)),
)


def applications(clip: str, profile: str, moment: Moment, count: int, on: date = FIRST) -> Result:
    return Result(clip, profile, on, moment, Figures(applications=count), on)


def test_a_goal_adds_up_the_latest_figure_of_each_publication_of_its_clips() -> None:
    results = ResultBook().noted(
        [
            applications("a", "tiktok", Moment.DAY, 1),
            applications("a", "tiktok", Moment.WEEK, 3),
            applications("a", "ig_reels", Moment.DAY, 2),
            applications("b", "tiktok", Moment.DAY, 40, LAST),
        ],
        {},
    )
    halfway = FIRST + timedelta(days=49)
    found = progress(GOAL, BOOK, ONLINE, results, halfway)
    assert (found.reached, found.clips, found.elapsed, found.share) == (5, 1, Fraction(1, 2), Fraction(1, 2))
    assert found.standing is Standing.AHEAD
    assert progress(GOAL, BOOK, ONLINE, results, LAST).standing is Standing.BEHIND
    assert progress(GOAL, BOOK, ONLINE, results, LAST + timedelta(days=1)).standing is Standing.MISSED


def test_a_clip_may_have_a_goal_of_its_own_or_none() -> None:
    own = GoalBook(BOOK.series, BOOK.goals, {"b": "g1", "a": ""})
    assert own.goal_of("b", "") == GOAL
    assert own.goal_of("a", "quiz") is None
    assert own.goal_of("z", "quiz") == GOAL


def test_clips_can_be_counted_too() -> None:
    goal = Goal("g1", "Dranbleiben", "clips", 1, FIRST, LAST)
    found = progress(goal, GoalBook(BOOK.series, (goal,)), ONLINE, ResultBook(), FIRST)
    assert (found.reached, found.standing) == (1, Standing.REACHED)


def test_a_series_or_goal_that_is_removed_leaves_its_clips_without_goal() -> None:
    assert BOOK.without_series("quiz").goal_of("a", "quiz") is None
    emptied = GoalBook(BOOK.series, BOOK.goals, {"b": "g1"}).without_goal("g1")
    assert (emptied.goals, emptied.clips, emptied.series[0].goal) == ((), {}, "")
    with pytest.raises(UnknownName):
        BOOK.without_series("weg")


def test_a_goal_that_cannot_be_reached_is_refused() -> None:
    with pytest.raises(BadNumber):
        BOOK.with_goal(Goal("g", "", "views", 0, FIRST, LAST))
    with pytest.raises(DatesSwapped):
        BOOK.with_goal(Goal("g", "", "views", 1, LAST, FIRST))
    with pytest.raises(UnknownName):
        BOOK.with_goal(Goal("g", "", "seconds", 1, FIRST, LAST))


@pytest.mark.parametrize(
    ("series", "missing"),
    [
        (Series("quiz", "u1", "u3", "g1"), []),
        (Series("quiz", "u1", "u2", "g1"), [Gap.BOTH_AWAY]),
        (Series("weg", "u9", "", "g9"), [Gap.FORMAT_GONE, Gap.NOBODY, Gap.NO_DEPUTY, Gap.NO_GOAL]),
    ],
)
def test_a_series_says_what_is_missing(series: Series, missing: list[Gap]) -> None:
    away = Absence(FIRST, LAST)
    people = (Person("u1", "Mira", away=away), Person("u2", "Jonas", away=away), Person("u3", "Katrin"))
    assert list(gaps(series, BOOK, Staff(people), ["quiz"], FIRST)) == missing


def test_a_channel_reminds_of_what_is_missing_and_of_what_is_old() -> None:
    settled = Channel("x", "a", "b", "c", "d", "ja", FIRST, "https://h/i", FIRST, "Website")
    register = ChannelRegister().with_channel(settled).with_channel(Channel("tiktok"))
    assert [one.duty for one in reminders(register, FIRST) if one.profile == "x"] == []
    late = [(one.duty, one.since) for one in reminders(register, FIRST + timedelta(days=400)) if one.profile == "x"]
    assert late == [
        (Duty.COUNCIL_AGAIN, FIRST + timedelta(days=365)),
        (Duty.IMPRINT_AGAIN, FIRST + timedelta(days=183)),
    ]
    bare = [one.duty for one in reminders(register, FIRST) if one.profile == "tiktok"]
    assert bare == [Duty.CONCEPT, Duty.BASIS, Duty.ASSESSMENT, Duty.COUNCIL, Duty.IMPRINT, Duty.ALTERNATIVE]
    assert not register.without("x").find("x")
    with pytest.raises(UnknownName):
        register.without("x").without("x")


def test_the_worst_that_can_be_seen_decides_and_what_a_house_writes_is_its_own() -> None:
    green, red = Sight("desk", Light.GREEN, "Schreibtisch", "Los."), Sight("file", Light.RED, "Akte", "Weg damit.")
    shipped = Guideline((green, red), (Chapter("Ziel", "Azubis"),))
    assert shipped.judged(()) == (None, ())
    assert shipped.judged({"desk"}) == (Light.GREEN, (green,))
    assert shipped.judged({"desk", "file"}) == (Light.RED, (red, green))
    changed = shipped.with_sight(Sight("desk", Light.YELLOW, "Schreibtisch", "Frag."))
    assert (changed.own, changed.judged({"desk"})[0]) == (True, Light.YELLOW)
    assert changed.with_chapter(1, "Alle").chapters == (Chapter("Ziel", "Alle"),)
    with pytest.raises(UnknownName):
        changed.without_sight("file").judged({"file"})
    with pytest.raises(UnknownName):
        shipped.with_chapter(2, "")
