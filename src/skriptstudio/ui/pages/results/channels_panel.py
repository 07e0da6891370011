"""The register of channels, and what it reminds of."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from skriptstudio.domain.channel_register import Channel, Reminder
from skriptstudio.messages.dates import day_text
from skriptstudio.messages.result_words import duty_text
from skriptstudio.messages.words import channel_name
from skriptstudio.ui.dates import understood, written
from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.results.panel import Deeds, Panel
from skriptstudio.ui.pages.results.reading import Snapshot
from skriptstudio.ui.theme import scaled
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.cards import Card
from skriptstudio.ui.widgets.dialog import Dialog
from skriptstudio.ui.widgets.fields import Choice, Field, LineField
from skriptstudio.ui.widgets.lamp import Lamp
from skriptstudio.ui.widgets.rows import Row, RowList
from skriptstudio.ui.widgets.text import Text

_SIDE_PX = 420
_FORM_PX = 860
_COLUMNS = 3
_LONGEST = 300
_TEXTS = ("address", "concept", "basis", "assessment", "council", "imprint", "alternative")


class ChannelForm(QWidget):
    """All that is said about a channel."""

    def __init__(self, place: Place, offered: list[tuple[str, str]], channel: Channel | None) -> None:
        super().__init__()
        say = place.session.say
        self.say = say
        self.profile = Choice(say("Platform"), offered)
        self.profile.setEnabled(channel is None)
        names = {
            "address": say("Address of the channel"),
            "concept": say("Concept of use: where it lies"),
            "basis": say("Legal basis, shared responsibility"),
            "assessment": say("Data protection assessment"),
            "council": say("What the Personalrat said"),
            "imprint": say("Address of the Impressum"),
            "alternative": say("Where it is found without the platform"),
        }
        self.fields = {key: LineField(name=names[key]) for key in _TEXTS}
        self.council_on = LineField(say("e.g. 31.12.2027"), name=say("Personalrat asked on"))
        self.imprint_on = LineField(say("e.g. 31.12.2027"), name=say("Impressum checked on"))
        for key, field in self.fields.items():
            field.setMaxLength(_LONGEST)
            field.setText(getattr(channel, key) if channel else "")
        if channel is not None:
            self.council_on.setText(written(channel.council_on) if channel.council_on else "")
            self.imprint_on.setText(written(channel.imprint_on) if channel.imprint_on else "")
        editors: list[tuple[str, QWidget]] = [(say("Platform"), self.profile)]
        editors += [(names[key], self.fields[key]) for key in ("address", "concept", "basis", "assessment")]
        editors += [(names["alternative"], self.fields["alternative"])]
        editors += [(names["council"], self.fields["council"]), (say("Personalrat asked on"), self.council_on)]
        editors += [(names["imprint"], self.fields["imprint"]), (say("Impressum checked on"), self.imprint_on)]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE.m)
        grid.setVerticalSpacing(SPACE.xs)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        for number, (name, editor) in enumerate(editors):
            bottom = Qt.AlignmentFlag.AlignBottom  # a label of two lines must not move its neighbours' fields
            grid.addWidget(Field(name, editor), number // _COLUMNS, number % _COLUMNS, bottom)

    @property
    def said(self) -> dict[str, object]:
        """The fields of a ``Channel``; a day that wasn't written stays as the step decides."""
        texts: dict[str, object] = {key: field.text().strip() for key, field in self.fields.items()}
        days = {"council_on": understood(self.council_on.text()), "imprint_on": understood(self.imprint_on.text())}
        return texts | {key: day for key, day in days.items() if day is not None}

    def watch(self, dialog: Dialog) -> None:
        """Keep the dialog's verb true."""

        def check() -> None:
            texts = [field.text().strip() for field in (self.council_on, self.imprint_on)]
            if all(not text or understood(text) for text in texts):
                dialog.verb.allow()
            else:
                dialog.verb.refuse(self.say("Write days such as 31.12.2027."))

        for field in (self.council_on, self.imprint_on):
            field.textChanged.connect(lambda _: check())
        check()


