"""The settings as somebody changes them: at once, for good, by mouse or keyboard."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from skriptstudio.assembly import computer
from skriptstudio.assembly.house import House
from skriptstudio.domain.final_size import SizeTrial
from skriptstudio.domain.ports.studio import Device
from skriptstudio.domain.prompter import LensPlace, Prompter
from skriptstudio.store.settings import SettingsFile
from skriptstudio.ui.pages.settings.page import SECTIONS
from skriptstudio.ui.theme import reduced_motion, text_scale, tokens
from skriptstudio.ui.tokens import DARK, LIGHT
from skriptstudio.ui.widgets.dialog import open_dialog
from skriptstudio.ui.widgets.fields import TextField

pytestmark = [pytest.mark.qt, pytest.mark.usefixtures("nothing_stays")]

Key = Qt.Key
Wait = Callable[..., None]


class FakeStudio:
    """Two cameras and one microphone; the demo is last, as always."""

    def cameras(self) -> tuple[Device, ...]:
        return (Device("0", "Eingebaute Kamera"), Device("1", "Logitech C920"), Device("demo", "Eingebaute Demo"))

    def microphones(self) -> tuple[Device, ...]:
        return (Device("Ansteckmikro", "Ansteckmikro"), Device("demo", "Eingebaute Demo"))


@pytest.fixture
def settings(program: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The program on its page of settings, with known devices and a fast computer."""
    vars(program.session.house)["studio"] = FakeStudio()
    monkeypatch.setattr(computer, "encoder_speed", lambda: 120.0)
    monkeypatch.setattr(computer, "try_final_size", lambda control: SizeTrial(75.0, "2026-11-25"))
    program.window.activateWindow()
    program.window.go("settings")
    program.session.change_settings(scheme="light")
    yield program
    program.session.change_settings(scheme="light", text_scale=1.0, calm=None)


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, held)


def show(program: Any, key: str, wait_until: Wait) -> Any:
    program.window.current.sections.choose(key)
    wait_until(lambda: program.window.jobs.busy == 0)
    return program.window.current.section


def test_the_look_changes_at_once_and_for_good(settings: Any, wait_until: Wait) -> None:
    section = show(settings, "appearance", wait_until)
    QTest.mouseClick(section.scheme.part("dark"), Qt.MouseButton.LeftButton)
    assert tokens() is DARK
    QTest.mouseClick(section.text_scale.part("1.15"), Qt.MouseButton.LeftButton)
    assert text_scale() == 1.15
    QTest.mouseClick(section.calm.part("on"), Qt.MouseButton.LeftButton)
    assert reduced_motion()
    saved = SettingsFile().load()
    assert (saved.scheme, saved.text_scale, saved.calm) == ("dark", 1.15, True)


def test_the_keyboard_alone_goes_through_the_settings(settings: Any, wait_until: Wait) -> None:
    page = settings.window.current
    assert page.sections.hasFocus()
    press(Key.Key_Return)
    press(Key.Key_Right)
    assert tokens() is DARK
    press(Key.Key_Left)
    assert tokens() is LIGHT
    press(Key.Key_Tab)
    press(Key.Key_Right)
    assert text_scale() == 1.15
    page.sections.setFocus()
    for _ in range(2):
        press(Key.Key_Down)
    press(Key.Key_Return)
    press(Key.Key_Right)
    press(Key.Key_Tab)
    press(Key.Key_Down)
    assert SettingsFile().load().prompter.text_px == 44
    press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert settings.window.page == "plan"


