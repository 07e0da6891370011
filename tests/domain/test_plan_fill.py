"""A plan that fills itself: the stock first, then ideas, and no format twice in a row."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.domain.actor import Actor
from skriptstudio.domain.house import HouseRules
from skriptstudio.domain.ideas import Idea
from skriptstudio.domain.plan_book import Entry, PlanBook, Planned
from skriptstudio.domain.plan_fill import fill, waiting
from skriptstudio.domain.plan_outlook import PlannedDay, outlook
from skriptstudio.domain.production import State, Summary
from skriptstudio.domain.rhythm import Level

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
FORMATS = st.sampled_from("wxyz")
IDEAS = st.lists(FORMATS, max_size=20).map(
    lambda series: [Idea(str(n), "", one, "it", 20, "learn", frozenset(), "") for n, one in enumerate(series)]
)
CLIPS = st.lists(st.tuples(FORMATS, st.sampled_from([State.RELEASED, State.SCRIPT, State.PUBLISHED])), max_size=6).map(
    lambda rows: tuple(Summary(f"p{n}", "", state, series, NOW, 0, "") for n, (series, state) in enumerate(rows))
)
FIXED = st.dictionaries(st.integers(0, 9), st.one_of(FORMATS, st.just("-")), max_size=4)


def days_of(book: PlanBook, clips: tuple[Summary, ...]) -> tuple[PlannedDay, ...]:
    return outlook(book, clips, HouseRules(), (TODAY, TODAY + timedelta(days=29))).days


@given(IDEAS, CLIPS, FIXED)
def test_nothing_stands_twice_and_no_format_meets_itself(
    ideas: list[Idea], clips: tuple[Summary, ...], fixed: dict[int, str]
) -> None:
    entries = tuple(
        Entry(f"f{place}", TODAY + timedelta(days=3 * place), kind, Actor("", "", ""), NOW, f"k{place}", "", series)
        for place, series in sorted(fixed.items())
        for kind in [Planned.NOTHING if series == "-" else Planned.IDEA]
    )
    book = PlanBook(level=Level.MEDIUM, first=TODAY, entries=entries)
    days = days_of(book, clips)
    spare = tuple(clip for clip in clips if clip.state is State.RELEASED)
    filled = list(fill(days, waiting(spare, clips, ()), ideas))
    assert len({(pick.kind, pick.key) for _, pick in filled}) == len(filled)
    assert all(one.is_free for one, _ in filled)
    assert not any(clip.id == pick.key for _, pick in filled for clip in clips if clip.state is State.PUBLISHED)

    picked = {one.day: pick.format for one, pick in filled}
    # A pause is no post: what stands around it follows directly.
    shown = [None if one.is_free and one.day not in picked else picked.get(one.day, one.format)
             for one in days if not one.is_pause]  # fmt: skip
    own = [one.day in picked for one in days if not one.is_pause]
    for (before, first), (after, second) in pairwise(zip(shown, own, strict=True)):
        assert before is None or before != after or not (first or second)


def test_the_stock_goes_out_before_anything_new_is_made() -> None:
    clips = (Summary("neu", "", State.SCRIPT, "x", NOW, 0, ""), Summary("fertig", "", State.RELEASED, "y", NOW, 0, ""))
    ideas = [Idea("13", "Ding", "z", "it", 20, "learn", frozenset(), "")]
    days = days_of(PlanBook(level=Level.START, first=TODAY), clips)
    picks = [pick.key for _, pick in fill(days, waiting((clips[1],), clips, ()), ideas)]
    assert picks == ["fertig", "neu", "13"]
    later = lambda day, _clip: day > TODAY  # noqa: E731
    assert [pick.key for _, pick in fill(days, (clips[1],), ideas, may_go_out=later)] == ["13", "fertig"]


def test_a_full_plan_is_left_as_it_is() -> None:
    book = PlanBook(level=Level.START, first=TODAY)
    empty = days_of(book, ())
    entries = tuple(Entry(str(n), one.day, Planned.NOTHING, Actor("", "", ""), NOW) for n, one in enumerate(empty))
    assert not list(fill(days_of(replace(book, entries=entries), ()), (), ()))
