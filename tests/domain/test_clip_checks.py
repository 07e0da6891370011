"""What a clip is checked for, and the texts that lie beside it."""

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from skriptstudio.domain.captions import Cue
from skriptstudio.domain.clip import EncodeSettings, PlatformProfile, RenderedClip, SafeZone, Stillness, fitting
from skriptstudio.domain.clip_checks import (
    caption_checks,
    limit_checks,
    material_checks,
    picture_checks,
    post_checks,
    reading_checks,
    sound_checks,
    zone_checks,
)
from skriptstudio.domain.cut import Cut, Segment
from skriptstudio.domain.legible import SmallText, reading_seconds
from skriptstudio.domain.package_sheet import alt_text, spoken_lines
from skriptstudio.domain.post import ALT_CHARS, Post
from skriptstudio.domain.production import Production
from skriptstudio.domain.script import MATERIAL
from skriptstudio.domain.take import Take

CLIP = RenderedClip(Path("c.mp4"), 600, Fraction(20), -14.0, -1.2, 3.0, 1, 0)
PROFILE = PlatformProfile(
    "x", "X", SafeZone(0, 0, 0, 0), -14, Fraction(3), Fraction(60), 40, "", "", max_text=40, max_hashtags=2
)


@pytest.mark.parametrize(
    ("stillness", "codes"),
    [
        (Stillness(), []),
        (Stillness(14, 89, 3), []),
        (Stillness(black=15), ["black_picture"]),
        (Stillness(frozen=90), ["frozen_picture"]),
        (Stillness(flashes=4), ["flashing"]),
    ],
)
def test_the_picture_is_judged(stillness: Stillness, codes: list[str]) -> None:
    assert [check.code for check in picture_checks(replace(CLIP, stillness=stillness))] == codes


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"lufs": None, "true_peak_db": None}, "silent_clip"),
        ({"lufs": None, "true_peak_db": -75.0}, "silent_clip"),
        ({"lufs": None, "true_peak_db": -12.0}, "sound_short"),
        ({"given_up": True, "lufs": -64.9}, "sound_given_up"),
        ({"gain_db": 12.1}, "too_quiet_recorded"),
        ({"gain_db": 12.0}, "true_peak"),
        ({"silence": 3.0}, "long_silence"),
        ({"silence": 2.9}, "true_peak"),
    ],
)
def test_the_sound_is_judged(changes: dict[str, object], code: str) -> None:
    assert sound_checks(replace(CLIP, **changes), -14)[-1].code == code  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lufs", "code"), [(-14.5, "loudness"), (-14.6, "loudness_missed"), (-13.4, "loudness_missed")]
)
def test_the_loudness_is_held_against_its_target(lufs: float, code: str) -> None:
    assert sound_checks(replace(CLIP, lufs=lufs), -14)[0].code == code


def test_times_are_rounded_for_people() -> None:
    frozen = picture_checks(replace(CLIP, stillness=Stillness(frozen=119)))
    long = limit_checks(replace(PROFILE, max_seconds=Fraction(600)), replace(CLIP, seconds=Fraction(601)), 1)
    assert [check.value for check in (*frozen, *long)] == ["4 s", "X: 10 min"]


@pytest.mark.parametrize(("left", "codes"), [(60, []), (57, []), (55, ["outside_safe_zone"])])
def test_text_outside_the_safe_zone_is_told(left: int, codes: list[str]) -> None:
    profile = replace(PROFILE, safe_zone=SafeZone(250, 460, 60, 180))
    clip = replace(CLIP, margins=SafeZone(250, 460, left, 180))
    assert [check.code for check in zone_checks(profile, clip)] == codes


def test_who_filmed_in_hdr_is_told() -> None:
    assert [check.code for check in picture_checks(replace(CLIP, hdr=True))] == ["hdr"]


@pytest.mark.parametrize(("note", "codes"), [("", ["material_source"]), ("Foto: Landkreis Auenau, CC0", [])])
def test_material_needs_a_source(note: str, codes: list[str]) -> None:
    photo = Take("t1", MATERIAL, "t1.mp4", "0" * 64, Fraction(9), 45, datetime(2026, 11, 28, tzinfo=UTC), note=note)
    production = Production(
        "p1", "P", photo.recorded, takes=(photo,), cut=Cut((Segment("t1", Fraction(0), Fraction(1)),))
    )
    assert [check.code for check in material_checks(production)] == codes


