"""What is written beside a clip: hashtags that can be read out, and room on each channel."""

from dataclasses import replace
from fractions import Fraction

import pytest

from skriptstudio.domain.clip import PlatformProfile, SafeZone
from skriptstudio.domain.errors import BadHashtag
from skriptstudio.domain.post import Post, camel_case, cover_moment, hashtag, hashtags_in, suggested_hashtags, unique
from skriptstudio.domain.post_room import Room, fewest_hashtags, post_text, rooms


def profile(key: str, most: int | None, tags: int | None = None) -> PlatformProfile:
    return PlatformProfile(
        key, key, SafeZone(0, 0, 0, 0), -14, None, None, None, "", "", max_text=most, max_hashtags=tags
    )


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("ein tag im amt", "EinTagImAmt"),
        ("#EinTag", "EinTag"),
        ("über-uns", "ÜberUns"),
        ("ÖPNV", "ÖPNV"),
        ("#ausbildung_vermessung", "AusbildungVermessung"),
        ("ausbildung 2027", "Ausbildung2027"),
        ("Straße & Gärten!", "StraßeGärten"),
        ("#", ""),
    ],
)
def test_hashtags_are_written_so_that_they_can_be_read_out(typed: str, written: str) -> None:
    assert camel_case(typed) == written
    assert camel_case(written) == written


@pytest.mark.parametrize("typed", ["", "#", "2026", "...", "🙂"])
def test_what_no_channel_links_is_no_hashtag(typed: str) -> None:
    with pytest.raises(BadHashtag):
        hashtag(typed)


def test_many_hashtags_are_read_from_one_line_each_once() -> None:
    assert hashtags_in("#EinTagImAmt #auenau, ausbildung vermessung; AUENAU\n") == (
        "EinTagImAmt",
        "Auenau",
        "AusbildungVermessung",
    )
    assert hashtags_in(" , # ") == ()
    assert unique(("B", "a", "b")) == ("B", "a")


def test_series_and_place_are_suggested_until_they_are_there() -> None:
    assert suggested_hashtags(Post(location="Bad Auenau"), "Ein Tag im Amt") == ("EinTagImAmt", "BadAuenau")
    assert suggested_hashtags(Post(hashtags=("eintagimamt",), location="Auenau"), "Ein Tag im Amt") == ("Auenau",)
    assert suggested_hashtags(Post(), "") == ()


def test_the_text_has_as_many_hashtags_as_the_channel_takes() -> None:
    post = Post(" Komm! ", ("eins", "zwei", "drei"))
    assert post_text(post, profile("x", 40, 2)) == "Komm!\n\n#Eins #Zwei"
    assert post_text(Post(), profile("x", 40, 2)) == ""
    assert post_text(Post("Nur #Eins hier", ("eins", "#", "zwei", "drei")), profile("x", 40, 2)) == (
        "Nur #Eins hier\n\n#Zwei"
    )


def test_the_tightest_channel_is_told_first() -> None:
    post = Post("x" * 90, ("Amt",))
    long, short, any_length = profile("long", 300), profile("short", 100, 0), profile("any", None)
    assert rooms(post, (long, any_length, short)) == (Room("short", 90, 100), Room("long", 96, 300))
    assert rooms(post, (long, any_length, short))[0].left == 10
    assert rooms(post, (any_length,)) == ()
    assert rooms(Post("😀"), (replace(profile("x", 280), weighted_text=True),)) == (Room("x", 2, 280),)


def test_the_channel_with_the_fewest_hashtags_is_found() -> None:
    few, many, all_of_them = profile("few", 9, 1), profile("many", 9, 5), profile("all", 9)
    assert fewest_hashtags((many, all_of_them, few)) is few
    assert fewest_hashtags((all_of_them,)) is None


def test_a_cover_stays_inside_of_a_clip_that_became_shorter() -> None:
    assert cover_moment(Fraction(9), Fraction(3)) == Fraction(3) - Fraction(1, 30)
    assert cover_moment(Fraction(1), Fraction(3)) == 1
    assert cover_moment(Fraction(1), Fraction(0)) == 0
