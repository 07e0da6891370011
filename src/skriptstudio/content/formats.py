"""Series formats: the templates that a production can follow (domain.md 7.1)."""

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from skriptstudio.content.data_file import read_fields
from skriptstudio.domain.assets import asset
from skriptstudio.domain.errors import UnknownName


@dataclass(frozen=True)
class SeriesFormat:
    """One kind of clip that can be made again and again.

    Attributes:
        key: stable name, e.g. ``ein_tag_im_amt``.
        name: German title.
        hint: one German sentence on what happens in it.
    """

    key: str
    name: str
    hint: str


def load_formats(path: Path | None = None) -> tuple[SeriesFormat, ...]:
    """All formats in the order of domain.md; ``path`` is the shipped file by default.

    Raises:
        BrokenRecord: names the file and the field.
    """
    fields = read_fields(path or asset("formats.json"))
    fields.text("source")
    formats = fields.each("formats", lambda one: SeriesFormat(one.text("key"), one.text("name"), one.text("hint")))
    fields.end()
    fields.require_once("formats", [one.key for one in formats])
    return formats


def find_format(key: str, formats: tuple[SeriesFormat, ...]) -> SeriesFormat:
    """The format called ``key``.

    Raises:
        UnknownName: there is none.
    """
    for one in formats:
        if one.key == key:
            return one
    keys = [one.key for one in formats]
    raise UnknownName("format", key, tuple(get_close_matches(key, keys, 3)) or tuple(keys))
