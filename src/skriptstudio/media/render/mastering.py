"""From the cut's sound to AAC at the wanted loudness: measured, made louder, limited, measured again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO

import av
import numpy as np
from av.audio.frame import AudioFrame

from skriptstudio.domain.jobs import JobControl
from skriptstudio.media.render.limiting import Peaks
from skriptstudio.media.render.loudness import SAMPLE_RATE, Loudness, Meter, measure, samples_of, sound_frame
from skriptstudio.media.render.sound import Samples

HIGH_PASS_HZ = 80
"""Below a voice there is only rumble (domain.md 3)."""
FIRST_CEILING_DB = -1.5
"""Limit before AAC, which overshoots a little (domain.md 3)."""
PEAK_DB = -1.0
"""Highest true peak of the encoded sound (EBU R 128)."""
PEAK_MARGIN_DB = 0.05
TOLERANCE_LU = 0.4
"""Good enough; the promise is 0.5."""
QUIETEST_LUFS = -60.0
"""Below this nobody spoke: noise isn't made louder."""
SILENT_DB, NEAR_DB = -80.0, -40.0
"""Lower peaks are the noise of electronics alone; higher ones without a loudness last less than 0.4 s, too short to
measure it."""
ROUNDS = 4
_LARGEST_STEP_DB, _LEAST_EFFECT = 6.0, 0.3
_ATTACK_MS, _RELEASE_MS = 2, 30
"""Short, so that single peaks don't push the voice down: 0.6 LU louder than 5 and 50 (measured on dense peaks)."""
NOISE_LESS_DB = 10
"""Gentle: noise of -50 dBFS falls by 9 dB, a clean voice stays as it is to 42 dB (measured on our speech)."""
NOISE_DELAY = 1200
"""Samples by which ``afftdn`` is late at 48 kHz (measured)."""
QUIET_ROOM_DB = -70.0
"""Quieter noise isn't heard under a voice, and taking it away could only harm."""
AAC_DELAY = 1024
"""Samples by which FFmpeg's AAC encoder is late. The first 21 ms of sound are left out instead of
hiding them behind an edit list, so that sound and picture are together in every player."""
_TOP_Q = (0.541, 1.307)
"""Two second-order filters that make a Butterworth filter of the fourth order."""
_OVERSAMPLED_HZ = 192_000
"""Four times: the limiter then sees the peaks between the samples (ITU-R BS.1770-4 annex 2)."""


@dataclass(frozen=True)
class Master:
    """Finished sound.

    Attributes:
        file: MP4 with one AAC stream whose first sample is the clip's.
        gain_db: how much louder it was made.
        silence: seconds of the longest stretch without any sound before the last one.
        tail: seconds without any sound behind the last one.
        given_up: whether there is sound, but so little that it wasn't made louder.
    """

    file: bytes
    loudness: Loudness
    gain_db: float
    silence: float = 0.0
    tail: float = 0.0
    given_up: bool = False


@dataclass(frozen=True)
class _Way:
    """What is done to the sound.

    Attributes:
        ceiling_db: of the limiter; None for no limiter.
        noise_db: level of the noise that is made quieter, in dBFS; None to leave it.
        top_hz: what is higher is taken away; None for nothing.
    """

    gain_db: float = 0.0
    ceiling_db: float | None = None
    noise_db: float | None = None
    top_hz: int | None = None


def master(
    pieces: Callable[[], Iterator[Samples]], lufs: float, kbit: int, control: JobControl, denoise: bool = False
) -> Master:
    """Bring sound to a loudness and encode it.

    Args:
        pieces: starts the sound from its beginning; called once for each round.
        lufs: integrated loudness to reach.
        kbit: bit rate of the AAC stream.
        control: asked at every piece.
        denoise: make steady noise quieter; where there is hardly any, nothing is done.

    Raises:
        Cancelled, and whatever ``pieces`` raises.
    """
    heard, peaks = _heard(pieces, kbit, control)
    if heard.lufs is None or heard.lufs < QUIETEST_LUFS:
        file = _encoded(pieces(), _Way(), kbit, control)
        faint = SILENT_DB < peaks.highest_db() < NEAR_DB
        return Master(file, measure(file), 0.0, *peaks.silences(0.0), given_up=heard.lufs is not None or faint)
    ceiling = FIRST_CEILING_DB
    gain = lufs - heard.lufs
    gain += min(_LARGEST_STEP_DB, peaks.lost_db(gain, ceiling))
    silence, tail = peaks.silences(lufs - heard.lufs)
    floor = peaks.floor_db()
    noise = floor if denoise and floor > QUIET_ROOM_DB else None
    tried: list[Master] = []
    for _ in range(ROUNDS):
        limit = ceiling if (heard.true_peak_db or 0.0) + gain > ceiling else None
        file = _encoded(pieces(), _Way(gain, limit, noise), kbit, control)
        tried.append(Master(file, measure(file), gain, silence, tail))
        excess = _excess(tried[-1])
        if abs(_missing(tried[-1], lufs)) <= TOLERANCE_LU and excess <= 0:
            break
        gain += _step(tried, lufs)
        ceiling -= excess + PEAK_MARGIN_DB if excess > 0 else 0.0
    return min(tried, key=lambda made: (max(0.0, _excess(made)), abs(_missing(made, lufs))))


def _missing(made: Master, lufs: float) -> float:
    """LU below the target."""
    heard = made.loudness.lufs
    return lufs - heard if heard is not None else 0.0


