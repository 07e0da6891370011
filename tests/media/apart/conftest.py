"""Children that do as they are told, and children that don't."""

import sys
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from textwrap import dedent

import av
import numpy as np
import pytest
from tests.media.look.conftest import film, turned

from skriptstudio.media.apart.asking import Apart

__all__ = ["film", "turned"]


@pytest.fixture
def calm(tmp_path: Path) -> Callable[[int], Path]:
    """A film of so many grey pictures, which is encoded in no time."""

    def make(frames: int) -> Path:
        path = tmp_path / "ruhig.mp4"
        with av.open(str(path), "w") as container:
            stream = container.add_stream("libx264", rate=30, options={"preset": "ultrafast"})
            stream.width, stream.height, stream.pix_fmt = 90, 160, "yuv420p"
            for index in range(frames):
                frame = av.VideoFrame.from_ndarray(np.full((240, 90), 90, np.uint8), format="yuv420p")
                frame.pts, frame.time_base = index, Fraction(1, 30)
                container.mux(stream.encode(frame))
            container.mux(stream.encode(None))
        return path

    return make


@pytest.fixture
def child(tmp_path: Path) -> Callable[..., Apart]:
    """A child that runs these lines of Python in place of the program."""

    def make(lines: str, patience: float = 30) -> Apart:
        script = tmp_path / "child.py"
        script.write_text(dedent(lines), encoding="utf-8")
        return Apart([sys.executable, str(script)], patience)

    return make


DIES_IN_THE_MIDDLE = """
    import os
    from skriptstudio.domain.jobs import JobControl
    from skriptstudio.media.apart import child

    class Mortal(JobControl):
        def report(self, stage, done):
            super().report(stage, done)
            if done > 0.3:
                os.abort()

    child.JobControl = Mortal
    child.main()
    """
"""The program itself, but its process is brought down in the middle of its work."""
