"""What happens around a take."""

from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.settings.section import Section
from skriptstudio.ui.widgets.fields import Switch


class RecordingSection(Section):
    """What comes before and after a take.

    Attributes:
        count_in: the countdown can be heard.
        goes_on: after a take comes the next section.
    """

    def __init__(self, place: Place) -> None:
        say = place.session.say
        super().__init__(place, say("Record"))
        self.count_in = self._switch(
            say("Tones at the countdown"), say("Three, two, one, go: quiet, and over before the take begins")
        )
        self.goes_on = self._switch(
            say("Next section after each take"),
            say("Shows the take shortly, then chooses what is still open. It starts only when you press."),
        )
        self.end()
        self.refresh()
        self.count_in.toggled.connect(lambda on: self.change(count_in=on))
        self.goes_on.toggled.connect(lambda on: self.change(goes_on=on))

    def refresh(self) -> None:
        self._show(self.count_in, self.session.settings.count_in)
        self._show(self.goes_on, self.session.settings.goes_on)

    def _switch(self, label: str, sentence: str) -> Switch:
        made = Switch(label)
        self.row(label, sentence, made)
        return made

    def _show(self, switch: Switch, on: bool) -> None:
        switch.blockSignals(True)
        switch.setChecked(on)
        switch.blockSignals(False)
