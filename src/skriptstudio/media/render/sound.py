"""The sound of a cut: read exactly to the sample, in small pieces, never as a whole."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer
from numpy.typing import NDArray

from skriptstudio.domain.clip import SourceSegment
from skriptstudio.domain.timecode import CLIP_FPS
from skriptstudio.media.look.opening import decoded_sound, open_media
from skriptstudio.media.look.resampling import Resampling
from skriptstudio.media.render.loudness import SAMPLE_RATE, samples_of
from skriptstudio.media.render.picture import frame_count

Samples = NDArray[np.float32]
"""Shape (2, n): left and right, -1.0 to 1.0, 48 kHz."""

SAMPLES_PER_FRAME = SAMPLE_RATE // CLIP_FPS
EDGE_FADE = 240
"""Samples (5 ms) over which a segment comes and goes, so that cuts don't click."""

_RUN_UP = Fraction(1, 2)
"""Seconds read before a segment, because AAC needs the packets before to decode the first one."""
_GAP = SAMPLE_RATE // 20
"""A jump of the time stamps by more samples than this (50 ms) is a gap; less is rounding."""
_SILENCE_PIECE = SAMPLE_RATE
_UNSEEKABLE = "mpeg"
"""MPEG program streams: after a seek FFmpeg stamps their sound a packet late (24 ms, measured)."""


def cut_sound(
    segments: Sequence[SourceSegment], origins: Mapping[Path, Fraction], crossfade: int = 0
) -> Iterator[Samples]:
    """The sound of all segments one after the other: exactly ``SAMPLES_PER_FRAME`` for each clip frame.

    Args:
        segments: the cut.
        origins: moment of each source's first picture on the clock of its file.
        crossfade: clip frames over which neighbours go over into each other, half of them on either side of the cut.

    Raises:
        MissingFile, NotMedia, DriveFault.
    """
    halves = [0, *(_half(a, b, crossfade) for a, b in pairwise(segments)), 0]
    return overlapped(
        (_faded(segment, origins[segment.path], before, after), 2 * after)
        for segment, before, after in zip(segments, halves, halves[1:], strict=False)
    )


def _half(one: SourceSegment, other: SourceSegment, crossfade: int) -> int:
    """Samples by which both reach beyond the cut between them; never beyond the middle of a short segment."""
    return min(crossfade, frame_count(one), frame_count(other)) * SAMPLES_PER_FRAME // 2


def _faded(segment: SourceSegment, origin: Fraction, before: int, after: int) -> Iterator[Samples]:
    """A segment with the samples before and after it that are mixed with its neighbours', coming and going softly."""
    total = before + frame_count(segment) * SAMPLES_PER_FRAME + after
    wider = replace(segment, start=segment.start - Fraction(before, SAMPLE_RATE))
    at = 0
    for piece in _exact(_read(wider, origin, total), total):
        yield piece * _edges(at, piece.shape[1], total, 2 * before, 2 * after)
        at += piece.shape[1]


def _edges(at: int, count: int, total: int, fade_in: int, fade_out: int) -> Samples:
    """Volume of samples ``at`` to ``at + count`` of ``total``.

    Two different sounds stay as loud together as each alone if their squares add up to one; without
    a neighbour to mix with, the few samples against clicks rise evenly.
    """
    place = np.arange(at, at + count, dtype=np.float32)
    comes = np.minimum(1, (place + 0.5) / (fade_in or EDGE_FADE))
    goes = np.minimum(1, (total - 0.5 - place) / (fade_out or EDGE_FADE))
    comes = np.sin(comes * np.pi / 2) if fade_in else comes
    goes = np.sin(goes * np.pi / 2) if fade_out else goes
    ramp: Samples = np.minimum(comes, goes).astype(np.float32)
    return ramp


def overlapped(parts: Iterable[tuple[Iterator[Samples], int]]) -> Iterator[Samples]:
    """Sounds one after the other, the last samples of each mixed with the first ones of the next.

    Args:
        parts: pieces of a sound, and how many of its last samples the next one overlaps.
    """
    held = np.zeros((2, 0), np.float32)
    for pieces, tail in parts:
        kept = np.zeros((2, 0), np.float32)
        for piece in pieces:
            mixed = min(held.shape[1], piece.shape[1])
            piece[:, :mixed] += held[:, :mixed]
            held = held[:, mixed:]
            kept = np.concatenate([kept, piece], axis=1) if kept.shape[1] else piece
            if kept.shape[1] > tail:
                yield kept[:, : kept.shape[1] - tail]
                kept = kept[:, kept.shape[1] - tail :]
        held = kept


def _exact(placed: Iterator[tuple[int, Samples]], total: int) -> Iterator[Samples]:
    """Lay pieces at their places 0 to ``total``; silence where there are none, overlaps dropped."""
    filled = 0
    for at, samples in placed:
        if at > filled:
            yield from _silence(min(at, total) - filled)
            filled = min(at, total)
        samples = samples[:, filled - at : total - at] if at < total else samples[:, :0]
        if samples.shape[1]:
            yield samples
            filled += samples.shape[1]
        if filled >= total:
            return
    yield from _silence(total - filled)


def _silence(count: int) -> Iterator[Samples]:
    while count > 0:
        yield np.zeros((2, min(count, _SILENCE_PIECE)), np.float32)
        count -= _SILENCE_PIECE


def _read(segment: SourceSegment, origin: Fraction, total: int) -> Iterator[tuple[int, Samples]]:
    """Pieces of the segment's sound with their place in it, in samples; may begin before 0 and end late."""
    with open_media(segment.path) as container:
        if not container.streams.audio:
            return
        stream = container.streams.audio[0]
        start = origin + segment.start
        _seek(container, stream, start - _RUN_UP)
        clock = _Placer(start)
        for frame in decoded_sound(container, stream):
            for at, samples in clock.place(frame):
                yield at, samples
                if at >= total:
                    return
        yield from clock.rest()


def _seek(container: InputContainer, stream: AudioStream, moment: Fraction) -> None:
    assert stream.time_base is not None
    if container.format.name == _UNSEEKABLE:
        return
    try:
        container.seek(int(moment / stream.time_base), stream=stream, backward=True)
    except av.FFmpegError:
        with suppress(av.FFmpegError):  # damaged beyond seeking: read from where it stands
            container.seek(0)  # no index: read from the start


class _Placer:
    """Resamples frames to 48 kHz stereo and says where each piece belongs."""

    def __init__(self, start: Fraction) -> None:
        """``start``: moment of sample 0 on the clock of the file."""
        self._start = start
        self._resampling = Resampling("fltp", "stereo", SAMPLE_RATE)
        self._at = 0
        self._expected = 0

    def place(self, frame: AudioFrame) -> Iterator[tuple[int, Samples]]:
        at = self._expected
        if frame.pts is not None and frame.time_base is not None:
            at = round((frame.pts * frame.time_base - self._start) * SAMPLE_RATE)
        if not self._resampling.goes_on_with(frame) or abs(at - self._expected) > _GAP:
            yield from self.rest()
            self._at = self._expected = at
        self._expected += round(Fraction(frame.samples * SAMPLE_RATE, frame.sample_rate))
        frame.pts = None  # the count of samples is the clock from here on
        yield from self._placed(self._resampling.add(frame))

    def rest(self) -> Iterator[tuple[int, Samples]]:
        """What the resampler still holds back."""
        return self._placed(self._resampling.rest())

    def _placed(self, pieces: Iterator[AudioFrame]) -> Iterator[tuple[int, Samples]]:
        for piece in pieces:
            samples = samples_of(piece)
            yield self._at, samples
            self._at += samples.shape[1]
