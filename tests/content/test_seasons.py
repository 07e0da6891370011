"""The dates of the year are whole, fit the ideas, and a wrong one is named with its place."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from skriptstudio.content.formats import load_formats
from skriptstudio.content.ideas import load_ideas
from skriptstudio.content.seasons import load_occasions
from skriptstudio.domain.errors import BrokenRecord
from skriptstudio.domain.season import between

GOOD = {"key": "fest", "name": "Fest", "month": 5, "day": 1, "weekday": None, "nth": 0, "until": None, "ideas": [1]}


def test_every_month_has_an_occasion_and_every_idea_of_one_is_there() -> None:
    occasions = load_occasions()
    ideas = {idea.key for idea in load_ideas([one.key for one in load_formats()]).ideas}
    assert {key for one in occasions for key in one.ideas} <= ideas
    for month in range(1, 13):
        assert between(occasions, date(2027, month, 1), date(2027, month, 28))


@pytest.mark.parametrize(
    ("key", "day"),
    [
        ("safer_internet_day", date(2027, 2, 9)),
        ("girls_boys_day", date(2027, 4, 22)),
        ("offenes_denkmal", date(2027, 9, 12)),
        ("gis_day", date(2027, 11, 17)),
        ("vorlesetag", date(2027, 11, 19)),
    ],
)
def test_moving_dates_fall_where_the_calendar_of_2027_has_them(key: str, day: date) -> None:
    (found,) = (one for one in load_occasions() if one.key == key)
    assert found.in_year(2027) == (day, day)


@pytest.mark.parametrize(
    "wrong",
    [
        {"day": 0},
        {"day": 31, "month": 4},
        {"nth": 2},
        {"day": 0, "nth": 5, "weekday": 1},
        {"day": 0, "nth": 2, "weekday": 7},
        {"month": 13},
        {"until": [2, 30]},
        {"name": ""},
        {"ideas": "1"},
        {"datum": 1},
    ],
)
def test_a_wrong_date_is_named(tmp_path: Path, wrong: dict[str, Any]) -> None:
    file = tmp_path / "seasons.json"
    file.write_text(json.dumps({"source": "Haus", "occasions": [{**GOOD, **wrong}]}), encoding="utf-8")
    with pytest.raises(BrokenRecord, match=r"occasions\[0\]"):
        load_occasions(file)
