"""The program listens, as its users run it: sound of any kind in, times, captions and suggestions out."""

import json
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from tests.speech.reading import RATE, Samples, quiet, read

CALL = "Komm eine Woche zum Praktikum."
LINES = ["Guten Morgen aus dem Bauhof.", "Heute schneiden wir die Hecken.", "Komm doch einfach mal vorbei."]


def sound_file(path: Path, samples: Samples, rate: int, channels: int = 1) -> Path:
    """A WAV file of that rate; a second channel is silent."""
    moments = np.arange(int(len(samples) * rate / RATE)) * RATE / rate
    mono = np.interp(moments, np.arange(len(samples)), samples)
    sound = np.zeros((channels, len(mono)), np.int16)
    sound[0] = np.clip(mono * 32_767, -32_768, 32_767)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("pcm_s16le", rate=rate, layout="stereo" if channels == 2 else "mono")
        frame = av.AudioFrame.from_ndarray(
            sound.T.reshape(1, -1).copy(), format="s16", layout="stereo" if channels == 2 else "mono"
        )
        frame.sample_rate = rate
        container.mux([*stream.encode(frame), *stream.encode(None)])
    return path


def freshly_read(lines: Sequence[str]) -> Samples:
    """Spoken by a process of its own: the engine's noise goes on from call to call, and no two sound alike."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(read, lines).result()


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "Zeilen.txt"
    path.write_text("\n".join(LINES), encoding="utf-8")
    return path


@pytest.mark.parametrize(("rate", "channels"), [(8_000, 1), (96_000, 2)])
def test_telephone_and_studio_are_understood_and_become_captions(
    desk: Any, script: Path, tmp_path: Path, rate: int, channels: int
) -> None:
    sound = sound_file(tmp_path / "Töne.wav", freshly_read(LINES), rate, channels)
    srt = tmp_path / "Untertitel.srt"
    found = desk.do("captions", "align", "--script", script, "--audio", sound, "--to", srt)
    assert [word["text"] for word in found["words"]] == " ".join(LINES).split()
    assert " ".join(line for cue in found["cues"] for line in cue["lines"]) == " ".join(LINES)
    assert srt.read_text(encoding="utf-8").count("-->") == len(found["cues"])


def test_what_nobody_says_has_no_times_and_no_place(desk: Any, script: Path, tmp_path: Path) -> None:
    sound = sound_file(tmp_path / "still.wav", quiet(3), RATE)
    assert desk.prepare("captions", "align", "--script", script, "--audio", sound) == {"words": [], "cues": []}
    answer = desk.tell("captions", "follow", "--script", script, "--audio", sound)
    assert (answer.status, answer.out) == (0, "")


def test_a_reader_is_followed_line_by_line(desk: Any, script: Path, tmp_path: Path) -> None:
    sound = sound_file(tmp_path / "gelesen.wav", freshly_read([LINES[0], LINES[2]]), RATE)
    answer = desk.tell("captions", "follow", "--script", script, "--audio", sound)
    assert answer.status == 0
    steps = [json.loads(line) for line in answer.out.splitlines()]
    assert list(dict.fromkeys(step["sentence"] for step in steps)) == [0, 2]
    assert [step["at"] for step in steps] == sorted(step["at"] for step in steps)


def test_edited_subtitles_come_back_and_silence_is_suggested_to_go(
    desk: Any, house: Callable[[str], str], script_file: Path, tmp_path: Path
) -> None:
    production = house("Untertitel")
    desk.prepare("script", "import", production, script_file, "--by", "Mira Albrecht")
    desk.do(
        "record", production, "--camera", "demo", "--microphone", "demo", "--seconds", "4", "--speaker", "Mira Albrecht"
    )
    found = desk.prepare("cut", "suggest", production)
    assert all(float(one["in"]) < float(one["out"]) for one in found["suggestions"])
    assert set(found["unsaid"]) <= {"Mein Büro hat heute keine Wände.", "Du siehst, womit ich messe.", CALL}
    subtitles = tmp_path / "neu.srt"
    subtitles.write_text("1\n00:00:00,500 --> 00:00:02,000\nMein Büro\n\n", encoding="utf-8")
    desk.prepare("captions", "import", production, subtitles, "--by", "Mira Albrecht")
    broken = tmp_path / "kaputt.srt"
    broken.write_text("Das ist kein Untertitel.", encoding="utf-8")
    answer = desk.tell("captions", "import", production, broken, "--by", "Mira Albrecht")
    assert answer.status == 3
    assert "Traceback" not in answer.err
