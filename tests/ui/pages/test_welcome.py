"""The first run and the missing library, as somebody meets them."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from skriptstudio.assembly.house import House
from skriptstudio.domain.errors import LibraryReadOnly
from skriptstudio.domain.people import Hat, Person
from skriptstudio.store.settings import Settings, SettingsFile
from skriptstudio.ui.pages.welcome import begin

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("nothing_stays")]

Key = Qt.Key
Wait = Callable[..., None]


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The user's own place, empty."""
    place = tmp_path / "home"
    place.mkdir()
    monkeypatch.setenv("HOME", str(place))
    return place


@pytest.fixture
def start(app: Any, home: Path, wait_until: Wait) -> Iterator[Callable[[], Any]]:
    """Starts the program without naming a library, as often as asked."""
    from skriptstudio.ui.program import Program

    running: list[Any] = []

    def begin_program() -> Any:
        program = Program(app, language="de")
        running.append(program)
        program.window.show()
        program.window.activateWindow()
        wait_until(lambda: program.window.page and program.window.jobs.busy == 0)
        return program

    yield begin_program
    for program in running:
        program.window.close()
        program.window.deleteLater()
    app.processEvents()


@pytest.fixture
def program(start: Callable[[], Any]) -> Any:
    program = start()
    assert program.window.page == "welcome"
    return program


def type_text(text: str) -> None:
    """Type into what has the focus; umlauts have no key code of their own."""
    for letter in text:
        focused = QApplication.focusWidget()
        assert focused is not None
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(focused, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, held)


def staff_of(folder: Path) -> dict[str, tuple[Hat, ...]]:
    return {person.name: person.hats for person in House(str(folder), create=False).people.staff().people}


def planning(program: Any) -> Callable[[], bool]:
    return lambda: program.window.page == "plan" and program.window.jobs.busy == 0


# --- the first run


def test_the_keyboard_alone_makes_a_library(program: Any, home: Path, wait_until: Wait) -> None:
    type_text("Jörg  Müßig")
    press(Key.Key_Tab)
    press(Key.Key_Down)
    assert program.window.current.hat is Hat.PRESS
    press(Key.Key_Tab)
    assert QApplication.focusWidget() is program.window.current.folder_row.other
    press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wait_until(planning(program))
    folder = home / "Videos" / "SkriptStudio"
    assert staff_of(folder) == {"Jörg Müßig": (Hat.PRESS,)}
    assert program.session.person.name == "Jörg Müßig"
    saved = SettingsFile().load()
    assert (saved.library, saved.person) == (str(folder), program.session.person.id)


def test_enter_in_the_name_starts_and_the_next_start_finds_the_library(
    program: Any, start: Callable[[], Any], wait_until: Wait
) -> None:
    type_text("Mira Albrecht")
    press(Key.Key_Return)
    wait_until(planning(program))
    program.window.close()
    again = start()
    wait_until(planning(again))
    assert again.session.person.name == "Mira Albrecht"


def test_a_library_that_is_there_is_opened_and_its_person_taken(program: Any, tmp_path: Path, wait_until: Wait) -> None:
    house = House(str(tmp_path / "gemeinsam"))
    house.people.add(Person("u9", "Katrin Behrens", (Hat.PRESS,)))
    house.plan.new("Der neue Radweg")
    page = program.window.current
    page.pick = lambda parent, title, first: tmp_path / "gemeinsam"
    QTest.mouseClick(page.folder_row.other, Qt.MouseButton.LeftButton)
    wait_until(lambda: program.window.jobs.busy == 0)
    assert page.folder_row.shown == f"{tmp_path / 'gemeinsam'} (auf diesem PC)"
    page.name.setFocus()
    type_text("katrin behrens")
    QTest.mouseClick(page.start, Qt.MouseButton.LeftButton)
    wait_until(planning(program))
    assert program.session.person == Person("u9", "Katrin Behrens", (Hat.PRESS,))
    assert staff_of(tmp_path / "gemeinsam") == {"Katrin Behrens": (Hat.PRESS,)}


