"""The prompter as this user reads: the same groups as in the dialog of the page Record, at once."""

from skriptstudio.domain.reading import ReadSentence
from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.settings.section import Section
from skriptstudio.ui.prompter.calibration import ask_for_reading
from skriptstudio.ui.prompter.choice import PrompterChoice
from skriptstudio.ui.prompter.reading import Reading
from skriptstudio.ui.screens import OtherScreen, other_screens
from skriptstudio.ui.theme import scaled
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.text import Text

_WIDTH = 560


class PrompterSection(Section):
    """All settings of the prompter, shown on a sample sentence.

    Attributes:
        options: the controls.
    """

    def __init__(self, place: Place) -> None:
        say = place.session.say
        super().__init__(place, say("Prompter"))
        self._told = Text(say("The same as with “Set up the prompter” on the page Record."), "small", "ink_soft")
        self.column.addWidget(self._told)
        self.column.addSpacing(SPACE.m)
        self._slot = self.column.count()
        self._screens: list[OtherScreen] = []
        self.end()
        self.options = self._made()

    def _made(self) -> PrompterChoice:
        now = self.session.settings.prompter
        choice = PrompterChoice(self.session, now, self._sample(), None, screens=self._screens)
        choice.setMaximumWidth(scaled(_WIDTH))
        choice.read.setEnabled(self.session.has_library)
        choice.changed.connect(self._keep)
        choice.reading_asked.connect(lambda: ask_for_reading(self.place, {}))
        self.column.insertWidget(self._slot, choice)
        return choice

    def _sample(self) -> Reading:
        text = self.say("My office has no walls today.")
        return {"hook": (ReadSentence(0, len(text), text, text, 9, 0.6),)}

    def opened(self) -> None:
        screens = other_screens(self)
        if screens != self._screens:
            self._screens = screens
            self._renew()

    def refresh(self) -> None:
        """Show what was set elsewhere: by a reset, or by the reading."""
        if self.session.settings.prompter != self.options.prompter:
            self._renew()

    def _renew(self) -> None:
        old, shown = self.options, self.options.groups.current
        self.options = self._made()
        self.options.show()
        self.options.groups.choose(shown)
        self.column.removeWidget(old)
        old.hide()
        old.setParent(None)  # at once, so that the keyboard can't go there
        old.deleteLater()

    def _keep(self) -> None:
        self.change(prompter=self.options.prompter)
