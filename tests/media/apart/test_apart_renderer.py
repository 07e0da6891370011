"""Cuts with films from outside are rendered by a child, just as this process would do it."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from tests.media.apart.conftest import DIES_IN_THE_MIDDLE

from skriptstudio.domain.clip import RenderPlan, SourceSegment
from skriptstudio.domain.errors import Cancelled, DecoderFell
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.take import Span
from skriptstudio.media.apart.asking import Apart
from skriptstudio.media.apart.inspector import ApartInspector
from skriptstudio.media.apart.pictures import ApartPictures
from skriptstudio.media.apart.renderer import ApartRenderer
from skriptstudio.media.render.renderer import PyAvRenderer

FilmMaker = Callable[[int], Path]
MakeApart = Callable[..., Apart]


def plan_of(path: Path, seconds: Fraction = Fraction(1, 3), foreign: bool = True) -> RenderPlan:
    return RenderPlan((SourceSegment(path, Fraction(0), seconds, foreign=foreign),), title="Wer misst?")


def test_the_child_makes_the_same_clip_and_keeps_the_same_pieces(calm: FilmMaker, tmp_path: Path) -> None:
    chunks, plan = tmp_path / "chunks", plan_of(calm(10))
    heard: list[float] = []
    renderer = ApartRenderer(PyAvRenderer(), Apart(), chunks=chunks)
    made = renderer.render(plan, tmp_path / "clip.mp4", JobControl(lambda progress: heard.append(progress.done)))
    own = PyAvRenderer(chunks=chunks).render(plan, tmp_path / "own.mp4", JobControl())
    assert (tmp_path / "clip.mp4").read_bytes() == (tmp_path / "own.mp4").read_bytes()
    assert made == replace(own, path=tmp_path / "clip.mp4", chunks_rendered=1, chunks_reused=0)
    assert own.chunks_reused == 1
    assert heard
    assert renderer.still(plan, Fraction(1, 5)) == PyAvRenderer().still(plan, Fraction(1, 5))


def test_our_own_recordings_need_no_child(calm: FilmMaker, tmp_path: Path, child: MakeApart) -> None:
    renderer = ApartRenderer(PyAvRenderer(), child("import os; os.abort()"))
    assert renderer.render(plan_of(calm(10), foreign=False), tmp_path / "clip.mp4", JobControl()).frames == 10


def test_a_child_brought_down_in_the_middle_leaves_only_finished_pieces(
    calm: FilmMaker, tmp_path: Path, child: MakeApart
) -> None:
    path, folder = calm(75), tmp_path / "ziel"
    folder.mkdir()
    mortal = ApartRenderer(PyAvRenderer(), child(DIES_IN_THE_MIDDLE), chunks=tmp_path / "chunks")
    with pytest.raises(DecoderFell) as error:
        mortal.render(plan_of(path, Fraction(5, 2)), folder / "clip.mp4", JobControl())
    assert error.value.path == str(path)
    assert list(folder.iterdir()) == []
    again = ApartRenderer(PyAvRenderer(), Apart(), chunks=tmp_path / "chunks")
    assert again.render(plan_of(path, Fraction(5, 2)), folder / "clip.mp4", JobControl()).frames == 75


def test_a_stopped_one_leaves_nothing_half(calm: FilmMaker, tmp_path: Path) -> None:
    control = JobControl(lambda progress: control.cancel())
    folder = tmp_path / "ziel"
    folder.mkdir()
    with pytest.raises(Cancelled):
        ApartRenderer(PyAvRenderer(), Apart()).render(plan_of(calm(10)), folder / "clip.mp4", control)
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("asked", ["still", "tagless", "prepare"])
def test_whatever_else_brings_it_down_is_told_alike(
    calm: FilmMaker, tmp_path: Path, child: MakeApart, asked: str
) -> None:
    renderer = ApartRenderer(PyAvRenderer(), child("import os; os.abort()"), chunks=tmp_path / "chunks")
    path = calm(10)
    asks: dict[str, Callable[[], object]] = {
        "still": lambda: renderer.still(plan_of(path), Fraction(0)),
        "tagless": lambda: renderer.tagless(path, tmp_path / "copy.mp4", JobControl()),
        "prepare": lambda: renderer.prepare(plan_of(path), JobControl()),
    }
    with pytest.raises(DecoderFell):
        asks[asked]()
    assert not (tmp_path / "copy.mp4").exists()


def test_our_own_films_lose_their_tags_without_a_child(calm: FilmMaker, tmp_path: Path, child: MakeApart) -> None:
    renderer = ApartRenderer(PyAvRenderer(), child("import os; os.abort()"))
    renderer.tagless(calm(10), tmp_path / "copy.mp4", JobControl(), foreign=False)
    assert (tmp_path / "copy.mp4").stat().st_size


def test_a_stop_reaches_whatever_is_asked_of_a_child(tmp_path: Path, child: MakeApart) -> None:
    apart, path, control = child("import time; time.sleep(60)"), tmp_path / "film.mp4", JobControl()
    renderer = ApartRenderer(PyAvRenderer(), apart)
    control.cancel()
    for asked in (
        lambda: renderer.still(plan_of(path), Fraction(0), control),
        lambda: renderer.tagless(path, tmp_path / "copy.mp4", control),
        lambda: ApartPictures(apart).poster(path, Fraction(0), control),
        lambda: ApartInspector(apart, ()).findings(path, (Span(Fraction(0), Fraction(1)),), control),
    ):
        with pytest.raises(Cancelled):
            asked()


def test_a_film_that_fells_its_inspector_is_told_and_one_that_cannot_be_judged_is_not(
    tmp_path: Path, child: MakeApart
) -> None:
    spoken = (Span(Fraction(0), Fraction(1)),)
    with pytest.raises(DecoderFell):
        ApartInspector(child("import os; os.abort()"), ()).findings(tmp_path / "film.mp4", spoken)
    no_media = 'print(\'{"error": "not_media", "values": {"path": "film.mp4"}}\', flush=True)'
    assert ApartInspector(child(no_media), ()).findings(tmp_path / "film.mp4", spoken) == ()
