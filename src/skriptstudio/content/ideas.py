"""Ideas to begin with, by trade and season (domain.md 7.2 and 7.4), and the house's own beside them."""

from collections.abc import Collection, Iterator
from pathlib import Path

from skriptstudio.content.data_file import Fields, read_fields
from skriptstudio.domain.assets import asset
from skriptstudio.domain.errors import BrokenRecord
from skriptstudio.domain.ideas import MOODS, Idea, Ideas

HOUSE_FILE = Path("house") / "ideen.json"
"""Where a library keeps ideas of its own, in the same form and beside the shipped ones."""


def load_ideas(formats: Collection[str], library: Path | None = None, path: Path | None = None) -> Ideas:
    """The shipped ideas, and those of a library's own file if it has one.

    Args:
        formats: the keys of the series formats that there are.
        library: its folder.
        path: in place of the shipped file.

    Raises:
        BrokenRecord: names the file, the line and the field.
    """
    shipped = _read(path or asset("ideas.json"), formats, (), "")
    own = None if library is None else library / HOUSE_FILE
    if own is None or not own.is_file():
        return shipped
    house = _read(own, formats, shipped.trades, "house-")
    return Ideas(house.trades, house.ideas + shipped.ideas)


def _read(path: Path, formats: Collection[str], known: tuple[tuple[str, str], ...], prefix: str) -> Ideas:
    fields = read_fields(path)
    fields.text("source")
    trades = dict(known)
    for part in fields.parts("trades"):
        trades[part.text("key")] = part.text("name")
        part.end()
    ideas = tuple(_ideas(fields, formats, trades, prefix))
    fields.end()
    if len({idea.key for idea in ideas}) < len(ideas):
        raise BrokenRecord(str(path), "ideas: a number stands twice")
    return Ideas(tuple(trades.items()), ideas)


def _ideas(fields: Fields, formats: Collection[str], trades: Collection[str], prefix: str) -> Iterator[Idea]:
    for part in fields.parts("ideas"):
        idea = Idea(
            key=f"{prefix}{part.whole('number')}",
            hook=part.text("hook"),
            format=part.text("format"),
            trade=part.text("trade"),
            minutes=part.whole("minutes"),
            mood=part.text("mood"),
            months=frozenset(part.wholes("months")),
            picture=part.text("picture"),
            heed=part.text_or_empty("heed"),
        )
        part.end()
        wrong = {
            "format": idea.format not in formats,
            "trade": idea.trade not in trades,
            "mood": idea.mood not in MOODS,
            "months": not idea.months <= set(range(1, 13)),
        }
        for name in (name for name, is_wrong in wrong.items() if is_wrong):
            raise part.wrong(name, "unknown value")
        yield idea