def test_the_rules_of_the_house_are_set_by_keyboard(settings: Any, wait_until: Wait, house: Any) -> None:
    section = show(settings, "rules", wait_until)
    assert [one.accessibleName() for one in (section.deputy, section.raw, section.minor)] == [
        "Die Vertretung prüft",
        "Ungenutzte Takes behalten",
        "Ungenutzte Takes Minderjähriger behalten",
    ]
    assert section.deputy.currentText() == "2 Arbeitstage"
    section.deputy.setFocus()
    press(Key.Key_Down)
    press(Key.Key_Tab)
    press(Key.Key_Up)
    press(Key.Key_Up)
    section.add.setFocus()
    press(Key.Key_Space)
    dialog = open_dialog(settings.window)
    assert dialog is not None
    form: Any = dialog.content
    assert form.first.hasFocus()
    for field, text in ((form.first, "1.2.2027"), (form.last, "23.1.2027"), (form.reason, "Kommunalwahl")):
        QTest.keyClicks(field, text)
    assert dialog.verb.why == "Das liegt vor dem ersten Tag."
    form.last.setText("23.2.2027")
    press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wait_until(lambda: settings.window.jobs.busy == 0 and section.removals)
    rules = house.people.staff().rules
    assert (rules.deputy_after_days, rules.raw_days, len(rules.blackouts)) == (3, 14, 1)
    name = section.removals[0].accessibleName()
    assert name == "Entfernen: Kommunalwahl, 1. Februar 2027 bis 23. Februar 2027"
    section.removals[0].setFocus()
    press(Key.Key_Space)
    wait_until(lambda: settings.window.jobs.busy == 0 and not section.removals)
    assert house.people.staff().rules.blackouts == ()


def test_english_is_spoken_at_once_and_the_section_stays(settings: Any, wait_until: Wait, app: Any) -> None:
    section = show(settings, "house", wait_until)
    QTest.mouseClick(section.language.part("en"), Qt.MouseButton.LeftButton)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    wait_until(lambda: settings.window.jobs.busy == 0)
    page = settings.window.current
    assert page.header_title() == "Settings"
    assert page.sections.key == "house"
    assert page.section.language.current == "en"
    assert page.bar.state == "Changes hold at once."
    assert SettingsFile().load().language == "en"
    page.section.language.choose("de")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert settings.window.current.header_title() == "Einstellungen"


def test_chosen_devices_are_remembered(settings: Any, wait_until: Wait) -> None:
    section = show(settings, "devices", wait_until)
    names = [section.camera.itemText(at) for at in range(section.camera.count())]
    assert names == ["Automatisch", "Eingebaute Kamera", "Logitech C920", "Eingebaute Demo"]
    section.camera.setFocus()
    press(Key.Key_Down)
    press(Key.Key_Down)
    section.microphone.setFocus()
    press(Key.Key_Down)
    saved = SettingsFile().load()
    assert (saved.camera, saved.microphone) == ("1", "Ansteckmikro")
    section.microphone.setFocus()
    press(Key.Key_Up)
    assert SettingsFile().load().microphone is None


def test_a_device_that_was_unplugged_stays_chosen_and_says_so(settings: Any, wait_until: Wait) -> None:
    settings.session.change_settings(microphone="Funkmikro")
    section = show(settings, "devices", wait_until)
    assert (section.microphone.key, section.microphone.currentText()) == (
        "Funkmikro",
        "Funkmikro (nicht angeschlossen)",
    )
    QTest.mouseClick(section.again, Qt.MouseButton.LeftButton)
    wait_until(lambda: settings.window.jobs.busy == 0)
    assert section.microphone.key == "Funkmikro"
    assert section.again.isEnabled()


def test_leaving_a_section_while_it_looks_harms_nothing(settings: Any, wait_until: Wait, app: Any) -> None:
    sections = settings.window.current.sections
    for key in ("devices", "health", "keys", "devices", "appearance"):
        sections.choose(key)
        app.processEvents()
    wait_until(lambda: settings.window.jobs.busy == 0)
    assert type(settings.window.current.section).__name__ == "AppearanceSection"


def test_the_library_can_be_opened_and_exchanged(settings: Any, wait_until: Wait, tmp_path: Path) -> None:
    section = show(settings, "library", wait_until)
    seen: list[Path] = []
    section.show_folder = seen.append
    QTest.mouseClick(section.open, Qt.MouseButton.LeftButton)
    assert seen == [settings.session.house.library_path]
    section.pick = lambda parent, title, first: tmp_path / "zweite"
    QTest.mouseClick(section.other, Qt.MouseButton.LeftButton)
    wait_until(lambda: settings.window.page == "plan" and settings.window.jobs.busy == 0)
    assert settings.session.house.library_path == tmp_path / "zweite"
    assert SettingsFile().load().library == str(tmp_path / "zweite")
    assert House(str(tmp_path / "zweite"), create=False).plan.list() == ()


