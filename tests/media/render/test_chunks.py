"""Chunks: what is unchanged is never encoded again, and the joined clip is as if made in one go."""

import os
import random
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import av
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.domain.captions import Cue
from skriptstudio.domain.clip import EncodeSettings, RenderedClip, RenderPlan, SourceSegment
from skriptstudio.domain.errors import Cancelled
from skriptstudio.domain.jobs import JobControl
from skriptstudio.media.render.chunking import chunks
from skriptstudio.media.render.kept import Kept, KeptFolder
from skriptstudio.media.render.renderer import PyAvRenderer

Numbers = Callable[[Path], list[int]]
FAST = EncodeSettings(preset="ultrafast")
LONGEST = 60
MOMENTS = random.Random(8)
"""The same in every process: all of them must find the same tests."""


def segment(first: int, frames: int, name: str = "take.mp4") -> SourceSegment:
    return SourceSegment(Path(name), Fraction(first, 30), Fraction(first + frames, 30))


def cue(first: int, end: int, *lines: str) -> Cue:
    return Cue(Fraction(first, 30), Fraction(end, 30), lines or ("Ja!",))


LENGTHS = st.lists(st.tuples(st.integers(0, 500), st.integers(1, 400)), min_size=1, max_size=5)
STARTS = st.lists(st.integers(0, 1500), max_size=12, unique=True)


@given(LENGTHS, STARTS)
def test_chunks_fill_the_clip_and_none_is_too_long(lengths: list[tuple[int, int]], starts: list[int]) -> None:
    segments = [segment(first, frames) for first, frames in lengths]
    found = chunks(segments, [cue(start, start + 30) for start in starts], LONGEST)
    assert [chunk.at for chunk in found] == [sum(c.frames for c in found[:index]) for index in range(len(found))]
    assert all(0 < chunk.frames <= LONGEST for chunk in found)
    assert [sum(c.frames for c in found if c.segment == k) for k in range(len(segments))] == [n for _, n in lengths]


def places(segments: list[SourceSegment]) -> set[tuple[str, int, int]]:
    """Which frames of which take each chunk shows."""
    found = chunks(segments, (), LONGEST)
    return {(segments[c.segment].path.name, round(segments[c.segment].start * 30) + c.skip, c.frames) for c in found}


@pytest.mark.parametrize("change", [(3, -3), (0, 7), (-20, 0)])
def test_moving_the_ends_of_a_segment_changes_only_the_chunks_there(change: tuple[int, int]) -> None:
    before = places([segment(40, 600), segment(0, 200, "b.mp4")])
    after = places([segment(40 + change[0], 600 - change[0] + change[1]), segment(0, 200, "b.mp4")])
    assert len(before - after) <= 2


def test_a_caption_begins_a_chunk_unless_it_stands_next_to_another_border() -> None:
    found = chunks([segment(0, 200)], [cue(0, 50), cue(52, 100), cue(110, 150), cue(190, 200)], LONGEST)
    assert [chunk.at for chunk in found] == [0, 52, 110, 135, 180]


@pytest.fixture
def renderer(tmp_path: Path) -> PyAvRenderer:
    return PyAvRenderer(chunks=tmp_path / "kept")


@pytest.fixture
def plan(talking: Path) -> RenderPlan:
    """Four seconds in two segments with two captions."""
    half = SourceSegment(talking, Fraction(0), Fraction(2))
    return RenderPlan((half, half), captions=(cue(0, 60, "eins"), cue(60, 120, "zwei")), encode=FAST)


def counts(clip: RenderedClip) -> tuple[int, int]:
    return clip.chunks_rendered, clip.chunks_reused


