"""The language, and the way to the people of the house."""

from shiboken6 import isValid

from skriptstudio.domain.errors import SkriptStudioError
from skriptstudio.domain.house import GenderRule
from skriptstudio.domain.people import Staff
from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.settings.section import Section
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.fields import Choice


class HouseSection(Section):
    """What holds for the house.

    Attributes:
        language: the choice.
        gender: how people are named, for all who work in this library.
        people: leads to the page Menschen.
    """

    def __init__(self, place: Place) -> None:
        say = place.session.say
        super().__init__(place, say("House and language"))
        self._saving = False
        self.language = self.choice(say("Language"), say("Texts in the program"), ("de", "Deutsch"), ("en", "English"))
        self.gender = Choice(
            say("How people are named"),
            [
                (GenderRule.NEUTRAL.value, say("Neutral: team, staff")),
                (GenderRule.PAIR.value, say("Both: Kolleginnen und Kollegen")),
                (GenderRule.COLON.value, say("Colon: Kolleg:innen")),
                (GenderRule.STAR.value, say("Star: Kolleg*innen")),
                (GenderRule.NO_SIGNS.value, say("No signs inside words")),
            ],
        )
        self.row(
            say("How people are named"),
            say("The hints on scripts follow it, for everybody in this library"),
            self.gender,
        )
        self.people = Button(say("See people"), icon="users")
        self.row(say("People"), say("Who works here, who is in the picture, and every consent"), self.people)
        self.end()
        self.refresh()
        self.language.chosen.connect(lambda key: self.change(language=key))
        self.gender.activated.connect(lambda _: self._change_gender())
        self.people.clicked.connect(lambda: place.go("people"))

    def _change_gender(self) -> None:
        """One save at a time: who runs through the list with the arrow keys means the last one."""
        if self._saving:
            return
        self._saving = True
        house, rule = self.session.house, GenderRule(self.gender.key)

        def saved(_: None) -> None:
            self._saving = False
            if isValid(self.gender) and self.gender.key != rule.value:
                self._change_gender()

        def failed(error: SkriptStudioError) -> None:
            self._saving = False
            self.place.fail(error)

        self.jobs.start(lambda control: house.name_people_by(rule), saved, failed)

    def opened(self) -> None:
        if not self.session.has_library:
            self.gender.setEnabled(False)
            return
        house = self.session.house
        self.jobs.start(lambda control: house.desk.staff(), self._show_rules)

    def _show_rules(self, staff: Staff) -> None:
        if isValid(self.gender):
            self.gender.choose(staff.rules.gender.value)

    def refresh(self) -> None:
        self.language.choose(self.session.settings.language)
