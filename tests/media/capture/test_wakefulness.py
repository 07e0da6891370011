"""The computer stays awake while a take runs, and only then."""

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from wakepy import global_modes

from skriptstudio.domain.errors import MissingFile
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.ports.studio import RecordingOrder
from skriptstudio.media.capture.studio import LocalStudio
from skriptstudio.media.capture.wakefulness import kept_awake

MakeClip = Callable[..., Path]
Order = Callable[..., RecordingOrder]
Listener: TypeAlias = Any  # the class of conftest.py, which can't be imported


@pytest.fixture
def willing_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """wakepy's own pretence of a system that grants the wish."""
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "1")


def awake() -> list[str]:
    """What keeps the computer awake right now."""
    return [str(mode.name) for mode in global_modes() if mode.active]


def wait_until_awake() -> None:
    until = time.monotonic() + 5
    while not awake():
        assert time.monotonic() < until, "nobody keeps the computer awake"
        time.sleep(0.01)


def fail_while_awake() -> None:
    with kept_awake():
        wait_until_awake()
        raise ZeroDivisionError


def no_thread_is_left() -> bool:
    return all(thread.name != "awake" for thread in threading.enumerate())


@pytest.mark.usefixtures("willing_system")
def test_computer_and_screen_stay_on_while_a_take_runs(
    tmp_path: Path, make_clip: MakeClip, order: Order, listener: Listener, control: JobControl
) -> None:
    clip = make_clip(seconds=1.5)
    seen: list[str] = []

    def look() -> None:
        assert listener.began.wait(10)
        wait_until_awake()
        seen.extend(awake())

    looking = threading.Thread(target=look)
    looking.start()
    LocalStudio(tmp_path / "spool").record(order(f"file:{clip}", "none"), listener, control)
    looking.join()
    assert seen == ["keep.presenting"]
    assert awake() == []
    assert no_thread_is_left()


@pytest.mark.usefixtures("willing_system")
def test_a_take_that_fails_lets_the_computer_sleep_again(
    tmp_path: Path, order: Order, listener: Listener, control: JobControl
) -> None:
    with pytest.raises(MissingFile):
        LocalStudio(tmp_path / "spool").record(order(f"file:{tmp_path}/weg.mp4", "none"), listener, control)
    with pytest.raises(ZeroDivisionError):
        fail_while_awake()
    assert awake() == []
    assert no_thread_is_left()


def test_a_system_that_refuses_is_no_trouble(monkeypatch: pytest.MonkeyPatch, recwarn: pytest.WarningsRecorder) -> None:
    monkeypatch.setenv("WAKEPY_FORCE_FAILURE", "1")
    with kept_awake():
        time.sleep(0.3)
        assert awake() == []
    assert no_thread_is_left()
    assert not recwarn.list


def test_a_take_does_not_wait_for_a_bus_that_keeps_silent(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import socket

    if not hasattr(socket, "AF_UNIX"):
        pytest.skip("only other systems have a session bus")
    with socket.socket(socket.AF_UNIX) as bus:
        bus.bind(str(tmp_path / "bus"))
        bus.listen()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/bus")
        began = time.monotonic()
        with kept_awake():
            assert time.monotonic() - began < 0.5
            time.sleep(0.2)
        assert time.monotonic() - began < 4
        until = time.monotonic() + 20
        while not no_thread_is_left():
            assert time.monotonic() < until
            time.sleep(0.05)
