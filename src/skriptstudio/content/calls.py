"""Calls to action to begin with (domain.md 1.5), and the house's own before them."""

from dataclasses import dataclass
from pathlib import Path

from skriptstudio.content.data_file import read_fields
from skriptstudio.domain.assets import asset

HOUSE_FILE = Path("house") / "aufrufe.json"
"""Where a library keeps calls of its own, in the same form."""


@dataclass(frozen=True)
class Call:
    """One call to action.

    Attributes:
        name: what it asks for, in two words.
        text: the sentence.
    """

    name: str
    text: str


def load_calls(library: Path | None = None, path: Path | None = None) -> tuple[Call, ...]:
    """The house's own calls if its library has any, then the shipped ones.

    Args:
        library: its folder.
        path: in place of the shipped file.

    Raises:
        BrokenRecord: names the file, the line and the field.
    """
    shipped = _read(path or asset("calls.json"))
    own = None if library is None else library / HOUSE_FILE
    return shipped if own is None or not own.is_file() else (*_read(own), *shipped)


def _read(path: Path) -> tuple[Call, ...]:
    fields = read_fields(path)
    fields.text("source")
    calls = fields.each("calls", lambda one: Call(one.text("name"), one.text("text")))
    fields.end()
    return calls
