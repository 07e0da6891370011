"""Own ideas, questions of viewers, a neighbour's ideas, and what comes next."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.domain import idea_pool
from skriptstudio.domain.errors import TooManyIdeas, UnknownName
from skriptstudio.domain.idea_pool import IdeaPool, OwnIdea, Question
from skriptstudio.domain.ideas import Idea, Wanted, best_idea
from skriptstudio.domain.season import Occasion, between

OWN = st.builds(OwnIdea, st.sampled_from(["e1", "e2", "e3"]), st.text("abc !", min_size=1, max_size=4))


def senses(pool: IdeaPool) -> set[str]:
    return {one.sense for one in pool.ideas}


@given(st.lists(OWN, max_size=6), st.lists(OWN, max_size=6))
def test_merging_loses_nothing_doubles_nothing_and_is_the_same_twice_and_either_way(
    mine: list[OwnIdea], yours: list[OwnIdea]
) -> None:
    one, other = IdeaPool().merged(mine), IdeaPool().merged(yours)
    both = one.merged(other.ideas)
    assert both.merged(other.ideas) == both
    assert senses(both) == senses(other.merged(one.ideas)) == senses(one) | senses(other)
    assert len({idea.key for idea in both.ideas}) == len(both.ideas) == len(senses(both))


def test_an_occasion_comes_first_then_the_season_and_neighbours_are_heeded() -> None:
    ideas = [
        Idea("summer", "", "wort", "it", 20, "learn", frozenset({7}), ""),
        Idea("any", "", "quiz", "it", 20, "learn", frozenset(), ""),
        Idea("winter", "", "ding", "it", 20, "learn", frozenset({12}), ""),
    ]

    def best(month: int, **about: Any) -> str | None:
        found = best_idea(ideas, month, **about)
        return found.key if found else None

    assert best(12) == "winter"
    assert best(12, favourites=("summer",)) == "summer"
    assert best(12, forbidden={"ding"}) == "any"
    assert best(12, forbidden={"ding", "quiz", "wort"}) is None


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        (Wanted(), True),
        (Wanted(trade="it"), False),
        (Wanted(month=12, most_minutes=20, mood="learn", format="quiz", words="WALD uhr"), True),
        (Wanted(month=6), False),
        (Wanted(most_minutes=19), False),
        (Wanted(mood="laugh"), False),
        (Wanted(words="Amt"), False),
    ],
)
def test_ideas_are_found_by_trade_season_effort_need_and_words(wanted: Wanted, fits: bool) -> None:
    idea = Idea("1", "Fünf Uhr im Wald", "quiz", "forst", 20, "learn", frozenset({12}), "Ein Baum")
    assert wanted.accepts(idea) is fits


def test_a_question_becomes_an_idea_and_knows_it() -> None:
    pool = IdeaPool(questions=(Question("q1", "Muss man früh aufstehen?", date(2026, 11, 1)),))
    done = pool.answered("q1", OwnIdea("e1", "Muss man früh aufstehen?"))
    assert [one.key for one in done.ideas] == ["e1"]
    assert done.question("q1").idea == "e1"
    with pytest.raises(UnknownName):
        done.without_question("q2")


def test_dates_follow_their_rules_through_the_years() -> None:
    heritage = Occasion("denkmal", "Tag des offenen Denkmals", 9, weekday=6, nth=2)
    winter = Occasion("winter", "Winterdienst", 12, 1, until=(2, 28))
    assert [heritage.in_year(year)[0] for year in (2026, 2027)] == [date(2026, 9, 13), date(2027, 9, 12)]
    found = between([heritage, winter], date(2027, 1, 10), date(2027, 9, 30))
    assert [(one.key, one.first) for one in found] == [
        ("winter", date(2026, 12, 1)),
        ("denkmal", date(2027, 9, 12)),
    ]


def test_a_full_pool_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(idea_pool, "MOST_IDEAS", 1)
    full = IdeaPool().with_idea(OwnIdea("e1", "Was wiegt ein Gullydeckel?"))
    assert full.with_idea(OwnIdea("e2", "Was wiegt ein Gullydeckel?")) == full
    with pytest.raises(TooManyIdeas, match="2"):
        full.with_idea(OwnIdea("e3", "Wer malt die Linien?"))
    with pytest.raises(TooManyIdeas, match="3"):
        full.merged(OwnIdea(f"e{n}", hook) for n, hook in enumerate(("Wer malt?", "Wer misst?", full.ideas[0].hook)))
    assert full.merged(full.ideas) == full
