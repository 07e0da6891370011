"""What lies over the picture keeps to the clip, and what is too long to be read is told."""

from collections.abc import Callable
from datetime import UTC, datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.domain.cut import Cut, Segment
from skriptstudio.domain.dressing import Dressing, NameLine
from skriptstudio.domain.legible import SmallText
from skriptstudio.domain.people import Person, Staff
from skriptstudio.domain.script import MATERIAL
from skriptstudio.domain.take import PHOTO_FPS, PHOTO_SECONDS, Take
from skriptstudio.domain.timecode import FRAME
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.ui.dressing.items import Item, items, new_box, new_insert, seen_near
from skriptstudio.ui.dressing.remarks import remark_on
from skriptstudio.ui.dressing.spans import begun_at, ended_at, new_span
from skriptstudio.ui.dressing.speaking import speaker_at, speaker_names
from skriptstudio.ui.dressing.words import seconds_text

SPOKEN = Fraction(15, 2)
RECORDED = datetime(2026, 1, 1, tzinfo=UTC)
frames = st.integers(0, 300).map(lambda number: number * FRAME)


def take(name: str, seconds: int = 5, *speakers: str) -> Take:
    return Take(
        name, "hook", f"{name}.mp4", "", Fraction(seconds), 30, datetime(2026, 1, 1, tzinfo=UTC), speakers=speakers
    )


@given(frames, frames, frames, st.integers(1, 300).map(lambda number: number * FRAME))
def test_whatever_is_written_a_stretch_stays_in_the_spoken_part(
    one: Fraction, other: Fraction, written: Fraction, spoken: Fraction
) -> None:
    old = min(one, other), max(one, other) + FRAME
    for start, end in (begun_at(old, written, spoken), ended_at(old, written, spoken), new_span(written, spoken)):
        assert 0 <= start < end <= spoken


@pytest.mark.parametrize(
    ("change", "old", "written", "new"),
    [
        (begun_at, (1, 3), 4, (4, 6)),
        (begun_at, (1, 3), 99, (Fraction(11, 2), SPOKEN)),
        (begun_at, (1, 3), 2, (2, 3)),
        (begun_at, (3, 7), 99, (Fraction(7, 2), SPOKEN)),
        (ended_at, (4, 6), 3, (1, 3)),
        (ended_at, (4, 6), 9, (4, SPOKEN)),
    ],
)
def test_one_end_of_a_stretch_takes_the_other_along(
    change: Callable[..., object], old: tuple[int, int], written: int, new: tuple[Fraction, Fraction]
) -> None:
    assert change((Fraction(old[0]), Fraction(old[1])), Fraction(written), SPOKEN) == new


def test_something_new_has_its_time_also_near_the_end() -> None:
    assert new_span(Fraction(9), SPOKEN) == (Fraction(9, 2), SPOKEN)
    insert = new_insert(take("a", 2), Fraction(7), SPOKEN)
    assert (insert.start, insert.end) == (Fraction(11, 2), SPOKEN)
    assert (new_box(SPOKEN).start, new_box(SPOKEN).end) == (Fraction(0), SPOKEN), "nobody is seen before or after it"


def test_after_a_change_the_nearest_moment_is_shown_at_which_it_is_seen() -> None:
    cut = Cut(dressing=Dressing(names=(NameLine("Mira", "", Fraction(2), Fraction(4)),)))
    now = [seen_near(cut, Item("name"), Fraction(second)) for second in (0, 3, 7)]
    assert now == [Fraction(2), Fraction(3), 4 - FRAME]


def test_only_takes_that_are_seen_in_part_have_a_part_to_choose() -> None:
    cut = Cut((Segment("a", Fraction(0), Fraction(1)), Segment("b", Fraction(0), Fraction(1))))
    assert [item.key for item in items(cut, {"b"})] == ["title:0", "logo:0", "view:1", "card:0"]


def test_a_new_name_is_the_first_name_of_who_speaks_then() -> None:
    cut = Cut((Segment("a", Fraction(0), Fraction(1)), Segment("b", Fraction(0), Fraction(1))))
    takes = take("a", 5, "u1"), take("b", 5, "u2", "u1")
    staff = Staff((Person("u1", "Mira Albrecht"), Person("u2", "Jonas Weber")))
    assert [speaker_at(cut, takes, Fraction(second), staff) for second in (0, 1, 9)] == ["Mira", "Jonas", "Jonas"]
    assert speaker_names(cut, takes, staff) == ("Mira", "Jonas")
    assert speaker_at(cut, (), Fraction(0), staff) == ""


@pytest.mark.parametrize(
    ("item", "told", "warns"),
    [
        (Item("title"), "Takes 5.5 s to read, but is seen for 3.0 s only. Shorten it.", True),
        (Item("name"), "Takes 0.8 s to read, and is seen for 3.0 s.", False),
        (Item("name", 1), "Too long for letters that can be read on a phone. Shorten it.", True),
        (Item("card"), "", False),
        (Item("logo"), "", False),
    ],
)
def test_what_is_written_is_told_whether_it_can_be_read(item: Item, told: str, warns: bool) -> None:
    names = NameLine("Mira", "", Fraction(0), Fraction(3)), NameLine("Jo", "m" * 300, Fraction(0), Fraction(3))
    cut = Cut(dressing=Dressing(title="m" * 75, names=names))
    remark = remark_on(item, cut, (SmallText("name", 1, ""),), Speaker("en"))
    assert (remark.words, remark.warns) == (told, warns)


def test_seconds_are_written_as_the_language_does() -> None:
    assert [seconds_text(Fraction(7, 2), Speaker(language)) for language in ("de", "en")] == ["3,50", "3.50"]


def test_a_photo_is_told_from_a_film() -> None:
    facts = (
        "x",
        MATERIAL,
        "x.mp4",
        "",
        Fraction(PHOTO_SECONDS),
        PHOTO_SECONDS * PHOTO_FPS,
        datetime(2026, 1, 1, tzinfo=UTC),
    )
    assert Take(*facts, has_sound=False).is_photo
    assert not Take(*facts, has_sound=False, foreign=True).is_photo
    assert not take("a").is_photo
