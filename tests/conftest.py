"""What holds for every test: no network, no leaked thread, no unexpected log line."""

import importlib.abc
import importlib.machinery
import logging
import socket
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, settings

# How fast examples are made says something of the computer and nothing of the program.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

LOOPBACK = {"127.0.0.1", "::1", "localhost"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--slow", action="store_true", help="also run the long tests")
    parser.addoption("--block", action="append", default=[], help="make a package impossible to import")


def pytest_configure(config: pytest.Config) -> None:
    blocked = config.getoption("--block")
    if blocked:
        sys.meta_path.insert(0, _Blocker(blocked))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--slow"):
        return
    slow = [item for item in items if item.get_closest_marker("slow")]
    config.hook.pytest_deselected(items=slow)
    items[:] = [item for item in items if item not in slow]


class _Blocker(importlib.abc.MetaPathFinder):
    """Lets the import of some packages fail, as on a machine without them."""

    def __init__(self, packages: Sequence[str]) -> None:
        self._packages = frozenset(packages)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname.partition(".")[0] in self._packages:
            raise ModuleNotFoundError(f"{fullname} is blocked in this run", name=fullname)
        return None


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Connections leave this machine for nothing."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            assert isinstance(address, tuple)
            assert address[0] in LOOPBACK, f"the program tried to reach {address}"
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def no_leaked_threads() -> Iterator[None]:
    """Whatever a test starts has ended when it does."""
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + 2
    while left := [t for t in threading.enumerate() if t not in before and _may_leak(t)]:
        if time.monotonic() > deadline:
            pytest.fail(f"threads still running: {[t.name for t in left]}")
        time.sleep(0.01)


def _may_leak(thread: threading.Thread) -> bool:
    """Whether the thread still runs Python.

    Of threads that others began (Qt's pool, encoders) Python 3.11 thinks for ever that
    they live; whether one still runs Python is known by its frame.
    """
    if isinstance(thread, threading._DummyThread):
        return thread.ident in sys._current_frames()
    return thread.is_alive()


@pytest.fixture(autouse=True)
def no_unexpected_log(caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in the log is a failure."""
    yield
    loud = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not loud, f"unexpected log lines: {[record.getMessage() for record in loud]}"


@pytest.fixture(autouse=True)
def own_places(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Settings, cache, spool and logs of each test lie in a folder of their own."""
    own_home(monkeypatch, tmp_path_factory.mktemp("home"))


def own_home(patch: pytest.MonkeyPatch, home: Path) -> None:
    """Let settings, cache, spool and logs lie in this folder."""
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        patch.setenv(name, str(home / name.lower()))
    for name in ("SKRIPTSTUDIO_LIBRARY", "SKRIPTSTUDIO_SPOOL"):
        patch.delenv(name, raising=False)
