"""How fast this computer encodes: the figure behind "can it record at final size?"."""

import io
import time
from fractions import Fraction

import av
import numpy as np

from skriptstudio.domain.clip import EncodeSettings
from skriptstudio.domain.clip_size import CLIP_HEIGHT_PX, CLIP_WIDTH_PX
from skriptstudio.domain.timecode import CLIP_FPS

FRAMES = 45


def encoder_speed() -> float:
    """Frames of 1080x1920 that x264 encodes in a second, on a moving grainy picture of our own."""
    settings = EncodeSettings()
    rng = np.random.default_rng(1)
    grain = rng.integers(60, 180, (CLIP_HEIGHT_PX // 4, CLIP_WIDTH_PX // 4), dtype=np.uint8).repeat(4, 0).repeat(4, 1)
    chroma = np.full((CLIP_HEIGHT_PX // 2, CLIP_WIDTH_PX), 128, np.uint8)
    started = time.perf_counter()
    with av.open(io.BytesIO(), "w", format="mp4") as container:
        stream = container.add_stream("libx264", rate=CLIP_FPS)
        stream.width, stream.height, stream.pix_fmt = CLIP_WIDTH_PX, CLIP_HEIGHT_PX, "yuv420p"
        stream.codec_context.thread_type = "FRAME"
        stream.options = {"preset": settings.preset, "crf": str(settings.crf)}
        for number in range(FRAMES):
            picture = np.vstack([np.roll(grain, 8 * number, axis=1), chroma])
            frame = av.VideoFrame.from_ndarray(picture, format="yuv420p")
            frame.pts, frame.time_base = number, Fraction(1, CLIP_FPS)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return FRAMES / (time.perf_counter() - started)
