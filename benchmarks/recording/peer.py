"""The recorder alone, and ffmpeg at the same work: one clip in real time into a portrait file.

python -m benchmarks.recording.peer ours|ffmpeg CLIP FOLDER
"""

import os
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.ports.studio import RecordingOrder
from skriptstudio.domain.take import TakeFinding
from skriptstudio.media.capture.studio import LocalStudio


class Nobody:
    """Isn't interested in how it goes."""

    def started(self) -> None: ...

    def progress(self, seconds: Fraction, level_db: float) -> None: ...

    def warned(self, finding: TakeFinding) -> None: ...


def cpu_seconds(who: str, clip: Path, folder: Path) -> float:
    """CPU time of a whole process of that kind; 0 where the system doesn't tell it (Windows)."""
    before = os.times()
    subprocess.run([sys.executable, "-m", "benchmarks.recording.peer", who, str(clip), str(folder)], check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def main() -> int:
    """Play the part."""
    who, clip, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    if who == "ours":
        source = f"file:{clip}"
        order = RecordingOrder("take", "library", "production", "whole", source, source)
        LocalStudio(folder).record(order, Nobody(), JobControl())
        return 0
    import imageio_ffmpeg

    folder.mkdir(parents=True, exist_ok=True)
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-loglevel", "error", "-re", "-i", str(clip), "-vf", "crop=608:ih"]
    command += ["-c:v", "libx264", "-preset", "ultrafast", "-crf", "18", "-c:a", "aac", "-b:a", "128k", "-y"]
    return subprocess.run([*command, str(folder / "peer.mp4")], check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
