"""The dialog that sets the prompter up: everything by keyboard, seen at once, kept for good."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from tests.ui.hands import open_dialog

from skriptstudio.domain.prompter import COLUMN_EM, LensPlace, Prompter, PrompterMode
from skriptstudio.store.settings import SettingsFile
from skriptstudio.ui.prompter.choice import KEYS

pytestmark = pytest.mark.qt


@pytest.fixture
def page(opened: Any, enter: Callable[..., Any], wait_until: Callable[..., None]) -> Iterator[Any]:
    opened.session.change_settings(camera="demo", microphone="demo")
    page = enter()
    wait_until(lambda: page.material.sentences("hook"))
    yield page
    opened.window.go("plan")
    wait_until(lambda: opened.window.jobs.busy == 0)


def open_choice(page: Any) -> tuple[Any, Any]:
    page._set_up_prompter()
    dialog = open_dialog(page.place)
    assert dialog is not None
    return dialog, dialog.content


def pick(choice: Any, key: str) -> None:
    """As the arrow keys do it."""
    choice.choose(key)
    choice.activated.emit(choice.currentIndex())


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda c: pick(c.mode, "sentences"), {"mode": PrompterMode.SENTENCES}),
        (lambda c: pick(c.mode, "bullets"), {"mode": PrompterMode.BULLETS}),
        (lambda c: c.rate.setValue(43), {"syllables_per_second": 4.3}),
        (lambda c: c.target.setValue(25), {"target_seconds": 25}),
        (lambda c: pick(c.size_choice, "44"), {"text_px": 44}),
        (lambda c: pick(c.face, "opendyslexic"), {"face": "opendyslexic"}),
        (lambda c: pick(c.column_choice, "12.0"), {"column_em": 12.0}),
        (lambda c: pick(c.margin, "24"), {"margin_px": 24}),
        (lambda c: pick(c.ground, "1.0"), {"backdrop": 1.0}),
        (lambda c: c.contrast.click(), {"high_contrast": True}),
        (lambda c: pick(c.lens, "left"), {"lens": LensPlace.LEFT}),
        (lambda c: pick(c.over, "above"), {"over_picture": False}),
        (lambda c: c.mirrored_text.click(), {"mirrored_text": True}),
        (lambda c: c.mirrored_preview.click(), {"mirrored_preview": False}),
        (lambda c: pick(c.forward, "F5"), {"forward_key": "F5"}),
        (lambda c: pick(c.back, "B"), {"back_key": "B"}),
        (lambda c: pick(c.hold, "."), {"hold_key": "."}),
    ],
)
def test_what_is_chosen_is_kept(page: Any, change: Callable[[Any], None], expected: dict[str, Any]) -> None:
    dialog, choice = open_choice(page)
    change(choice)
    dialog.confirm()
    assert SettingsFile().load().prompter == Prompter(**expected)


def test_cancel_keeps_nothing(page: Any) -> None:
    dialog, choice = open_choice(page)
    pick(choice.mode, "bullets")
    dialog.dismiss()
    assert page.session.settings.prompter == Prompter()


def test_a_change_is_seen_in_the_specimen_and_in_the_length_at_once(page: Any) -> None:
    _, choice = open_choice(page)
    before, about = choice._specimen.band.grab().toImage(), choice._about.text()
    choice.rate.setValue(30)
    assert choice._about.text() != about
    choice.contrast.click()
    assert choice._specimen.band.grab().toImage() != before


def test_the_reading_is_asked_for_and_leads_back_to_the_dialog(page: Any, app: Any) -> None:
    _, choice = open_choice(page)
    choice.read.click()
    reading: Any = open_dialog(page.place)
    reading.content.rate = 4.4
    reading.verb.allow()
    reading.confirm()
    assert page.session.settings.prompter.syllables_per_second == 4.4
    again: Any = open_dialog(page.place)
    assert again.content.rate.value() == 44


@pytest.mark.parametrize("size", [(1366, 688), (960, 460)])
@pytest.mark.parametrize("group", ["tempo", "type", "place", "keys"])
def test_by_keyboard_alone_every_control_of_a_group_can_be_reached(
    page: Any, wait_until: Callable[..., None], app: Any, size: tuple[int, int], group: str
) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    page.place.resize(*size)
    page.place.activateWindow()
    wait_until(page.place.isActiveWindow)
    dialog, choice = open_choice(page)
    wait_until(lambda: QApplication.focusWidget() is not None)
    choice.groups.choose(group)
    app.processEvents()
    seen = set()
    for _ in range(20):
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.accessibleName() or focused.property("text")
        seen.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    controls = {
        "tempo": (choice.mode, choice.rate, choice.read),
        "type": (choice.size_choice, choice.face, choice.column_choice, choice.margin, choice.ground, choice.contrast),
        "place": (choice.lens, choice.over, choice.mirrored_text, choice.mirrored_preview),
        "keys": (choice.forward, choice.back, choice.hold),
    }[group]
    assert set(controls) <= seen
    assert {dialog.verb, dialog.cancel} <= seen
    assert page.place.rect().contains(dialog.verb.mapTo(page.place, dialog.verb.rect().bottomRight()))


def test_no_key_that_is_offered_means_something_on_the_stage_already() -> None:
    assert not set(KEYS) & {"Space", "R", "P", "V", "E", "+", "-", "Esc", "F9", "Up", "Down", "Left", "Right"}


def test_the_line_lengths_on_offer_can_be_set() -> None:
    from skriptstudio.ui.prompter.choice import COLUMNS_EM

    assert all(COLUMN_EM.allow(one) for one in COLUMNS_EM)
