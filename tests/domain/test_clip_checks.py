"""What a clip is checked for, and the texts that lie beside it."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from skriptstudio.domain.captions import Cue
from skriptstudio.domain.clip import PlatformProfile, RenderedClip, SafeZone, Stillness
from skriptstudio.domain.clip_checks import (
    camel_case,
    caption_checks,
    limit_checks,
    picture_checks,
    post_checks,
    post_text,
    sound_checks,
)
from skriptstudio.domain.package_sheet import ALT_CHARS, alt_text, spoken_lines
from skriptstudio.domain.production import Post

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
    [({"lufs": None}, "silent_clip"), ({"gain_db": 12.1}, "too_quiet_recorded"), ({"gain_db": 12.0}, "true_peak")],
)
def test_the_sound_is_judged(changes: dict[str, object], code: str) -> None:
    assert sound_checks(replace(CLIP, **changes))[-1].code == code  # type: ignore[arg-type]


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
    ],
)
def test_the_post_is_judged(text: str, tags: tuple[str, ...], codes: list[str]) -> None:
    assert [check.code for check in post_checks(PROFILE, Post(text, tags))] == codes


@pytest.mark.parametrize(
    ("tag", "written"),
    [("ein tag im amt", "EinTagImAmt"), ("#EinTag", "EinTag"), ("über-uns", "ÜberUns"), ("ÖPNV", "ÖPNV"), ("#", "")],
)
def test_hashtags_are_written_so_that_they_can_be_read_out(tag: str, written: str) -> None:
    assert camel_case(tag) == written


def test_the_text_has_as_many_hashtags_as_the_channel_takes() -> None:
    assert post_text(Post(" Komm! ", ("eins", "zwei", "drei")), PROFILE) == "Komm!\n\n#Eins #Zwei"
    assert post_text(Post(), PROFILE) == ""


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
