"""Kinds of hooks with formula and examples (domain.md 1.3), and the house's own before them."""

from dataclasses import dataclass
from pathlib import Path

from skriptstudio.content.data_file import Fields, read_fields
from skriptstudio.domain.assets import asset

HOUSE_FILE = Path("house") / "hooks.json"
"""Where a library keeps kinds of hooks of its own, in the same form."""


@dataclass(frozen=True)
class HookType:
    """One way to begin.

    Attributes:
        key: stable, e.g. ``frage``; those of a house begin with ``house-``.
        name: what it is called.
        formula: how it is built, in one sentence.
        examples: hooks of this kind, at least one.
        heed: what to take care of; empty for nothing in particular.
    """

    key: str
    name: str
    formula: str
    examples: tuple[str, ...]
    heed: str = ""


def load_hook_types(library: Path | None = None, path: Path | None = None) -> tuple[HookType, ...]:
    """The house's own kinds of hooks if its library has any, then the shipped ones.

    Args:
        library: its folder.
        path: in place of the shipped file.

    Raises:
        BrokenRecord: names the file, the line and the field.
    """
    shipped = _read(path or asset("hooks.json"), "")
    own = None if library is None else library / HOUSE_FILE
    return shipped if own is None or not own.is_file() else (*_read(own, "house-"), *shipped)


def _read(path: Path, prefix: str) -> tuple[HookType, ...]:
    fields = read_fields(path)
    fields.text("source")
    types = fields.each("types", lambda one: _hook_type(one, prefix))
    fields.end()
    fields.require_once("types", [one.key for one in types])
    return types


def _hook_type(part: Fields, prefix: str) -> HookType:
    return HookType(
        prefix + part.text("key"),
        part.text("name"),
        part.text("formula"),
        part.texts("examples"),
        part.text_or_empty("heed"),
    )
