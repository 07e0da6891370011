"""Letter-to-sound rules: a table of rows, each with what must stand before and after (``assets/speech/laute.txt``)."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from skriptstudio.domain.assets import asset
from skriptstudio.speech.sounds.phones import PHONES, UNSPOKEN, Phones

_VOWEL, _CONSONANT = "[aeiouäöüyé]", "[bcdfghjklmnpqrstvwxzß]"
_ANY, _SILENT = "-", "."


@dataclass(frozen=True)
class Rule:
    """One row of the table."""

    letters: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    phones: tuple[str, ...]

    def fits(self, word: str, at: int) -> bool:
        if not word.startswith(self.letters, at):
            return False
        if self.before is not None and not self.before.search(word[:at]):
            return False
        return self.after is None or self.after.match(word, at + len(self.letters)) is not None


class LetterToSound:
    """Turns spoken words in small German letters into phones.

    Args:
        rules: in order of precedence.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules: Mapping[str, list[Rule]] = defaultdict(list)
        for rule in rules:
            self._rules[rule.letters[0]].append(rule)

    def __call__(self, said: str) -> Phones:
        """Phones of one or several words; ``UNSPOKEN`` where no letter sounds."""
        phones = tuple(phone for word in said.lower().split() for phone in self._of_word(word))
        return phones or UNSPOKEN

    def _of_word(self, word: str) -> Iterator[str]:
        at = 0
        while at < len(word):
            rule = next((rule for rule in self._rules.get(word[at], ()) if rule.fits(word, at)), None)
            if rule is not None:
                yield from rule.phones
            at += len(rule.letters) if rule is not None else 1


@cache
def german_sounds() -> LetterToSound:
    """The rules that come with the program."""
    return LetterToSound(list(read_rules(asset("speech/laute.txt").read_text(encoding="utf-8"))))


def read_rules(table: str) -> Iterator[Rule]:
    """The rows of a table.

    Raises:
        ValueError: a row that can't be read or names an unknown phone; the table is part of the program.
    """
    for line in table.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        letters, before, after, *phones = line.split()
        if phones == [_SILENT]:
            phones = []
        elif not phones or not set(phones) <= PHONES:
            raise ValueError(f"bad rule: {line}")
        yield Rule(letters, _context(before, "(?:{})$"), _context(after, "(?:{})"), tuple(phones))


def _context(pattern: str, frame: str) -> re.Pattern[str] | None:
    if pattern == _ANY:
        return None
    return re.compile(frame.format(pattern.replace("C", _CONSONANT).replace("V", _VOWEL)))
