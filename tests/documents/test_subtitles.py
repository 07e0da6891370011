"""Captions as files: every cue comes back, to the millisecond."""

from fractions import Fraction
from itertools import accumulate, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skriptstudio.documents.subtitles import SubtitleFiles, read
from skriptstudio.domain.caption_edits import taken_in
from skriptstudio.domain.captions import Cue
from skriptstudio.domain.errors import DriveFault, MissingFile, UnreadableCaptions
from skriptstudio.domain.ports.documents import SubtitleWriter
from skriptstudio.domain.timecode import from_frames

ENDINGS = [".srt", ".vtt"]
LETTERS = st.characters(categories=("L", "N", "P", "S"), exclude_characters="<>{}")
LINES = st.lists(st.text(LETTERS, min_size=1, max_size=8), min_size=1, max_size=4).map(" ".join)
MOMENTS = st.integers(0, 3 * 3600 * 1000)


@st.composite
def cue(draw: st.DrawFn) -> Cue:
    start = draw(MOMENTS)
    end = draw(st.integers(start + 1, start + 6000))
    lines = draw(st.lists(LINES, min_size=1, max_size=2))
    return Cue(Fraction(start, 1000), Fraction(end, 1000), tuple(lines))


@given(st.lists(cue(), max_size=6), st.sampled_from(ENDINGS))
@settings(deadline=None, max_examples=60)
def test_all_cues_come_back_exactly(tmp_path_factory: pytest.TempPathFactory, cues: list[Cue], ending: str) -> None:
    target = tmp_path_factory.mktemp("cues") / f"clip{ending}"
    SubtitleFiles().write(cues, target)
    expected = tuple(cues) if ending == ".srt" else tuple(sorted(cues, key=lambda c: c.start))
    assert read(target) == expected


@given(st.lists(st.integers(1, 90), min_size=2, max_size=12), st.sampled_from(ENDINGS))
@settings(deadline=None, max_examples=40)
def test_captions_on_frames_come_back_on_the_very_same_frames(
    tmp_path_factory: pytest.TempPathFactory, lengths: list[int], ending: str
) -> None:
    edges = [from_frames(at) for at in accumulate(lengths)]
    made = tuple(Cue(a, b, (f"Satz {a}.",), by_hand=True) for a, b in pairwise(edges))
    target = tmp_path_factory.mktemp("cues") / f"clip{ending}"
    SubtitleFiles().write(made, target)
    assert taken_in(SubtitleFiles().read(target), edges[-1]) == made


@given(st.fractions(0, 7200))
def test_times_are_off_by_half_a_millisecond_at_most(tmp_path_factory: pytest.TempPathFactory, at: Fraction) -> None:
    target = tmp_path_factory.mktemp("cues") / "clip.srt"
    SubtitleFiles().write([Cue(at, at + 2, ("Hallo",))], target)
    (found,) = read(target)
    assert abs(found.start - at) <= Fraction(1, 2000)
    assert found.seconds == 2


def test_the_files_look_as_players_expect(tmp_path: Path) -> None:
    cues = [
        Cue(Fraction(1, 3), Fraction(5, 3), ("Grüße & Küsse", "im Jahr", "2026")),
        Cue(Fraction(3600), Fraction(3601), ("Ende",)),
    ]
    writer: SubtitleWriter = SubtitleFiles()
    writer.write(cues, tmp_path / "a.srt")
    writer.write(cues, tmp_path / "a.VTT")
    srt, vtt = ((tmp_path / name).read_bytes().decode("utf-8") for name in ("a.srt", "a.VTT"))
    assert srt.startswith("1\n00:00:00,333 --> 00:00:01,667\nGrüße & Küsse\nim Jahr\n2026\n\n2\n01:00:00,000 --> ")
    assert vtt.startswith("WEBVTT\n\n1\n00:00:00.333 --> 00:00:01.667\nGrüße &amp; Küsse\nim Jahr\n2026\n")


@pytest.mark.parametrize(
    ("ending", "line"),
    [
        (".vtt", "<b>fett</b> & {so}"),
        (".srt", "a < b > c"),
        (".srt", r"\N \h {Klammer}"),
        (".vtt", r"\N \h"),
        (".vtt", "-->"),
    ],
)
def test_signs_of_the_format_stay_text(tmp_path: Path, ending: str, line: str) -> None:
    target = tmp_path / f"a{ending}"
    SubtitleFiles().write([Cue(Fraction(0), Fraction(1), (line,))], target)
    assert read(target)[0].lines == (line,)


def test_files_of_other_programs_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.vtt"
    path.write_bytes(
        b"\xef\xbb\xbfWEBVTT - Titel\r\n\r\nNOTE nur so\r\n\r\nSTYLE\r\n::cue {}\r\n\r\n"
        b"intro\r\n00:01.5 --> 00:02.25 align:start\r\n<v Mia><i>Hallo</i> &lt;3\r\n"
    )
    assert read(path) == (Cue(Fraction(3, 2), Fraction(9, 4), ("Hallo <3",)),)
    srt = tmp_path / "a.srt"
    srt.write_text(
        "1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<font color='red'>Oben</font>\n \n2\n0:00:03,5 --> 0:00:04,0\nB"
    )
    assert [c.lines for c in read(srt)] == [("Oben",), ("B",)]


def test_no_cues_make_an_empty_file(tmp_path: Path) -> None:
    for ending in ENDINGS:
        SubtitleFiles().write([], tmp_path / f"a{ending}")
        assert read(tmp_path / f"a{ending}") == ()


def test_a_folder_that_isnt_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DriveFault):
        SubtitleFiles().write([], tmp_path / "nichts" / "a.srt")


@pytest.mark.parametrize("data", [b"kein Untertitel", b"\xff\xfe\x00", b"\x00" * 50])
def test_what_is_no_subtitle_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.srt").write_bytes(data)
    with pytest.raises(UnreadableCaptions):
        read(tmp_path / "a.srt")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingFile):
        read(tmp_path / "a.srt")