def test_a_folder_with_other_things_is_refused_in_place(settings: Any, wait_until: Wait, tmp_path: Path) -> None:
    section = show(settings, "library", wait_until)
    before = settings.session.house
    section.pick = lambda parent, title, first: tmp_path
    section.choose_folder()
    wait_until(lambda: settings.window.jobs.busy == 0)
    told = [box.accessibleName() for box in section.findChildren(QWidget) if "keine Bibliothek" in box.accessibleName()]
    assert told
    assert section.other.isEnabled()
    assert settings.session.house is before


def test_health_tells_what_works(settings: Any, wait_until: Wait) -> None:
    section = show(settings, "health", wait_until)
    states = {key: lamp.state for key, lamp in section.lamps.items()}
    assert states == dict.fromkeys(("camera", "microphone", "encoder", "final_size", "library", "fonts", "spool"), "ok")
    assert section.lamps["camera"].text() == "Kamera. Eingebaute Kamera, Logitech C920"
    assert section.lamps["encoder"].text() == "Tempo. Verarbeitet Videos 4,0-mal so schnell, wie sie laufen"


def test_health_tells_what_does_not(
    settings: Any, wait_until: Wait, monkeypatch: pytest.MonkeyPatch, house: Any
) -> None:
    monkeypatch.setattr(computer, "encoder_speed", lambda: 20.0)
    monkeypatch.setattr(FakeStudio, "microphones", lambda self: (Device("demo", "Eingebaute Demo"),))
    house.library_path.rename(house.library_path.with_name("weg"))
    section = show(settings, "health", wait_until)
    states = {key: lamp.state for key, lamp in section.lamps.items()}
    assert (states["microphone"], states["encoder"], states["library"]) == ("hint", "hint", "stop")
    assert "nicht erreichbar" in section.lamps["library"].text()
    assert settings.window.page == "settings"


