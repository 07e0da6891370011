"""Series formats: the templates that a production can follow (domain.md 7.1)."""

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from skriptstudio.content.data_file import read_fields
from skriptstudio.domain.assets import asset
from skriptstudio.domain.errors import BrokenRecord, UnknownName


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
    path = path or asset("formats.json")
    fields = read_fields(path)
    fields.text("source")
    formats = []
    for part in fields.parts("formats"):
        formats.append(SeriesFormat(part.text("key"), part.text("name"), part.text("hint")))
        part.end()
    fields.end()
    if len({f.key for f in formats}) < len(formats):
        raise BrokenRecord(str(path), "formats: a key stands twice")
    return tuple(formats)


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
