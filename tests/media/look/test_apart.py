"""Media from outside: whatever brings a process down ends in a sentence."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from skriptstudio.domain.errors import MissingFile, NoPicture, NotMedia, UnusablePicture
from skriptstudio.media.look.apart import ApartProbe, look_at
from skriptstudio.media.look.probe import PyAvProbe

FilmMaker = Callable[..., Path]
ROOT = Path(__file__).parents[3]


def test_what_is_found_is_the_same(film: FilmMaker) -> None:
    path = film("Übung 1.mp4", sound=True)
    assert ApartProbe().footage(path) == PyAvProbe().footage(path)


@pytest.mark.parametrize("content", [b"", b"Das ist kein Film.\n" * 50, None])
def test_what_is_no_film_is_told_as_such(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "film.mp4"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(MissingFile if content is None else NotMedia) as error:
        ApartProbe().footage(path)
    assert error.value.values()["path"] == str(path)


def test_the_child_passes_on_every_reason(film: FilmMaker, tmp_path: Path) -> None:
    look_at([str(film(size=(32, 320))), str(tmp_path / "answer.json")])
    text = (tmp_path / "answer.json").read_text(encoding="utf-8")
    assert UnusablePicture.code in text
    assert NoPicture.code not in text


@pytest.mark.parametrize("end", ["import os; os.abort()", "import time; time.sleep(60)", "pass"])
def test_a_child_that_falls_hangs_or_says_nothing_is_a_broken_file(film: FilmMaker, end: str) -> None:
    with pytest.raises(NotMedia):
        ApartProbe([sys.executable, "-c", end], patience=0.5).footage(film())


def test_sixty_damaged_films_bring_nothing_down() -> None:
    command = [sys.executable, "-m", "benchmarks.fuzz", "--count", "60"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stdout + done.stderr