def test_the_size_of_takes_is_tried_once_and_anew_on_request(
    settings: Any, wait_until: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = show(settings, "health", wait_until)
    assert "Volle Größe" in section.lamps["final_size"].text()
    assert SettingsFile().load().final_size == SizeTrial(75.0, "2026-11-25")
    monkeypatch.setattr(computer, "try_final_size", lambda control: SizeTrial(20.0, "2026-11-26"))
    show(settings, "appearance", wait_until)
    section = show(settings, "health", wait_until)
    assert "Volle Größe" in section.lamps["final_size"].text()
    QTest.mouseClick(section.again, Qt.MouseButton.LeftButton)
    wait_until(lambda: "In der Größe der Kamera" in section.lamps["final_size"].text())
    assert SettingsFile().load().final_size == SizeTrial(20.0, "2026-11-26")


def test_other_peoples_licences_can_be_read(settings: Any, wait_until: Wait) -> None:
    section = show(settings, "health", wait_until)
    QTest.mouseClick(section.notices, Qt.MouseButton.LeftButton)
    wait_until(lambda: open_dialog(settings.window) is not None)
    dialog = open_dialog(settings.window)
    assert dialog is not None
    (shown,) = dialog.findChildren(TextField)
    assert "Figtree" in shown.toPlainText()
    assert shown.isReadOnly()
    dialog.dismiss()


def test_reset_asks_first_and_keeps_library_and_language(settings: Any, wait_until: Wait) -> None:
    session = settings.session
    session.change_settings(
        scheme="dark", text_scale=1.3, prompter=Prompter(backdrop=0.9), camera="1", library="/x", calm=True
    )
    page = settings.window.current
    QTest.mouseClick(page.reset, Qt.MouseButton.LeftButton)
    dialog = open_dialog(settings.window)
    assert dialog is not None
    dialog.dismiss()
    assert session.settings.scheme == "dark"
    QTest.mouseClick(page.reset, Qt.MouseButton.LeftButton)
    dialog = open_dialog(settings.window)
    assert dialog is not None
    QTest.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    now = SettingsFile().load()
    assert (now.scheme, now.text_scale, now.prompter.backdrop, now.camera, now.calm) == (
        "system",
        1.0,
        0.78,
        None,
        None,
    )
    assert (now.library, now.language, now.person) == ("/x", "de", "u1")
    assert page.section.scheme.current == "system"


def test_settings_that_cannot_be_saved_hold_for_now_and_it_is_said(
    settings: Any, wait_until: Wait, tmp_path: Path
) -> None:
    (tmp_path / "Skript.md").touch()
    settings.session._file.path = tmp_path / "Skript.md" / "settings.json"
    section = show(settings, "appearance", wait_until)
    section.scheme.choose("dark")
    assert tokens() is DARK
    dialog = open_dialog(settings.window)
    assert dialog is not None
    dialog.dismiss()
    settings.session._file.path = SettingsFile().path


def test_done_returns_to_where_the_production_stands(settings: Any, opened: Any, wait_until: Wait) -> None:
    settings.window.go("settings")
    QTest.mouseClick(settings.window.current.finish, Qt.MouseButton.LeftButton)
    wait_until(lambda: settings.window.jobs.busy == 0)
    assert settings.window.page == "write"


def test_the_keys_are_scrolled_by_keyboard(settings: Any, wait_until: Wait, app: Any) -> None:
    show(settings, "keys", wait_until)
    page = settings.window.current
    page.sections.setFocus()
    press(Key.Key_Return)
    bar = page._area.verticalScrollBar()
    assert bar.maximum() > 0
    press(Key.Key_PageDown)
    assert bar.value() > 0


@pytest.mark.parametrize("key", SECTIONS)
@pytest.mark.parametrize(("width", "scale"), [(1366, 1.0), (960, 1.3)])
def test_every_section_fits_and_every_control_has_a_name(
    settings: Any, wait_until: Wait, app: Any, key: str, width: int, scale: float
) -> None:
    settings.session.change_settings(text_scale=scale)
    settings.window.resize(width, 688 if width > 1000 else 460)
    section = show(settings, key, wait_until)
    app.processEvents()
    page = settings.window.current
    assert section.width() <= page._area.viewport().width()
    for one in (page.sections, *page.bar.buttons, *section.findChildren(QWidget)):
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible():
            assert one.accessibleName(), one
            assert one.height() >= 32, one
            assert one.width() >= one.minimumSizeHint().width(), one
    assert settings.window.rect().contains(page.finish.mapTo(settings.window, page.finish.rect().bottomRight()))


# --- the prompter


@pytest.fixture
def prompter(settings: Any) -> Any:
    settings.window.current.sections.choose("prompter")
    return settings.window.current.section


def pick(choice: Any, key: str) -> None:
    """As the arrow keys do it."""
    choice.choose(key)
    choice.activated.emit(choice.currentIndex())


def test_what_the_dialog_of_record_sets_is_set_here_at_once(prompter: Any) -> None:
    choice = prompter.options
    choice.groups.choose("place")
    pick(choice.lens, "left")
    pick(choice.text_screen, "Glas")
    choice.groups.choose("tempo")
    choice.rate.setValue(43)
    assert SettingsFile().load().prompter == Prompter(lens=LensPlace.LEFT, screen="Glas", syllables_per_second=4.3)


def test_a_reset_and_a_reading_are_shown_in_the_open_group(prompter: Any) -> None:
    prompter.options.groups.choose("type")
    pick(prompter.options.face, "lexend")
    prompter.session.change_settings(prompter=Prompter(text_px=44))
    assert prompter.options.groups.current == "type"
    assert (prompter.options.face.key, prompter.options.size_choice.key) == ("figtree", "44")


def test_the_reading_can_be_begun_here(prompter: Any, settings: Any) -> None:
    QTest.mouseClick(prompter.options.read, Qt.MouseButton.LeftButton)
    reading: Any = open_dialog(settings.window)
    reading.content.rate = 4.4
    reading.verb.allow()
    reading.confirm()
    assert prompter.options.rate.value() == 44
