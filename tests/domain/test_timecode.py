"""Times are exact: nothing drifts, however much is added up."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.domain.errors import BadTime
from skriptstudio.domain.timecode import CLIP_FPS, FRAME, as_decimal, from_frames, on_frame, parse_seconds, to_frames

frames = st.integers(0, 10**7)


@given(frames)
def test_a_frame_survives_the_way_through_seconds_and_print(frame: int) -> None:
    assert to_frames(from_frames(frame)) == frame
    assert to_frames(parse_seconds(f"{as_decimal(from_frames(frame)):.6f}")) == frame


@given(st.fractions(0, 10_000))
def test_the_nearest_frame_is_never_further_than_half_a_frame(seconds: Fraction) -> None:
    assert abs(on_frame(seconds) - seconds) <= FRAME / 2


def test_halves_go_up() -> None:
    assert to_frames(Fraction(1, 2 * CLIP_FPS)) == 1


def test_a_thousand_tenths_are_a_hundred_seconds() -> None:
    assert sum((parse_seconds("0.1") for _ in range(1000)), Fraction(0)) == 100


def test_the_german_comma_is_understood() -> None:
    assert parse_seconds(" 12,5 ") == Fraction(25, 2)


@pytest.mark.parametrize("text", ["", "zwölf", "-1", "nan", "inf", "1:30", "1e999999999"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(BadTime):
        parse_seconds(text)
