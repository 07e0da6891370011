"""Cameras on the network: MJPEG, or anything else that FFmpeg reads, under an http address."""

import time

from skriptstudio.domain.errors import LoginRefused
from skriptstudio.media.capture.opencv import cv2
from skriptstudio.media.capture.opencv_camera import OpenCvCamera, if_open

PATIENCE_MS = 2000
"""A network camera has this long to answer, and then for each picture (measured.md: else it blocks for 30 s)."""

OPEN_SECONDS = 3.0
"""Connecting and the first picture together, with room for the hand-over between the threads."""

_PROMPT_SECONDS = 1.0
"""A camera that turns us away does it at once; one that says nothing isn't asked a second time."""


def network_camera(url: str) -> OpenCvCamera:
    """The camera at an address, which may hold a login.

    FFmpeg answers a camera that asks for a login with Basic or with Digest (MD5); it
    knows no Digest with SHA-256 (tried: FFmpeg 8.1).
    """

    def opener() -> "cv2.VideoCapture | None":
        limits = [cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, PATIENCE_MS, cv2.CAP_PROP_READ_TIMEOUT_MSEC, PATIENCE_MS]
        began = time.perf_counter()
        capture = if_open(cv2.VideoCapture(url, cv2.CAP_FFMPEG, limits))
        if capture is None and time.perf_counter() - began < _PROMPT_SECONDS and _turned_away(url):
            raise LoginRefused(url)
        return capture

    return OpenCvCamera(url, opener, OPEN_SECONDS)


def _turned_away(url: str) -> bool:
    """Whether the camera wants another login. OpenCV doesn't say why it can't open; PyAV does."""
    import av

    try:
        av.open(url, timeout=PATIENCE_MS / 1000).close()
    except (av.HTTPUnauthorizedError, av.HTTPForbiddenError):
        return True
    except (OSError, av.FFmpegError):
        return False
    return False
