"""Bad input gets a sentence and leaves everything as it was."""

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def stalled_camera() -> Iterator[str]:
    """An address at which somebody takes the call and never says a word; bounded to 20 s."""
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.2)
    done = threading.Event()
    calls: list[socket.socket] = []

    def listen() -> None:
        until = time.monotonic() + 20
        while not done.is_set() and time.monotonic() < until:
            try:
                calls.append(server.accept()[0])
            except TimeoutError:
                continue

    thread = threading.Thread(target=listen)
    thread.start()
    yield f"http://127.0.0.1:{server.getsockname()[1]}/video"
    done.set()
    thread.join()
    for call in calls:
        call.close()
    server.close()


def test_a_camera_that_is_not_there(desk: Any, house: Callable[[str], str]) -> None:
    production = house("Ohne Kamera")
    answer = desk.run("record", production, "--camera", "97", "--microphone", "demo", "--seconds", "1")
    assert (answer.status, answer.error) == (4, "no_camera")
    assert desk.do("take", "list", production) == []


def test_a_stalled_network_camera_is_given_up_after_two_seconds(
    desk: Any, house: Callable[[str], str], stalled_camera: str
) -> None:
    production = house("Handy hängt")
    begun = time.monotonic()
    answer = desk.run("record", production, "--camera", stalled_camera, "--microphone", "demo", "--seconds", "1")
    assert (answer.status, answer.error) == (4, "no_camera")
    assert time.monotonic() - begun < 8


def test_neither_picture_nor_sound(desk: Any, house: Callable[[str], str]) -> None:
    answer = desk.tell("record", house("Nichts"), "--camera", "none", "--microphone", "none", "--seconds", "1")
    assert (answer.status, answer.error) == (2, "nothing_to_record")


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("leer.md", b"", "empty_script"),
        ("nur-leerzeichen.txt", b"  \n\n ", "empty_script"),
        ("kaputt.docx", b"PK\x03\x04 kein Word", "unreadable_script"),
        ("fehlt.md", None, "missing_file"),
    ],
)
def test_a_script_that_cannot_be_used(
    desk: Any, house: Callable[[str], str], tmp_path: Path, name: str, content: bytes | None, code: str
) -> None:
    production = house("Skript")
    if content is not None:
        (tmp_path / name).write_bytes(content)
    answer = desk.tell("script", "import", production, tmp_path / name)
    assert (answer.status, answer.error) == (3, code)
    assert desk.tell("script", "check", production).error == "empty_script"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("text.mp4", b"Das ist kein Film.", "not_media"),
        ("null.mp4", b"", "not_media"),
        ("fehlt.mp4", None, "missing_file"),
    ],
)
def test_a_film_that_is_none(
    desk: Any, house: Callable[[str], str], tmp_path: Path, name: str, content: bytes | None, code: str
) -> None:
    production = house("Film")
    if content is not None:
        (tmp_path / name).write_bytes(content)
    answer = desk.tell("take", "import", production, tmp_path / name)
    assert (answer.status, answer.error) == (3, code)
    assert desk.prepare("take", "list", production) == []
    assert [path for path in desk.library.rglob("*") if path.suffix == ".mp4"] == []


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["frobnicate"], "bad_command"),
        (["record"], "bad_command"),
        (["cut", "set", "x", "--segment", "kaputt"], "bad_command"),
        (["list", "--seite", "3"], "bad_command"),
        (["comment", "x", "--at", "gleich", "--text", "a", "--by", "b"], "bad_time"),
        (["consent", "add", "x", "--channel", "tiktok", "--until", "bald"], "bad_date"),
        (["record", "x", "--camera", "demo", "--microphone", "demo", "--crop", "abc"], "bad_number"),
        (["record", "x", "--camera", "demo", "--microphone", "demo", "--crop", "101"], "bad_number"),
        (["record", "x", "--camera", "demo", "--microphone", "demo", "--turn", "45"], "bad_number"),
        (["hand-in", "Gibt es nicht", "--by", "Mira Albrecht"], "unknown_name"),
        (["new", "--title", "x", "--format", "ein_tag_im_zoo"], "unknown_name"),
        (["person", "add", "--name", "Mira Albrecht"], "name_taken"),
        (["person", "add", "--name", "Kim", "--minor"], "guardians_missing"),
    ],
)
def test_a_wrong_call_is_a_sentence_and_status_2(
    desk: Any, house: Callable[[str], str], arguments: list[str], code: str
) -> None:
    house("Da")
    answer = desk.tell(*arguments)
    assert (answer.status, answer.error) == (2, code)
    assert len(answer.err.strip().splitlines()) == 1


