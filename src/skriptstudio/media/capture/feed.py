"""One device of an open room: read by one thread for as long as the room is open.

Between takes the thread reads only for the viewer. For a take it runs the take's
track, which reads through the same feed, so that the viewer goes on being told.
"""

import math
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event
from typing import Generic, TypeVar

from skriptstudio.media.capture.source import Picture, Sound, Source
from skriptstudio.media.capture.tracks import POLL_SECONDS

Piece = TypeVar("Piece", Picture, Sound)


@dataclass(frozen=True)
class Audience(Generic[Piece]):
    """Who is told what comes from a device, from its thread.

    Attributes:
        piece: called with each piece.
        lost: called between takes, once nothing came for ``patience`` seconds.
    """

    piece: Callable[[Piece], None]
    lost: Callable[[], None]
    patience: float


class Feed(Generic[Piece]):
    """Reads a device, or what rests in its place, and passes on all to the audience.

    A live device also serves the takes. What is played from a beginning gets a
    source of its own for each take, and something that rests in between.
    """

    def __init__(self, name: str, source: Source[Piece], live: bool, audience: Audience[Piece]) -> None:
        """Begin to read.

        Args:
            name: of the thread.
            source: opened; closed by ``close``. Without end.
            live: it is what takes are made of.
            audience: told from now on.
        """
        self._resting: Source[Piece] = source
        self._source: Source[Piece] = source
        self._live = live
        self._audience: Audience[Piece] = audience
        self._take_at = math.inf  # from when on pieces belong to a take
        self._first: Piece | None = None
        self._latest = time.perf_counter()
        self._told_lost = False
        self._pool = ThreadPoolExecutor(1, name)
        source.start(self._latest)
        self._idle = self._pool.submit(self._stand_by)

    def run_take(self, at: float, source: Source[Piece] | None, track: Callable[[], None]) -> "Future[None]":
        """Let the device's thread run a track from the moment ``at`` on the clock on, then stand by again.

        Args:
            at: pieces from before are for the audience only.
            source: what the track is to be given, started at ``at``; None for the live device.
            track: reads from this feed.
        """
        self._take_at = at
        done = self._pool.submit(self._run_track, source, track, self._idle)
        self._idle = self._pool.submit(self._stand_by)
        return done

    def read(self, timeout: float) -> Piece | None:
        """The next piece of the take. Raises ``TimeoutError``. For the track only."""
        first = self._first
        if first is not None:
            self._first = None
            return first
        until = time.perf_counter() + timeout
        while True:
            piece = self._source.read(max(0.0, until - time.perf_counter()))
            if piece is None:
                return None
            self._latest, self._told_lost = time.perf_counter(), False
            self._audience.piece(piece)
            if piece.until >= self._take_at:
                return piece
            if self._latest >= until:
                raise TimeoutError

    def close(self) -> None:
        """End the thread and let go of the device; not while a take runs, nor from the device's thread."""
        self._take_at = -math.inf
        self._pool.shutdown()
        self._resting.close()
        # A defect that nobody has heard of yet.
        self._idle.result()

    def _stand_by(self) -> None:
        """Read for the audience until a take begins, and keep the piece that it begins with."""
        while (left := self._take_at - time.perf_counter()) > 0:
            try:
                first = self.read(min(left, POLL_SECONDS))
            except TimeoutError:
                self._look_for_life()
                continue
            self._first = first if self._live else None
            return

    def _look_for_life(self) -> None:
        if not self._told_lost and time.perf_counter() - self._latest > self._audience.patience:
            self._told_lost = True
            self._audience.lost()

    def _run_track(self, source: Source[Piece] | None, track: Callable[[], None], idle: "Future[None]") -> None:
        try:
            self._source = self._resting if source is None else source
            track()
        finally:
            self._source = self._resting
            self._first = None
            self._take_at = math.inf
            if not self._live:
                self._resting.start(time.perf_counter())
        idle.result()


def drain(feed: Feed[Piece], until: float, stop: Event) -> None:
    """A track that only lets the audience see and hear, up to a moment on the clock or the end of the source."""
    while time.perf_counter() < until and not stop.is_set():
        try:
            if feed.read(POLL_SECONDS) is None:
                return
        except TimeoutError:
            continue
