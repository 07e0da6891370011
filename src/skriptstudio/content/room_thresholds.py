"""Thresholds of the room check, as data with source and date."""

from pathlib import Path

from skriptstudio.content.data_file import Fields, read_fields
from skriptstudio.domain.assets import asset
from skriptstudio.domain.errors import BrokenRecord
from skriptstudio.domain.room_check import RoomTopic, Threshold


def load_thresholds(path: Path | None = None) -> tuple[Threshold, ...]:
    """All thresholds in the order of their weight; ``path`` is the shipped file by default.

    Raises:
        BrokenRecord: names the file and the field.
    """
    path = path or asset("room_check.json")
    fields = read_fields(path)
    fields.text("source")
    fields.text("date")
    thresholds = tuple(_threshold(part, path) for part in fields.parts("measures"))
    fields.end()
    return thresholds


def _threshold(part: Fields, path: Path) -> Threshold:
    name, topic = part.text("name"), part.text("topic")
    part.text("unit")
    good, hint = part.pair("good"), part.pair("hint")
    part.text("source")
    below, above = part.text_or_empty("below"), part.text_or_empty("above")
    part.end()
    if topic not in tuple(RoomTopic):
        raise BrokenRecord(str(path), f"{name}.topic: not a topic")
    if not hint[0] <= good[0] <= good[1] <= hint[1]:
        raise BrokenRecord(str(path), f"{name}.hint: doesn't hold the good band")
    return Threshold(name, RoomTopic(topic), good, hint, below, above)
