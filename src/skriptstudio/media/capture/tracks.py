"""The two threads of a recording: pictures onto the grid, sound onto its line."""

import math
import time
from threading import Event, Lock

import numpy as np
from numpy.typing import NDArray

from skriptstudio.domain.framing import Framing
from skriptstudio.domain.take import TakeFinding
from skriptstudio.domain.timecode import CLIP_FPS
from skriptstudio.media.capture.drift import SoundLine
from skriptstudio.media.capture.grid import Grid, Slot
from skriptstudio.media.capture.portrait import upright
from skriptstudio.media.capture.source import SAMPLE_RATE, Picture, Sound, Stream
from skriptstudio.media.capture.writer import TakeWriter

POLL_SECONDS = 0.1
"""Longest wait for a source before looking whether the take is over."""

CAMERA_PATIENCE_SECONDS = 2.5
"""A camera without a picture for this long is lost."""

MICROPHONE_PATIENCE_SECONDS = 3.0
"""A microphone without data, or without sound, for this long gets a warning."""

STRAGGLER_SECONDS = 0.5
"""How late sound or the last pictures may come before something else is put in their place."""

SILENCE_PEAK = 10 ** (-60 / 20)
"""Below -60 dBFS a room microphone is muted or unplugged: even a quiet room is louder."""

QUIETEST_DB = -120.0
"""What is reported for digital silence."""

SAMPLES_PER_FRAME = SAMPLE_RATE // CLIP_FPS

Image = NDArray[np.uint8]


def decibels(peak: float) -> float:
    """A peak of 0.0 to 1.0 in dBFS, -120 to 0."""
    return max(QUIETEST_DB, 20 * math.log10(peak)) if peak > 0 else QUIETEST_DB


class PictureTrack:
    """Reads the camera until the end of the take.

    Attributes:
        begun: set with the first picture; ``start`` is then the moment of slot 0 on the clock.
        end: number of frames of the take, once that is known.
        findings: ``FROZEN`` if its pictures stood still, ``CAMERA_LOST`` if it stopped to deliver.
    """

    def __init__(self, camera: Stream[Picture], framing: Framing, writer: TakeWriter, end: int | None) -> None:
        self._camera = camera
        self._framing = framing
        self._writer = writer
        self._grid: Grid[Image] | None = None
        self.begun = Event()
        self.start = 0.0
        self.end = end
        self._end_lock = Lock()
        self.findings: list[TakeFinding] = []

    @property
    def repeated(self) -> int:
        """Slots that show the picture before again because the camera was late."""
        return self._grid.repeated if self._grid else 0

    @property
    def filled(self) -> int:
        """Frames so far."""
        return self._grid.filled if self._grid else 0

    def stop(self) -> None:
        """End the take now, with at least one frame."""
        frames = (time.perf_counter() - self.start) * CLIP_FPS if self.begun.is_set() else 0
        self._end_by(max(1, math.ceil(frames)))

    def _end_by(self, frames: int) -> None:
        with self._end_lock:
            self.end = frames if self.end is None else min(self.end, frames)

    def run(self) -> None:
        """Read pictures until the end of the take is reached, and fix it if it wasn't known."""
        try:
            self._read_to_end()
        finally:
            self._end_by(self.filled)
            self.begun.set()

    def _read_to_end(self) -> None:
        latest = time.perf_counter()
        while self.end is None or self.filled < self.end:
            try:
                picture = self._camera.read(POLL_SECONDS)
            except TimeoutError:
                now = time.perf_counter()
                if now - latest > CAMERA_PATIENCE_SECONDS:
                    self.findings.append(TakeFinding.CAMERA_LOST)
                    return
                if self._fill_up(now):
                    return
                continue
            if picture is None:
                return
            latest = time.perf_counter()
            self._lay(picture)

    def _lay(self, picture: Picture) -> None:
        grid = self._grid
        if grid is None:
            # The camera's first picture begins the take: then all that follow sit in their slots.
            grid = self._grid = Grid(picture.at)
            self.start = picture.at
        if picture.frozen and TakeFinding.FROZEN not in self.findings:
            self.findings.append(TakeFinding.FROZEN)
        self._write(grid.lay(upright(picture.image, self._framing), picture.at, self.end))
        self.begun.set()

    def _fill_up(self, now: float) -> bool:
        """Whether the take is over although the camera owes the last pictures."""
        if self._grid is None or self.end is None or now < self._grid.moment(self.end) + STRAGGLER_SECONDS:
            return False
        self._write(self._grid.finish(self.end))
        return True

    def _write(self, slots: list[Slot[Image]]) -> None:
        for slot in slots:
            if slot.image is None:
                self._writer.show_again()
            else:
                self._writer.show(slot.image)


class SoundTrack:
    """Reads the microphone and keeps the sound as long as the picture.

    Attributes:
        findings: what is wrong with the sound, each once, in the order of discovery.
        ended: the microphone (a file) has come to its end.
    """

    def __init__(self, microphone: Stream[Sound], writer: TakeWriter, pictures: PictureTrack) -> None:
        self._microphone = microphone
        self._writer = writer
        self._pictures = pictures
        self._written = 0
        self._quiet_samples = 0
        self._peak = 0.0
        self._peak_lock = Lock()
        self.findings: list[TakeFinding] = []
        self.ended = False

    def level_db(self) -> float:
        """Highest peak since the last call in dBFS, -120 to 0."""
        with self._peak_lock:
            peak, self._peak = self._peak, 0.0
        return decibels(peak)

    def run(self) -> None:
        """Read until the sound is exactly as long as the picture."""
        self._pictures.begun.wait()
        if not self._pictures.filled:
            return
        line = SoundLine(self._pictures.start)
        latest = time.perf_counter()
        while not self._done():
            now = time.perf_counter()
            try:
                sound = None if self.ended else self._microphone.read(POLL_SECONDS)
            except TimeoutError:
                self._write(line.silence_until(now - STRAGGLER_SECONDS))
                if now - latest > MICROPHONE_PATIENCE_SECONDS:
                    self._find(TakeFinding.MICROPHONE_LOST)
                continue
            if sound is None:
                self._pad(line, now)
                continue
            latest = now
            self._listen(sound.samples)
            self._write(line.add(sound.samples, sound.at))

    def _done(self) -> bool:
        end = self._pictures.end
        return end is not None and self._written >= end * SAMPLES_PER_FRAME

    def _pad(self, line: SoundLine, now: float) -> None:
        """Silence behind the end of a file, as time passes."""
        self.ended = True
        self._write(line.silence_until(now))
        time.sleep(POLL_SECONDS)

    def _write(self, samples: NDArray[np.float32]) -> None:
        end = self._pictures.end
        if end is not None:
            samples = samples[: max(0, end * SAMPLES_PER_FRAME - self._written)]
        self._written += len(samples)
        self._writer.hear(samples)

    def _listen(self, samples: NDArray[np.float32]) -> None:
        peak = float(np.abs(samples).max(initial=0.0))
        with self._peak_lock:
            self._peak = max(self._peak, peak)
        self._quiet_samples = self._quiet_samples + len(samples) if peak < SILENCE_PEAK else 0
        if self._quiet_samples > MICROPHONE_PATIENCE_SECONDS * SAMPLE_RATE:
            self._find(TakeFinding.SILENT)

    def _find(self, finding: TakeFinding) -> None:
        if finding not in self.findings:
            self.findings.append(finding)
