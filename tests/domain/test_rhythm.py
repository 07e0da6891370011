"""What a house can afford, and the days that follow from it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.domain.effort import UNSEEN_MINUTES, USUAL_MINUTES, capacity, seen_minutes
from skriptstudio.domain.production import Production
from skriptstudio.domain.rhythm import PACES, Capacity, Level, post_days
from skriptstudio.domain.take import Take

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
LEVELS = st.sampled_from(list(Level))
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("minutes", "level"), [(0, None), (109, None), (110, "start"), (171, "small"), (257, "medium"), (385, "full")]
)
def test_the_rhythm_follows_from_the_minutes_that_there_are(minutes: int, level: str | None) -> None:
    assert Capacity(minutes, USUAL_MINUTES).level == level


def test_a_month_of_the_usual_effort_is_the_formula_of_the_field() -> None:
    assert Capacity(200, 100).clips_a_month == Fraction(86, 10)
    assert [round(PACES[level].clips_a_month) for level in Level] == [4, 7, 10, 15]


def test_what_is_missing_for_a_rhythm_is_told() -> None:
    assert Capacity(100, 110).missing(Level.SMALL) == 71
    assert Capacity(400, 110).missing(Level.FULL) == 0
    assert Capacity(250, 110).missing(Level.FULL) == 135
    assert Capacity(250, 110).missing(Level.FULL, in_batches=True) == 0


@given(LEVELS, DAYS, DAYS, st.integers(0, 500))
def test_days_lie_in_the_span_on_allowed_weekdays_and_never_a_week_too_far_apart(
    level: Level, first: date, begin: date, length: int
) -> None:
    span = (begin, begin + timedelta(days=length))
    days = post_days(level, first, span)
    assert list(days) == sorted(set(days))
    assert all(span[0] <= day <= span[1] and day >= first for day in days)
    assert all(day.weekday() in PACES[level].weekdays for day in days)
    assert all((after - before).days <= 7 for before, after in pairwise(days))


@given(LEVELS, DAYS, st.integers(0, 300), st.integers(0, 60), st.sets(st.integers(0, 6), max_size=3))
def test_it_doesnt_matter_from_where_one_looks(
    level: Level, first: date, ahead: int, length: int, weekdays: set[int]
) -> None:
    begin = first + timedelta(days=ahead)
    span = (begin, begin + timedelta(days=length))
    whole = post_days(level, first, (first, span[1]), tuple(weekdays))
    assert post_days(level, first, span, tuple(weekdays)) == tuple(day for day in whole if day >= begin)


def test_every_fourth_or_fifth_day_avoids_the_weekend() -> None:
    days = post_days(Level.SMALL, date(2026, 11, 24), (date(2026, 11, 1), date(2026, 12, 20)))
    assert [(day.month, day.day) for day in days] == [(11, 24), (11, 30), (12, 3), (12, 7), (12, 14), (12, 16)]


@pytest.mark.parametrize("change", [date(2026, 3, 29), date(2026, 10, 25)])
def test_summer_time_moves_no_day(change: date) -> None:
    days = post_days(Level.FULL, change - timedelta(days=4), (change - timedelta(days=4), change + timedelta(days=4)))
    assert [(day - change).days for day in days] == [-4, -2, 0, 2, 4]


def test_five_years_are_whole() -> None:
    first = date(2026, 1, 1)
    days = post_days(Level.FULL, first, (first, date(2030, 12, 31)))
    assert len(days) == 913
    assert {(after - before).days for before, after in pairwise(days)} == {2}


def clip(number: int, minutes: int) -> Production:
    """Begun at noon, recorded so many minutes later."""
    take = Take("t1", "whole", "t.mp4", "0", Fraction(0), 0, NOON + timedelta(minutes=minutes))
    return Production(f"p{number}", "Clip", NOON, takes=(take,))


def test_a_sitting_counts_and_the_night_between_two_doesnt() -> None:
    assert seen_minutes(clip(1, 15)) == 5 + 15
    assert seen_minutes(clip(1, 24 * 60)) == 5 + 5
    later = replace(clip(1, 15), created=NOON - timedelta(days=1))
    assert seen_minutes(later) == 10


def test_five_own_clips_outweigh_the_usual_figure() -> None:
    clips = [clip(number, 15) for number in range(5)]
    assert capacity(200, clips[:4], {}) == Capacity(200, USUAL_MINUTES)
    assert capacity(200, clips, {}) == Capacity(200, 20 + UNSEEN_MINUTES, 5)
    assert capacity(200, clips, dict.fromkeys(["p0", "p1", "p2"], 90)).minutes_a_clip == 90
