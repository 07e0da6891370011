"""Asks whether music is heard in a take, and for the licence of what others made."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.licence import Licence
from skriptstudio.domain.production import Production
from skriptstudio.domain.take import Take
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.words import channel_name
from skriptstudio.ui.dates import understood, written
from skriptstudio.ui.page import Place
from skriptstudio.ui.scan_files import ask_scan
from skriptstudio.ui.theme import refresh_style
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.dialog_form import DialogForm
from skriptstudio.ui.widgets.fields import Field, LineField
from skriptstudio.ui.widgets.text import Text
from skriptstudio.ui.widgets.ticks import Check

WIDTH_PX = 620


class LicenceForm(DialogForm):
    """Music yes or no, and one licence.

    Args:
        take: what it is about.
        channels: keys of all channels.

    Attributes:
        music: ticked where music is heard.
        ask_scan: asks for the proof.
        proof: the file chosen; None for the one that is entered.
    """

    def __init__(self, speaker: Speaker, take: Take, channels: Sequence[str]) -> None:
        super().__init__(speaker)
        say, known = speaker.say, take.licence or Licence("")
        self._before = known
        self.proof: Path | None = None
        self.ask_scan: Callable[[QWidget, str], Path | None] = ask_scan
        self.music = Check(say("Music is heard in it"))
        self.music.setChecked(bool(take.music))
        self.music.setEnabled(take.has_sound)
        self.title, self.author = self._line(known.title), self._line(known.author)
        self.source, self.terms = self._line(known.source), self._line(known.terms)
        self.until = self._line(
            written(known.until) if known.until is not None else "", say("Stays empty where it never ends.")
        )
        self.channels = {key: Check(channel_name(key)) for key in channels}
        self._until = Field(say("Valid until"), self.until)
        self._proof = Button(known.proof or say("Choose the proof"), "secondary", "file-text", small=True)
        self._proof.clicked.connect(self._choose_proof)
        self._lay_out(known)

    def _lay_out(self, known: Licence) -> None:
        say = self.say
        grid, ticks, last = QGridLayout(), QGridLayout(), QGridLayout()
        fields = (
            Field(say("Title"), self.title),
            Field(say("Author"), self.author),
            Field(say("Source"), self.source),
            Field(say("Licence"), self.terms),
        )
        for at, field in enumerate(fields):
            grid.addWidget(field, at // 2, at % 2)
        ticks.setVerticalSpacing(0)
        for at, (key, check) in enumerate(self.channels.items()):
            check.setChecked(key in known.channels)
            check.toggled.connect(self.check)
            ticks.addWidget(check, at // 3, at % 3)
        self.music.toggled.connect(self.check)
        self.column.addWidget(self.music)
        self.column.addLayout(grid)
        self.column.addWidget(Text(say("May be published on"), "label"))
        self.column.addLayout(ticks)
        last.addWidget(self._until, 0, 0)
        last.addWidget(self._proof, 0, 1, Qt.AlignmentFlag.AlignBottom)
        last.setColumnStretch(0, 1)
        last.setColumnStretch(1, 1)
        self.column.addLayout(last)
        self.finish()

    def _line(self, text: str, placeholder: str = "") -> LineField:
        line = LineField(placeholder)
        line.setText(text)
        line.textChanged.connect(self.check)
        return line

    def _choose_proof(self) -> None:
        chosen = self.ask_scan(self, self.say("Choose the proof"))
        if chosen is not None:
            self.proof = chosen
            self._proof.setText(chosen.name)

    @property
    def licence(self) -> Licence | None:
        """What is entered; None where nothing is."""
        texts = {name: getattr(self, name).text().strip() for name in ("title", "author", "source", "terms")}
        channels = tuple(key for key, check in self.channels.items() if check.isChecked())
        if not any(texts.values()) and not channels and self.proof is None and not self._day_text:
            return None
        return replace(self._before, **texts, channels=channels, until=self._day)

    @property
    def _day_text(self) -> str:
        return self.until.text().strip()

    @property
    def _day(self) -> date | None:
        return understood(self._day_text) if self._day_text else None

    def problem(self) -> str:
        bad_day = bool(self._day_text) and self._day is None
        self.until.setProperty("error", bad_day)
        refresh_style(self.until)
        entered = self.licence
        if bad_day:
            return self.say("That is no day. Write it like 31.08.2027.")
        if entered is None:
            missing = self.say("Music needs a licence: enter at least title and channels.")
            return missing if self.music.isChecked() else ""
        if not entered.title:
            return self.say("Enter the title.")
        return "" if entered.channels else self.say("Tick at least one channel.")


def ask_licence(
    place: Place, production: Production, take: Take, title: str, then: Callable[[Production], None] | None = None
) -> LicenceForm:
    """Open the dialog for a take, called ``title``; what was entered is stored when it is confirmed."""
    session, say = place.session, place.session.say
    house = session.house
    form = LicenceForm(session.speaker, take, tuple(house.profiles.keys()))

    def save() -> None:
        music, licence, proof = form.music.isChecked(), form.licence, form.proof

        def work(_control: JobControl) -> Production:
            house.record.write_licence(production.id, take.id, music, licence, proof)
            return house.desk.open(production.id).record

        def done(now: Production) -> None:
            if session.production is not None and session.production.id == now.id:
                session.show_production(now)
            if then is not None:
                then(now)

        place.jobs.start(work, done)

    sentence = say("{take}: music and other people's pictures may only go where their licence allows it.", take=title)
    form.watch(place.ask(say("Music and licence"), sentence, say("Save"), save, content=form, width=WIDTH_PX))
    return form
