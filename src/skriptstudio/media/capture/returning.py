"""A live camera or microphone that, once lost, is opened again by itself until it is back."""

import time
from collections.abc import Callable
from itertools import chain, repeat
from threading import Event, Thread
from typing import Generic, TypeVar

from skriptstudio.domain.errors import DeviceTrouble, LoginRefused
from skriptstudio.media.capture.source import Device, Picture, Sound

Piece = TypeVar("Piece", Picture, Sound)

PAUSES_SECONDS = (1.0, 2.0, 4.0, 5.0)
"""Before each new try; the last one is repeated."""


class Returning(Generic[Piece]):
    """A source that outlives its device.

    While that is away, reading runs into its ``TimeoutError``; a thread of its own
    opens the device again, so that nobody waits for it but ``close``.
    """

    def __init__(self, name: str, make: Callable[[], Device[Piece]], patience: float) -> None:
        """Nothing is opened yet.

        Args:
            name: of the thread that fetches the device back.
            make: a device that isn't opened yet, each time a new one; may raise ``DeviceTrouble``.
            patience: seconds without a piece after which it is taken for lost.
        """
        self._name = name
        self._make: Callable[[], Device[Piece]] = make
        self._patience = patience
        self._device: Device[Piece] | None = None
        self._latest = 0.0
        self._back = Event()
        self._closing = Event()
        self._search: Thread | None = None

    def open(self) -> None:
        """Open it for the first time; raises what the device raises."""
        device = self._make()
        device.open()
        self._device = device

    def start(self, at: float) -> None:
        """Begin at the clock moment ``at``; a device that comes back begins at once."""
        self._latest = at
        if self._device is not None:
            self._device.start(at)

    def read(self, timeout: float) -> Piece | None:
        """The next piece. Raises ``TimeoutError``, also while the device is away."""
        device = self._device
        if device is None:
            self._back.wait(timeout)
            raise TimeoutError
        try:
            piece = device.read(timeout)
        except TimeoutError:
            if time.perf_counter() - self._latest > self._patience:
                self._let_go(device)
            raise
        self._latest = time.perf_counter()
        return piece

    def close(self) -> None:
        """Let go of the device and end the search for it. May be called twice."""
        self._closing.set()
        if self._search is not None:
            self._search.join()
        device, self._device = self._device, None
        if device is not None:
            device.close()

    def _let_go(self, lost: Device[Piece]) -> None:
        self._device = None
        self._back.clear()
        self._search = Thread(target=self._fetch_back, args=(lost,), name=self._name)
        self._search.start()

    def _fetch_back(self, lost: Device[Piece]) -> None:
        """Close what is left of it, then try until it answers or the room is left."""
        lost.close()
        for pause in chain(PAUSES_SECONDS, repeat(PAUSES_SECONDS[-1])):
            if self._closing.wait(pause):
                return
            try:
                device = self._make()
                device.open()
            except LoginRefused:  # more tries could lock the camera's account
                return
            except DeviceTrouble:
                continue
            self._welcome(device)
            return

    def _welcome(self, device: Device[Piece]) -> None:
        now = time.perf_counter()
        device.start(now)
        self._latest, self._device = now, device
        self._back.set()
