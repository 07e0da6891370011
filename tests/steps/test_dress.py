"""What is laid over the picture is checked, kept, and changed piece by piece."""

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image

from skriptstudio.domain.desk import Desk
from skriptstudio.domain.dressing import Box, NameLine, logo_name
from skriptstudio.domain.errors import BadNumber, BadSegment, MissingFile, UnknownName
from skriptstudio.domain.production import Production, Release, State
from skriptstudio.domain.seals import seals
from skriptstudio.domain.take import Take
from skriptstudio.media.apart.asking import Apart
from skriptstudio.media.apart.pictures import ApartPictures
from skriptstudio.media.render.renderer import PyAvRenderer
from skriptstudio.steps.dress import Dress, DressWish, InsertWish
from skriptstudio.store.clock import SystemClock
from skriptstudio.store.folder_library import FolderLibrary
from skriptstudio.store.identity import SystemIdentity

NOW = datetime(2026, 11, 28, 9, tzinfo=UTC)
NAME = NameLine("Lena", "Ausbildung", Fraction(1), Fraction(3))
BOX = Box(Fraction(0), Fraction(0), Fraction(1, 2), Fraction(1, 2), Fraction(0), Fraction(1))


def take(number: int) -> Take:
    return Take(f"t{number}", "hook", f"t{number}.mp4", "0" * 64, Fraction(9), 270, NOW)


def dress_of(desk: Desk) -> Dress:
    return Dress(desk, PyAvRenderer(), ApartPictures(Apart()), lambda take: None)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(FolderLibrary.open(tmp_path / "lib", create=True), SystemIdentity(), SystemClock())
    desk.library.create(Production("p1", "P", NOW, takes=(take(1), replace(take(2), section="value"))))
    return desk


def test_what_is_not_asked_for_stays(desk: Desk) -> None:
    dress = dress_of(desk)
    dress.change("p1", DressWish(title="  Mehr!  ", names=(NAME,)))
    dress.change("p1", DressWish(boxes=(BOX,), inserts=(InsertWish("t2", Fraction(1), Fraction(2), Fraction(1)),)))
    dressing = desk.open("p1").record.effective_cut().dressing
    assert (dressing.title, dressing.names, dressing.boxes) == ("Mehr!", (NAME,), (BOX,))
    assert [(one.take, one.source, one.start, one.end) for one in dressing.inserts] == [
        ("t2", Fraction(1), Fraction(2), Fraction(3))
    ]


def test_an_end_card_makes_the_clip_longer_and_goes_again(desk: Desk) -> None:
    dress = dress_of(desk)
    before = desk.open("p1").record.effective_cut()
    dress.change("p1", DressWish(end_card="Bewirb dich!\n"))
    dress.change("p1", DressWish(title="Mehr!"))
    cut = desk.open("p1").record.effective_cut()
    assert (cut.end_card, cut.segments) == ("Bewirb dich!", before.segments)
    assert (cut.card_frames, cut.clip_seconds) == (60, before.clip_seconds + 2)
    assert dress.change("p1", DressWish(end_card=" ")).clip_seconds == before.clip_seconds


def test_a_title_does_not_freeze_a_cut_that_nobody_set(desk: Desk) -> None:
    dress_of(desk).change("p1", DressWish(title="Mehr!"))
    cut = desk.open("p1").record.cut
    assert cut is not None
    assert cut.segments == ()


def test_the_window_of_a_piece_can_be_moved_and_the_whole_be_shown(desk: Desk) -> None:
    cut = dress_of(desk).change("p1", DressWish(windows=((2, Fraction(1)),), grounds=(1,)))
    assert [(s.across, s.all_of_it) for s in cut.segments] == [(Fraction(1, 2), True), (Fraction(1), False)]


@pytest.mark.parametrize(
    ("wish", "error"),
    [
        (DressWish(inserts=(InsertWish("t9", Fraction(0), Fraction(0), Fraction(1)),)), UnknownName),
        (DressWish(inserts=(InsertWish("t1", Fraction(8), Fraction(0), Fraction(2)),)), BadSegment),
        (DressWish(windows=((3, Fraction(0)),)), BadNumber),
        (DressWish(windows=((1, Fraction(2)),)), BadNumber),
        (DressWish(grounds=(0,)), BadNumber),
        (DressWish(logo=Path("gibt-es-nicht.png")), MissingFile),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(desk: Desk, wish: DressWish, error: type[Exception]) -> None:
    before = desk.open("p1").record
    with pytest.raises(error):
        dress_of(desk).change("p1", wish)
    assert desk.open("p1").record == before


def test_a_logo_is_kept_beside_the_takes_as_a_picture_of_our_own_and_can_be_taken_away(
    desk: Desk, tmp_path: Path
) -> None:
    place = Image.Exif()
    place[0x010F] = "Kamera der Pressestelle"
    Image.new("RGB", (1200, 300), "white").save(tmp_path / "unser Logo.jpg", exif=place)
    chosen = dress_of(desk).change("p1", DressWish(logo=tmp_path / "unser Logo.jpg")).dressing.logo
    stored = desk.library.media_path("p1", logo_name(chosen))
    assert sha256(stored.read_bytes()).hexdigest() == chosen
    with Image.open(stored) as kept:
        assert (kept.format, kept.size, dict(kept.getexif()), kept.info) == ("PNG", (240, 60), {}, {})
    assert dress_of(desk).change("p1", DressWish(logo=Path())).dressing.logo == ""


def test_a_release_that_fell_by_a_change_holds_again_when_the_change_is_taken_back(desk: Desk) -> None:
    dress, by = dress_of(desk), desk.anonymous()
    released = replace(desk.open("p1").record, state=State.PACKAGED)
    released = replace(released, cut=replace(released.effective_cut(), held=True))
    desk.change("p1", lambda p: replace(released, release=Release(by, NOW, seals(released))), by)
    before = desk.open("p1").record
    dress.change("p1", DressWish(title="Mehr!", windows=((1, Fraction(1, 3)),), end_card="Bewirb dich!"))
    assert desk.open("p1").record.state is State.PRESS_CHECK
    across = before.effective_cut().segments[0].across
    now = dress.take_back(before, DressWish(title="", windows=((1, across),), end_card=""))
    assert (now.state, now.cut, now.release) == (State.PACKAGED, before.cut, before.release)