@pytest.mark.parametrize(("seconds", "megabytes", "kbit"), [(30, 40, 9543), (10, 40, 20_000), (200, 40, None)])
def test_a_smaller_film_keeps_below_its_limit(seconds: int, megabytes: int, kbit: int | None) -> None:
    smaller = fitting(EncodeSettings(), Fraction(seconds), megabytes)
    assert (smaller.maxrate_kbit if smaller else None) == kbit
    if smaller:
        most = (smaller.maxrate_kbit * (seconds + 1) + smaller.audio_kbit * seconds) / 8000
        assert most < megabytes


@pytest.mark.parametrize(
    ("seconds", "size", "codes"),
    [(20, 10, []), (2, 10, ["too_short"]), (61, 41, ["too_long", "too_large"]), (3, 40, []), (60, 40, [])],
)
def test_length_and_size_are_judged(seconds: int, size: float, codes: list[str]) -> None:
    found = limit_checks(PROFILE, replace(CLIP, seconds=Fraction(seconds)), size)
    assert [check.code for check in found] == codes


@pytest.mark.parametrize(
    ("text", "tags", "codes"),
    [
        ("Kurz", ("EinTagImAmt", "#Vermessung"), []),
        ("x" * 41, (), ["text_too_long"]),
        ("", ("A", "B", "C"), ["too_many_hashtags"]),
        ("", ("ein tag",), ["hashtag_spelling"]),
        ("", ("amt",), ["hashtag_spelling"]),
        ("", ("Ausbildung-2026",), ["hashtag_spelling"]),
        ("", ("Größe2026",), []),
        ("", ("AUSBILDUNG",), ["hashtag_spelling"]),
        ("Komm! #A #B", ("C", "a"), ["too_many_hashtags"]),
        ("Komm zu #praktikum", (), ["hashtag_spelling"]),
        ("", ("Mehrwert",), ["hashtag_spelling"]),
    ],
)
def test_the_post_is_judged(text: str, tags: tuple[str, ...], codes: list[str]) -> None:
    assert [check.code for check in post_checks(PROFILE, Post(text, tags), "Mehr Wert im Amt")] == codes


def test_an_alternative_text_that_is_too_long_somewhere_is_told() -> None:
    found = [[check.code for check in post_checks(PROFILE, Post(alt="x" * n))] for n in (ALT_CHARS, ALT_CHARS + 1)]
    assert found == [[], ["alt_too_long"]]


def cue(*lines: str) -> Cue:
    return Cue(Fraction(0), Fraction(2), lines)


def test_captions_are_judged() -> None:
    assert [c.code for c in caption_checks([], draft=True)] == ["draft", "no_captions"]
    assert [c.code for c in caption_checks([cue("Ja!")], draft=False)] == []
    assert [c.code for c in caption_checks([cue("m" * 60)], draft=False)] == ["caption_speed"]


def test_the_transcript_has_a_line_for_each_sentence() -> None:
    assert spoken_lines([cue("Wir messen", "heute"), cue("die Straße."), cue(" "), cue("Warum?")]) == (
        "Wir messen heute die Straße.",
        "Warum?",
    )


def test_the_alternative_text_stays_within_its_limit() -> None:
    assert alt_text("Ein Tag", Fraction(20), ["Ja!"]) == "Hochformat-Video, 20 Sekunden: Ein Tag. Gesprochen wird: Ja!"
    long = alt_text("Ein Tag", Fraction(20), ["Wort"] * 1000)
    assert len(long) <= ALT_CHARS
    assert long.endswith("Wort …")


def test_an_end_card_must_be_readable_in_its_two_seconds() -> None:
    assert reading_seconds("m" * 15) == Fraction(3, 2)
    assert reading_seconds(" \n ") == 0
    assert reading_checks((), "Bewirb dich heute!") == []
    (found,) = reading_checks((), "Bewirb dich\nbis 31. August 2027!")
    assert (found.code, found.value) == ("card_speed", "2.6 s")


def test_what_is_drawn_too_small_is_named_by_its_beginning() -> None:
    (found,) = reading_checks((SmallText("title", 0, "Mehr  Wohnraum"), SmallText("name", 1, "m" * 99)), "")
    assert (found.code, found.value) == ("small_text", f"Mehr Wohnraum · {'m' * 29}…")
