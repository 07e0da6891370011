"""The language, and the way to the people of the house."""

from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.settings.section import Section
from skriptstudio.ui.widgets.buttons import Button


class HouseSection(Section):
    """What holds for the house.

    Attributes:
        language: the choice.
        people: leads to the page Menschen.
    """

    def __init__(self, place: Place) -> None:
        say = place.session.say
        super().__init__(place, say("House and language"))
        self.language = self.choice(say("Language"), say("Texts in the program"), ("de", "Deutsch"), ("en", "English"))
        self.people = Button(say("See people"), icon="users")
        self.row(say("People"), say("Who works here, who is in the picture, and every consent"), self.people)
        self.end()
        self.refresh()
        self.language.chosen.connect(lambda key: self.change(language=key))
        self.people.clicked.connect(lambda: place.go("people"))

    def refresh(self) -> None:
        self.language.choose(self.session.settings.language)
