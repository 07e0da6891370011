"""Syllables on a list of words that were divided by hand."""

import re
from pathlib import Path

import pytest

from skriptstudio.domain.assets import asset
from skriptstudio.language.syllables import count_syllables

LIST = Path(__file__).parent / "data" / "silben.txt"
MOST_WRONG = 0.03


def divided() -> list[tuple[str, str]]:
    """What is written, and how it is said, its syllables parted by hyphens or blanks."""
    lines = LIST.read_text(encoding="utf-8").splitlines()
    return [(line.split(" = ")[0], line.split(" = ")[1]) for line in lines if " = " in line and line[0] != "#"]


def syllables(said: str) -> int:
    return len(re.split(r"[- ]", said))


def test_the_list_is_long_and_names_no_word_twice() -> None:
    words = [written for written, _ in divided()]
    assert len(words) >= 500
    assert len(set(words)) == len(words)


def test_german_words_are_divided_and_not_respelled() -> None:
    """Who divides by hand errs by leaving a letter out: words without figures keep theirs, unless they are foreign."""
    native = LIST.read_text(encoding="utf-8").split("# Englisches")[0]
    respelled = [
        line for line in native.splitlines() if " = " in line and line[0] != "#" and len(set(_plain(line))) > 1
    ]
    assert len(respelled) <= 5


def _plain(line: str) -> tuple[str, str]:
    written, said = line.split(" = ")
    return written.replace("-", ""), said.replace("-", "")


def test_at_most_three_of_a_hundred_are_counted_wrongly() -> None:
    counted = [(written, count_syllables(written), syllables(said)) for written, said in divided()]
    wrong = [f"{written}: {got} for {true}" for written, got, true in counted if got != true]
    off = sum(abs(got - true) for _, got, true in counted)
    whole = sum(true for *_, true in counted)
    print(f"{len(wrong)} of {len(counted)} wrong, {100 * off / whole:.1f} % of {whole} syllables: {'; '.join(wrong)}")
    assert len(wrong) <= MOST_WRONG * len(counted)
    assert off <= MOST_WRONG * whole


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Wie geht’s dir?", 3),
        ("Mein Team arbeitet online.", 7),
        ("Vielleicht im Mai.", 4),
        ("bzw. am 3. Mai", 9),
        ("TEAM", 1),
        ("12,50 € im Monat", 8),
    ],
)
def test_sentences_count_as_they_are_said(text: str, count: int) -> None:
    assert count_syllables(text) == count


def test_the_list_of_misleading_words_is_read_line_by_line() -> None:
    lines = asset("language/silben.txt").read_text(encoding="utf-8").splitlines()
    entries = [line for line in lines if line and not line.startswith("#")]
    assert all(re.fullmatch(r"\+?[\wäöüß-]+\+? = [\wäöüß-]+", entry) for entry in entries)
