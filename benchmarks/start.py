"""What the first picture of the window costs, beside a bare Qt window in the same run.

    python3 dev.py bench start [--rounds 9]

CPU time of the whole process from its start to the end of the first paint, in
processes of their own, in turn. The first picture is an empty frame in the right
colours (goal: at most 1.3 times the bare window); the window with rail and header
follows it and is measured beside it.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable

GOAL = 1.3

BARE = """
import time
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        print(time.process_time(), flush=True)
        app.quit()
app = QApplication([])
window = Window()
window.resize(1366, 688)
window.show()
app.exec()
"""

OURS = """
import time
from PySide6.QtWidgets import QApplication
from skriptstudio.ui.app import Frame, first_colors
app = QApplication([])
frame = Frame(first_colors(app))
def done():
    print(time.process_time(), flush=True)
    app.quit()
frame.painted.connect(done)
frame.show()
app.exec()
"""


FILLED = """
import time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from skriptstudio.ui.program import Program
class Watcher(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, done)
        return False
def done():
    print(time.process_time(), flush=True)
    import os
    os._exit(0)
app = QApplication([])
program = Program(app)
watcher = Watcher()
program.window.installEventFilter(watcher)
program.window.show()
app.exec()
"""
"""The window with rail and header, without the frame that stands first."""


def main() -> None:
    """Run both in turn and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as home:
        cpu_seconds(BARE, home)
        cpu_seconds(OURS, home)
        cpu_seconds(FILLED, home)
        runs = [[cpu_seconds(script, home) for script in (BARE, OURS, FILLED)] for _ in range(rounds)]
    print(f"bare Qt window (peer)              {median_ms(run[0] for run in runs):6.0f} ms CPU")
    for name, place, end in (
        ("empty frame in our colours", 1, f"   (goal {GOAL})"),
        ("window with rail and header", 2, ""),
    ):
        ratio = statistics.median(run[place] / run[0] for run in runs)
        print(f"{name:34} {median_ms(run[place] for run in runs):6.0f} ms CPU   ratio {ratio:5.2f}{end}")


def median_ms(seconds: Iterable[float]) -> float:
    """Median in milliseconds."""
    return statistics.median(seconds) * 1000


def cpu_seconds(script: str, home: str) -> float:
    """CPU seconds that the script reports of itself."""
    places = {f"XDG_{name}_HOME": home for name in ("CONFIG", "CACHE", "DATA", "STATE")}
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **places}
    done = subprocess.run([sys.executable, "-c", script], env=environment, check=True, capture_output=True, text=True)
    return float(done.stdout.split()[0])


if __name__ == "__main__":
    main()
