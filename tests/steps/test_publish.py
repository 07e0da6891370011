"""What leaves the house: behind its gates until the last moment, on record before it leaves, and nothing by halves."""

import subprocess
from collections.abc import Callable
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import imageio_ffmpeg
import pytest

from skriptstudio.assembly.house import House
from skriptstudio.domain.captions import Captions, Cue
from skriptstudio.domain.clip import Check, ClipPackage, ExportedClip, Severity
from skriptstudio.domain.errors import Cancelled, DiskFull, NotReleased
from skriptstudio.domain.jobs import JobControl, Progress
from skriptstudio.domain.package_making import ExportWish
from skriptstudio.domain.people import Hat, Person
from skriptstudio.domain.production import State
from skriptstudio.domain.script import WHOLE
from skriptstudio.store.packages import FolderShelf

CHANNELS = ("website", "intranet")


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A library with one released clip of half a second, in which Mira speaks."""
    film = tmp_path / "take.mp4"
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-f", "lavfi", "-i", "color=teal:s=360x640:r=30:d=0.5"]
    command += ["-f", "lavfi", "-i", "sine=300:r=48000:d=0.5", "-c:v", "libx264", "-c:a", "aac", str(film)]
    subprocess.run(command, check=True)
    house = House(str(tmp_path / "Bibliothek"))
    house.people.add(Person("u1", "Mira Albrecht"))
    house.people.add(Person("u2", "Katrin Behrens", (Hat.PRESS,)))
    until = house.desk.clock.today() + timedelta(days=9)
    house.people.add_consent("c1", "u1", CHANNELS, until)
    wanted = house.plan.new("Ein Tag", "ein_tag_im_amt", "").id
    house.record.import_take(wanted, film, WHOLE, ("u1",), foreign=False)
    house.review.save_captions(wanted, (Cue(Fraction(0), Fraction(1, 2), ("[Ton]",)),), "Mira Albrecht")
    house.review.confirm_captions(wanted, "Katrin Behrens")
    house.review.hand_in(wanted, "Mira Albrecht")
    house.review.release(wanted, "Katrin Behrens")
    return house


def when_films_are_made(act: Callable[[], object]) -> JobControl:
    """Somebody does something while the packages are being filled."""

    def listen(progress: Progress) -> None:
        if progress.stage == "files" and progress.done == 1:
            act()

    return JobControl(listen)


def test_a_package_leaves_by_the_record_as_it_is_in_the_end(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted, to = house.desk.library.list()[0].id, tmp_path / "ziel"
    wish = ExportWish(wanted, CHANNELS, to)

    def record() -> tuple[State, list[str]]:
        production = house.desk.open(wanted).record
        return production.state, [
            f"{one.profile}{' of a release' if one.version else ''}" for one in production.exports
        ]

    # cancelled when all is made but in place: nothing is there, nothing is on record
    control = when_films_are_made(lambda: control.cancel())
    with pytest.raises(Cancelled):
        house.publish.export(wish, Captions(), control)
    assert (to.exists(), record()) == (False, (State.RELEASED, []))

    # the second target doesn't fit any more: the first is there and on record, and nothing else
    put = FolderShelf.put

    def full(self: FolderShelf, staged: Path, final: Path) -> None:
        assert [one.removesuffix(" of a release") for one in record()[1]] == list(CHANNELS)
        if final.name == CHANNELS[1]:
            raise DiskFull(str(to))
        put(self, staged, final)

    with monkeypatch.context() as patch:
        patch.setattr(FolderShelf, "put", full)
        with pytest.raises(DiskFull):
            house.publish.export(wish, Captions(), JobControl())
    assert [one.name for one in to.glob("*/*")] == ["website"]
    assert record() == (State.RELEASED, ["website of a release"])

    # a draft has names of its own and is on record, too; the clip is no package by it
    before = {file: file.read_bytes() for file in to.rglob("*") if file.is_file()}
    draft = house.publish.export(
        ExportWish(wanted, ("website",), to, draft=True, packed=True), Captions(), JobControl()
    )
    assert draft.clips[0].path.name.endswith("-entwurf.mp4")
    assert {file: file.read_bytes() for file in before} == before
    assert record() == (State.RELEASED, ["website of a release", "website", "website"])
    on_record = [Path(one.folder) / one.file for one in house.desk.open(wanted).record.exports]
    assert on_record[1:] == [draft.clips[0].path, draft.files[-1]]
    assert all(file.is_file() for file in on_record)

    # revoked meanwhile: the same refusal as before the export
    control = when_films_are_made(lambda: house.people.revoke("Mira Albrecht"))
    with pytest.raises(NotReleased):
        house.publish.export(ExportWish(wanted, CHANNELS, tmp_path / "spaet"), Captions(), control)
    assert not (tmp_path / "spaet").exists()
    assert len(record()[1]) == 3


def test_each_check_is_told_once_with_the_profiles_that_it_belongs_to() -> None:
    loud, long = Check("loudness", Severity.OK, "-14.0 LUFS"), Check("too_long", Severity.HINT, "200 s")
    clips = [ExportedClip(key, Path(), Fraction(9), 270, (loud, *rest)) for key, rest in (("x", (long,)), ("web", ()))]
    assert ClipPackage(tuple(clips), (), 0, 0).checks == {loud: ("x", "web"), long: ("x",)}
