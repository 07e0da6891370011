"""What a kill at a random moment costs, by the clock on the wall and not by the program's word."""

import random
import subprocess
import sys
import time
from pathlib import Path

import av
from benchmarks.recording.flashes import FPS

from skriptstudio.media.capture.studio import LocalStudio

BIRTH_SECONDS = 30
"""How long a recorder may take to begin."""


def lost_by_kill(clip: Path, spool: Path, seed: int) -> float | None:
    """Seconds that are missing at the end of a killed recording; None if it doesn't open."""
    process = subprocess.Popen([sys.executable, "-m", "benchmarks.recording.peer", "ours", str(clip), str(spool)])
    try:
        until = time.monotonic() + BIRTH_SECONDS
        while not any(spool.glob("*/take.mp4")):
            if process.poll() is not None or time.monotonic() > until:
                raise RuntimeError("the recorder that was to be killed didn't begin")
            time.sleep(0.002)
        born = time.monotonic()
        time.sleep(random.Random(seed).uniform(1, 10))
        killed = time.monotonic()
    finally:
        process.kill()
        process.wait()
    recordings = list(LocalStudio(spool).unfinished())
    if not recordings:
        return None
    with av.open(str(recordings[0].path)) as container:
        return killed - born - sum(1 for _ in container.decode(video=0)) / FPS
