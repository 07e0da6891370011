"""Exports of the platforms: whatever their separators, encodings and names, each line is read or named."""

from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skriptstudio.content.result_columns import load_result_columns
from skriptstudio.documents import table_text
from skriptstudio.documents.result_tables import ResultFiles
from skriptstudio.domain.errors import BrokenRecord, MissingFile, UnreadableTable
from skriptstudio.domain.production import Post, Production, Publication
from skriptstudio.domain.result_table import Matches, ResultTable, Unmatched, address_piece, matched
from skriptstudio.domain.results import Figures, Moment

NAMES = load_result_columns()
ON = date(2026, 10, 3)
WEEK_LATER = date(2026, 10, 10)
EXPORTS = Path(__file__).parents[1] / "data" / "results"
TIKTOK, META, YOUTUBE, LINKEDIN = (
    (EXPORTS / f"{one}.csv").read_text(encoding="utf-8") for one in ("tiktok", "meta", "youtube", "linkedin")
)


def table(tmp_path: Path, text: str | bytes, encoding: str = "utf-8") -> ResultTable:
    path = tmp_path / "Export.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
    return ResultFiles().read(path, NAMES)


def online(*publications: Publication, title: str = "Mein Büro", post: str = "") -> Production:
    created = datetime(2026, 9, 1, tzinfo=UTC)
    return Production("p" + title[:3], title, created, post=Post(post), publications=publications)


def match(read: ResultTable, *productions: Production, profile: str = "", moment: Moment | None = None) -> Matches:
    return matched(read, productions, NAMES, WEEK_LATER, profile, moment)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (TIKTOK, Figures(18_400, Fraction(23, 2), None, 48, 31)),
        (META, Figures(160, None, None, 2, 3)),
        (YOUTUBE, Figures(1250, Fraction(13), Fraction(209, 4))),
        (LINKEDIN, Figures(1200, None, None, None, 4)),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_the_exports_of_the_platforms_are_read_in_every_encoding(
    tmp_path: Path, text: str, figures: Figures, encoding: str
) -> None:
    read = table(tmp_path, text, encoding)
    assert read.lines[-1].figures == figures
    assert ON in read.lines[-1].days
    assert not read.unread


def test_line_breaks_inside_of_quotes_belong_to_their_cell_and_lines_keep_their_number(tmp_path: Path) -> None:
    read = table(tmp_path, META.replace("\n", "\r\n") + META.splitlines()[1].replace('"Mein Büro,', "x") + ",,,\r\n")
    assert [(one.line, one.titles[0]) for one in read.lines] == [(2, "Mein Büro, ohne Wände"), (4, "x")]


def test_a_quote_that_is_never_closed_swallows_nothing(tmp_path: Path) -> None:
    read = table(tmp_path, 'Titel;Aufrufe\n"Mein Büro;5\nZweiter;7\n')
    assert [one.figures.views for one in read.lines] == [5, 7]
    assert read.unread[0].text == '"'


def test_what_cannot_be_read_is_named_with_line_and_column_and_the_rest_is_kept(tmp_path: Path) -> None:
    read = table(tmp_path, "Titel;Aufrufe;Kommentare;Laune\nMein Büro;viele;3;gut\n")
    assert [(one.line, one.column, one.text) for one in read.unread] == [(2, "Aufrufe", "viele")]
    assert read.lines[0].figures == Figures(comments=3)
    assert read.ignored == ("Laune",)


def test_of_two_columns_that_mean_the_same_one_is_used_and_the_other_named(tmp_path: Path) -> None:
    read = table(tmp_path, "Video title,Views,Total views\nMein Büro,1,2\n")
    assert (read.lines[0].figures.views, read.ignored) == (2, ("Views",))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"), (b" \r\n\n", "empty"), ("\ufeff".encode(), "empty"), (bytes(range(256)) * 20, "binary"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"), (b"Titel;Aufrufe\n", "no_rows"), (b"a;b\n1;2\n", "no_columns"),
        (b"Aufrufe;Kommentare\n1;2\n", "no_clip"), (b"Titel;Link\na;b\n", "no_figures"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_table_of_figures_is_refused_with_the_reason(
    tmp_path: Path, data: bytes, reason: str
) -> None:
    with pytest.raises(UnreadableTable) as refused:
        table(tmp_path, data)
    assert refused.value.reason == reason


def test_huge_files_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_text, "MAX_ROWS", 3)
    read = table(tmp_path, "Titel;Aufrufe\n" + "Mein Büro;5\n" * 9)
    assert (len(read.lines), read.unread[-1].line) == (2, 4)
    monkeypatch.setattr(table_text, "MAX_BYTES", 20)
    with pytest.raises(UnreadableTable, match="too_large"):
        table(tmp_path, "Titel;Aufrufe\nMein Büro;5\n")
    with pytest.raises(MissingFile):
        ResultFiles().read(tmp_path / "weg.csv", NAMES)


