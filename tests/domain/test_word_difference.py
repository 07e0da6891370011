"""What was changed between two texts, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.domain.script import SectionKind, sections_from
from skriptstudio.domain.word_difference import Change, script_difference, word_difference

WORDS = st.lists(st.sampled_from(["Das", "Amt", "ist", "heute", "offen."]), max_size=12).map(" ".join)


def shown(before: str, after: str) -> list[tuple[str, str]]:
    return [(one.change.value, one.text) for one in word_difference(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Wir messen heute.", "Wir messen heute.", [("same", "Wir messen heute.")]),
        (
            "Wir messen heute im Moor.",
            "Wir messen morgen im Moor.",
            [("same", "Wir messen"), ("gone", "heute"), ("new", "morgen"), ("same", "im Moor.")],
        ),
        ("", "Ganz neu.", [("new", "Ganz neu.")]),
        ("Weg.", "", [("gone", "Weg.")]),
        ("Eins  zwei", "Eins\nzwei", [("same", "Eins zwei")]),
    ],
)
def test_words_that_stay_go_and_come(before: str, after: str, expected: list[tuple[str, str]]) -> None:
    assert shown(before, after) == expected


@given(WORDS, WORDS)
def test_both_texts_can_be_read_from_the_difference(before: str, after: str) -> None:
    stretches = word_difference(before, after)
    for without, text in ((Change.NEW, before), (Change.GONE, after)):
        assert " ".join(one.text for one in stretches if one.change is not without) == text


def test_sections_that_come_and_go_are_told() -> None:
    before = sections_from([(SectionKind.HOOK, "Hallo."), (SectionKind.CTA, "Komm.")])
    after = sections_from([(SectionKind.HOOK, "Hallo."), (SectionKind.BEAT, "Neu hier.")])
    found = script_difference(before, after)
    assert [(one.name, one.is_changed) for one in found] == [("hook", False), ("beat", True), ("cta", True)]
    assert (found[1].count(Change.NEW), found[2].count(Change.GONE)) == (2, 1)
