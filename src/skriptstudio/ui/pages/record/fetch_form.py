"""Asks about a finished video before it becomes a take: who is in it, and whether music is heard."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout

from skriptstudio.domain.people import Person
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.ui.page import Place
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.dialog_form import DialogForm
from skriptstudio.ui.widgets.person_ticks import WhoIsSeen
from skriptstudio.ui.widgets.text import Text
from skriptstudio.ui.widgets.ticks import Radio

Told = Callable[[tuple[str, ...], bool], None]
"""Takes ids of who is in a film (none: asked when the clip is handed in), and whether music is heard in it."""


class FetchForm(DialogForm):
    """Both questions have to be answered.

    What becomes a take of a section is part of the spoken clip, so "nobody" is no answer here
    (``domain/naming.py``); whoever isn't entered yet is named later, at the latest when the clip is handed in.

    Args:
        people: all who can be ticked.
        ticked: ids of those who were chosen by hand as speakers.

    Attributes:
        who: the ticks.
        music, no_music: the answer to the second question.
    """

    def __init__(self, speaker: Speaker, people: Sequence[Person], ticked: Sequence[str]) -> None:
        super().__init__(speaker)
        say = speaker.say
        question = say("Who is to be seen or heard?")
        self.who = WhoIsSeen(say, people, ticked, question, say("Isn't in the list, name later"))
        self.no_music, self.music = Radio(say("No music")), Radio(say("Music is heard in it"))
        answers = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(SPACE.card)
        for radio in (self.no_music, self.music):
            answers.addButton(radio)
            row.addWidget(radio)
            radio.clicked.connect(self.check)
        row.addStretch(1)
        self.who.changed.connect(self.check)
        self.column.addWidget(Text(question, "label"))
        self.column.addWidget(self.who)
        self.column.addWidget(Text(say("Is music heard in it? Then it needs a licence."), "label"))
        self.column.addLayout(row)
        self.finish()

    def problem(self) -> str:
        if not self.who.answered:
            return self.say("Choose at least one person.")
        answered = self.music.isChecked() or self.no_music.isChecked()
        return "" if answered else self.say("Say whether music is heard in it.")


def ask_about_film(place: Place, name: str, ticked: Sequence[str], then: Told) -> None:
    """Ask about the film called ``name``; ``then`` isn't called where the user cancels."""
    session, say = place.session, place.session.say
    form = FetchForm(session.speaker, session.staff.people, ticked)
    sentence = say("“{name}”: everybody who is seen or heard has to agree, and can't release the clip.", name=name)
    form.watch(
        place.ask(
            say("Fetch a finished video"),
            sentence,
            say("Fetch"),
            lambda: then(form.who.ticked, form.music.isChecked()),
            content=form,
        )
    )
