"""The thresholds of the room check: whole, in order, and each code has its words."""

import json
from pathlib import Path

import pytest

from skriptstudio.content.room_thresholds import load_thresholds
from skriptstudio.domain.assets import asset
from skriptstudio.domain.errors import BrokenRecord
from skriptstudio.domain.room_check import LampState, RoomTopic, judged
from skriptstudio.messages.words import ROOM_REMARKS, ROOM_TOPICS


def test_every_code_has_its_words_and_every_lamp_its_name() -> None:
    used = {code for one in load_thresholds() for code in (one.below, one.above) if code}
    assert used == set(ROOM_REMARKS)
    assert set(ROOM_TOPICS) == {topic.value for topic in RoomTopic}


@pytest.mark.parametrize(
    ("change", "place"),
    [({"topic": "weather"}, "topic"), ({"good": [1]}, "good"), ({"hint": [5, 6]}, "hint"), ({"mood": 1}, "mood")],
)
def test_a_wrong_file_is_refused_with_the_place(tmp_path: Path, change: dict[str, object], place: str) -> None:
    whole = json.loads(asset("room_check.json").read_text(encoding="utf-8"))
    whole["measures"][0] |= change
    path = tmp_path / "room_check.json"
    path.write_text(json.dumps(whole), encoding="utf-8")
    with pytest.raises(BrokenRecord, match=place):
        load_thresholds(path)


@pytest.mark.parametrize(
    ("value", "lamp"), [(20.0, LampState.OK), (12.0, LampState.HINT), (5.0, LampState.STRONG), (50.0, LampState.STRONG)]
)
def test_a_measure_is_good_a_hint_or_a_strong_one(value: float, lamp: LampState) -> None:
    report = judged(load_thresholds(), {"face_height": value}, frozenset({RoomTopic.DISTANCE}), None)
    assert report.lamp(RoomTopic.DISTANCE) is lamp
    assert report.lamp(RoomTopic.QUIET) is LampState.OPEN
