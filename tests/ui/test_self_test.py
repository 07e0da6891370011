"""``--self-test`` from source; the built program runs the same."""

import json
import os
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.qt

WITHOUT_STREAMS = (
    "import sys; sys.stdout = sys.stderr = None; from skriptstudio.__main__ import main; sys.exit(main(sys.argv[1:]))"
)
"""A program without a console has neither, so whatever prints would crash."""


def run(*arguments: str | Path) -> int:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", WITHOUT_STREAMS, "--self-test", *map(str, arguments)]
    return subprocess.run(command, env=environment, timeout=100, check=False).returncode


def test_the_program_proves_itself_without_a_console(tmp_path: Path) -> None:
    assert run(tmp_path / "result.json") == 0
    result = json.loads((tmp_path / "result.json").read_text(encoding="utf-8"))
    assert (result["ok"], result["error"], result["platform"]) == (True, "", "offscreen")
    assert (result["width"], result["height"]) == (1080, 1920)
    assert result["frames"] > 60
    assert result["seconds"] > 2


def test_a_program_that_lacks_something_says_what(tmp_path: Path) -> None:
    broken = "import sys; sys.modules['skriptstudio.ui.pages.publish'] = None; " + WITHOUT_STREAMS
    command = [sys.executable, "-c", broken, "--self-test", str(tmp_path / "result.json")]
    status = subprocess.run(command, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, timeout=100, check=False)
    assert status.returncode == 1
    result = json.loads((tmp_path / "result.json").read_text(encoding="utf-8"))
    assert not result["ok"]
    assert "skriptstudio.ui.pages.publish" in result["error"]


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({}, ""),
        ({"recorded_frames": 59}, "take"),
        ({"frames": 88}, "88 frames"),
        ({"frames": 0, "shown_seconds": Fraction(0)}, "0 frames"),
        ({"width": 540}, "540 x 1920"),
        ({"has_sound": False}, "no sound"),
        ({"silent": True}, "no sound"),
    ],
)
def test_every_flaw_of_the_clip_is_named(changes: dict[str, Any], wrong: str) -> None:
    from skriptstudio.domain.take import Footage
    from skriptstudio.ui.self_test import Outcome, wrong_with

    clip = {"frames": 90, "width": 1080, "height": 1920, "has_sound": True}
    clip |= {key: value for key, value in changes.items() if key in clip}
    footage = Footage(seconds=Fraction(3), rotation=0, fps=Fraction(30), video_codec="h264", **clip)  # type: ignore[arg-type]
    whole = {"recorded_frames": 60, "shown_seconds": Fraction(3), "silent": False}
    whole |= {key: value for key, value in changes.items() if key in whole}
    said = wrong_with(Outcome(clip=footage, **whole))  # type: ignore[arg-type]
    assert wrong in said
    assert bool(said) is bool(wrong)
