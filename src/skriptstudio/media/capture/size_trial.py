"""Tries how fast this computer makes a take of the final size."""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from skriptstudio.domain.clip_size import CLIP_HEIGHT_PX, CLIP_WIDTH_PX
from skriptstudio.domain.framing import AS_IT_IS
from skriptstudio.domain.jobs import JobControl
from skriptstudio.media.capture.encoder import TakeEncoder
from skriptstudio.media.capture.opencv import cv2
from skriptstudio.media.capture.portrait import upright

STAGE = "final_size"
SECONDS = 3.0

_DIFFERENT = 8
_WARM_UP = 5
"""The first pictures pay for memory and threads."""


def final_size_fps(control: JobControl, seconds: float = SECONDS) -> float:
    """Pictures a second of all that a take costs: unpack 1080p from a camera, cut it, scale it, encode it.

    In a real take the unpacking runs beside the encoding; here one follows the other, so
    that the figure rather errs downwards.

    Args:
        control: reports the stage ``final_size``.
        seconds: how long to try.

    Raises:
        Cancelled: stopped.
    """
    packed = [_packed(number) for number in range(_DIFFERENT)]
    with TemporaryDirectory(prefix="skriptstudio-") as folder:
        encoder = TakeEncoder(Path(folder) / "trial.mp4", CLIP_WIDTH_PX, CLIP_HEIGHT_PX, with_sound=False)
        try:
            for number in range(_WARM_UP):
                _make(encoder, packed[number])
            began = time.perf_counter()
            made = 0
            while (passed := time.perf_counter() - began) < seconds:
                control.report(STAGE, passed / seconds)
                _make(encoder, packed[made % _DIFFERENT])
                made += 1
            return made / passed
        finally:
            encoder.close()


def _make(encoder: TakeEncoder, packed: NDArray[np.uint8]) -> None:
    image = np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR), np.uint8)
    encoder.show(upright(image, AS_IT_IS))


def _packed(number: int) -> NDArray[np.uint8]:
    """A picture as a webcam sends it: soft shapes that move a little, under the noise of a sensor."""
    rng = np.random.default_rng(number)
    shapes = np.random.default_rng(0).integers(40, 200, (9, 16, 3), dtype=np.uint8)
    soft = cv2.resize(shapes, (1920, 1080), interpolation=cv2.INTER_CUBIC)
    moved = np.roll(soft, 6 * number, axis=1)
    noisy = np.clip(moved + rng.normal(0, 3, moved.shape), 0, 255).astype(np.uint8)
    return np.asarray(cv2.imencode(".jpg", noisy, [cv2.IMWRITE_JPEG_QUALITY, 85])[1], np.uint8)