def test_english_is_spoken_on_request(desk: Any, house: Callable[[str], str]) -> None:
    house("Sprachen")
    assert "There is no production" in desk.tell("hand-in", "x", "--by", "Mira Albrecht", "--lang", "en").err
    assert "Hier heißt nichts" in desk.tell("hand-in", "x", "--by", "Mira Albrecht").err


def test_a_library_that_is_gone(desk: Any, house: Callable[[str], str]) -> None:
    production = house("Weg")
    shutil.rmtree(desk.library)
    answer = desk.tell("take", "list", production)
    assert (answer.status, answer.error) == (4, "library_gone")
    assert not desk.library.exists()


def test_a_folder_with_other_things_is_no_library(desk: Any) -> None:
    desk.library.mkdir()
    (desk.library / "Urlaub.txt").write_text("Strand", encoding="utf-8")
    answer = desk.tell("new", "--title", "x")
    assert (answer.status, answer.error) == (3, "not_a_library")
    assert [path.name for path in desk.library.iterdir()] == ["Urlaub.txt"]


def test_a_damaged_record_is_named_and_left_alone(desk: Any, house: Callable[[str], str]) -> None:
    production = house("Kaputt")
    record = next(desk.library.rglob("production.json"))
    record.write_bytes(b'{"schema": 1, "title": ')
    answer = desk.tell("take", "list", production)
    assert answer.status == 3
    assert record.read_bytes() == b'{"schema": 1, "title": '


def test_a_long_path_with_umlauts_and_spaces(
    desk: Any, house: Callable[[str], str], tone_film: Callable[..., Path]
) -> None:
    deep = desk.library.parent / "Öffentlichkeitsarbeit der Straßenmeisterei"
    while len(str(deep)) < 250:
        deep = deep / "Unterlagen für später"
    deep.mkdir(parents=True)
    desk.library = deep / "Videos & mehr"
    production = house("Größe, Übung & Maß – „ganz“ schön lang: " + "sehr " * 40)
    film = tone_film("Aufnahme für Übung.mp4")
    desk.do("take", "import", production, film)
    moved = film.rename(deep / film.name)
    take = desk.do("record", production, "--camera", f"file:{moved}", "--microphone", f"file:{moved}", "--seconds", "1")
    assert take["frames"] == 30
    package = desk.do("export", production, "--profile", "tiktok", "--to", deep / "Ausgabe für TikTok", "--draft")
    assert Path(package["clips"][0]["path"]).is_file()


def test_two_productions_of_one_title_must_be_told_apart(desk: Any, house: Callable[[str], str]) -> None:
    house("Doppelt")
    desk.prepare("new", "--title", "Doppelt")
    answer = desk.tell("take", "list", "Doppelt")
    assert (answer.status, answer.error) == (2, "ambiguous_name")


def test_a_cancelled_export_leaves_nothing_half(
    desk: Any, house: Callable[[str], str], tone_film: Callable[..., Path], tmp_path: Path
) -> None:
    production = house("Abbruch")
    desk.do("take", "import", production, tone_film("lang.mp4", seconds=20))
    target = tmp_path / "ziel"
    process = desk.start("export", production, "--profile", "tiktok", "--to", target, "--draft")
    until = time.monotonic() + 20
    while not any(target.rglob("*")) and time.monotonic() < until:
        time.sleep(0.02)
    time.sleep(0.5)
    process.terminate()
    process.communicate(timeout=20)
    assert process.returncode == 130
    assert list(target.rglob("*")) == []
