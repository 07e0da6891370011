"""A clip of two takes with two captions, and the page that shows it."""

import shutil
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from tests.conftest import own_home
from tests.ui.pages.review.at_the_desk import CUES, TITLE, settle

from skriptstudio.domain.production import Production


@pytest.fixture(scope="session")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two seconds of grey that gets lighter, with a tone."""
    return grey_film(tmp_path_factory.mktemp("film") / "film.mp4", 90, 160)


@pytest.fixture(scope="session")
def large_film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same in full size: it takes a player some time to go anywhere."""
    return grey_film(tmp_path_factory.mktemp("film") / "film.mp4", 1080, 1920)


def grey_film(path: Path, width: int, height: int) -> Path:
    with av.open(str(path), "w") as container:
        video = container.add_stream("libx264", rate=30, options={"preset": "ultrafast", "tune": "zerolatency"})
        video.width, video.height, video.pix_fmt = width, height, "yuv420p"
        audio = container.add_stream("aac", rate=48_000, layout="mono")
        for index in range(60):
            frame = av.VideoFrame.from_ndarray(np.full((height, width), 40 + 3 * index, np.uint8), format="gray")
            frame.pts, frame.time_base = index, Fraction(1, 30)
            container.mux(video.encode(frame))
        tone = (0.3 * np.sin(np.arange(96_000) * 0.05)).astype(np.float32)
        for at in range(0, len(tone), 1024):
            sound = av.AudioFrame.from_ndarray(tone[None, at : at + 1024], format="fltp", layout="mono")
            sound.sample_rate, sound.pts, sound.time_base = 48_000, at, Fraction(1, 48_000)
            container.mux(audio.encode(sound))
        container.mux([*video.encode(None), *audio.encode(None)])
    return path


@pytest.fixture(scope="session")
def recorded(tmp_path_factory: pytest.TempPathFactory, furnished: Path, film: Path) -> Path:
    """The library with hook and value recorded; only to be copied."""
    from skriptstudio.assembly.house import House

    folder = tmp_path_factory.mktemp("recorded")
    shutil.copytree(furnished, folder / "Bibliothek")
    with pytest.MonkeyPatch.context() as patch:
        own_home(patch, folder / "home")
        house = House(str(folder / "Bibliothek"))
        production = house.desk.open(TITLE).record
        for section in ("hook", "value"):
            house.record.import_take(production.id, film, section, ("Mira Albrecht",), foreign=False)
        house.review.save_captions(production.id, CUES, "Jonas Weber")
    return folder / "Bibliothek"


@pytest.fixture
def clip(house: Any, recorded: Path) -> Production:
    """Hook and value are recorded, and have two captions that nobody has checked."""
    shutil.copytree(recorded, house.library_path, dirs_exist_ok=True)
    production: Production = house.desk.open(TITLE).record
    return production


@pytest.fixture
def stored(house: Any) -> Callable[[], Production]:
    return lambda: house.desk.open(TITLE).record


@pytest.fixture
def work_as(program: Any, wait_until: Callable[..., None]) -> Callable[[str], None]:
    def act(person: str) -> None:
        staff = program.session.house.people.staff()
        program.session.show_staff(staff)
        program.session.act_as(next(p for p in staff.people if p.name == person))

    return act


@pytest.fixture
def enter(program: Any, wait_until: Callable[..., None]) -> Callable[..., Any]:
    """Goes to the page, with a production open if one is named."""

    def go(title: str = "") -> Any:
        program.window.activateWindow()
        if title:
            program.window.open_production(title, "review")
            wait_until(lambda: program.session.production is not None and program.window.page == "review")
        else:
            program.window.go("review")
        settle(program.window, wait_until)
        return program.window.current

    return go
