"""How the platforms call the columns of their exports, and what a house adds to it."""

from pathlib import Path

from skriptstudio.content.data_file import Fields, read_fields
from skriptstudio.domain.assets import asset
from skriptstudio.domain.errors import BrokenRecord
from skriptstudio.domain.result_table import ColumnNames, Meaning, plain

HOUSE_FILE = Path("house") / "result_columns.json"
"""Where a library keeps names of its own, in the same form."""


def load_result_columns(library: Path | None = None, path: Path | None = None) -> ColumnNames:
    """The house's own names if its library has any, then the shipped ones.

    Args:
        library: its folder.
        path: in place of the shipped file.

    Raises:
        BrokenRecord: names the file and the field.
    """
    shipped = _read(path or asset("result_columns.json"))
    own = None if library is None else library / HOUSE_FILE
    if own is None or not own.is_file():
        return shipped
    mine = _read(own)
    return ColumnNames(
        {**mine.meanings, **{name: one for name, one in shipped.meanings.items() if name not in mine.meanings}},
        mine.sums | shipped.sums,
        {**shipped.hosts, **mine.hosts},
    )


def _read(path: Path) -> ColumnNames:
    fields = read_fields(path)
    fields.text("source")
    meanings: dict[str, Meaning] = {}
    for part in fields.parts("columns"):
        meaning = _meaning(part)
        for name in map(plain, part.texts("names")):
            if name in meanings:
                raise BrokenRecord(str(path), f"columns: “{name}” stands twice")
            meanings[name] = meaning
        part.end()
    sums = frozenset(map(plain, fields.texts("sums")))
    hosts = {}
    for part in fields.parts("hosts"):
        hosts[part.text("host")] = part.text("profile")
        part.end()
    fields.end()
    return ColumnNames(meanings, sums, hosts)


def _meaning(part: Fields) -> Meaning:
    text = part.text("means")
    try:
        return Meaning(text)
    except ValueError as error:
        raise part.wrong("means", "not one of " + ", ".join(Meaning)) from error
