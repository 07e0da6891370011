"""Figures of clips: noted once a moment, compared honestly, added up for goals, and never about people."""

from dataclasses import fields
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.domain.comparison import ENOUGH, Comparison, Trait, Verdict, busiest_profile, compare
from skriptstudio.domain.errors import BadNumber, TooEarly, UnknownName
from skriptstudio.domain.production import Production, Publication
from skriptstudio.domain.results import (
    AGE,
    ClipFacts,
    Figures,
    Measure,
    Moment,
    Result,
    ResultBook,
    due,
    moment_of,
    require_plausible,
    require_reached,
)
from skriptstudio.store.clock import SystemClock

DAY = date(2026, 10, 1)


def result(clip: str, views: int, profile: str = "tiktok", moment: Moment = Moment.WEEK, on: date = DAY) -> Result:
    return Result(clip, profile, on, moment, Figures(views=views), on + AGE[moment])


def book(**groups: list[int]) -> ResultBook:
    """A clip for each figure; its hook is the group's name."""
    results, clips = [], {}
    for hook, views in groups.items():
        for number, one in enumerate(views):
            key = f"{hook}{number}"
            results.append(result(key, one))
            clips[key] = ClipFacts(key, "quiz", Fraction(25), "" if hook == "unsaid" else hook)
    return ResultBook().noted(results, clips)


def by_hook(found: ResultBook) -> Comparison:
    return compare(found, Trait.HOOK, Measure.VIEWS, Moment.WEEK, "tiktok")


def test_a_later_figure_replaces_the_earlier_one_and_what_is_unknown_stays() -> None:
    clips = {"p": ClipFacts("Ein Tag", "quiz", Fraction(20), "frage")}
    noted = ResultBook().noted([Result("p", "tiktok", DAY, Moment.DAY, Figures(views=10, shares=1), DAY)], clips)
    noted = noted.noted(
        [Result("p", "tiktok", DAY, Moment.DAY, Figures(views=12, clicks=3), DAY)],
        {"p": ClipFacts("Ein Tag!", "quiz", Fraction(21))},
    )
    assert [one.figures for one in noted.results] == [Figures(views=12, shares=1, clicks=3)]
    assert noted.clips["p"] == ClipFacts("Ein Tag!", "quiz", Fraction(21), "frage")


def test_figures_that_are_taken_out_are_gone_and_cannot_be_taken_out_twice() -> None:
    noted = book(frage=[3])
    emptied = noted.without("frage0", "tiktok", DAY, Moment.WEEK)
    assert not emptied.results
    with pytest.raises(UnknownName):
        emptied.without("frage0", "tiktok", DAY, Moment.WEEK)


def test_figures_can_be_replaced_as_a_whole_and_none_at_all_leave_nothing() -> None:
    place = ("p", "tiktok", DAY, Moment.WEEK)
    first = Result(*place, Figures(views=5, shares=1), DAY)
    noted = ResultBook().noted([first], {})
    clip = ClipFacts("Ein Tag", "", Fraction(20))
    changed = noted.replaced(Result(*place, Figures(views=6), DAY), clip)
    assert [one.figures for one in changed.results] == [Figures(views=6)]
    assert not changed.replaced(Result(*place, Figures(), DAY), clip).results


def test_figures_go_with_the_day_of_their_publication() -> None:
    later = DAY + timedelta(days=2)
    noted = ResultBook(results=(result("p", 5), result("q", 6)))
    moved = noted.moved("p", "tiktok", DAY, later)
    assert [(one.production, one.on, one.figures.views) for one in moved.results] == [("p", later, 5), ("q", DAY, 6)]


def test_the_latest_figures_are_those_of_the_latest_moment() -> None:
    noted = ResultBook().noted([result("p", n, moment=m) for n, m in enumerate(Moment)], {})
    assert [one.moment for one in noted.latest()] == [Moment.MONTH]


@pytest.mark.parametrize(
    ("age", "moment"),
    [
        (0, None),
        (1, "24h"),
        (2, "24h"),
        (3, None),
        (7, "7d"),
        (9, "7d"),
        (10, None),
        (28, "28d"),
        (35, "28d"),
        (36, None),
    ],
)
def test_figures_belong_to_a_moment_only_near_it(age: int, moment: str | None) -> None:
    assert moment_of(DAY, DAY + timedelta(days=age)) == moment


def test_nobody_notes_what_is_still_to_come() -> None:
    require_reached(Moment.WEEK, DAY, DAY + timedelta(days=7))
    with pytest.raises(TooEarly, match="2026-10-08"):
        require_reached(Moment.WEEK, DAY, DAY + timedelta(days=6))


