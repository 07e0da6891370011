"""Looks at a camera for some seconds and measures what it does."""

import time

import numpy as np
from numpy.typing import NDArray

from skriptstudio.domain.camera_check import CameraCheck, CameraMode, judged_camera
from skriptstudio.domain.errors import CameraLost
from skriptstudio.domain.jobs import JobControl
from skriptstudio.media.capture.portrait import portrait_crop
from skriptstudio.media.capture.source import CameraSource, Picture
from skriptstudio.media.capture.tracks import CAMERA_PATIENCE_SECONDS, POLL_SECONDS

STAGE = "camera_check"

_SETTLING_SECONDS = 1.0
"""The first pictures often come in a bunch and too dark, while the camera finds its exposure."""

_BLACK_LEVEL = 24
"""Of 255. A lens behind its cover stays below; a dark room has brighter spots."""

_BRIGHT_SHARE = 99.5
"""Percentile of a picture that tells its bright spots."""


def check_camera(
    name: str, camera: CameraSource, asked: CameraMode | None, seconds: float, control: JobControl
) -> CameraCheck:
    """Open a camera, measure, and close it.

    Args:
        name: what the user calls it, for the error.
        camera: not yet opened.
        asked: what it will be told to do.
        seconds: how long; a frozen picture shows after 5.
        control: reports the stage ``camera_check``.

    Raises:
        NoCamera, LoginRefused, TinyPicture, NotMedia, MissingFile: it can't be opened.
        CameraLost: it gave fewer than two pictures, or stopped on the way.
        Cancelled: stopped.
    """
    try:
        camera.open()
        pictures = _watch(name, camera, seconds, control)
    finally:
        camera.close()
    if len(pictures.moments) < 2 or pictures.newest is None:
        raise CameraLost(source=name)
    image = pictures.newest.image
    height, width = image.shape[:2]
    shape = (width, height, portrait_crop(width, height).height)
    return judged_camera(asked, pictures.moments, shape, pictures.newest.frozen, _is_black(image))


class _Pictures:
    """What was seen: all moments, and the newest picture."""

    def __init__(self) -> None:
        self.moments: list[float] = []
        self.newest: Picture | None = None


def _watch(name: str, camera: CameraSource, seconds: float, control: JobControl) -> _Pictures:
    began = time.perf_counter() + _SETTLING_SECONDS
    camera.start(began)
    seen = _Pictures()
    while (passed := time.perf_counter() - began) < seconds:
        control.report(STAGE, max(0.0, passed) / seconds)
        try:
            picture = camera.read(POLL_SECONDS)
        except TimeoutError:
            latest = seen.moments[-1] if seen.moments else began
            if time.perf_counter() - latest > CAMERA_PATIENCE_SECONDS:
                raise CameraLost(source=name) from None
            continue
        if picture is None:
            break
        seen.moments.append(picture.at)
        seen.newest = picture
    return seen


def _is_black(image: NDArray[np.uint8]) -> bool:
    return bool(np.percentile(image[::8, ::8].max(axis=2), _BRIGHT_SHARE) < _BLACK_LEVEL)