def test_without_a_name_nothing_is_made(program: Any, home: Path) -> None:
    page = program.window.current
    type_text("   ")
    press(Key.Key_Return)
    assert page.name_field.error.startswith("Hier fehlt noch der Name.")
    assert QApplication.focusWidget() is page.name
    assert not (home / "Videos").exists()
    type_text("M")
    assert page.name_field.error == ""


def test_a_foreign_folder_is_refused_at_its_field(program: Any, tmp_path: Path, wait_until: Wait) -> None:
    foreign = tmp_path / "Ablage"
    foreign.mkdir()
    (foreign / "Protokoll.txt").touch()
    page = program.window.current
    type_text("Mira Albrecht")
    page.pick = lambda parent, title, first: foreign
    page.choose_folder()
    press(Key.Key_Return)
    wait_until(lambda: page.folder_field.error)
    assert "das ist keine Bibliothek" in page.folder_field.error
    assert page.start.isEnabled()
    assert QApplication.focusWidget() is page.folder_row.other
    assert SettingsFile().load().library is None
    page.pick = lambda parent, title, first: tmp_path / "leer"
    press(Key.Key_Space)
    assert page.folder_field.error == ""
    page.begin()
    wait_until(planning(program))
    assert staff_of(tmp_path / "leer") == {"Mira Albrecht": (Hat.TEAM,)}


def test_a_folder_above_that_is_gone_is_said_at_the_field(program: Any, tmp_path: Path, wait_until: Wait) -> None:
    page = program.window.current
    type_text("Mira Albrecht")
    page.pick = lambda parent, title, first: tmp_path / "weg" / "SkriptStudio"
    page.choose_folder()
    page.begin()
    wait_until(lambda: page.folder_field.error)
    assert "ist gerade nicht erreichbar" in page.folder_field.error
    assert program.window.page == "welcome"


