"""Word lists that everybody can read and extend: what is written, and how it is said."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from skriptstudio.domain.errors import BrokenRecord

_WORD = re.compile(r"(?<![\w-])\w+")


@dataclass(frozen=True)
class Entry:
    """One form of a word or phrase.

    Attributes:
        written: as it stands in a script.
        said: what to say instead.
        replaces: it can stand in its place as it is; else the sentence has to change, and it is advice.
    """

    written: str
    said: str
    replaces: bool


class WordList:
    """Finds the entries of a list in a text, the longest first."""

    def __init__(self, entries: Iterator[Entry]) -> None:
        self._entries: dict[str, Entry] = {}
        for entry in entries:
            self._entries.setdefault(entry.written.casefold(), entry)
        phrases: dict[str, list[str]] = {}
        for written in sorted(self._entries, key=len, reverse=True):
            phrases.setdefault(_WORD.match(written).group(), []).append(written)  # type: ignore[union-attr]
        self._from = {first: _any_of(written) for first, written in phrases.items()}

    def __len__(self) -> int:
        return len(self._entries)

    def find(self, text: str) -> Iterator[tuple[int, int, Entry]]:
        """Start, end and entry of each place, in the order of the text.

        A noun counts only with its capital: *ermessen* is a verb, *Ermessen* is not.
        """
        end = 0
        for word in _WORD.finditer(text):
            phrases = self._from.get(word.group().casefold())
            match = phrases.match(text, word.start()) if phrases and word.start() >= end else None
            if match is None:
                continue
            entry = self._entries[" ".join(match.group().split()).casefold()]
            if match.group()[0].isupper() or not entry.written[0].isupper():
                end = match.end()
                yield match.start(), end, entry


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    """Matches one of these, with any space between its words."""
    pattern = "|".join(re.escape(written).replace(r"\ ", r"\s+") for written in phrases)
    return re.compile(rf"(?:{pattern})(?![\w-])", re.IGNORECASE)


def suggestion(entry: Entry, written: str) -> str | None:
    """What one click puts in the place of ``written``; with a capital where it had one to begin a sentence."""
    if not entry.replaces:
        return None
    begins = written[0].isupper() and not entry.written[0].isupper()
    return entry.said[0].upper() + entry.said[1:] if begins else entry.said


def read_list(path: Path) -> Iterator[Entry]:
    """The entries of a file: ``forms = what is said`` or ``forms ~ advice``; forms are parted by ``|``.

    Raises:
        BrokenRecord: names the file and the line.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenRecord(str(path), f"file: {error}") from error
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.lstrip().startswith("#"):
            yield from _entries(path, number, line)


def _entries(path: Path, number: int, line: str) -> Iterator[Entry]:
    sign = next((sign for sign in (" = ", " ~ ") if sign in line), None)
    if sign is None:
        raise BrokenRecord(str(path), f"line {number}: neither = nor ~ between blanks")
    left, right = line.split(sign, 1)
    written = [form.strip() for form in left.split("|")]
    replaces = sign == " = "
    said = [form.strip() for form in right.split("|")] if replaces else [right.strip()]
    if len(said) == 1:
        said *= len(written)
    if len(said) != len(written) or not all((*written, *said)) or not all(form[0].isalnum() for form in written):
        raise BrokenRecord(str(path), f"line {number}: the forms at both sides don't match, or one begins with a sign")
    for form, other in zip(written, said, strict=True):
        yield Entry(form, other, replaces)
