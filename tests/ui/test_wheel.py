"""The Qt wheel leaves Python's own None alone (docs/decisions/0008-pyside-6-11.md)."""

import sys
from typing import Any

import pytest

pytestmark = pytest.mark.qt


def test_calls_that_return_nothing_lose_no_reference(app: Any) -> None:
    from PySide6.QtWidgets import QWidget

    widget = QWidget()
    before = sys.getrefcount(None)
    for _ in range(1000):
        widget.update()
    assert abs(sys.getrefcount(None) - before) < 100
