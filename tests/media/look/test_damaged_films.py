"""Media from outside: whatever damage it has, reading it ends in pictures or in a sentence."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_sixty_damaged_films_bring_nothing_down() -> None:
    command = [sys.executable, "-m", "benchmarks.fuzz", "--count", "60"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stdout + done.stderr
