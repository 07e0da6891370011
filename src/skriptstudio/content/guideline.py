"""The guideline as it is shipped; a house changes its own copy (domain.md 6.5)."""

from pathlib import Path

from skriptstudio.content.data_file import Fields, read_fields
from skriptstudio.domain.assets import asset
from skriptstudio.domain.errors import BrokenRecord
from skriptstudio.domain.guideline import Chapter, Guideline, Light, Sight


def load_guideline(path: Path | None = None) -> Guideline:
    """The shipped guideline; ``path`` is its file by default.

    Raises:
        BrokenRecord: names the file and the field.
    """
    path = path or asset("guideline.json")
    fields = read_fields(path)
    fields.text("source")
    sights = []
    for part in fields.parts("sights"):
        sights.append(Sight(part.text("key"), _light(part), part.text("text"), part.text("advice")))
        part.end()
    chapters = []
    for part in fields.parts("chapters"):
        chapters.append(Chapter(part.text("title"), part.text("text")))
        part.end()
    fields.end()
    if len({one.key for one in sights}) < len(sights):
        raise BrokenRecord(str(path), "sights: a key stands twice")
    return Guideline(tuple(sights), tuple(chapters))


def _light(part: Fields) -> Light:
    try:
        return Light(part.text("light"))
    except ValueError as error:
        raise part.wrong("light", "not green, yellow or red") from error
