"""Walks one way through the real window, on a screen of its own.

The log of steps and the pictures stay in ``ci-output/window``.
"""

import json
import os
import shutil
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import av

ROOT = Path(__file__).parents[2]
OUTPUT = ROOT / "ci-output" / "window"
SCREEN = ("xvfb-run", "--auto-servernum", "--server-args=-screen 0 1366x768x24")
RUN = 'openbox & sleep 1; "$0" -m tests.window.run "$1" "$2"; status=$?; kill %1; exit $status'


def walked(mode: str, home: Path) -> dict[str, Any]:
    """Walk the way on a screen of its own and return what was noted."""
    folder = OUTPUT / mode
    shutil.rmtree(folder, ignore_errors=True)
    own = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "CACHE", "DATA", "STATE")}
    gone = ("SKRIPTSTUDIO_LIBRARY", "SKRIPTSTUDIO_SPOOL", "QT_QPA_PLATFORM", "DISPLAY")
    environment = {name: value for name, value in os.environ.items() if name not in gone}
    environment |= {**own, "HOME": str(home), "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [*SCREEN, "bash", "-c", RUN, sys.executable, mode, str(folder)],
        cwd=ROOT,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        timeout=240,
    )
    result: dict[str, Any] = json.loads((folder / "result.json").read_text(encoding="utf-8"))
    assert result["ok"], result.get("error", done.stderr)
    return result


def comes_from_nothing_to_a_package(mode: str, home: Path) -> None:
    """Walk from an empty computer to the film of a package, and look at it."""
    result = walked(mode, home)
    gaps = [gap for _, gap, _ in result["gaps_over_50_ms"]]
    print(f"{mode}: {len(gaps)} moments over 50 ms, longest {max(gaps, default=0):.0f} ms")
    with av.open(result["film"]) as container:
        video = container.streams.video[0]
        times = [frame.pts * frame.time_base for frame in container.decode(video) if frame.pts is not None]
        assert (video.width, video.height, video.codec_context.pix_fmt) == (1080, 1920, "yuv420p")
    assert times[0] == 0
    assert times[-1] - times[0] == Fraction(len(times) - 1, 30)
    subtitles = Path(result["film"]).with_suffix(".srt").read_text(encoding="utf-8")
    assert "heute keine Wände." in subtitles
    assert (OUTPUT / mode / "steps.log").is_file()
    assert len(list((OUTPUT / mode).glob("*.png"))) >= 8
