"""The ideas are whole, and a wrong one is named with its file and place."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from skriptstudio.content.formats import load_formats
from skriptstudio.content.ideas import HOUSE_FILE, load_ideas
from skriptstudio.domain.errors import BrokenRecord
from skriptstudio.domain.ideas import MOODS

FORMATS = [one.key for one in load_formats()]
GOOD = {
    "number": 1,
    "hook": "Unser Turm singt.",
    "format": FORMATS[0],
    "trade": "turm",
    "minutes": 20,
    "mood": "marvel",
    "months": [5],
    "picture": "Der Turm",
    "heed": "",
}


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes a house file with the good idea, changed; gives the library."""

    def make(**changes: Any) -> Path:
        content = {"source": "Haus", "trades": [{"key": "turm", "name": "Turm"}], "ideas": [{**GOOD, **changes}]}
        file = tmp_path / HOUSE_FILE
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps(content), encoding="utf-8")
        return tmp_path

    return make


def test_there_are_enough_for_every_trade_mood_and_month() -> None:
    found = load_ideas(FORMATS)
    assert len(found.ideas) >= 72
    assert {idea.trade for idea in found.ideas} == {key for key, _ in found.trades}
    assert {idea.mood for idea in found.ideas} == set(MOODS)
    assert all(any(idea.fits(month) for idea in found.ideas) for month in range(1, 13))
    assert {idea.format for idea in found.ideas} == set(FORMATS)


def test_no_hook_stands_twice_and_none_is_long() -> None:
    hooks = [idea.hook for idea in load_ideas(FORMATS).ideas]
    assert len(set(hooks)) == len(hooks)
    assert max(map(len, hooks)) <= 80


def test_a_house_adds_its_own_trades_and_ideas(write: Callable[..., Path]) -> None:
    found = load_ideas(FORMATS, write())
    assert found.ideas[0].key == "house-1"
    assert found.find("house-1") is found.ideas[0]
    assert ("turm", "Turm") in found.trades
    assert found.find("1") is not None


def test_a_library_without_ideas_has_the_shipped_ones(tmp_path: Path) -> None:
    assert load_ideas(FORMATS, tmp_path) == load_ideas(FORMATS)


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"format": "oper"}, "ideas[0].format"),
        ({"trade": "oper"}, "ideas[0].trade"),
        ({"mood": "oper"}, "ideas[0].mood"),
        ({"months": [13]}, "ideas[0].months"),
        ({"months": "Mai"}, "ideas[0].months"),
        ({"hook": " "}, "ideas[0].hook"),
        ({"extra": 1}, "ideas[0].extra"),
    ],
)
def test_a_wrong_one_is_named_with_its_place(write: Callable[..., Path], changes: dict[str, Any], place: str) -> None:
    library = write(**changes)
    with pytest.raises(BrokenRecord) as caught:
        load_ideas(FORMATS, library)
    assert caught.value.path == str(library / HOUSE_FILE)
    assert caught.value.reason.startswith(place)
