"""Recording as a user meets it: in sync, never lost, whatever is pulled."""

import json
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import av
import pytest
from tests.tiny_disk import tiny_disk

LOSS_SECONDS = 1.0
"""What a crash may cost (issue "One command from script to clip")."""


def pictures(path: str | Path) -> int:
    with av.open(str(path)) as container:
        return sum(1 for _ in container.decode(video=0))


def test_sound_and_picture_stay_together_from_camera_to_clip(
    desk: Any,
    house: Callable[[str], str],
    sync_film: Callable[..., Path],
    sync_offsets: Callable[[str], list[float]],
    tmp_path: Path,
) -> None:
    film = sync_film("sync.mp4", seconds=6)
    production = house("Synchron")
    take = desk.do("record", production, "--camera", f"file:{film}", "--microphone", f"file:{film}")
    assert (take["frames"], take["dropped"]) == (180, 0)
    assert take["seconds"] == 6
    recorded = sync_offsets(take["path"])
    assert len(recorded) == 6
    assert max(map(abs, recorded)) <= 0.040
    package = desk.do("export", production, "--profile", "tiktok", "--to", tmp_path, "--draft", "--no-burn-in")
    exported = sync_offsets(package["clips"][0]["path"])
    assert max(map(abs, exported)) <= 0.040


def kill_and_recover(desk: Any, production: str, film: Path, after: float) -> float:
    """Record, kill hard ``after`` seconds of recording, recover; seconds that are missing."""
    process = desk.start("record", production, "--camera", f"file:{film}", "--microphone", f"file:{film}")
    begun = desk.await_recording()
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    killed = time.time()
    process.communicate()
    recovered = desk.do("recover")
    assert len(recovered) == 1
    assert recovered[0]["in_library"]
    decoded = pictures(recovered[0]["path"]) / 30
    assert desk.do("recover") == []
    return float(killed - begun - decoded)


def test_a_killed_recording_is_found_and_whole(
    desk: Any, house: Callable[[str], str], sync_film: Callable[..., Path]
) -> None:
    film = sync_film("sync.mp4", seconds=12)
    production = house("Stromausfall")
    moments = random.Random(7)
    for _ in range(2):
        assert kill_and_recover(desk, production, film, moments.uniform(1, 4)) <= LOSS_SECONDS
    takes = desk.prepare("take", "list", production)
    assert len(takes) == 2
    assert all("interrupted" in {f["code"] for f in take["findings"]} for take in takes)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_twenty_killed_recordings_are_all_found_and_whole(
    desk: Any, house: Callable[[str], str], sync_film: Callable[..., Path]
) -> None:
    film = sync_film("sync.mp4", seconds=15)
    production = house("Zwanzig Stromausfälle")
    moments = random.Random(20)
    lost = [kill_and_recover(desk, production, film, moments.uniform(0.2, 8)) for _ in range(20)]
    assert max(lost) <= LOSS_SECONDS


def test_a_running_recording_is_left_alone(
    desk: Any, house: Callable[[str], str], sync_film: Callable[..., Path]
) -> None:
    film = sync_film("sync.mp4", seconds=5)
    production = house("Läuft noch")
    process = desk.start("record", production, "--camera", f"file:{film}", "--microphone", f"file:{film}")
    desk.await_recording()
    assert desk.do("recover") == []
    out, _ = process.communicate(timeout=30)
    assert json.loads(out)["frames"] == 150


def test_stopping_by_hand_keeps_the_take(desk: Any, house: Callable[[str], str]) -> None:
    production = house("Stopp")
    process = desk.start("record", production, "--camera", "demo", "--microphone", "demo")
    desk.await_recording()
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    take = json.loads(out)
    assert process.returncode == 0, err
    assert 0.5 <= take["seconds"] <= 4
    assert pictures(take["path"]) == take["frames"]


def test_a_take_waits_while_the_drive_is_gone(
    desk: Any, house: Callable[[str], str], sync_film: Callable[..., Path]
) -> None:
    film = sync_film("sync.mp4", seconds=3)
    production = house("Laufwerk weg")
    process = desk.start("record", production, "--camera", f"file:{film}", "--microphone", f"file:{film}")
    desk.await_recording()
    away = desk.library.rename(desk.library.with_name("weg"))
    out, err = process.communicate(timeout=30)
    assert process.returncode == 4
    assert json.loads(out)["error"]["code"] == "take_waits", err
    waiting = desk.do("recover")
    assert [entry["in_library"] for entry in waiting] == [False]
    away.rename(desk.library)
    assert [entry["in_library"] for entry in desk.do("recover")] == [True]
    assert [take["frames"] for take in desk.prepare("take", "list", production)] == [90]


def test_a_microphone_without_camera_and_a_camera_without_microphone(desk: Any, house: Callable[[str], str]) -> None:
    production = house("Nur eins")
    silent = desk.do("record", production, "--camera", "demo", "--microphone", "none", "--seconds", "1")
    assert silent["frames"] == 30
    assert [finding["code"] for finding in silent["findings"]] == ["no_sound"]
    heard = desk.do("record", production, "--camera", "none", "--microphone", "demo", "--seconds", "1")
    assert heard["frames"] == 30


def test_with_room_for_less_than_a_minute_no_take_begins(
    desk: Any, house: Callable[[str], str], sync_film: Callable[..., Path]
) -> None:
    film = sync_film("kein-platz.mp4", seconds=1)
    production = house("Kein Platz")
    with tiny_disk(desk.home / "spool", megabytes=50):
        answer = desk.run("record", production, "--camera", f"file:{film}", "--microphone", f"file:{film}")
        assert (answer.status, answer.error) == (4, "no_room_for_take")
    assert desk.prepare("take", "list", production) == []


def test_a_camera_is_measured_and_a_missing_one_is_a_sentence(desk: Any) -> None:
    check = desk.do("camera", "check", "demo", "--seconds", "1")
    assert (check["measured"]["width"], check["measured"]["height"]) == (1920, 1080)
    assert check["measured"]["fps"] == pytest.approx(30, abs=1)
    assert (check["camera"], check["asked"], check["findings"]) == ("demo", None, [])
    gone = desk.run("camera", "check", "http://mira:geheim@127.0.0.1:9/video")
    assert (gone.status, gone.error) == (4, "no_camera")
    assert "geheim" not in gone.err


def test_the_doctor_tries_the_size_of_takes_once(desk: Any) -> None:
    first = desk.do("doctor")["final_size"]
    assert first["used"] == (first["fps"] >= first["wanted"] == 60)
    desk.do("doctor", "--measure")
    again = desk.do("doctor")["final_size"]
    assert desk.do("doctor")["final_size"] == again
