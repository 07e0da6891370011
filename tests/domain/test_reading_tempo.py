"""What is said about the tempo of a take."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.domain.reading import tempo_finding
from skriptstudio.domain.take import TakeFinding


@pytest.mark.parametrize(
    ("gross", "finding"),
    [
        (1.0, None),  # more was said than the text, or twice
        (2.0, TakeFinding.TOO_SLOW),
        (2.6, None),
        (4.2, None),
        (5.2, None),
        (5.5, TakeFinding.TOO_FAST),
        (7.1, TakeFinding.TOO_FAST),
        (9.0, None),  # part of the text was left out
    ],
)
def test_only_a_tempo_that_loses_listeners_is_named(gross: float, finding: TakeFinding | None) -> None:
    assert tempo_finding(52, 52 / gross) is finding


@given(st.integers(0, 9), st.floats(0, 100))
def test_a_short_text_says_nothing_about_the_tempo(syllables: int, seconds: float) -> None:
    assert tempo_finding(syllables, seconds) is None


def test_a_take_without_length_has_no_tempo() -> None:
    assert tempo_finding(50, 0) is None
