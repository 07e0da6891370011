"""The further screen while a stage is open: found, followed, and let go of."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from skriptstudio.domain.prompter import Prompter
from skriptstudio.ui.prompter.pace import Pace
from skriptstudio.ui.prompter.reading import Sentence
from skriptstudio.ui.prompter.text_screen import TextScreen
from skriptstudio.ui.screens import find_screen


class SecondScreen(QObject):
    """Shows the text on the screen that is set, if there is one; else nothing.

    Attributes:
        missing: it is set but isn't there, or has just been taken away.
        text: what stands on it, or None.
    """

    missing = Signal()

    def __init__(self, name: str, owner: QWidget) -> None:
        super().__init__(owner)
        self._name = name
        self._owner = owner
        self._screen: QScreen | None = None
        self.text: TextScreen | None = None
        app = QApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenRemoved.connect(self._removed)

    @property
    def shown(self) -> bool:
        """Whether the text stands on another screen."""
        return self.text is not None

    def open(self, look: Prompter, sentences: Sequence[Sentence], words: str) -> None:
        """Show the beginning of a text there, with ``words`` at the foot."""
        screen = find_screen(look.screen, self._owner) if look.screen else None
        if screen is None:
            self.close()
            if look.screen:
                self.missing.emit()
            return
        if self.text is None:
            self.text = TextScreen(self._name, self._owner)
        self._screen = screen
        self.text.set_look(look)
        self.text.set_text(sentences)
        self.text.tell(words)
        self.text.cover(screen)

    def follow(self, look: Prompter) -> None:
        """The settings have changed."""
        if self.text is not None:
            self.text.set_look(look)

    def rewrite(self, sentences: Sequence[Sentence]) -> None:
        """The text has changed."""
        if self.text is not None:
            self.text.set_text(sentences)

    def tell(self, words: str) -> None:
        """Put words at the foot."""
        if self.text is not None:
            self.text.tell(words)

    def show_pace(self, pace: Pace, left: str) -> None:
        """Follow the reader."""
        if self.text is not None:
            self.text.show_pace(pace, left)

    def close(self) -> None:
        """Give the screen back."""
        if self.text is not None:
            text, self.text = self.text, None
            self._screen = None
            text.close()
            text.deleteLater()

    def _removed(self, screen: QScreen) -> None:
        # Qt would move what stood on it to the first screen, over the stage.
        if self.text is not None and screen is self._screen:
            self.close()
            self.missing.emit()
