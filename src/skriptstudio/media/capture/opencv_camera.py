"""Cameras that OpenCV can open, and those of this computer."""

import platform
import time
from collections import deque
from collections.abc import Callable
from threading import Condition, Thread

import numpy as np
from numpy.typing import NDArray

from skriptstudio.domain.address import showable
from skriptstudio.domain.errors import DeviceTrouble, NoCamera, TinyPicture
from skriptstudio.domain.take import SMALLEST_PX
from skriptstudio.media.capture.opencv import cv2
from skriptstudio.media.capture.source import Picture
from skriptstudio.media.capture.stillness import Stillness

DEVICE_OPEN_SECONDS = 20.0
"""Media Foundation on Windows takes 4 to 20 s to open a camera (measured.md)."""

WANTED_WIDTH, WANTED_HEIGHT, WANTED_FPS = 1920, 1080, 30

_KEPT_PICTURES = 8
"""Pictures kept for a recorder that is late; 50 MB at 1080p."""

Opener = Callable[[], "cv2.VideoCapture | None"]


class OpenCvCamera:
    """A live camera. A thread of its own waits for the pictures and stamps them on arrival."""

    def __init__(self, source: str, opener: Opener, patience: float) -> None:
        """``network_camera`` and ``device_camera`` make one.

        Args:
            source: what the user calls it, for the error.
            opener: opens the device, gives None, or raises ``DeviceTrouble``; runs in the camera's thread.
            patience: seconds until a first picture must have arrived.
        """
        self._source = source
        self._opener = opener
        self._patience = patience
        self._news = Condition()
        self._pictures: deque[Picture] = deque(maxlen=_KEPT_PICTURES)
        self._closing = False
        self._gone = False
        self._refusal: DeviceTrouble | None = None
        self._stillness = Stillness()
        self._start = 0.0
        self._thread: Thread | None = None

    def open(self) -> None:
        self._closing = self._gone = False
        self._refusal = None
        self._thread = Thread(target=self._run, name=f"camera {showable(self._source)}")
        self._thread.start()
        with self._news:
            self._news.wait_for(lambda: self._pictures or self._refusal or self._gone, self._patience)
            if self._pictures:
                return
        self.close()
        raise self._refusal or NoCamera(source=self._source)

    def start(self, at: float) -> None:
        with self._news:
            self._start = at
            self._pictures.clear()

    def read(self, timeout: float) -> Picture | None:
        """The next picture; never None, a live camera has no end. Raises ``TimeoutError``."""
        with self._news:
            if not self._news.wait_for(lambda: self._pictures, timeout):
                raise TimeoutError
            return self._pictures.popleft()

    def close(self) -> None:
        """Let go of the device; waits for OpenCV to come back, at most its own time limit."""
        self._closing = True
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _run(self) -> None:
        capture = self._connected()
        while capture is not None and not self._closing:
            arrived, image = capture.read()
            at = time.perf_counter()
            if not arrived:
                break
            self._take(np.asarray(image, np.uint8), at)
        if capture is not None:
            capture.release()
        with self._news:
            self._gone = True
            self._news.notify_all()

    def _connected(self) -> "cv2.VideoCapture | None":
        try:
            return self._opener()
        except DeviceTrouble as refusal:
            self._refusal = refusal
            return None

    def _take(self, image: NDArray[np.uint8], at: float) -> None:
        """Keep a picture that can be used, and tell that it is there."""
        height, width = image.shape[:2]
        frozen = self._stillness.see(image, at)
        with self._news:
            if min(width, height) < SMALLEST_PX:
                self._refusal = TinyPicture(self._source, width, height)
            elif at >= self._start:
                self._pictures.append(Picture(image, at, frozen))
            self._news.notify_all()


def device_camera(index: int) -> OpenCvCamera:
    """A camera of this computer by its number in ``devices.cameras``."""
    return OpenCvCamera(str(index), lambda: _open_device(index), DEVICE_OPEN_SECONDS)


def _open_device(index: int) -> "cv2.VideoCapture | None":
    for backend in backends():
        capture = if_open(cv2.VideoCapture(index, backend))
        if capture is not None:
            _ask_for_hd(capture)
            return capture
    return None


def backends() -> tuple[int, ...]:
    """In the order in which they are tried. ``devices`` lists by the first."""
    system = platform.system()
    if system == "Windows":
        return (cv2.CAP_MSMF, cv2.CAP_DSHOW)
    return (cv2.CAP_V4L2,) if system == "Linux" else (cv2.CAP_ANY,)


def _ask_for_hd(capture: "cv2.VideoCapture") -> None:
    """MJPG first: most cameras reach 1080p at 30 fps only compressed.

    What the camera says it will do is worth little (measured.md); what it really
    does shows in the pictures' size and in the recorder's count of repeated frames.
    """
    capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
    capture.set(cv2.CAP_PROP_FRAME_WIDTH, WANTED_WIDTH)
    capture.set(cv2.CAP_PROP_FRAME_HEIGHT, WANTED_HEIGHT)
    capture.set(cv2.CAP_PROP_FPS, WANTED_FPS)


def if_open(capture: "cv2.VideoCapture") -> "cv2.VideoCapture | None":
    """What was opened, or None."""
    if capture.isOpened():
        return capture
    capture.release()
    return None
