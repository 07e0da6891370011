"""The cut that nobody had to make, and the ones that people set."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.domain.cut import default_segments, placed, segment_of, trimmed
from skriptstudio.domain.errors import BadSegment
from skriptstudio.domain.script import Script, SectionKind, sections_from
from skriptstudio.domain.take import Span, Take

BEGIN = datetime(2026, 11, 22, 9, tzinfo=UTC)
SCRIPT = Script(sections_from([(SectionKind.HOOK, "Eins."), (SectionKind.VALUE, "Zwei."), (SectionKind.CTA, "Drei.")]))


def take(
    name: str, section: str, minute: int = 0, starred: bool = False, speech: tuple[str, str] | None = ("1", "4")
) -> Take:
    spans = (Span(Fraction(speech[0]), Fraction(speech[1])),) if speech else ()
    recorded = BEGIN + timedelta(minutes=minute)
    return Take(name, section, f"{name}.mp4", "0" * 64, Fraction(6), 180, recorded, speech=spans, starred=starred)


def used(*takes: Take) -> list[str]:
    return [segment.take for segment in default_segments(SCRIPT, takes)]


def test_a_take_is_trimmed_to_the_speech_with_a_breath_around_it() -> None:
    segment = trimmed(take("a", "hook"))
    assert (segment.start, segment.end) == (Fraction(26, 30), Fraction(129, 30))


def test_a_take_without_speech_is_used_whole() -> None:
    segment = trimmed(take("a", "hook", speech=None))
    assert [segment.start, segment.end] == [0, 6]


def test_the_breath_never_reaches_beyond_the_take() -> None:
    segment = trimmed(take("a", "hook", speech=("0.05", "5.9")))
    assert [segment.start, segment.end] == [0, 6]


def test_sections_come_in_the_order_of_the_script() -> None:
    assert used(take("c", "cta", 0), take("v", "value", 1), take("h", "hook", 2)) == ["h", "v", "c"]


def test_the_newest_take_counts_until_a_person_stars_one() -> None:
    old, new = take("old", "hook", 0), take("new", "hook", 5)
    assert used(old, new) == ["new"]
    assert used(take("old", "hook", 0, starred=True), new) == ["old"]


def test_the_whole_take_serves_until_every_section_has_its_own() -> None:
    whole = take("w", "whole", 0)
    assert used(whole, take("h", "hook", 1)) == ["w"]
    assert used(whole, take("h", "hook", 1), take("v", "value", 2), take("c", "cta", 3)) == ["h", "v", "c"]


def test_a_starred_whole_take_wins() -> None:
    sections = [take("h", "hook", 1), take("v", "value", 2), take("c", "cta", 3)]
    assert used(take("w", "whole", 0, starred=True), *sections) == ["w"]


def test_takes_without_a_script_are_used_all_the_same() -> None:
    assert [s.take for s in default_segments(Script(), [take("w", "whole")])] == ["w"]
    assert [s.take for s in default_segments(Script(), [take("h", "hook")])] == ["h"]


@given(st.integers(0, 179), st.integers(1, 180))
def test_segments_land_on_frames(first: int, length: int) -> None:
    start, end = Fraction(first, 30) + Fraction(1, 100), Fraction(min(180, first + length), 30)
    segment = segment_of(take("a", "hook"), start, end)
    assert segment.frames == min(180, first + length) - first


@pytest.mark.parametrize(("start", "end"), [("2", "2"), ("3", "2"), ("0", "6.1"), ("5.999", "6")])
def test_an_impossible_piece_is_refused(start: str, end: str) -> None:
    with pytest.raises(BadSegment):
        segment_of(take("a", "hook"), Fraction(start), Fraction(end))


def test_segments_follow_each_other_without_a_gap() -> None:
    segments = default_segments(SCRIPT, [take("h", "hook"), take("v", "value", 1), take("c", "cta", 2)])
    moments = [at for _, at in placed(segments)]
    assert moments == [0, Fraction(103, 30), Fraction(206, 30)]