def test_a_read_only_drive_is_said_at_the_field(
    program: Any, wait_until: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> None:
        raise LibraryReadOnly(str(path))

    monkeypatch.setattr(begin, "make_folder", refuse)
    page = program.window.current
    type_text("Mira Albrecht")
    page.begin()
    wait_until(lambda: page.folder_field.error)
    assert page.folder_row.other.accessibleName() == "Anderer Ordner"


def test_asking_for_a_folder_and_changing_ones_mind_changes_nothing(program: Any) -> None:
    page = program.window.current
    before = page.folder
    page.pick = lambda parent, title, first: None
    page.choose_folder()
    assert page.folder == before


def test_the_example_is_there_at_once_and_made_only_once(
    program: Any, start: Callable[[], Any], wait_until: Wait
) -> None:
    for shown in (program, None):
        window = (shown or start()).window
        QTest.mouseClick(window.current.example, Qt.MouseButton.LeftButton)
        wait_until(lambda window=window: window.page == "plan" and window.jobs.busy == 0)
        house = window.session.house
        (production,) = house.plan.list()
        assert production.title == "Ein Tag in der Vermessung"
        script = house.desk.library.read(production.id).record.script
        assert script.sections[0].text == "Mein Büro hat heute keine Wände."
        people = {person.name: person.hats[0] for person in house.people.staff().people}
        assert people == {"Mira Albrecht": Hat.TEAM, "Jonas Weber": Hat.TEAM, "Katrin Behrens": Hat.PRESS}
        assert window.session.person.name == "Mira Albrecht"
        assert SettingsFile().load().library is None
        window.close()


@pytest.mark.parametrize(("width", "height"), [(1366, 688), (960, 460), (900, 460), (1920, 1000)])
@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_the_first_run_fits(program: Any, app: Any, width: int, height: int, scale: float) -> None:
    program.session.change_settings(text_scale=scale)
    window, page = program.window, program.window.current
    window.resize(width, height)
    app.processEvents()
    for button in page.bar.buttons:
        assert window.rect().contains(inside(button, window))
        assert button.width() >= button.sizeHint().width()
    assert window.rect().contains(inside(page.name, window))
    for one in (*page.hats.values(), page.folder_row.other):
        assert one.width() >= one.sizeHint().width()


def inside(widget: QWidget, window: QWidget) -> Any:
    return widget.rect().translated(widget.mapTo(window, widget.rect().topLeft()))


def test_every_control_of_the_first_run_has_a_name(program: Any) -> None:
    names = [one.accessibleName() for one in controls(program.window.current)]
    assert {"Name", "Videos machen", "Videos prüfen und freigeben", "Anderer Ordner", "Beispiel ansehen"} <= set(names)
    assert all(names)


def controls(page: QWidget) -> list[QWidget]:
    return [
        one
        for one in page.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisibleTo(page)
    ]


# --- no library


@pytest.fixture
def lost(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start: Callable[[], Any]) -> Any:
    """A program whose library is away, while two takes wait."""
    house = House(str(tmp_path / "Bibliothek"))
    house.people.add(Person("u1", "Mira Albrecht", (Hat.TEAM,)))
    SettingsFile().save(Settings(library=str(tmp_path / "Bibliothek"), person="u1"))
    (tmp_path / "Bibliothek").rename(tmp_path / "abgezogen")
    for name in ("a", "b"):
        (tmp_path / "spool" / name).mkdir(parents=True)
    monkeypatch.setenv("SKRIPTSTUDIO_SPOOL", str(tmp_path / "spool"))
    return start()


def test_a_missing_library_is_named_and_found_again_by_keyboard(lost: Any, tmp_path: Path, wait_until: Wait) -> None:
    page = lost.window.current
    assert lost.window.page == "no_library"
    assert page.bar.state == "2 Takes warten auf diesem PC. Sie werden kopiert, sobald das Laufwerk wieder da ist."
    assert page.bar.filled is None
    assert page.again.hasFocus()
    press(Key.Key_Space)
    wait_until(lambda: lost.window.jobs.busy == 0)
    assert lost.window.page == "no_library"
    assert page.again.isEnabled()
    (tmp_path / "abgezogen").rename(tmp_path / "Bibliothek")
    press(Key.Key_Space)
    wait_until(planning(lost))
    assert lost.session.person.name == "Mira Albrecht"


def test_another_folder_is_taken_and_remembered(lost: Any, tmp_path: Path, wait_until: Wait) -> None:
    page = lost.window.current
    page.pick = lambda parent, title, first: tmp_path / "neu"
    QTest.mouseClick(page.other, Qt.MouseButton.LeftButton)
    wait_until(planning(lost))
    assert SettingsFile().load().library == str(tmp_path / "neu")


def test_a_folder_with_other_things_is_refused(lost: Any, tmp_path: Path, wait_until: Wait) -> None:
    page = lost.window.current
    page.pick = lambda parent, title, first: tmp_path
    page.choose_folder()
    wait_until(lambda: lost.window.jobs.busy == 0)
    assert lost.window.page == "no_library"
    assert SettingsFile().load().library == str(tmp_path / "Bibliothek")


@pytest.mark.parametrize(("takes", "fact"), [(0, ""), (1, "1 Take wartet auf diesem PC.")])
def test_only_waiting_takes_are_told(lost: Any, tmp_path: Path, wait_until: Wait, takes: int, fact: str) -> None:
    for name in ("a", "b")[takes:]:
        (tmp_path / "spool" / name).rmdir()
    lost.window.go("no_library")
    wait_until(lambda: lost.window.jobs.busy == 0)
    assert lost.window.current.bar.state.startswith(fact)
    assert bool(lost.window.current.bar.state) == bool(takes)


def test_a_lost_drive_is_called_by_its_letter(
    lost: Any, wait_until: Wait, monkeypatch: pytest.MonkeyPatch, app: Any
) -> None:
    from skriptstudio.ui.pages.welcome import no_library
    from skriptstudio.ui.widgets.text import Text

    monkeypatch.setattr(no_library, "lost_drive", lambda folder: "V:")
    lost.window.go("no_library")
    wait_until(lambda: lost.window.jobs.busy == 0)
    told = [text.text() for text in lost.window.current.findChildren(Text)]
    assert any("auf dem Laufwerk V:, und das antwortet nicht" in text for text in told)
    assert all(one.accessibleName() for one in controls(lost.window.current))
