"""Loudness after EBU R 128 / ITU-R BS.1770-4, measured by FFmpeg's ``ebur128``."""

from dataclasses import dataclass
from fractions import Fraction
from io import BytesIO
from math import isfinite, log10
from pathlib import Path

import av
import numpy as np
from av.audio.frame import AudioFrame
from numpy.typing import NDArray

from skriptstudio.media.look.opening import decoded_sound, open_media

SAMPLE_RATE = 48_000
_ABSOLUTE_GATE_LUFS = -70.0
"""What is quieter doesn't count as sound (EBU R 128); the filter reports it as this value."""


@dataclass(frozen=True)
class Loudness:
    """What was heard.

    Attributes:
        lufs: integrated loudness; None where all is quieter than the absolute gate.
        true_peak_db: highest peak between the samples, in dBTP; None for digital silence.
    """

    lufs: float | None
    true_peak_db: float | None


class Meter:
    """Hears sound piece by piece: 48 kHz, stereo."""

    def __init__(self) -> None:
        self._graph = av.filter.Graph()
        source = self._graph.add_abuffer(sample_rate=SAMPLE_RATE, format="fltp", layout="stereo")
        meter = self._graph.add("ebur128", "metadata=1:peak=true:framelog=quiet")
        self._graph.link_nodes(source, meter, self._graph.add("abuffersink")).configure()
        self._last: dict[str, str] = {}
        self._heard = 0

    def hear(self, samples: NDArray[np.float32]) -> None:
        """Listen to samples of shape (2, n)."""
        frame = sound_frame(samples, self._heard)
        self._heard += frame.samples
        self._push(frame)

    def result(self) -> Loudness:
        """What all of it measures; nothing can be heard afterwards."""
        self._push(None)
        peaks = [float(value) for key, value in self._last.items() if key.startswith("lavfi.r128.true_peaks_ch")]
        lufs = float(self._last.get("lavfi.r128.I", "nan"))
        peak = max(peaks, default=0.0)
        audible = isfinite(lufs) and lufs > _ABSOLUTE_GATE_LUFS
        return Loudness(lufs if audible else None, 20 * log10(peak) if peak > 0 else None)

    def _push(self, frame: AudioFrame | None) -> None:
        self._graph.push(frame)
        while True:
            try:
                heard = self._graph.pull()
            except (av.BlockingIOError, av.EOFError):
                return
            self._last = dict(heard.metadata) or self._last


def sound_frame(samples: NDArray[np.float32], at: int) -> AudioFrame:
    """Samples of shape (2, n), -1.0 to 1.0, as a frame whose first sample is number ``at``."""
    frame = AudioFrame.from_ndarray(np.ascontiguousarray(samples), format="fltp", layout="stereo")
    frame.sample_rate, frame.pts, frame.time_base = SAMPLE_RATE, at, Fraction(1, SAMPLE_RATE)
    return frame


def samples_of(frame: AudioFrame) -> NDArray[np.float32]:
    """The samples of an ``fltp`` frame, shape (channels, n)."""
    return frame.to_ndarray().astype(np.float32, copy=False)


def measure(sound: Path | bytes) -> Loudness:
    """Loudness of the first sound of a media file; all None without sound.

    Raises:
        MissingFile, NotMedia, DriveFault.
    """
    meter = Meter()
    with open_media(sound) if isinstance(sound, Path) else av.open(BytesIO(sound), "r") as container:
        if container.streams.audio:
            resampler = av.AudioResampler("fltp", "stereo", SAMPLE_RATE)
            for frame in decoded_sound(container, container.streams.audio[0]):
                frame.pts = None
                for piece in resampler.resample(frame):
                    meter.hear(samples_of(piece))
    return meter.result()
