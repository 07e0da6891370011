"""An application without a screen, dressed in the light look before every test."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from skriptstudio.ui.theme import Theme


@pytest.fixture(scope="session")
def app() -> QApplication:
    """The one application of the run."""
    there = QApplication.instance()
    return there if isinstance(there, QApplication) else QApplication([])


@pytest.fixture
def theme(app: QApplication) -> Iterator[Theme]:
    """A theme that shows the light look at 100 %, and does so again afterwards."""
    made = Theme()
    made.apply(app, "light", 1.0, True)
    yield made
    made.apply(app, "light", 1.0, False)
    made.deleteLater()


@pytest.fixture
def window(app: QApplication, theme: Theme) -> Iterator[QWidget]:
    """An active window of 960 x 540 with a column; it takes all it holds with it."""
    made = QWidget()
    QVBoxLayout(made)
    made.resize(960, 540)
    made.show()
    made.activateWindow()
    app.processEvents()
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.processEvents()
    assert not [one for one in app.topLevelWidgets() if one.isVisible()]


@pytest.fixture
def add(app: QApplication, window: QWidget) -> Callable[[QWidget], QWidget]:
    """Puts a widget into the window and lets it be laid out."""

    def put(widget: QWidget) -> QWidget:
        column = window.layout()
        assert column is not None
        column.addWidget(widget)
        app.processEvents()
        return widget

    return put


@pytest.fixture
def spoken() -> Callable[[QWidget], tuple[str, QAccessible.Role]]:
    """Name and role as a screen reader gets them."""

    def ask(widget: QWidget) -> tuple[str, QAccessible.Role]:
        heard = QAccessible.queryAccessibleInterface(widget)
        assert heard is not None, f"{type(widget).__name__} has no accessible interface"
        return heard.text(QAccessible.Text.Name), heard.role()

    return ask