class ChannelsPanel(Panel):
    """Channels at the left, what is open about the chosen one at the right.

    Attributes:
        list: the channels.
    """

    def __init__(self, place: Place, deeds: Deeds) -> None:
        super().__init__(place, deeds)
        self.list = RowList(self.say("Channels of the house"))
        self._title = Text("", "card")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(SPACE.s)
        left, side = Card(padding=6), Card()
        left.column.addWidget(self.list)
        side.setFixedWidth(scaled(_SIDE_PX))
        side.column.addWidget(self._title)
        side.column.addLayout(self._lines)
        side.column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.gap)
        row.addWidget(left, 1)
        row.addWidget(side)
        self.list.row_chosen.connect(lambda _: self._show_chosen())
        self.list.row_opened.connect(lambda _: self._ask(self._chosen()))

    def draw(self, now: Snapshot) -> None:
        self.list.set_rows([self._row(one, now) for one in now.channels.channels])
        if not self.list.key and now.channels.channels:
            first = now.reminders[0].profile if now.reminders else now.channels.channels[0].profile
            self.list.choose(first)
        self._show_chosen()

    def _row(self, one: Channel, now: Snapshot) -> Row:
        count = len(self._open(one.profile, now))
        word = self.say("{count} open", count=count) if count else self.say("settled")
        lamp = ("hint" if count else "ok", word)
        return Row(one.profile, channel_name(one.profile), one.address, lamp=lamp)  # type: ignore[arg-type]

    def _open(self, profile: str, now: Snapshot) -> list[Reminder]:
        return [one for one in now.reminders if one.profile == profile]

    def _show_chosen(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        now, channel = self.now, self._chosen()
        if now is None or channel is None:
            self._title.setText(self.say("No channel yet"))
            self._lines.addWidget(
                Text(self.say("Enter where your house posts. The register reminds of the rest."), "body", "ink_soft")
            )
            self.chosen.emit()
            return
        self._title.setText(channel_name(channel.profile))
        found = self._open(channel.profile, now)
        for one in found:
            since = self.say("Due since {day}", day=self._day(one.since)) if one.since else ""
            self._lines.addWidget(Lamp("hint", duty_text(one.duty.value, self.speaker), since, small=True))
        if not found:
            self._lines.addWidget(Lamp("ok", self.say("All is settled."), small=True))
        if channel.imprint_on is not None:
            day = self._day(channel.imprint_on)
            text = self.say("Impressum checked on {day}", day=day)
            self._lines.addWidget(Text(text, "small", "ink_soft"))
        if channel.council:
            self._lines.addWidget(Text(self.say("Personalrat: {text}", text=channel.council), "small", "ink_soft"))
        self.chosen.emit()

    def _day(self, day: date | None) -> str:
        return day_text(day, self.speaker, year=True) if day else ""

    # --- the bar

    def standing(self) -> tuple[str, str]:
        count = len(self.now.reminders) if self.now else 0
        if self.now is not None and not self.now.channels.channels:
            return self.say("No channel yet"), ""
        return (self.say("{count} points are open.", count=count), "") if count else (self.say("All is settled."), "")

    def buttons(self) -> list[Button]:
        now = self.now
        if now is None:
            return []
        made = []
        channel = self._chosen()
        if channel is not None:
            made.append(self.button(self.say("Take out"), lambda: self._remove(channel), "trash"))
            made.append(self.button(self.say("Change"), lambda: self._ask(channel), "pencil-simple"))
            made.append(self.button(self.say("Impressum works"), lambda: self._checked(channel), "check"))
        made.append(self.button(self.say("Enter a channel"), lambda: self._ask(None), "plus", filled=True))
        return made

    def _chosen(self) -> Channel | None:
        return self.now.channels.find(self.list.key) if self.now else None

    def _ask(self, channel: Channel | None) -> None:
        now = self.now
        if now is None:
            return
        free = [key for key in now.profiles if now.channels.find(key) is None]
        keys = [channel.profile] if channel else free
        if not keys:
            self.place.toast(self.say("All platforms stand in the register."), "info")
            return
        form = ChannelForm(self.place, [(key, channel_name(key)) for key in keys], channel)
        guidance = self.session.house.guidance

        def save() -> None:
            profile, said = form.profile.key, form.said
            self.list.choose(profile)
            text = self.say("Register changed.")
            self.deeds.run(lambda: guidance.set_channel(profile, lambda before: _with(before, said)), text)

        title = self.say("What is settled about the channel?")
        sentence = self.say("A file reference or a sentence is enough. Leave empty what is still open.")
        form.watch(self.place.ask(title, sentence, self.say("Save"), save, content=form, width=_FORM_PX))

    def _checked(self, channel: Channel) -> None:
        now = self.now
        if now is None:
            return
        if not channel.imprint:
            self._ask(channel)
            return
        guidance, today = self.session.house.guidance, now.today
        text = self.say("Checked today. The next time in six months.")
        self.deeds.run(lambda: guidance.set_channel(channel.profile, lambda old: replace(old, imprint_on=today)), text)

    def _remove(self, channel: Channel) -> None:
        guidance = self.session.house.guidance
        self.deeds.ask_remove(
            self.say("Take {name} out of the register?", name=channel_name(channel.profile)),
            self.say("What is noted about it is gone then. Clips and figures stay."),
            lambda: guidance.remove_channel(channel.profile),
            self.say("Taken out."),
        )


def _with(channel: Channel, said: dict[str, object]) -> Channel:
    return replace(channel, **said)  # type: ignore[arg-type]
