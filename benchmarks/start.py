"""What the first picture of the window costs, beside a bare Qt window in the same run.

    python3 dev.py bench start [--rounds 9]

CPU time of the whole process from its start to the end of the first paint, in
processes of their own, in turn. Goal: at most 1.3 times the bare window.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile

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


def main() -> None:
    """Run both in turn and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as home:
        cpu_seconds(BARE, home)
        cpu_seconds(OURS, home)
        pairs = [(cpu_seconds(BARE, home), cpu_seconds(OURS, home)) for _ in range(rounds)]
    bare = statistics.median(pair[0] for pair in pairs)
    ours = statistics.median(pair[1] for pair in pairs)
    ratio = statistics.median(pair[1] / pair[0] for pair in pairs)
    print(f"bare Qt window (peer)      {bare * 1000:6.0f} ms CPU")
    print(f"first picture of ours      {ours * 1000:6.0f} ms CPU")
    print(f"ratio, pair by pair        {ratio:6.2f}   (goal {GOAL})")


def cpu_seconds(script: str, home: str) -> float:
    """CPU seconds that the script reports of itself."""
    places = {f"XDG_{name}_HOME": home for name in ("CONFIG", "CACHE", "DATA", "STATE")}
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **places}
    done = subprocess.run([sys.executable, "-c", script], env=environment, check=True, capture_output=True, text=True)
    return float(done.stdout.split()[0])


if __name__ == "__main__":
    main()
