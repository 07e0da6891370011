"""Music and other people's pictures go only where their licence allows it, and only as long."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from tests.domain.test_release import KATRIN, NOW, STAFF, TODAY, actor, clip, handed_in

from skriptstudio.domain.clip_checks import material_checks
from skriptstudio.domain.cut import Cut
from skriptstudio.domain.dressing import Dressing, Insert
from skriptstudio.domain.errors import LicenceElsewhere, LicenceExpired, MusicUnlicensed
from skriptstudio.domain.licence import Licence, require_licences, take_to_license
from skriptstudio.domain.points import Answer, Point
from skriptstudio.domain.press_check import machine_answers
from skriptstudio.domain.production import Production
from skriptstudio.domain.release import approve, released_cut
from skriptstudio.domain.script import MATERIAL
from skriptstudio.domain.take import Take
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.errors import sentence
from skriptstudio.messages.words import check_text

SONG = Licence("Sommerlied", "A. Klang", "klang.example", "Einzellizenz", ("tiktok", "intranet"), date(2026, 12, 31))


def with_take(**changes: object) -> Production:
    plain = clip()
    return replace(plain, takes=(replace(plain.takes[0], **changes),))  # type: ignore[arg-type]


def test_music_without_a_licence_is_neither_released_nor_passed_at_point_nine() -> None:
    bare = with_take(music=True)
    with pytest.raises(MusicUnlicensed) as refusal:
        approve(handed_in(bare), KATRIN, STAFF, actor(KATRIN), NOW)
    told = sentence(refusal.value, Speaker("de")).message
    assert told == "In Ganzes Skript · Take 1 ist Musik zu hören, aber keine Lizenz dafür eingetragen."
    assert machine_answers(bare, STAFF, TODAY)[Point.LICENCES] is Answer.NO


@pytest.mark.parametrize("music", [None, False])
def test_without_music_nothing_is_asked(music: bool | None) -> None:
    require_licences(with_take(music=music), "tiktok", TODAY)


@pytest.mark.parametrize(
    ("channel", "day", "refusal"),
    [
        ("tiktok", TODAY, None),
        ("tiktok", date(2026, 12, 31), None),
        ("tiktok", date(2027, 1, 1), LicenceExpired),
        ("ig_reels", TODAY, LicenceElsewhere),
    ],
)
def test_a_licence_holds_on_its_channels_until_its_last_day(
    channel: str, day: date, refusal: type[Exception] | None
) -> None:
    licensed = with_take(music=True, licence=SONG)
    if refusal is None:
        require_licences(licensed, channel, day)
        return
    with pytest.raises(refusal, match="Sommerlied"):
        require_licences(licensed, channel, day)


def test_the_export_asks_again_on_its_day() -> None:
    ending = with_take(music=True, licence=replace(SONG, until=TODAY))
    out = approve(handed_in(ending), KATRIN, STAFF, actor(KATRIN), NOW)
    released_cut(out, STAFF, ["tiktok"], TODAY)
    with pytest.raises(LicenceExpired):
        released_cut(out, STAFF, ["tiktok"], TODAY + timedelta(days=1))


def test_of_a_picture_over_the_voice_the_licence_counts_and_its_sound_does_not() -> None:
    photo = Take("t2", MATERIAL, "t2.mp4", "c" * 64, Fraction(4), 120, NOW, music=True)
    insert = Dressing(inserts=(Insert("t2", Fraction(0), Fraction(1), Fraction(2)),))
    cut = Cut(clip().effective_cut().segments, dressing=insert)
    shown = replace(clip(), takes=(*clip().takes, photo), cut=cut)
    require_licences(shown, "tiktok", TODAY)
    assert [check.code for check in material_checks(shown)] == ["material_source"]
    told = replace(shown, takes=(*clip().takes, replace(photo, licence=SONG)))
    assert material_checks(told) == []
    with pytest.raises(LicenceElsewhere):
        require_licences(told, "website", TODAY)


def test_a_film_from_outside_is_asked_about_its_music() -> None:
    foreign = with_take(foreign=True)
    (check,) = material_checks(foreign)
    told = check_text(check.code, check.value, Speaker("de"))
    assert "ob in Ganzes Skript · Take 1 Musik zu hören ist" in told
    assert material_checks(with_take(foreign=True, music=False)) == []
    assert material_checks(with_take(foreign=True, has_sound=False)) == []


def test_the_take_that_needs_another_licence_is_named() -> None:
    bare, licensed = with_take(music=True), with_take(music=True, licence=SONG)
    found = (
        take_to_license(bare, "tiktok", TODAY),
        take_to_license(licensed, "ig_reels", TODAY),
        take_to_license(licensed, "tiktok", date(2027, 1, 1)),
        take_to_license(licensed, "tiktok", TODAY),
    )
    assert found == (bare.takes[0], licensed.takes[0], licensed.takes[0], None)
