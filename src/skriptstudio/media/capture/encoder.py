"""Encodes a take into an MP4 that survives a crash: whatever was flushed can be played.

The container is fragmented MP4, flushed after every fragment (measured.md: 10 of 10
killed recordings open). The encoder works without B-frames and look-ahead, so it
holds back one picture instead of seventeen (docs/decisions/0012).
"""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.video.frame import VideoFrame
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc, Interpolation, VideoReformatter
from numpy.typing import NDArray

from skriptstudio.domain.timecode import CLIP_FPS
from skriptstudio.media.capture.source import SAMPLE_RATE

FRAGMENT_SECONDS = Fraction(1, 10)
"""How much is gathered before it goes to the disk; each fragment costs some 400 bytes."""

ENCODER_HOLDS_FRAMES = 2
"""Most pictures that the encoder has taken but not given back (measured: 1)."""

INTERLEAVE_SECONDS = Fraction(1, 20)
"""Picture and sound wait for each other at most this long in the muxer; later sound lies in a later fragment."""

_AAC_BIT_RATE = 128_000

AAC_PRIMING = 1024
"""Samples that the AAC encoder puts before the first one.

The crash-safe file can't say "skip these" (no edit list in a fragmented header) nor hold negative
times, so in there the sound begins this much late; ``remux`` puts it right.
"""

_MUXER = {
    "movflags": "empty_moov+default_base_moof",
    "frag_duration": str(int(FRAGMENT_SECONDS * 1_000_000)),
    "flush_packets": "1",
    "max_interleave_delta": str(int(INTERLEAVE_SECONDS * 1_000_000)),
}

_X264 = {
    # Of all presets the one that a busy computer keeps up with. Beside "veryfast", at 608x1080 with a camera's noise:
    # 6 instead of 18 ms of CPU a picture, PSNR 42.1 instead of 41.5 dB, 19 instead of 15 Mbit/s (measured).
    "preset": "ultrafast",
    "crf": "18",  # the take is encoded a second time for the clip, so it may not be the weak link
    "bf": "0",
    "x264-params": "rc-lookahead=0:sync-lookahead=0:mbtree=0:sliced-threads=1",
}


class TakeEncoder:
    """One take on its way into a file. Not for two threads at once.

    Attributes:
        frames: pictures encoded so far.
    """

    def __init__(self, path: Path, width: int, height: int, with_sound: bool) -> None:
        """Create the file.

        Args:
            path: where to.
            width: of the pictures in px; even.
            height: likewise.
            with_sound: whether the file gets a sound track.
        """
        self.frames = 0
        self._samples = 0
        self._shown: VideoFrame | None = None
        self._reformatter = VideoReformatter()
        self._file = av.open(str(path), "w", format="mp4", options=_MUXER)
        self._video = self._file.add_stream("libx264", rate=CLIP_FPS, options=_X264)
        self._video.width, self._video.height, self._video.pix_fmt = width, height, "yuv420p"
        context = self._video.codec_context
        context.thread_type = "SLICE"
        context.gop_size = CLIP_FPS
        context.color_range = ColorRange.MPEG
        context.colorspace = Colorspace.ITU709
        context.color_primaries = ColorPrimaries.BT709
        context.color_trc = ColorTrc.BT709
        self._audio = None
        if with_sound:
            self._audio = self._file.add_stream("aac", rate=SAMPLE_RATE, layout="mono")
            self._audio.bit_rate = _AAC_BIT_RATE

    def show(self, image: NDArray[np.uint8]) -> None:
        """Encode the next picture: shape (height, width, 3), BGR; scaled if it has another size.

        Raises:
            OSError: the disk is full or gone.
        """
        context = self._video.codec_context
        # Borrows the picture, which a copy would move under Python's lock while the window wants to paint.
        frame = VideoFrame.from_numpy_buffer(np.ascontiguousarray(image), format="bgr24")
        same = (frame.width, frame.height) == (context.width, context.height)
        self._shown = self._reformatter.reformat(
            frame,
            width=context.width,
            height=context.height,
            format="yuv420p",
            dst_colorspace=Colorspace.ITU709,
            dst_color_range=ColorRange.MPEG,
            interpolation=Interpolation.FAST_BILINEAR if same else Interpolation.BICUBIC,
        )
        self.show_again()

    def show_again(self) -> None:
        """Encode the previous picture once more. Raises ``OSError`` like ``show``."""
        if self._shown is None:
            return
        self._shown.pts, self._shown.time_base = self.frames, Fraction(1, CLIP_FPS)
        self.frames += 1
        self._file.mux(self._video.encode(self._shown))

    def hear(self, samples: NDArray[np.float32]) -> None:
        """Encode the next sound: shape (n,), mono, float32. Raises ``OSError`` like ``show``."""
        if self._audio is None or not len(samples):
            return
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples)[None, :], format="fltp", layout="mono")
        frame.sample_rate = SAMPLE_RATE
        frame.pts, frame.time_base = AAC_PRIMING + self._samples, Fraction(1, SAMPLE_RATE)
        self._samples += len(samples)
        self._file.mux(self._audio.encode(frame))

    def close(self) -> None:
        """Write what the encoders still hold and close the file. Raises ``OSError`` like ``show``."""
        try:
            if self.frames:
                self._file.mux(self._video.encode(None))
            if self._audio is not None and self._samples:
                self._file.mux(self._audio.encode(None))
        finally:
            self._file.close()
