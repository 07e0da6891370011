"""No decoder of this process ever opens a film or picture from outside, whatever is done with it."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import imageio_ffmpeg
import pytest
from PIL import Image

from skriptstudio.assembly.house import House
from skriptstudio.cli.main import run
from skriptstudio.domain.captions import Captions
from skriptstudio.domain.errors import StillWritten
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.package_making import ExportWish
from skriptstudio.domain.ports.media import NewFilm
from skriptstudio.domain.script import WHOLE
from skriptstudio.domain.take import Footage
from skriptstudio.media.apart import asking
from skriptstudio.media.apart.stand_ins import StandIns
from skriptstudio.steps.dress import DressWish, InsertWish

Opened = list[Path]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Every file that a decoder of this process opens."""
    found: Opened = []

    def watched(real: Callable[..., Any]) -> Callable[..., Any]:
        def opening(file: object, *args: object, **kwargs: object) -> Any:
            if isinstance(file, (str, Path)):
                found.append(Path(file))
            return real(file, *args, **kwargs)

        return opening

    monkeypatch.setattr(av, "open", watched(av.open))
    monkeypatch.setattr(Image, "open", watched(Image.open))
    return found


def phone_film(path: Path) -> Path:
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-f", "lavfi", "-i", "color=teal:s=320x180:r=25:d=1"]
    command += ["-f", "lavfi", "-i", "sine=300:r=44100:d=1", "-c:v", "libx265", "-x265-params", "log-level=none"]
    subprocess.run([*command, "-preset", "ultrafast", "-c:a", "aac", "-shortest", str(path)], check=True)
    return path


def test_only_children_and_copies_touch_what_comes_from_outside(tmp_path: Path, opened: Opened) -> None:
    house = House(str(tmp_path / "Bibliothek"))
    wanted = house.plan.new("Ein Tag", "ein_tag_im_amt", "").id
    photo, logo = tmp_path / "foto.jpg", tmp_path / "logo.jpg"
    for picture in (photo, logo):
        Image.new("RGB", (640, 480), "white").save(picture)
    film = phone_film(tmp_path / "handy.mov")
    take, stored = house.record.import_take(wanted, film, WHOLE)
    still = house.bring_material(wanted, photo)
    insert = InsertWish(still.id, Fraction(0), Fraction(0), Fraction(1, 5))
    house.dress.change(wanted, DressWish(inserts=(insert,), logo=logo))
    production = house.desk.open(wanted).record
    assert [one.foreign for one in production.takes] == [True, False]
    assert house.films.poster(production, take)
    assert len(house.films.waveform(production, take)) == pytest.approx(50, abs=3)
    assert list(house.films.film_strip(production, take, Fraction(0), Fraction(1), JobControl()))
    assert house.films.film_to_watch(production, take) != stored
    house.captioner.heard(production, take)
    house.tidy.look(production)
    house.dress.preview(production, Fraction(0), (), logo)
    export = ExportWish(wanted, ("intranet",), tmp_path / "ziel", draft=True)
    package = house.publish.export(export, Captions(), JobControl())
    assert package.clips[0].frames == 30
    own = {house.desk.library.media_path(wanted, still.file)}
    outside = {film, photo, logo, *(stored.parent.iterdir())} - own - set(stored.parent.glob("logo-*.png"))
    assert not outside & set(opened)
    assert set(opened)


def test_where_a_stand_in_is_gone_children_help_out(tmp_path: Path, opened: Opened) -> None:
    house = House(str(tmp_path / "Bibliothek"))
    wanted = house.plan.new("Ein Tag", "ein_tag_im_amt", "").id
    take = house.bring_material(wanted, phone_film(tmp_path / "handy.mov"))
    house.films.gate.clear()
    production = house.desk.open(wanted).record
    stored = house.record.path_of(production, take)
    assert house.films.poster(production, take)
    assert len(house.films.waveform(production, take)) == pytest.approx(50, abs=3)
    assert house.films.make_stand_in(production, take, JobControl()) == house.films.film_to_watch(production, take)
    assert stored not in opened


def test_a_film_that_brings_the_child_down_is_one_sentence_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    library = ["--library", str(tmp_path / "Bibliothek"), "--lang", "de"]
    wanted = House(library[1]).plan.new("Ein Tag", "ein_tag_im_amt", "").id
    film = phone_film(tmp_path / "handy.mov")
    assert run(["take", "import", wanted, str(film), *library]) == 0
    monkeypatch.setattr(asking, "own_program", lambda: [sys.executable, "-c", "import os; os.abort()"])
    capsys.readouterr()
    assert run(["take", "import", wanted, str(film), *library]) == 3
    assert "handy.mov lässt sich nicht lesen: Das Hilfsprogramm ist daran abgestürzt" in capsys.readouterr().err
    ziel = tmp_path / "ziel"
    assert run(["export", wanted, "--profile", "intranet", "--draft", "--to", str(ziel), *library]) == 3
    assert "lässt sich nicht lesen" in capsys.readouterr().err
    assert not list(ziel.glob("**/*"))
    assert len(House(library[1]).desk.open(wanted).record.takes) == 1


def test_a_film_that_is_still_being_copied_is_not_taken_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    house, film = House(str(tmp_path / "Bibliothek")), tmp_path / "handy.mov"
    wanted = house.plan.new("Ein Tag", "ein_tag_im_amt", "").id
    film.write_bytes(b"half")

    @contextmanager
    def looks_while_it_grows(_gate: object, path: Path, _control: JobControl) -> Iterator[NewFilm]:
        footage = Footage(Fraction(1), 30, 1080, 1920, 0, Fraction(30), "h264", has_sound=False)
        path.write_bytes(b"half and a bit")
        yield NewFilm(footage, tmp_path / "klein.mp4", False, lambda sha256: None)

    monkeypatch.setattr(StandIns, "take_in", looks_while_it_grows)
    with pytest.raises(StillWritten) as error:
        house.record.import_take(wanted, film, WHOLE)
    assert error.value.path == str(film)
    production = house.desk.open(wanted).record
    assert production.takes == ()
    assert not list((tmp_path / "Bibliothek").rglob("*.mov"))
