"""How single words are said: a list that everybody can read and extend (``assets/speech/aussprache.txt``).

A line says ``written = spoken``, both in German letters: ``Job = Dschobb``. Several
ways to say it are parted by ``|``. What is written may have blanks (``z. B. = zum
Beispiel``); with a ``+`` behind it, it is also said so at the head of a compound
(``Team+`` in *Teamleitung*). Capital letters count only where the list has them
inside the word.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from skriptstudio.domain.assets import asset
from skriptstudio.domain.errors import BadPronunciation

Readings = tuple[str, ...]

_HEADS = "+"
_LEAST_REST = 3


@dataclass(frozen=True)
class Lexicon:
    """Words that aren't said as they are written.

    Attributes:
        entries: from what is written to its readings, the likeliest first.
    """

    entries: Mapping[str, Readings] = field(default_factory=dict)

    def __call__(self, written: str) -> Readings:
        """The readings of a word, or of several with blanks between them; empty for what isn't in the list."""
        if not written:
            return ()
        exact = self.entries.get(written) or self.entries.get(written + _HEADS)
        return exact or self._calm.get(written.casefold()) or self._compound(written.casefold())

    @cached_property
    def longest(self) -> int:
        """Blank-separated parts of the longest entry."""
        return max((len(written.split()) for written in self.entries), default=1)

    @cached_property
    def _calm(self) -> dict[str, Readings]:
        """Entries that may begin a sentence with a capital or stand in capitals."""
        return {
            written.removesuffix(_HEADS).casefold(): said
            for written, said in self.entries.items()
            if not _shouts(written)
        }

    def _compound(self, written: str) -> Readings:
        """*Teamleitung* after the entry ``Team+``."""
        for length in range(len(written) - _LEAST_REST, 2, -1):
            rest = written[length:]
            if rest.isalpha() and (head := self._heads.get(written[:length])):
                return tuple(said + rest for said in head)
        return ()

    @cached_property
    def _heads(self) -> dict[str, Readings]:
        return {
            written.removesuffix(_HEADS).casefold(): said
            for written, said in self.entries.items()
            if written.endswith(_HEADS)
        }

    def extended(self, text: str) -> "Lexicon":
        """With the lines of ``text`` on top, which count more than what was there."""
        return Lexicon({**self.entries, **dict(_entries(text))})


def own_lexicon(extra: Path | None = None) -> Lexicon:
    """The list that comes with the program and, where it exists, the user's own file.

    Raises:
        BadPronunciation: a line of the user's file says nothing; neither blank nor a remark.
    """
    lexicon = Lexicon().extended(asset("speech/aussprache.txt").read_text(encoding="utf-8"))
    if extra is not None and extra.is_file():
        text = extra.read_text(encoding="utf-8-sig", errors="replace")
        for number, line in enumerate(text.splitlines(), 1):
            if line.strip() and not line.startswith("#") and not list(_entries(line)):
                raise BadPronunciation(str(extra), number)
        lexicon = lexicon.extended(text)
    return lexicon


def _entries(text: str) -> Iterator[tuple[str, Readings]]:
    """Lines without ``=`` and remarks behind ``#`` say nothing."""
    for line in text.splitlines():
        written, equals, said = line.split(" #", 1)[0].partition("=")
        readings = tuple(" ".join(part.split()) for part in said.split("|") if part.strip())
        if equals and written.strip() and readings and not line.startswith("#"):
            yield " ".join(written.split()), readings


def _shouts(written: str) -> bool:
    return sum(letter.isupper() for letter in written) > 1 and " " not in written