def test_figures_that_cannot_be_are_refused() -> None:
    require_plausible(Figures(views=0, share=Fraction(140)))
    for wrong in (Figures(views=-1), Figures(seconds=Fraction(10**12))):
        with pytest.raises(BadNumber):
            require_plausible(wrong)


def test_what_can_be_noted_today_is_asked_for_once_and_not_for_clips_that_were_taken_down() -> None:
    online = (Publication("tiktok", DAY), Publication("ig_reels", DAY, removed=DAY), Publication("tiktok", DAY))
    production = Production("p", "Ein Tag", SystemClock().now(), publications=online)
    today = DAY + timedelta(days=8)
    assert [(one.profile, one.moment) for one in due([production], ResultBook(), today)] == [("tiktok", Moment.WEEK)]
    assert not due([production], ResultBook().noted([result("p", 1)], {}), today)


def test_a_group_of_fewer_than_five_says_nothing() -> None:
    found = by_hook(book(frage=[100] * 5, zahl=[1] * 4))
    assert found.verdict is Verdict.TOO_FEW
    assert [(one.key, one.enough) for one in found.groups] == [("frage", True), ("zahl", False)]


def test_a_difference_counts_only_where_the_middle_halves_do_not_touch() -> None:
    apart = by_hook(book(frage=[50, 60, 70, 80, 9000], zahl=[1, 2, 3, 4, 5]))
    assert (apart.verdict, apart.groups[0].key) == (Verdict.BETTER, "frage")
    mixed = by_hook(book(frage=[1, 60, 70, 80, 90], zahl=[1, 2, 65, 66, 5]))
    assert mixed.verdict is Verdict.NO_DIFFERENCE


def test_one_clip_that_went_through_the_roof_changes_nothing() -> None:
    quiet = by_hook(book(frage=[10, 11, 12, 13, 14], zahl=[10, 11, 12, 13, 14]))
    loud = by_hook(book(frage=[10, 11, 12, 13, 1_000_000], zahl=[10, 11, 12, 13, 14]))
    assert loud.groups[0].median == quiet.groups[0].median == 12
    assert loud.verdict is Verdict.NO_DIFFERENCE


def test_clips_of_which_nobody_said_the_kind_are_shown_and_never_judged() -> None:
    found = by_hook(book(frage=[5] * ENOUGH, unsaid=[1] * 9))
    assert [(one.key, one.count, one.enough) for one in found.groups] == [("frage", 5, True), ("", 9, False)]


def test_a_clip_that_was_published_twice_on_a_channel_counts_once_and_channels_never_mix() -> None:
    noted = book(frage=[5]).noted([result("frage0", 99, on=DAY + timedelta(days=9)), result("frage0", 7, "x")], {})
    assert by_hook(noted).groups[0].values == (Fraction(5),)
    assert busiest_profile(noted, Moment.WEEK) == "tiktok"
    assert busiest_profile(noted, Moment.DAY) == ""


@pytest.mark.parametrize(("seconds", "key"), [(0, ""), (19, "0-20"), (20, "20-35"), (34, "20-35"), (60, "60-")])
def test_lengths_are_grouped_around_what_the_program_aims_at(seconds: int, key: str) -> None:
    noted = ResultBook().noted([result("p", 5)], {"p": ClipFacts("", "", Fraction(seconds))})
    found = compare(noted, Trait.LENGTH, Measure.VIEWS, Moment.WEEK, "tiktok")
    assert [one.key for one in found.groups] == [key]


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=30))
def test_the_spread_encloses_the_median_and_half_of_the_clips(views: list[int]) -> None:
    group = by_hook(book(frage=views)).groups[0]
    low, high = group.quartiles
    assert group.values[0] <= low <= group.median <= high <= group.values[-1]
    assert sum(low <= value <= high for value in group.values) >= len(views) // 2 - 1


def test_nothing_in_a_result_is_about_a_person() -> None:
    names = {one.name for kind in (Figures, Result, ClipFacts, ResultBook) for one in fields(kind)}
    assert not names & {"by", "person", "speaker", "speakers", "author", "authors", "account", "machine"}
    assert {trait.value for trait in Trait} == {"hook", "format", "length"}


def test_what_is_known_after_a_week_stays_known_after_four() -> None:
    week = Result("a", "tiktok", DAY, Moment.WEEK, Figures(views=1000, applications=3), DAY)
    month = Result("a", "tiktok", DAY, Moment.MONTH, Figures(views=4000), DAY)
    (latest,) = ResultBook(results=(month, week)).latest()
    assert latest.moment is Moment.MONTH
    assert (latest.figures.views, latest.figures.applications) == (4000, 3)