def test_an_edited_caption_costs_its_own_chunk_only(
    renderer: PyAvRenderer, plan: RenderPlan, tmp_path: Path, numbers: Numbers
) -> None:
    first = renderer.render(plan, tmp_path / "a.mp4", JobControl())
    again = renderer.render(plan, tmp_path / "b.mp4", JobControl())
    edited = replace(plan, captions=(plan.captions[0], cue(60, 120, "drei")))
    third = renderer.render(edited, tmp_path / "c.mp4", JobControl())
    assert (counts(first), counts(again), counts(third)) == ((2, 0), (0, 2), (1, 1))
    assert first.path.read_bytes() == again.path.read_bytes()
    shown = [number % 32 for number in numbers(third.path)]  # the caption covers the band of 32
    assert shown == [frame % 60 % 32 for frame in range(120)]


def test_what_was_made_ahead_is_not_made_again(
    renderer: PyAvRenderer, plan: RenderPlan, tmp_path: Path, numbers: Numbers
) -> None:
    renderer.prepare(plan, JobControl())
    clip = renderer.render(plan, tmp_path / "a.mp4", JobControl())
    assert counts(clip) == (0, 2)
    assert len(numbers(clip.path)) == 120


@pytest.mark.parametrize(
    "change",
    [{"draft_mark": "ENTWURF"}, {"encode": replace(FAST, crf=30)}, {"captions": ()}],
)
def test_whatever_the_picture_depends_on_makes_new_chunks(
    renderer: PyAvRenderer, plan: RenderPlan, tmp_path: Path, change: dict[str, object]
) -> None:
    renderer.render(plan, tmp_path / "a.mp4", JobControl())
    assert renderer.render(replace(plan, **change), tmp_path / "b.mp4", JobControl()).chunks_rendered == 2  # type: ignore[arg-type]


def test_another_loudness_takes_the_same_picture(renderer: PyAvRenderer, plan: RenderPlan, tmp_path: Path) -> None:
    renderer.render(plan, tmp_path / "a.mp4", JobControl())
    quiet = renderer.render(replace(plan, lufs=-20.0), tmp_path / "b.mp4", JobControl())
    assert counts(quiet) == (0, 2)
    assert quiet.lufs == pytest.approx(-20, abs=0.5)


def test_a_source_of_the_same_name_with_other_content_is_another_source(
    renderer: PyAvRenderer, film: Callable[..., Path], plan_of: Callable[..., RenderPlan], tmp_path: Path
) -> None:
    source = film()
    renderer.render(plan_of(source, encode=FAST), tmp_path / "a.mp4", JobControl())
    film(frames=31)
    assert renderer.render(plan_of(source, encode=FAST), tmp_path / "b.mp4", JobControl()).chunks_rendered == 1


def test_joined_chunks_decode_as_one_film_with_closed_groups(
    renderer: PyAvRenderer, plan: RenderPlan, tmp_path: Path
) -> None:
    renderer.render(plan, tmp_path / "a.mp4", JobControl())
    edited = replace(plan, captions=(cue(0, 60, "neu"), plan.captions[1]))
    clip = renderer.render(edited, tmp_path / "b.mp4", JobControl())
    with av.open(str(clip.path)) as container:
        packets = [p for p in container.demux(video=0) if p.pts is not None]
    base = packets[0].time_base
    assert sorted((p.pts or 0) * base for p in packets) == [Fraction(k, 30) for k in range(120)]
    decoded_at = [(p.dts or 0) * base for p in packets]
    assert {b - a for a, b in pairwise(decoded_at)} == {Fraction(1, 30)}
    keys = [p.pts for p in packets if p.is_keyframe]
    for key in keys:
        behind = packets[[p.pts for p in packets].index(key) :]
        assert all((p.pts or 0) >= (key or 0) for p in behind), "a picture behind a key frame is shown before it"


def test_a_cancelled_export_goes_on_where_it_was(
    renderer: PyAvRenderer, film: Callable[..., Path], tmp_path: Path
) -> None:
    part = SourceSegment(film(frames=60, size=(1080, 1920)), Fraction(0), Fraction(2))
    long = RenderPlan((part, part, part), encode=FAST)
    control = JobControl(lambda progress: control.cancel() if progress.done > 0.85 else None)
    with pytest.raises(Cancelled):
        renderer.render(replace(long, draft_mark="ENTWURF"), tmp_path / "a.mp4", control)
    rest = renderer.render(replace(long, draft_mark="ENTWURF"), tmp_path / "a.mp4", JobControl())
    assert rest.chunks_reused >= 1
    assert rest.chunks_rendered < 3


