"""A running program without a real screen but with two drawn ones, on a library of its own."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import own_home

if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
    # By its relative path: the colon of a drive would end Qt's argument.
    screens = os.path.relpath(Path(__file__).with_name("screens.json"))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"


@pytest.fixture(scope="session")
def app() -> Any:
    """The one QApplication of the test run."""
    from PySide6.QtWidgets import QApplication

    return QApplication.instance() or QApplication([])


@pytest.fixture
def wait_until(app: Any) -> Callable[..., None]:
    """Let the window live until something is true, at most so many seconds."""

    def wait(condition: Callable[[], object], seconds: float = 10) -> None:
        until = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < until, "waited in vain"
            app.processEvents()
            time.sleep(0.005)

    return wait


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with three people and one production with a script; only to be copied."""
    from skriptstudio.assembly.house import House
    from skriptstudio.domain.people import Hat, Person

    folder = tmp_path_factory.mktemp("furnished")
    with pytest.MonkeyPatch.context() as patch:
        own_home(patch, folder / "home")
        house = House(str(folder / "Bibliothek"))
        house.people.add(Person("u1", "Mira Albrecht", (Hat.TEAM,)))
        house.people.add(Person("u2", "Jonas Weber", (Hat.TEAM,)))
        house.people.add(Person("u3", "Katrin Behrens", (Hat.PRESS,)))
        house.people.add_consent("c1", "Mira Albrecht", ("tiktok", "ig_reels"), date(2099, 12, 31))
        script = folder / "Skript.md"
        script.write_text(
            "## Hook\nMein Büro hat heute keine Wände.\n## Nutzen\nDu siehst, womit ich messe.\n"
            "## Szene 1\nDieses Ding misst auf zwei Millimeter genau.\n## Aufruf\nKomm eine Woche zum Praktikum.\n",
            encoding="utf-8",
        )
        production = house.plan.new("Mein Büro hat heute keine Wände", "ein_tag_im_amt", "Jonas Weber")
        house.write.import_script(production.id, script, "Jonas Weber")
    return folder / "Bibliothek"


@pytest.fixture
def house(tmp_path: Path, furnished: Path) -> Any:
    """A library with three people and one production with a script."""
    from skriptstudio.assembly.house import House

    shutil.copytree(furnished, tmp_path / "Bibliothek")
    return House(str(tmp_path / "Bibliothek"))


@pytest.fixture
def program(app: Any, house: Any, wait_until: Callable[..., None]) -> Iterator[Any]:
    """The window on that library, with Mira at the keyboard and the page Plan shown."""
    from PySide6.QtCore import QEvent

    from skriptstudio.ui.program import Program

    program = Program(app, str(house.library_path), language="de")
    program.window.show()
    wait_until(lambda: program.window.page == "plan" and program.window.jobs.busy == 0)
    program.session.act_as(next(p for p in program.session.staff.people if p.id == "u1"))
    yield program
    program.window.close()
    program.window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.processEvents()


@pytest.fixture
def opened(program: Any, wait_until: Callable[..., None]) -> Any:
    """The same with the production open."""
    program.window.open_production("Mein Büro hat heute keine Wände")
    wait_until(lambda: program.session.production is not None and program.window.jobs.busy == 0)
    return program


@pytest.fixture
def nothing_stays(app: Any) -> Iterator[None]:
    """What a test deletes later is gone before the next one begins."""
    from PySide6.QtCore import QCoreApplication, QEvent

    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
