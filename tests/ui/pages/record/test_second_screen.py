"""The text alone on a further screen: found by its name, one reader on both screens, gone with the take."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.ui.hands import click, open_dialog, press

from skriptstudio.domain.prompter import LensPlace, Prompter
from skriptstudio.store.settings import SettingsFile

pytestmark = pytest.mark.qt

GLASS = "Glas"
"""The second screen of ``screens.json``, 1280 x 720 at the right of the first."""


@pytest.fixture
def roll(page: Any, rolling: Callable[..., Any]) -> Callable[..., Any]:
    """Starts a take of the whole script with the text on the glass; gives the stage."""

    def start(**look: Any) -> Any:
        page._choose_section("whole")
        settings = replace(page.session.settings.prompter, screen=GLASS, **look)
        page.session.change_settings(prompter=settings)
        return rolling()

    return start


@pytest.fixture
def toasts(page: Any, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []
    monkeypatch.setattr(page.place, "toast", lambda text, *more: said.append(text))
    return said


def glass() -> Any:
    from PySide6.QtGui import QGuiApplication

    return next(screen for screen in QGuiApplication.screens() if screen.name() == GLASS)


def shot(widget: Any) -> Any:
    return widget.grab().toImage()


# --- choosing it


def test_the_dialog_offers_the_screen_by_its_name_and_keeps_the_choice(page: Any) -> None:
    from skriptstudio.ui.screens import reading_px

    page._set_up_prompter()
    dialog = open_dialog(page.place)
    choice = dialog.content
    choice.groups.choose("place")
    offered = [choice.text_screen.itemText(at) for at in range(choice.text_screen.count())]
    assert offered == ["in diesem Fenster", "allein auf: Glas"]
    assert not choice.screen_size.isVisible()
    choice.text_screen.choose(GLASS)
    choice.text_screen.activated.emit(choice.text_screen.currentIndex())
    assert choice.screen_size.isVisible()
    click(choice.try_screen)
    assert choice._try_out.geometry() == glass().geometry()
    far = reading_px(150, glass())
    choice.screen_size.setCurrentText("150 cm entfernt")
    choice.screen_size.activated.emit(choice.screen_size.currentIndex())
    assert choice._try_out.band.line_px == round(far * 45 / 35)
    click(choice.try_screen)
    assert choice._try_out is None
    dialog.confirm()
    assert SettingsFile().load().prompter == Prompter(screen=GLASS, screen_px=far)


def test_a_screen_that_is_not_there_now_can_be_given_up(page: Any) -> None:
    page.session.change_settings(prompter=Prompter(screen="Beamer"))
    page._set_up_prompter()
    choice = open_dialog(page.place).content
    choice.groups.choose("place")
    assert choice.text_screen.currentText() == "allein auf einem Bildschirm, der gerade fehlt"
    assert not choice.try_screen.isVisible()
    open_dialog(page.place).dismiss()


# --- while a take is made


def test_the_countdown_already_shows_the_first_lines_there(page: Any, wait_until: Callable[..., None]) -> None:
    page._choose_section("whole")
    page.session.change_settings(prompter=Prompter(screen=GLASS))
    page.filming.count_ms = 3000
    press("Space")
    text = page.filming.stage.second.text
    assert text.isVisible()
    assert text.isFullScreen()
    assert text.geometry() == glass().geometry()
    assert text.told == "Gleich geht es los: 3"
    assert text.band.lines[0].text.startswith("Mein")
    press("Esc")
    wait_until(lambda: page.filming.stage is None)
    assert not text.isVisible()


def test_there_is_nothing_but_text_on_black(roll: Callable[..., Any], stop: Callable[[], None]) -> None:
    stage = roll()
    image = shot(stage.second.text)
    for x, y in ((0, 0), (1279, 0), (0, 719), (1279, 719), (60, 360), (1220, 360)):
        assert image.pixelColor(x, y).name() == "#000000"
    seen = {image.pixelColor(x, y).name() for x in range(300, 980, 2) for y in range(0, 400, 2)}
    assert "#ffffff" in seen
    assert stage.film.isVisible()
    assert stage.second.text.told.startswith("noch 0:")
    stop()


def test_one_reader_on_both_screens_moved_by_the_same_keys(
    page: Any, roll: Callable[..., Any], wait_until: Callable[..., None]
) -> None:
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtTest import QTest

    stage = roll(forward_key="F5")
    text = stage.second.text
    press("P")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_F5):
        QTest.keyClick(text, key)
    assert stage.pace.line == 3
    wait_until(lambda: stage.pace.moment == stage.pace.seconds)  # the glide is over
    stage._tick()
    assert text.band.lines[round(text.band.place)].sentence == stage.pace.sentence
    wheel(text, QPoint(640, 360), -120)
    assert stage.pace.line == 4
    assert not stage.pace.running
    QTest.keyClick(text, Qt.Key.Key_P)
    assert stage.pace.running
    QTest.keyClick(text, Qt.Key.Key_Space)
    assert not text.isVisible()
    wait_until(lambda: page.situation == "fresh" and page.jobs.busy == 0)


def wheel(widget: Any, where: Any, turned: int) -> None:
    from PySide6.QtCore import QPoint, QPointF, Qt
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    event = QWheelEvent(
        QPointF(where),
        QPointF(widget.mapToGlobal(where)),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_the_keyboard_stays_with_the_stage(roll: Callable[..., Any], stop: Callable[[], None]) -> None:
    from PySide6.QtWidgets import QApplication

    stage = roll()
    assert QApplication.focusWidget() is stage
    stop()


def test_mirrored_there_but_not_in_the_window(roll: Callable[..., Any], stop: Callable[[], None]) -> None:
    from PySide6.QtCore import Qt

    stage = roll(mirrored_text=True)
    press("P")
    text = stage.second.text
    foot = text._foot()
    mirrored = shot(text).copy(foot)
    text.set_look(replace(text._look, mirrored_text=False))
    plain = shot(text).copy(foot)
    assert apart(mirrored.flipped(Qt.Orientation.Horizontal), plain) < apart(mirrored, plain) / 3
    assert not stage.band._look.mirrored_text
    stop()


def apart(one: Any, other: Any) -> float:
    """How far two pictures are apart, 0 to 255, on the pixels that are lit in either."""
    differences = [
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness())
        for x in range(one.width())
        for y in range(0, one.height(), 2)
        if one.pixelColor(x, y).lightness() or other.pixelColor(x, y).lightness()
    ]
    return float(sum(differences) / len(differences))


def test_plus_and_minus_change_the_size_there(page: Any, roll: Callable[..., Any], stop: Callable[[], None]) -> None:
    stage = roll()
    before = stage.second.text.band.line_px
    press("+")
    now = page.session.settings.prompter
    assert (now.screen_px, now.text_px) == (90, Prompter().text_px)
    assert stage.second.text.band.line_px > before
    stop()


def test_a_corrected_sentence_stands_there_too(roll: Callable[..., Any], stop: Callable[[], None]) -> None:
    stage = roll()
    press("E")
    stage.correction.field.setPlainText("Mein Büro steht heute draußen.")
    press("Return")
    assert "draußen." in " ".join(line.text for line in stage.second.text.band.lines)
    stop()


def test_without_a_text_the_length_of_the_take_stands_there(page: Any, roll: Callable[..., Any], stop: Any) -> None:
    stage = roll()
    stage.text.scene = replace(stage.text.scene, sentences=())
    stage.text.show_place()
    assert stage.second.text.told == stage.live.clock.text()
    stop()


# --- a screen that isn't there


def test_a_screen_that_is_gone_is_said_and_the_text_stands_in_the_window(
    page: Any, roll: Callable[..., Any], stop: Callable[[], None], toasts: list[str]
) -> None:
    page.session.change_settings(prompter=Prompter(screen="Beamer"))
    press("Space")
    stage = page.filming.stage
    assert stage.second.text is None
    assert toasts == ["Der zweite Bildschirm ist nicht da. Der Text steht hier."]
    press("Esc")


def test_pulling_its_cable_ends_neither_text_nor_take(
    page: Any, roll: Callable[..., Any], stop: Callable[[], None], toasts: list[str], stored: Callable[[], Any]
) -> None:
    from PySide6.QtGui import QGuiApplication

    stage = roll()
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.screenRemoved.emit(glass())
    assert stage.second.text is None
    assert stage.band.isVisible()
    assert len(toasts) == 1
    stop()
    assert len(stored().takes) == 1


def test_a_window_that_stands_on_that_screen_itself_is_not_covered(
    page: Any, roll: Callable[..., Any], stop: Callable[[], None], toasts: list[str], wait_until: Callable[..., None]
) -> None:
    page.place.move(glass().geometry().topLeft())
    wait_until(lambda: page.place.screen() is glass())
    stage = roll()
    assert stage.second.text is None
    assert len(toasts) == 1
    stop()


# --- where the lines stand


@pytest.fixture(scope="module")
def dressed(app: Any) -> Any:
    """A bare window in the program's look: a hundred whole ones would cost a minute."""
    from PySide6.QtWidgets import QWidget

    from skriptstudio.ui.theme import Theme

    Theme().apply(app, "light", 1.0, True)
    return QWidget()


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1080, 1920), (800, 600)], ids=str)
@pytest.mark.parametrize("px", [32, 84, 150, 260])
@pytest.mark.parametrize("lens", [*LensPlace, None])
def test_the_line_being_read_is_near_the_lens_and_nothing_leaves_the_screen(
    dressed: Any, size: tuple[int, int], px: int, lens: LensPlace | None
) -> None:
    from skriptstudio.ui.prompter.text_screen import TextScreen

    text = TextScreen("Prompter", dressed)
    text.resize(*size)
    look = Prompter(screen_px=px, lens=lens or LensPlace.TOP, mirrored_text=lens is None)
    text.set_look(look)
    band, foot = text.band.geometry(), text._foot()
    fits = 2 * text.band.line_px + foot.height() + 40 < size[1]
    if fits:
        assert text.rect().contains(band)
        assert not band.intersects(foot)
    read = band.top() + text.band.reader_bottom - text.band.line_px / 2
    if lens in (LensPlace.TOP, LensPlace.TOP_LEFT, LensPlace.TOP_RIGHT):
        assert read < 2 * text.band.line_px
    elif lens is LensPlace.BOTTOM:
        assert read > size[1] - 2.5 * text.band.line_px
    elif fits:
        assert abs(read - size[1] / 2) < text.band.line_px + foot.height()
    text.deleteLater()
