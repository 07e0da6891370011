"""From a script to a released clip, as three different people, without a window."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import pytest


def streams(path: str) -> tuple[list[float], list[float], tuple[int, int]]:
    """Picture times, sound span and size of a clip."""
    with av.open(path) as container:
        size = (container.streams.video[0].width, container.streams.video[0].height)
        pictures = [float(frame.time or 0.0) for frame in container.decode(video=0)]
    with av.open(path) as container:
        sound = [float(frame.time or 0.0) + frame.samples / frame.sample_rate for frame in container.decode(audio=0)]
    return pictures, sound, size


def test_three_people_bring_a_clip_out(
    desk: Any, house: Callable[[str], str], script_file: Path, tmp_path: Path
) -> None:
    production = house("Ein Tag in der Vermessung")
    desk.do("consent", "add", "Mira Albrecht", "--channel", "tiktok", "--until", "2099-12-31")
    assert desk.do("script", "import", production, script_file, "--by", "Jonas Weber") == {"sections": 3}

    take = desk.do(
        "record", production, "--camera", "demo", "--microphone", "demo", "--speaker", "Mira Albrecht", "--seconds", "8"
    )
    assert take["frames"] == 240
    assert take["dropped"] == 0
    assert take["findings"] == []

    assert desk.run("release", production, "--by", "Katrin Behrens").error == "wrong_state"
    assert desk.do("hand-in", production, "--by", "Mira Albrecht") == {"state": "press_check"}
    assert desk.run("release", production, "--by", "Katrin Behrens").error == "captions_not_confirmed"
    assert desk.do("captions", "confirm", production, "--by", "Jonas Weber") == {"confirmed": True}

    refused = desk.run("release", production, "--by", "Jonas Weber")
    assert (refused.status, refused.error) == (1, "four_eyes")
    assert desk.run("release", production, "--by", "Mira Albrecht").error == "hat_missing"
    early = desk.run("export", production, "--profile", "tiktok", "--to", tmp_path / "aus")
    assert (early.status, early.error) == (1, "not_released")
    assert not (tmp_path / "aus").exists()
    assert desk.do("release", production, "--by", "Katrin Behrens") == {"state": "released"}

    other_channel = desk.run("export", production, "--profile", "ig_reels", "--to", tmp_path / "aus")
    assert (other_channel.status, other_channel.error) == (1, "consent_missing")

    package = desk.do("export", production, "--profile", "tiktok", "--to", tmp_path / "aus")
    clip = package["clips"][0]
    cut = desk.do("cut", "show", production)
    assert clip["seconds"] == cut["seconds"]
    pictures, sound, size = streams(clip["path"])
    assert size == (1080, 1920)
    assert len(pictures) == clip["frames"] == round(clip["seconds"] * 30)
    assert pictures[0] == 0
    assert all(after - before == pytest.approx(1 / 30, abs=1e-4) for before, after in pairwise(pictures))
    assert sound[-1] == pytest.approx(clip["seconds"], abs=0.03)
    kinds = [Path(file).suffix for file in package["files"]]
    assert sorted(kinds) == [".jpg", ".mp4", ".srt", *[".txt"] * 4, ".vtt"]
    assert all(Path(file).is_file() for file in package["files"])
    subtitles = next(Path(file) for file in package["files"] if file.endswith(".srt")).read_text(encoding="utf-8")
    assert "keine Wände." in subtitles
    assert {check["code"]: check["severity"] for check in package["checks"]}["loudness"] == "ok"
    assert desk.do("list")[0]["state"] == "packaged"

    desk.do("cut", "set", production, "--segment", f"{take['take']}:1:3")
    void = desk.run("export", production, "--profile", "tiktok", "--to", tmp_path / "aus")
    assert (void.status, void.error) == (1, "release_void")
    assert desk.do("list")[0]["state"] == "press_check"

    touched = desk.do("consent", "revoke", "Mira Albrecht")
    assert touched["takes"] == [{"production": production, "take": take["take"]}]
    assert [clip["production"] for clip in touched["clips"]] == [production]


def test_the_speaker_is_refused_even_with_the_hat_of_the_press(
    desk: Any, house: Callable[[str], str], script_file: Path, tone_film: Callable[..., Path]
) -> None:
    production = house("Vier Augen")
    desk.prepare("script", "import", production, script_file, "--by", "Mira Albrecht")
    desk.prepare("take", "import", production, tone_film("take.mp4"), "--speaker", "Jonas Weber")
    desk.prepare("hand-in", production, "--by", "Mira Albrecht")
    refused = desk.tell("release", production, "--by", "Jonas Weber")
    assert (refused.status, refused.error) == (1, "four_eyes")
    assert "Jonas Weber" in refused.document["error"]["message"]


def test_a_return_comes_with_a_reason_and_goes_round_again(
    desk: Any, house: Callable[[str], str], tone_film: Callable[..., Path]
) -> None:
    production = house("Noch einmal")
    desk.prepare("take", "import", production, tone_film("take.mp4"), "--speaker", "Mira Albrecht")
    desk.prepare("hand-in", production, "--by", "Mira Albrecht")
    desk.prepare("comment", production, "--at", "1.2", "--text", "Zu leise", "--by", "Katrin Behrens")
    back = desk.prepare("return", production, "--by", "Katrin Behrens", "--reason", "Bitte lauter")
    assert back == {"state": "returned"}
    assert desk.prepare("hand-in", production, "--by", "Mira Albrecht") == {"state": "press_check"}


def test_a_take_without_speaker_is_not_handed_in_until_somebody_is_named(
    desk: Any, house: Callable[[str], str], tone_film: Callable[..., Path]
) -> None:
    production = house("Wer spricht?")
    take = desk.prepare("take", "import", production, tone_film("take.mp4"))["take"]
    refused = desk.tell("hand-in", production, "--by", "Mira Albrecht")
    assert (refused.status, refused.error) == (1, "speaker_missing")
    desk.prepare("take", "speaker", production, take, "--speaker", "Mira Albrecht")
    assert desk.prepare("hand-in", production, "--by", "Mira Albrecht") == {"state": "press_check"}


def test_a_draft_needs_neither_script_nor_release(
    desk: Any, house: Callable[[str], str], tone_film: Callable[..., Path], tmp_path: Path
) -> None:
    production = house("Nur mal zeigen")
    take = desk.prepare("take", "import", production, tone_film("take.mp4"), "--section", "hook")["take"]
    desk.prepare("cut", "set", production, "--segment", f"{take}:0.5:1,5")
    assert desk.prepare("cut", "set", production, "--crossfade")["crossfade"] is True
    package = desk.prepare(
        "export", production, "--profile", "tiktok", "--profile", "website", "--to", tmp_path, "--draft"
    )
    assert [clip["profile"] for clip in package["clips"]] == ["tiktok", "website"]
    assert all(clip["frames"] == 30 for clip in package["clips"])
    assert "draft" in {check["code"] for check in package["checks"]}
    assert desk.prepare("list")[0]["state"] == "record"


def test_a_star_decides_which_take_is_used(
    desk: Any, house: Callable[[str], str], tone_film: Callable[..., Path]
) -> None:
    production = house("Der beste")
    first = desk.prepare("take", "import", production, tone_film("eins.mp4"))["take"]
    second = desk.prepare("take", "import", production, tone_film("zwei.mp4"))["take"]
    assert [entry["best"] for entry in desk.prepare("take", "list", production)] == [False, True]
    desk.prepare("take", "best", production, first)
    assert [entry["take"] for entry in desk.prepare("take", "list", production)] == [first, second]
    assert desk.prepare("cut", "show", production)["segments"][0]["take"] == first


def test_what_went_online_is_noted(desk: Any, house: Callable[[str], str]) -> None:
    production = house("Online")
    today = date.today().isoformat()
    noted = desk.prepare("publish", "mark", production, "--profile", "tiktok", "--on", today, "--url", "https://a.b/c")
    assert noted["publication"]["on"] == today
