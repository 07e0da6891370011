"""What is laid over the picture: in its place, in its time, and nothing else changes."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from skriptstudio.domain.captions import Cue
from skriptstudio.domain.clip import PictureInsert, RenderedClip, RenderPlan, SourceSegment
from skriptstudio.domain.dressing import Box, NameLine
from skriptstudio.domain.errors import NotMedia
from skriptstudio.domain.hiding import CELL_PX, hidden_of
from skriptstudio.media.render.before_card import before_card
from skriptstudio.media.render.framing import Framing, View
from skriptstudio.media.render.hiding import hide
from skriptstudio.media.render.layers import layers_of, small_text
from skriptstudio.media.render.seen import seen_segments
from skriptstudio.media.render.text import LOGO_PX, TITLE_LANE_PX, Drawn, Lettering, logo

Render = Callable[..., RenderedClip]
Pictures = Callable[[Path], list[NDArray[np.uint8]]]


def frac(text: str) -> Fraction:
    return Fraction(text)


def inside(drawn: Drawn, top: int, bottom: int) -> bool:
    height, width, _ = drawn.image.shape
    return drawn.x >= 63 and drawn.x + width <= 902 and top <= drawn.y + 2 and drawn.y + height <= bottom + 2


@pytest.mark.parametrize(
    "words",
    [
        "Mehr Gehalt?",
        "Warum baggert das Vermessungsamt ausgerechnet hier?",
        "Donaudampfschifffahrtsgesellschaftskapitän",
    ],
)
def test_a_title_stays_in_its_lane(lettering: Lettering, words: str) -> None:
    assert inside(lettering.title(words), *TITLE_LANE_PX)


@pytest.mark.parametrize(
    ("name", "role"), [("Lena", ""), ("Lena", "Ausbildung"), ("Ö" * 50, "Verwaltungsfachangestellte " * 3)]
)
def test_a_name_line_stays_above_the_captions(lettering: Lettering, name: str, role: str) -> None:
    assert inside(lettering.name_line(name, role), 620, 1150)


@pytest.mark.parametrize("size", [(4000, 100), (10, 10), (100, 3000), (1, 1)])
def test_a_logo_of_any_size_fits_its_place(tmp_path: Path, size: tuple[int, int]) -> None:
    path = tmp_path / "logo.png"
    Image.new("RGBA", size, (255, 0, 0, 255)).save(path)
    drawn = logo(path)
    assert inside(drawn, 270, 270 + LOGO_PX[1] + 2)


@pytest.mark.parametrize("content", [b"", b"no picture at all", b"\x89PNG\r\n\x1a\n" + b"\x00" * 40])
def test_what_is_no_logo_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(content)
    with pytest.raises(NotMedia):
        logo(path)


def test_title_name_and_logo_come_and_go_in_their_time(
    film: Callable[..., Path], render: Render, pictures: Pictures, tmp_path: Path
) -> None:
    Image.new("RGB", (200, 100), "white").save(tmp_path / "logo.png")
    source = film(frames=100, fps=30, picture=lambda n, w, h: np.full((h, w, 3), 90, np.uint8))
    name = NameLine("Lena", "Ausbildung", frac("1"), frac("2"))
    clip = render((source, 0, 3.3), title="Wer misst hier was?", names=(name,), logo=tmp_path / "logo.png")
    lit = [
        (
            bool((p[400:520, 200:700] > 200).any()),
            bool((p[980:1130, 60:400] > 200).any()),
            bool((p[280:370, 80:200] > 200).all()),
        )
        for p in pictures(clip.path)
    ]
    assert lit[0] == lit[29] == (True, False, False)
    assert lit[30] == lit[59] == (True, True, False)
    assert lit[60] == lit[89] == (True, False, False)
    assert lit[90] == lit[98] == (False, False, True)


def segment(name: str, first: int, frames: int) -> SourceSegment:
    return SourceSegment(Path(name), Fraction(first, 30), Fraction(first + frames, 30))


def spelled(segments: tuple[SourceSegment, ...]) -> str:
    """One letter for each frame."""
    return "".join(s.path.name * round((s.end - s.start) * 30) for s in segments)


@pytest.mark.parametrize(
    ("inserts", "seen"),
    [
        ([(2, 3)], "aaiiibbb"),
        ([(0, 8)], "iiiiiiii"),
        ([(6, 5)], "aaaabbii"),
        ([(9, 2)], "aaaabbbb"),
        ([(1, 2), (2, 2)], "aiiibbbb"),
        ([], "aaaabbbb"),
    ],
)
def test_an_insert_is_seen_instead_of_the_cut(inserts: list[tuple[int, int]], seen: str) -> None:
    cut = [segment("a", 10, 4), segment("b", 0, 4)]
    found = seen_segments(cut, [PictureInsert(segment("i", 50, length), at) for at, length in inserts])
    assert spelled(found) == seen


@given(
    st.lists(st.integers(1, 40), min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 90), st.integers(1, 60)), max_size=4),
)
def test_the_picture_stays_as_long_as_the_cut(lengths: list[int], inserts: list[tuple[int, int]]) -> None:
    cut = [segment("a", 7, length) for length in lengths]
    found = seen_segments(cut, [PictureInsert(segment("i", 0, length), at) for at, length in inserts])
    assert len(spelled(found)) == sum(lengths)


def test_under_an_insert_the_voice_goes_on(
    film: Callable[..., Path], talking: Path, render: Render, numbers: Callable[[Path], list[int]]
) -> None:
    silent = film(frames=30, picture=lambda n, w, h: np.full((h, w, 3), 210, np.uint8))
    other = PictureInsert(SourceSegment(silent, frac("0"), frac("1/3")), 10)
    plain = render((talking, 0, 1), to="plain.mp4")
    clip = render((talking, 0, 1), inserts=(other,))
    assert numbers(clip.path) == [*range(10), *[255] * 10, *range(20, 30)]
    assert clip.lufs == plain.lufs


def test_a_box_hides_its_place_in_its_time_and_nothing_else(
    film: Callable[..., Path], render: Render, pictures: Pictures
) -> None:
    stripes = np.where(np.arange(180)[:, None, None] // 2 % 2, 220, 40).astype(np.uint8)
    source = film(frames=20, picture=lambda n, w, h: np.broadcast_to(stripes, (h, w, 3)).copy())
    box = Box(frac("0.25"), frac("0.5"), frac("0.5"), frac("0.2"), frac("1/6"), frac("1/3"))
    plain = pictures(render((source, 0, 0.5), to="plain.mp4").path)
    hidden = pictures(render((source, 0, 0.5), boxes=(box,)).path)
    place = np.s_[1000:1300, 300:780]
    contrast = [float(p[place].std()) for p in hidden]
    assert max(contrast[5:10]) < 0.35 * min(contrast[:5])
    assert min(contrast[10:]) > 0.9 * contrast[0]
    for before, after in zip(plain, hidden, strict=True):
        assert np.abs(before[:940].astype(int) - after[:940]).max() <= 12


def test_within_a_cell_nothing_of_the_picture_is_left() -> None:
    noise = np.random.default_rng(3).integers(0, 256, (2880, 1080), dtype=np.uint8)
    frame = av.VideoFrame.from_ndarray(noise, format="yuv420p")
    box = hidden_of(Box(frac("0.1"), frac("0.1"), frac("0.4"), frac("0.3"), frac("0"), frac("1")))
    hide(frame, box)
    shown = frame.to_ndarray()[:1920]
    cell = shown[box.top : box.top + CELL_PX, box.left : box.left + CELL_PX]
    assert cell.min() == cell.max()
    outside = np.ones(shown.shape, bool)
    outside[box.top : box.bottom, box.left : box.right] = False
    assert (shown == noise[:1920])[outside].all()


def halves(width: int, height: int) -> av.VideoFrame:
    """Black on the left, white on the right."""
    picture = np.zeros((height, width, 3), np.uint8)
    picture[:, width // 2 :] = 255
    return av.VideoFrame.from_ndarray(picture, format="rgb24").reformat(format="yuv420p")


@pytest.mark.parametrize(("across", "seen"), [("0", (16, 16)), ("1", (235, 235)), ("1/2", (16, 235))])
def test_the_window_can_be_moved(across: str, seen: tuple[int, int]) -> None:
    shown = Framing(frac("1"), View(frac(across))).clip_picture(halves(640, 360)).to_ndarray()[:1920]
    assert (shown[960, 40], shown[960, 1040]) == seen


def test_a_wide_picture_can_be_seen_as_a_whole_on_a_blurred_ground() -> None:
    frame = Framing(frac("1"), View(all_of_it=True)).clip_picture(halves(640, 360))
    shown = frame.to_ndarray()[:1920]
    assert (frame.width, frame.height, frame.format.name) == (1080, 1920, "yuv420p")
    assert (shown[960, 10], shown[960, 1070]) == (16, 235)
    assert len(np.unique(shown[100, 440:640])) > 20, "the ground is blurred"


def test_a_tall_picture_as_a_whole_fills_the_clip() -> None:
    shown = Framing(frac("1"), View(all_of_it=True)).clip_picture(halves(360, 640)).to_ndarray()[:1920]
    assert (shown[20, 10], shown[20, 1070]) == (16, 235)


@pytest.mark.parametrize("turn", [90, 180, 270])
@pytest.mark.parametrize("whole", [False, True])
def test_a_phone_held_any_way_can_be_framed(
    film: Callable[..., Path], pictures: Pictures, render: Render, turn: int, whole: bool
) -> None:
    def halved(number: int, width: int, height: int) -> NDArray[np.uint8]:
        return (
            np.where(np.arange(width)[None, :, None] < width // 2, 40, 210)
            .astype(np.uint8)
            .repeat(height, 0)
            .repeat(3, 2)
        )

    stored = (320, 180) if turn == 180 else (180, 320)
    source = film(turn=turn, size=stored, frames=3, picture=halved)
    from skriptstudio.media.render.picture import segment_pictures

    seen = [
        next(
            segment_pictures(SourceSegment(source, Fraction(0), Fraction(1, 10), Fraction(across), whole), Fraction(0))
        )
        for across in (0, 1)
    ]
    left, right = (frame.to_ndarray()[960] for frame in seen)
    if whole:
        assert left[20] < 60 < 190 < left[1060]
    else:
        assert left[:1080].max() < 60
        assert right[:1080].min() > 190


def test_nothing_lies_over_the_end_card_but_logo_and_draft_mark(lettering: Lettering, tmp_path: Path) -> None:
    Image.new("RGB", (200, 100), "white").save(tmp_path / "logo.png")
    late, early = (frac("2"), frac("3")), (frac("0"), frac("9"))
    box = Box(frac("0.1"), frac("0.1"), frac("0.1"), frac("0.1"), *late)
    plan = before_card(
        RenderPlan(
            (segment("a", 0, 60),),
            captions=(Cue(*early, ("Hallo",)),),
            end_card="Bewirb dich!",
            title="Wer?",
            names=(NameLine("Mira", "", *late), NameLine("Lena", "", *early)),
            inserts=(PictureInsert(segment("i", 0, 90), 30), PictureInsert(segment("i", 0, 90), 60)),
            boxes=(box, replace(box, start=early[0], end=early[1])),
            logo=tmp_path / "logo.png",
            draft_mark="ENTWURF",
        )
    )
    assert [box.end for box in plan.boxes] == [frac("2")]
    assert [(one.at, one.segment.end) for one in plan.inserts] == [(30, frac("1"))]
    ends = [layer.end for layer in layers_of(plan, lettering, 120)]
    assert ends == [120, 60, 60, 60, 120], "logo, title, name, caption, mark"


def test_an_empty_name_line_draws_no_empty_box(lettering: Lettering) -> None:
    plan = RenderPlan((segment("a", 0, 60),), names=(NameLine("", "", frac("0"), frac("1")),))
    assert layers_of(plan, lettering, 60) == ()


def test_texts_that_are_too_long_to_be_read_are_named(lettering: Lettering) -> None:
    long = "Verwaltungsfachangestelltenausbildungsplatzvergabeverfahren " * 6
    names = (NameLine("Mira", "", frac("0"), frac("1")), NameLine("Mira", long, frac("0"), frac("1")))
    cues = (Cue(frac("0"), frac("1"), (long,)), Cue(frac("1"), frac("2"), ("Kurz",)))
    plan = RenderPlan((segment("a", 0, 60),), cues, title=long, names=names, end_card=long)
    found = [(one.kind, one.number) for one in small_text(plan, lettering)]
    assert found == [("title", 0), ("name", 1), ("caption", 0), ("card", 0)]
