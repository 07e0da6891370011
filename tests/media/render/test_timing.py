from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.domain.timecode import FRAME
from skriptstudio.media.render.timing import EARLY, picked

steps = st.lists(st.fractions(Fraction(1, 200), Fraction(1, 2), max_denominator=90_000), min_size=1, max_size=60)
starts = st.fractions(Fraction(-2), Fraction(5), max_denominator=90_000)


def moments(gaps: list[Fraction]) -> list[Fraction]:
    return [sum(gaps[:index], Fraction(0)) for index in range(len(gaps))]


def choose(times: list[Fraction], start: Fraction, count: int) -> list[int]:
    return list(picked(((time, index) for index, time in enumerate(times)), start, count))


@given(steps, starts, st.integers(0, 90))
def test_every_clip_frame_gets_a_picture(gaps: list[Fraction], start: Fraction, count: int) -> None:
    assert len(choose(moments(gaps), start, count)) == count


@given(steps, starts, st.integers(1, 90))
def test_time_never_runs_backwards(gaps: list[Fraction], start: Fraction, count: int) -> None:
    chosen = choose(moments(gaps), start, count)
    assert chosen == sorted(chosen)


@given(steps, starts, st.integers(1, 90))
def test_the_picture_is_the_last_one_that_is_due(gaps: list[Fraction], start: Fraction, count: int) -> None:
    times = moments(gaps)
    for index, chosen in enumerate(choose(times, start, count)):
        due = start + index * FRAME + EARLY
        assert chosen == max((i for i, time in enumerate(times) if time <= due), default=0)


@given(st.integers(1, 60), st.integers(0, 20), st.lists(st.integers(-14, 14), min_size=60, max_size=60))
def test_a_30_fps_source_comes_through_frame_by_frame_whatever_its_jitter(
    count: int, first: int, jitter_ms: list[int]
) -> None:
    times = [index * FRAME + Fraction(jitter_ms[index % 60], 1000) for index in range(count + first)]
    assert choose(times, first * FRAME, count) == list(range(first, first + count))


@given(st.integers(1, 40), st.sampled_from([60, 120, 240]), st.sampled_from([1000, 90_000]))
def test_faster_sources_are_thinned_evenly(count: int, fps: int, ticks: int) -> None:
    times = [Fraction(round(Fraction(index * ticks, fps)), ticks) for index in range(count * fps // 30)]
    chosen = choose(times, Fraction(0), count)
    assert all(abs(times[index] - k * FRAME) <= EARLY for k, index in enumerate(chosen))
    if fps == 60:
        assert chosen == [2 * k for k in range(count)]


def test_nothing_comes_from_nothing() -> None:
    assert choose([], Fraction(0), 5) == []
