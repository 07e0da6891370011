"""What is said about a finished take: level, distortion, and whether the face stayed in the picture."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from skriptstudio.content.room_thresholds import load_thresholds
from skriptstudio.domain.take import Span, TakeFinding
from skriptstudio.media.capture.voice import speak
from skriptstudio.media.look.inspector import LocalInspector, moments

Image = NDArray[np.uint8]
Samples = NDArray[np.float32]
MakeRoom = Callable[..., Image]
MakeTake = Callable[..., Path]

RATE = 48_000
WHOLE = (Span(Fraction(0), Fraction(5)),)


@pytest.fixture(scope="module")
def voice() -> Samples:
    return np.resize(speak("Hier ist Mira, und das ist mein Arbeitsplatz."), 5 * RATE)


@pytest.fixture
def make_take(tmp_path: Path, voice: Samples) -> MakeTake:
    """A take of five seconds with a key picture every second, as the recorder makes them; one image for each second."""

    def make(images: Sequence[Image], sound: Samples | None = voice) -> Path:
        path = tmp_path / "Take ä.mp4"
        with av.open(str(path), "w") as container:
            video = container.add_stream("libx264", rate=5)
            video.height, video.width = images[0].shape[:2]
            video.pix_fmt, video.gop_size = "yuv420p", 5
            video.options = {"preset": "ultrafast", "bf": "0"}
            audio = None if sound is None else container.add_stream("aac", rate=RATE, layout="mono")
            for k in range(25):
                frame = av.VideoFrame.from_ndarray(images[k // 5 % len(images)], format="bgr24")
                frame.pts, frame.time_base = k, Fraction(1, 5)
                container.mux(video.encode(frame))
            container.mux(video.encode(None))
            if audio is not None and sound is not None:
                piece = av.AudioFrame.from_ndarray(sound[None, :], format="fltp", layout="mono")
                piece.sample_rate, piece.pts, piece.time_base = RATE, 0, Fraction(1, RATE)
                container.mux([*audio.encode(piece), *audio.encode(None)])
        return path

    return make


def findings(path: Path, speech: Sequence[Span] = WHOLE) -> tuple[TakeFinding, ...]:
    return LocalInspector(load_thresholds()).findings(path, speech)


def test_of_a_good_take_nothing_is_said(make_room: MakeRoom, make_take: MakeTake) -> None:
    assert findings(make_take([make_room()])) == ()


def test_a_take_that_is_hard_to_hear_is_named(make_room: MakeRoom, make_take: MakeTake, voice: Samples) -> None:
    assert findings(make_take([make_room()], voice / np.float32(20))) == (TakeFinding.TOO_QUIET,)


def test_a_distorted_take_is_named(make_room: MakeRoom, make_take: MakeTake, voice: Samples) -> None:
    once = np.concatenate([np.clip(voice[:RATE] * 8, -1, 1), voice[RATE:]])
    assert findings(make_take([make_room()], once)) == (TakeFinding.CLIPPED,)
    throughout = make_take([make_room()], np.clip(voice * 8, -1, 1))
    assert findings(throughout) == findings(throughout, ()) == (TakeFinding.CLIPPED_THROUGHOUT,)


def test_a_take_whose_sound_is_empty_is_told_also_where_nobody_speaks(make_room: MakeRoom, make_take: MakeTake) -> None:
    assert findings(make_take([make_room()], np.zeros(2 * RATE, np.float32)), ()) == (TakeFinding.SILENT,)


@pytest.mark.parametrize(
    ("bad_seconds", "named"),
    [((), False), ((1,), False), ((1, 3), True), ((0, 1, 2, 3), True)],
)
@pytest.mark.parametrize("place", [{"across": 0.22, "face": 0.16}, None])
def test_a_face_that_leaves_the_picture_is_named_if_it_was_there(
    make_room: MakeRoom, make_take: MakeTake, place: dict[str, float] | None, bad_seconds: tuple[int, ...], named: bool
) -> None:
    good = make_room()
    bad = np.full_like(good, 120) if place is None else make_room(**place)
    take = make_take([bad if second in bad_seconds else good for second in range(5)])
    assert (TakeFinding.OUT_OF_FRAME in findings(take)) is named


def test_where_nobody_is_ever_seen_nothing_is_said_about_the_frame(make_room: MakeRoom, make_take: MakeTake) -> None:
    assert findings(make_take([np.full_like(make_room(), 120)])) == ()


def test_only_the_moments_in_which_somebody_speaks_count(make_room: MakeRoom, make_take: MakeTake) -> None:
    good = make_room()
    take = make_take([good, good, np.full_like(good, 120), np.full_like(good, 120), good])
    spoken = (Span(Fraction(0), Fraction(2)), Span(Fraction(4), Fraction(5)))
    assert TakeFinding.OUT_OF_FRAME in findings(take)
    assert findings(take, spoken) == ()


def test_where_nobody_speaks_nothing_is_said(make_room: MakeRoom, make_take: MakeTake) -> None:
    assert findings(make_take([make_room()]), ()) == ()


def test_a_take_without_sound_is_still_looked_at(make_room: MakeRoom, make_take: MakeTake) -> None:
    away = make_room(across=0.22, face=0.16)
    assert findings(make_take([away, make_room()], None)) == (TakeFinding.OUT_OF_FRAME,)


def test_what_cant_be_read_gets_no_finding(tmp_path: Path) -> None:
    broken = tmp_path / "kaputt.mp4"
    broken.write_bytes(b"nothing")
    assert findings(broken) == findings(tmp_path / "nirgends.mp4") == ()


spans_of_speech = st.lists(st.integers(1, 4000), min_size=2, max_size=12).map(
    lambda steps: [
        Span(Fraction(sum(steps[:k]), 100), Fraction(sum(steps[: k + 1]), 100)) for k in range(0, len(steps), 2)
    ]
)


@given(spans_of_speech)
def test_the_moments_lie_in_the_speech_in_order_and_are_few(speech: list[Span]) -> None:
    found = moments(speech, 15)
    total = sum(one.seconds for one in speech)
    assert found == sorted(set(found))
    assert all(any(one.start <= moment < one.end for one in speech) for moment in found)
    assert len(found) == min(15, max(1, round(total)))
