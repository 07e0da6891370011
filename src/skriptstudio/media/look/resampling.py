"""Sound in one rate and one layout, though a damaged file may change its own in the middle."""

from collections.abc import Iterator

import av
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler


class Resampling:
    """Resamples frame after frame; begins anew where their kind changes.

    Args:
        sample_format: FFmpeg's name of the samples that are wanted, like ``fltp``.
        layout: FFmpeg's name of the channels that are wanted, like ``mono``.
        rate: samples a second that are wanted.
    """

    def __init__(self, sample_format: str, layout: str, rate: int) -> None:
        self._wanted = (sample_format, layout, rate)
        self._kind: tuple[str, str, int] | None = None
        self._resampler: AudioResampler | None = None

    def goes_on_with(self, frame: AudioFrame) -> bool:
        """Whether a frame is of the same kind as those before; the first one never is."""
        return self._kind == _kind(frame)

    def add(self, frame: AudioFrame) -> Iterator[AudioFrame]:
        """What can be given once this frame is there; some of it is held back for the next one."""
        if not self.goes_on_with(frame):
            yield from self.rest()
            self._kind, self._resampler = _kind(frame), AudioResampler(*self._wanted)
        yield from self._resampled(frame)

    def rest(self) -> Iterator[AudioFrame]:
        """What is still held back; the next frame is a first one again."""
        yield from self._resampled(None)
        self._kind = self._resampler = None

    def _resampled(self, frame: AudioFrame | None) -> list[AudioFrame]:
        try:
            return self._resampler.resample(frame) if self._resampler else []
        except av.FFmpegError:
            return []  # damaged: a rate or layout that can't be


def _kind(frame: AudioFrame) -> tuple[str, str, int]:
    return frame.format.name, frame.layout.name, frame.sample_rate
