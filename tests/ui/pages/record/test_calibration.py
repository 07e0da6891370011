"""The reading that tells how fast somebody speaks."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.qt


@pytest.fixture
def clock() -> Any:
    class Clock:
        now = 50.0

        def __call__(self) -> float:
            return self.now

    return Clock()


@pytest.fixture
def reading(app: Any, clock: Any) -> Any:
    from skriptstudio.domain.script import Section, SectionKind
    from skriptstudio.language.coach import GermanCoach
    from skriptstudio.messages.catalogue import Speaker
    from skriptstudio.ui.prompter.calibration import CalibrationReading
    from skriptstudio.ui.prompter.reading import read

    coach = GermanCoach()
    script = read([Section("hook", SectionKind.HOOK, "Mein Büro hat heute keine Wände. " * 10)], coach)
    return CalibrationReading(Speaker("de").say, coach, clock, script)


def read_for(reading: Any, clock: Any, seconds: float) -> None:
    reading.button.click()
    clock.now += seconds
    reading.button.click()


def test_the_sample_is_about_twenty_seconds_long() -> None:
    from skriptstudio.language.syllables import count_syllables
    from skriptstudio.language.tempo import spoken_seconds
    from skriptstudio.ui.prompter.calibration import sample

    assert 75 <= count_syllables(sample()) <= 90
    assert 17 <= spoken_seconds(sample()) <= 22


def test_net_syllables_are_counted_without_the_pauses(reading: Any, clock: Any) -> None:
    from skriptstudio.language.syllables import count_syllables
    from skriptstudio.language.tempo import pause_seconds
    from skriptstudio.ui.prompter.calibration import sample

    told: list[float] = []
    reading.done.connect(lambda: told.append(reading.rate))
    read_for(reading, clock, count_syllables(sample()) / 4.6 + pause_seconds(sample()))
    assert told == [4.6]
    assert reading.told == "4,6 Silben in der Sekunde, dein Skript dauert damit 26 s."


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.5, "sehr schnell"), (7.9, "sehr schnell"), (10.0, "sehr schnell"), (90.0, "lange gedauert")],
)
def test_what_nobody_can_have_read_is_refused_kindly(reading: Any, clock: Any, seconds: float, said: str) -> None:
    read_for(reading, clock, seconds)
    assert reading.rate is None
    assert said in reading.told


def test_a_new_reading_makes_the_old_result_void(reading: Any, clock: Any) -> None:
    read_for(reading, clock, 20)
    assert reading.rate is not None
    read_for(reading, clock, 1)
    assert reading.rate is None


@pytest.mark.parametrize(("seconds", "rate"), [(13.5, 8.0), (38.0, 2.5)])
def test_a_very_fast_or_calm_reader_gets_the_nearest_that_can_be_set(
    reading: Any, clock: Any, seconds: float, rate: float
) -> None:
    read_for(reading, clock, seconds)
    assert reading.rate == rate


def test_by_keyboard_alone_the_rate_is_read_and_kept(
    opened: Any, wait_until: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from skriptstudio.ui.prompter.calibration import ask_for_reading
    from skriptstudio.ui.widgets.dialog import open_dialog

    content = ask_for_reading(opened.window, {})
    now = [0.0]
    monkeypatch.setattr(content, "_clock", lambda: now[0])
    dialog = open_dialog(opened.window)
    assert dialog is not None
    assert not dialog.verb.isEnabled()
    for seconds in (20.0, 0.0):
        focused = QApplication.focusWidget()
        assert focused is content.button
        QTest.keyClick(focused, Qt.Key.Key_Space)
        now[0] += seconds
    assert dialog.verb.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert opened.session.settings.prompter.syllables_per_second == content.rate
