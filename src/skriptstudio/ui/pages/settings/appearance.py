"""Colours, size of type, motion."""

from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.settings.section import Section

_CALM = {"system": None, "on": True, "off": False}


class AppearanceSection(Section):
    """How the window looks.

    Attributes:
        scheme, text_scale, calm: the choices.
    """

    def __init__(self, place: Place) -> None:
        say = place.session.say
        super().__init__(place, say("Appearance"))
        self.scheme = self.choice(
            say("Colours"),
            say("Light, dark, or as the system is set"),
            ("system", say("Like the system")),
            ("light", say("Light")),
            ("dark", say("Dark")),
        )
        self.text_scale = self.choice(
            say("Text size"),
            say("Holds in the whole window, on top of the system's scaling"),
            ("1.0", say("Normal")),
            ("1.15", say("Large")),
            ("1.3", say("Very large")),
        )
        self.calm = self.choice(
            say("Less motion"),
            say("Transitions and countdown ring stand still"),
            ("system", say("Like the system")),
            ("on", say("On")),
            ("off", say("Off")),
        )
        self.end()
        self.refresh()
        self.scheme.chosen.connect(lambda key: self.change(scheme=key))
        self.text_scale.chosen.connect(lambda key: self.change(text_scale=float(key)))
        self.calm.chosen.connect(lambda key: self.change(calm=_CALM[key]))

    def refresh(self) -> None:
        settings = self.session.settings
        self.scheme.choose(settings.scheme)
        self.text_scale.choose(str(settings.text_scale))
        self.calm.choose(next(key for key, calm in _CALM.items() if calm is settings.calm))