@pytest.mark.skipif(os.name == "nt", reason="kills a process the POSIX way")
@pytest.mark.parametrize(
    "after", [0.1, 0.4, 0.8, *(pytest.param(MOMENTS.uniform(0, 2), marks=pytest.mark.slow) for _ in range(20))]
)
def test_a_killed_export_leaves_nothing_in_the_way(
    plan: RenderPlan, talking: Path, tmp_path: Path, after: float
) -> None:
    code = f"""
        from fractions import Fraction; from pathlib import Path
        from skriptstudio.domain.clip import *; from skriptstudio.domain.jobs import JobControl
        from skriptstudio.media.render.renderer import PyAvRenderer
        part = SourceSegment(Path({str(talking)!r}), Fraction(0), Fraction(2))
        plan = RenderPlan((part,) * 20, encode=EncodeSettings(preset="ultrafast"))
        print("go", flush=True)
        kept, target = Path({str(tmp_path / "kept")!r}), Path({str(tmp_path / "a.mp4")!r})
        PyAvRenderer(chunks=kept).render(plan, target, JobControl())
    """
    process = subprocess.Popen([sys.executable, "-c", textwrap.dedent(code)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(after)
    process.kill()
    process.communicate()
    clip = PyAvRenderer(chunks=tmp_path / "kept").render(plan, tmp_path / "a.mp4", JobControl())
    assert clip.frames == 120
    assert sorted(p.name for p in tmp_path.glob("a.mp4*")) == ["a.mp4"]


def entry(size: int, source: str = "s") -> Kept:
    return Kept(bytes(size), {"n": size}, (source,))


def test_kept_things_come_back_or_not_at_all(tmp_path: Path) -> None:
    kept = KeptFolder(tmp_path)
    kept.put("k", entry(100))
    assert kept.get("k") == entry(100)
    assert kept.get("other") is None


@pytest.mark.parametrize("damage", [lambda b: b[:-1], lambda b: b[:-1] + b"x", lambda b: b"", lambda b: b"x" + b])
def test_a_damaged_entry_counts_as_missing(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    kept = KeptFolder(tmp_path)
    kept.put("k", entry(100))
    (path,) = tmp_path.iterdir()
    path.write_bytes(damage(path.read_bytes()))
    assert kept.get("k") is None


def test_a_damaged_chunk_is_encoded_again(renderer: PyAvRenderer, plan: RenderPlan, tmp_path: Path) -> None:
    renderer.render(plan, tmp_path / "a.mp4", JobControl())
    largest = max((tmp_path / "kept").glob("*.chunk"), key=lambda path: path.stat().st_size)
    largest.write_bytes(largest.read_bytes()[:-10])
    assert sum(counts(renderer.render(plan, tmp_path / "b.mp4", JobControl()))) == 2


def test_the_folder_keeps_what_was_used_last_and_stays_below_its_limit(tmp_path: Path) -> None:
    kept = KeptFolder(tmp_path, limit=3000)
    for name in "abc":
        kept.put(name, entry(1000))
        os.utime(tmp_path / f"{name}.chunk", (1, ord(name)))
    kept.get("a")
    kept.trim()
    assert [kept.has(name) for name in "abc"] == [True, False, True]
    assert kept.size() <= 3000


def test_what_was_made_from_one_take_can_be_removed_alone(tmp_path: Path) -> None:
    kept = KeptFolder(tmp_path)
    kept.put("a", entry(10, "take1"))
    kept.put("b", entry(10, "take2"))
    assert kept.forget("take1") == 1
    assert (kept.has("a"), kept.has("b")) == (False, True)
    kept.clear()
    assert kept.size() == 0