def _step(tried: list[Master], lufs: float) -> float:
    """By how many dB to raise the gain next: the limiter eats part of it, as much as it did last time."""
    missing, effect = _missing(tried[-1], lufs), 1.0
    if len(tried) > 1:
        raised = tried[-1].gain_db - tried[-2].gain_db
        louder = _missing(tried[-2], lufs) - missing
        effect = louder / raised if raised else 1.0
    return max(-_LARGEST_STEP_DB, min(_LARGEST_STEP_DB, missing / max(_LEAST_EFFECT, min(1.0, effect))))


def _excess(made: Master) -> float:
    """By how many dB the peaks are too high; negative if they aren't."""
    peak = made.loudness.true_peak_db
    return -99.0 if peak is None else peak - (PEAK_DB - PEAK_MARGIN_DB)


def _top_hz(kbit: int) -> int:
    """What the encoder leaves out above: FFmpeg's own choice at our rates."""
    return min(20_000, 12_000 + kbit * 1000 // 2 // 16)


def _heard(pieces: Callable[[], Iterator[Samples]], kbit: int, control: JobControl) -> tuple[Loudness, Peaks]:
    """What will be left of the sound: hiss loses 0.5 to 1.5 LU in the encoder, a clean voice nothing (measured)."""
    meter, peaks = Meter(), Peaks()
    for samples in _processed(pieces(), _Way(top_hz=_top_hz(kbit)), control):
        meter.hear(samples)
        peaks.hear(samples)
    return meter.result(), peaks


def _processed(pieces: Iterator[Samples], way: _Way, control: JobControl) -> Iterator[Samples]:
    """High-pass, noise reduction, gain and true-peak limiter; late by nothing."""
    if way.noise_db is not None:
        pieces = _delayed(pieces, NOISE_DELAY)
    early = 0 if way.noise_db is None else NOISE_DELAY
    graph = av.filter.Graph()
    nodes = [
        graph.add_abuffer(sample_rate=SAMPLE_RATE, format="fltp", layout="stereo"),
        graph.add("highpass", f"f={HIGH_PASS_HZ}"),
    ]
    if way.top_hz is not None:
        nodes += [graph.add("lowpass", f"f={way.top_hz}:t=q:w={q}") for q in _TOP_Q]
    if way.noise_db is not None:
        nodes.append(graph.add("afftdn", f"nr={NOISE_LESS_DB}:nf={_filter_floor(way.noise_db)}"))
    nodes.append(graph.add("volume", f"{way.gain_db:.4f}dB:precision=float"))
    if way.ceiling_db is not None:
        limit = 10 ** (way.ceiling_db / 20)
        nodes += [
            graph.add("aresample", str(_OVERSAMPLED_HZ)),
            graph.add(
                "alimiter", f"limit={limit:.6f}:attack={_ATTACK_MS}:release={_RELEASE_MS}:level=disabled:latency=1"
            ),
            graph.add("aresample", str(SAMPLE_RATE)),
        ]
    nodes += [
        graph.add("aformat", f"sample_fmts=fltp:channel_layouts=stereo:sample_rates={SAMPLE_RATE}"),
        graph.add("abuffersink"),
    ]
    graph.link_nodes(*nodes).configure()
    at = 0
    for samples in _larger(pieces):
        control.checkpoint()
        graph.push(sound_frame(samples, at))
        at += samples.shape[1]
        for made in _pulled(graph):
            yield made[:, early:]
            early = max(0, early - made.shape[1])
    graph.push(None)
    for made in _pulled(graph):
        yield made[:, early:]
        early = max(0, early - made.shape[1])


def _delayed(pieces: Iterator[Samples], samples: int) -> Iterator[Samples]:
    """The same with silence at the end, to push out what a filter holds back."""
    yield from pieces
    yield np.zeros((2, samples), np.float32)


def _filter_floor(noise_db: float) -> str:
    return f"{max(-80.0, min(-20.0, noise_db)):.1f}"


def _larger(pieces: Iterator[Samples]) -> Iterator[Samples]:
    """The same samples in pieces of about half a second: every piece costs, however small."""
    waiting: list[Samples] = []
    for piece in pieces:
        waiting.append(piece)
        if sum(one.shape[1] for one in waiting) >= SAMPLE_RATE // 2:
            yield np.concatenate(waiting, axis=1)
            waiting = []
    if waiting:
        yield np.concatenate(waiting, axis=1)


def _pulled(graph: av.filter.Graph) -> Iterator[Samples]:
    while True:
        try:
            frame = graph.pull()
        except (av.BlockingIOError, av.EOFError):
            return
        if isinstance(frame, AudioFrame):
            yield samples_of(frame)


def _encoded(pieces: Iterator[Samples], way: _Way, kbit: int, control: JobControl) -> bytes:
    """AAC-LC in memory: about 20 kB a second."""
    file = BytesIO()
    with av.open(file, "w", format="mp4", options={"use_editlist": "0", "fflags": "+bitexact"}) as container:
        stream = container.add_stream("aac", rate=SAMPLE_RATE, layout="stereo")
        stream.bit_rate = kbit * 1000
        stream.codec_context.options = {"cutoff": str(_top_hz(kbit))}
        at = 0
        for samples in _processed(pieces, way, control):
            late = samples[:, max(0, AAC_DELAY - at) :]
            at += samples.shape[1]
            if late.shape[1]:
                container.mux(stream.encode(sound_frame(late, at - late.shape[1])))
        container.mux(stream.encode(None))
    return file.getvalue()