@settings(max_examples=60)
@given(
    st.one_of(
        st.binary(max_size=300),
        st.text(max_size=200).map(lambda text: ("Titel;Aufrufe;Datum\n" + text).encode("utf-8", "replace")),
        st.lists(
            st.lists(st.sampled_from(['"', ";", "\n", "1", "ä", "\t", "Titel", "Views"]), max_size=9), max_size=9
        ).map(lambda rows: "".join("".join(row) for row in rows).encode()),
    )
)
def test_any_file_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    try:
        read = table(tmp_path_factory.getbasetemp(), data)
    except UnreadableTable:
        return
    assert matched(read, [online(Publication("tiktok", ON))], NAMES, WEEK_LATER).left is not None
    assert all(one.line > 0 for one in read.lines)


def test_a_line_finds_its_publication_by_address_before_all_else(tmp_path: Path) -> None:
    here = Publication("tiktok", ON, "https://tiktok.com/@amt/video/7412345678901234567")
    other = Publication("tiktok", ON, "https://tiktok.com/@amt/video/7412345678901234999")
    found = match(table(tmp_path, TIKTOK), online(here), online(other, title="Mein Büro, ohne Wände"))
    assert [(one.result.production, one.result.moment) for one in found.found] == [("pMei", Moment.WEEK)]
    youtube = Publication("yt_shorts", ON, "https://youtube.com/shorts/dQw4w9WgXcQ")
    found = match(table(tmp_path, YOUTUBE), online(youtube, title="Etwas anderes"))
    assert [(one.line, one.reason) for one in found.left] == [(2, Unmatched.SUM)]
    assert found.results[0].source == "Export.csv"


@pytest.mark.parametrize(
    ("address", "piece"),
    [
        ("https://www.tiktok.com/@amt/video/7412345678901234567?lang=de", "7412345678901234567"),
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3", "dQw4w9WgXcQ"),
        ("https://www.instagram.com/reel/DAbc123/", "DAbc123"),
        ("https://www.tiktok.com/@landkreis.auenau", ""),
        ("https://auenau.example", ""),
        ("", ""),
    ],
)
def test_an_address_names_its_post_or_none(address: str, piece: str) -> None:
    assert address_piece(address) == piece


def test_a_line_without_address_finds_its_clip_by_title_or_post_text_and_never_by_chance(tmp_path: Path) -> None:
    read = table(tmp_path, META)
    post = "Mein Büro, ohne Wände"
    assert match(read, online(Publication("ig_reels", ON), title="A", post=post)).found
    two = online(Publication("tiktok", ON), Publication("ig_reels", ON), title=post)
    assert match(read, two).found[0].result.profile == "ig_reels"
    nameless = table(tmp_path, "Titel;Aufrufe\nMein Büro;5\n")
    assert match(nameless, online(Publication("x", ON), Publication("tiktok", ON))).left[0].reason is Unmatched.SEVERAL
    assert match(nameless, online(Publication("x", ON), Publication("tiktok", ON)), profile="x").found
    assert match(nameless, online(Publication("x", ON), title="Mein Büro 2")).left[0].reason is Unmatched.NO_CLIP


@pytest.mark.parametrize(
    ("age", "wanted", "reason", "late"),
    [
        (0, None, Unmatched.TOO_YOUNG, False),
        (5, None, Unmatched.BETWEEN, False),
        (5, Moment.WEEK, Unmatched.TOO_YOUNG, False),
        (15, Moment.WEEK, None, True),
        (7, None, None, False),
    ],
)
def test_figures_are_never_noted_for_a_moment_that_is_not_theirs(
    tmp_path: Path, age: int, wanted: Moment | None, reason: Unmatched | None, late: bool
) -> None:
    on = date.fromordinal(WEEK_LATER.toordinal() - age)
    read = table(tmp_path, "Titel;Aufrufe\nMein Büro;5\nMein Büro;6\n")
    found = match(read, online(Publication("x", on)), moment=wanted)
    assert found.left[0].reason is (reason or Unmatched.TWICE)
    assert [one.late for one in found.found] == ([] if reason else [late])


def test_a_house_may_add_names_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    own = tmp_path / "house" / "result_columns.json"
    own.write_text(
        '{"source": "wir", "columns": [{"means": "views", "names": ["Klicks auf Play"]}],'
        ' "sums": ["alles"], "hosts": []}',
        encoding="utf-8",
    )
    names = load_result_columns(tmp_path)
    assert names.meanings["klicks auf play"] == names.meanings["aufrufe"]
    own.write_text(own.read_text(encoding="utf-8").replace('"views"', '"laune"'), encoding="utf-8")
    with pytest.raises(BrokenRecord, match=r"columns\[0\].means"):
        load_result_columns(tmp_path)
