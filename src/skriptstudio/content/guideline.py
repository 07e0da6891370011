"""The guideline as it is shipped; a house changes its own copy (domain.md 6.5)."""

from pathlib import Path

from skriptstudio.content.data_file import Fields, read_fields
from skriptstudio.domain.assets import asset
from skriptstudio.domain.guideline import Chapter, Guideline, Light, Sight


def load_guideline(path: Path | None = None) -> Guideline:
    """The shipped guideline; ``path`` is its file by default.

    Raises:
        BrokenRecord: names the file and the field.
    """
    fields = read_fields(path or asset("guideline.json"))
    fields.text("source")
    sights = fields.each(
        "sights", lambda one: Sight(one.text("key"), _light(one), one.text("text"), one.text("advice"))
    )
    chapters = fields.each("chapters", lambda one: Chapter(one.text("title"), one.text("text")))
    fields.end()
    fields.require_once("sights", [one.key for one in sights])
    return Guideline(sights, chapters)


def _light(part: Fields) -> Light:
    try:
        return Light(part.text("light"))
    except ValueError as error:
        raise part.wrong("light", "not green, yellow or red") from error
