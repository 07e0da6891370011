"""What a plan says on a given day: free days, stock, and what to heed."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from skriptstudio.domain.actor import Actor
from skriptstudio.domain.batch import best_day, shooting_list, to_record
from skriptstudio.domain.errors import SlotTaken, UnknownName
from skriptstudio.domain.house import Blackout, HouseRules
from skriptstudio.domain.ideas import Idea
from skriptstudio.domain.plan_book import Entry, Leave, LeaveKind, PlanBook, Planned
from skriptstudio.domain.plan_outlook import Heed, Outlook, outlook
from skriptstudio.domain.production import State, Summary
from skriptstudio.domain.rhythm import Capacity, Level

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
MIRA = Actor("mira", "mira", "pc-7")
SPAN = (TODAY, TODAY + timedelta(days=27))
WEEKLY = PlanBook(level=Level.START, first=TODAY)


def summary(key: str, state: State, series: str = "") -> Summary:
    return Summary(key, f"Clip {key}", state, series, NOW, 0, key)


def entry(ahead: int, key: str = "", kind: Planned = Planned.PRODUCTION, series: str = "", name: str = "") -> Entry:
    return Entry(name or f"e{ahead}", TODAY + timedelta(days=ahead), kind, MIRA, NOW, key, key, series)


def seen(book: PlanBook, *clips: Summary, rules: HouseRules | None = None) -> Outlook:
    return outlook(book, clips, rules or HouseRules(), SPAN)


def heeds(found: Outlook) -> set[Heed]:
    return {one.what for one in found.warnings}


def test_an_empty_plan_is_four_free_weeks_and_says_from_when_on_nothing_is_planned() -> None:
    found = seen(WEEKLY)
    assert [one.day for one in found.free] == [TODAY + timedelta(days=7 * n) for n in range(4)]
    assert found.missing_from == TODAY
    assert [one.day for one in found.warnings if one.what is Heed.OPEN] == [TODAY]


def test_without_a_rhythm_nothing_is_asked_for() -> None:
    found = seen(PlanBook())
    assert (found.days, found.missing_from, found.warnings) == ((), None, ())


def test_the_stock_reaches_as_far_as_it_goes() -> None:
    clips = [summary("b", State.RELEASED), summary("a", State.PACKAGED), summary("c", State.PRESS_CHECK)]
    book = WEEKLY.with_entry(entry(7, "b"), TODAY)
    found = seen(book, *clips)
    assert [one.id for one in found.stock] == ["a", "b"]
    assert [one.id for one in found.spare] == ["a"]
    assert found.missing_from == TODAY + timedelta(days=14)
    assert found.stock_wanted == 3


def test_a_clip_that_is_still_being_checked_is_no_stock() -> None:
    found = seen(WEEKLY.with_entry(entry(0, "a"), TODAY), summary("a", State.PRESS_CHECK))
    assert found.missing_from == TODAY
    assert not found.stock


def test_not_to_post_is_an_answer_that_closes_the_day_and_the_gap() -> None:
    days = [entry(0, "a"), entry(7, kind=Planned.NOTHING), entry(14, "b")]
    with_it = replace(WEEKLY, entries=tuple(days))
    without = replace(WEEKLY, entries=(days[0], days[2]))
    clips = (summary("a", State.RELEASED), summary("b", State.RELEASED))
    assert Heed.GAP not in heeds(seen(with_it, *clips))
    assert [(one.day, one.until, one.count) for one in seen(without, *clips).warnings if one.what is Heed.GAP] == [
        (TODAY, TODAY + timedelta(days=14), 14)
    ]
    assert with_it.entries[1].day not in {one.day for one in seen(with_it, *clips).free}


def test_a_day_that_was_missed_hides_no_gap() -> None:
    book = replace(WEEKLY, entries=(entry(-21, "a"), entry(-3, "b"), entry(0, "b")))
    clips = (summary("a", State.PUBLISHED), summary("b", State.RELEASED))
    posted = {TODAY - timedelta(days=21)}
    found = outlook(book, clips, HouseRules(), SPAN, posted=posted)
    assert [(one.day, one.until) for one in found.warnings if one.what is Heed.GAP] == [(*posted, TODAY)]
    posted.add(TODAY - timedelta(days=5))
    assert Heed.GAP not in heeds(outlook(book, clips, HouseRules(), SPAN, posted=posted))


def test_a_look_at_the_weeks_to_come_knows_what_is_planned_before_them() -> None:
    book = replace(WEEKLY, entries=(entry(5, "a"), entry(14, "b")))
    later = (TODAY + timedelta(days=7), TODAY + timedelta(days=27))
    clips = (summary("a", State.CUT), summary("b", State.CUT))
    found = outlook(book, clips, HouseRules(), later, today=TODAY)
    assert [(one.count, one.until) for one in found.warnings if one.what is Heed.GAP] == [
        (9, TODAY + timedelta(days=14))
    ]


def test_six_clips_that_wait_for_a_check_are_too_many() -> None:
    queue = [summary(str(n), State.PRESS_CHECK) for n in range(6)]
    assert Heed.QUEUE in heeds(seen(PlanBook(), *queue))
    assert Heed.QUEUE not in heeds(seen(PlanBook(), *queue[:5]))


def test_a_reserve_of_two_timeless_clips_is_kept() -> None:
    clips = [summary(key, State.RELEASED) for key in "ab"]
    assert Heed.RESERVE in heeds(seen(replace(WEEKLY, timeless=("a",)), *clips))
    assert Heed.RESERVE not in heeds(seen(replace(WEEKLY, timeless=("a", "b")), *clips))


def test_a_production_that_was_removed_leaves_its_day_free_and_its_title_known() -> None:
    found = seen(WEEKLY.with_entry(entry(0, "weg"), TODAY))
    assert found.days[0].is_gone
    assert found.days[0].is_free
    assert next((one.what, one.text) for one in found.warnings) == (Heed.GONE, "weg")


def test_two_of_one_format_in_a_row_and_a_blackout_are_told() -> None:
    book = replace(
        WEEKLY,
        entries=(entry(0, "1", Planned.IDEA, "quiz"), entry(7, "a", series="quiz"), entry(14, "2", Planned.IDEA)),
    )
    rules = HouseRules(blackouts=(Blackout(TODAY, TODAY + timedelta(days=3), "Landtagswahl"),))
    found = seen(book, summary("a", State.CUT, "quiz"), rules=rules)
    assert {(one.what, one.day, one.text) for one in found.warnings} >= {
        (Heed.SAME_FORMAT, TODAY + timedelta(days=7), "quiz"),
        (Heed.BLACKOUT, TODAY, "Landtagswahl"),
    }


def test_a_rhythm_above_ones_means_is_told() -> None:
    tight = outlook(WEEKLY, (), HouseRules(), SPAN, Capacity(60, 110))
    assert [one.count for one in tight.warnings if one.what is Heed.EFFORT] == [50]


# --- writing into the plan


def test_a_taken_day_is_refused_unless_one_knows_what_is_there() -> None:
    book = WEEKLY.with_entry(entry(0, "a", name="x"), TODAY)
    with pytest.raises(SlotTaken):
        book.with_entry(entry(0, "b", name="y"), TODAY)
    with pytest.raises(SlotTaken):
        book.without_day(TODAY, seen="z")
    assert [one.key for one in book.with_entry(entry(0, "b", name="y"), TODAY, instead_of="x").entries] == ["b"]


def test_what_is_planned_again_moves_and_what_has_passed_stays() -> None:
    book = WEEKLY.with_entry(entry(-7, "a", name="p"), TODAY - timedelta(days=9))
    book = book.with_entry(entry(7, "a", name="q"), TODAY).with_entry(entry(3, "a", name="r"), TODAY)
    assert [one.id for one in book.entries] == ["p", "r"]


def test_two_days_change_places() -> None:
    book = replace(WEEKLY, entries=(entry(0, "a"), entry(7, "b")))
    moved = book.moved(TODAY, TODAY + timedelta(days=7))
    assert [one.key for one in moved.entries] == ["b", "a"]
    with pytest.raises(UnknownName):
        book.moved(TODAY + timedelta(days=1), TODAY)


def test_an_idea_that_became_a_production_keeps_its_day() -> None:
    book = replace(WEEKLY, entries=(entry(0, "13", Planned.IDEA),)).tied("13", "p1", "Das Ding")
    assert (book.entries[0].kind, book.entries[0].key, book.entries[0].title) == (Planned.PRODUCTION, "p1", "Das Ding")


# --- a day of several recordings


def test_a_batch_day_is_one_on_which_most_are_there() -> None:
    school = Leave("l1", "jan", LeaveKind.SCHOOL, TODAY, TODAY + timedelta(days=90), weekdays=(0, 1))
    exam = Leave("l2", "mira", LeaveKind.EXAM, TODAY, TODAY + timedelta(days=2))
    closed = Leave("l3", "", LeaveKind.VACATION, TODAY + timedelta(days=3), TODAY + timedelta(days=3))
    book = replace(WEEKLY, leaves=(school, exam, closed))
    assert best_day(book, ("jan", "mira"), TODAY, TODAY + timedelta(days=13)) == date(2026, 11, 27)
    assert best_day(book, (), TODAY + timedelta(days=3), TODAY + timedelta(days=3)) is None


def test_a_shooting_list_goes_from_trade_to_trade_with_a_pause() -> None:
    ideas = {
        str(n): Idea(str(n), "Hook", f"f{n}", "forst" if n % 2 else "it", 20, "learn", frozenset(), f"Bild {n}")
        for n in range(9)
    }
    book = replace(WEEKLY, entries=tuple(entry(1 + n, str(n), Planned.IDEA) for n in range(9)))
    entries = to_record(seen(book).days, TODAY)
    shots = shooting_list(entries, ideas)
    assert len(shots) == 8
    assert [shot.trade for shot in shots] == ["it"] * 4 + ["forst"] * 4
    assert [shot.begins.isoformat("minutes") for shot in shots[3:5]] == ["10:15", "11:10"]
    assert shots[0].picture == "Bild 0"


def test_what_is_recorded_already_is_on_no_shooting_list() -> None:
    book = replace(WEEKLY, entries=(entry(1, "a"), entry(2, "b"), entry(3, "c")))
    clips = (summary("a", State.RELEASED), summary("b", State.SCRIPT), summary("c", State.CUT))
    assert [one.key for one in to_record(seen(book, *clips).days, TODAY)] == ["b"]
