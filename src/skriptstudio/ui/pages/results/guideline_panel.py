"""“Darf ich das posten?”: tick what can be seen, and read the traffic light."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from skriptstudio.domain.guideline import Guideline, Light, Sight
from skriptstudio.messages.result_words import light_text
from skriptstudio.ui.page import Place
from skriptstudio.ui.pages.results.panel import Deeds, Panel
from skriptstudio.ui.pages.results.reading import Snapshot
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.bare_scroll import BareScroll
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.cards import Card
from skriptstudio.ui.widgets.dialog import Dialog
from skriptstudio.ui.widgets.fields import Choice, Field, LineField, TextField
from skriptstudio.ui.widgets.lamp import Lamp, LampState
from skriptstudio.ui.widgets.rows import Row, RowList
from skriptstudio.ui.widgets.text import Text

_LAMPS: dict[Light, LampState] = {Light.GREEN: "ok", Light.YELLOW: "hint", Light.RED: "stop"}
_SIDE_PX = 420
_LONGEST = 160


class SightForm(QWidget):
    """A line of the guideline: what can be seen, its light, what to do."""

    def __init__(self, place: Place, sight: Sight | None) -> None:
        super().__init__()
        say, speaker = place.session.say, place.session.speaker
        self.say = say
        self.text = LineField(say("e.g. Our workshop"), name=say("What can be seen or heard"))
        self.light = Choice(say("Traffic light"), [(one.value, light_text(one.value, speaker)) for one in Light])
        self.advice = LineField(say("What to do about it"), name=say("What to do about it"))
        for field in (self.text, self.advice):
            field.setMaxLength(_LONGEST)
        if sight is not None:
            self.text.setText(sight.text)
            self.light.choose(sight.light.value)
            self.advice.setText(sight.advice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(Field(say("What can be seen or heard"), self.text))
        column.addWidget(Field(say("Traffic light"), self.light))
        column.addWidget(Field(say("What to do about it"), self.advice))

    def watch(self, dialog: Dialog) -> None:
        """Keep the dialog's verb true."""

        def check() -> None:
            if self.text.text().strip() and self.advice.text().strip():
                dialog.verb.allow()
            else:
                dialog.verb.refuse(self.say("Write both: what can be seen, and what to do."))

        self.text.textChanged.connect(lambda _: check())
        self.advice.textChanged.connect(lambda _: check())
        check()


class ChapterForm(QWidget):
    """One chapter of the guideline to read and to change."""

    def __init__(self, place: Place, guideline: Guideline) -> None:
        super().__init__()
        say = place.session.say
        self._chapters = guideline.chapters
        items = [(str(n), f"{n}. {one.title}") for n, one in enumerate(guideline.chapters, start=1)]
        self.chapters = Choice(say("Chapter"), items)
        self.text = TextField(rows=6, name=say("Text"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(Field(say("Chapter"), self.chapters))
        column.addWidget(Field(say("Text"), self.text))
        self.chapters.currentIndexChanged.connect(lambda _: self._show())
        self._show()

    @property
    def number(self) -> int:
        """Of the chapter, from 1."""
        return int(self.chapters.key)

    def _show(self) -> None:
        self.text.setPlainText(self._chapters[self.number - 1].text)


class GuidelinePanel(Panel):
    """What may be seen at the left, the light at the right.

    Attributes:
        list: one row for each thing, to tick.
        verdict: the light for all that is ticked.
    """

    def __init__(self, place: Place, deeds: Deeds) -> None:
        super().__init__(place, deeds)
        say = self.say
        self._seen: set[str] = set()
        self.list = RowList(say("What can be seen or heard"))
        self.verdict = Lamp("open", "")
        self._advices = QVBoxLayout()
        self._advices.setSpacing(SPACE.s)
        self.chapters = Button(say("Read the whole guideline"), "secondary", "file-text")
        left = Card(padding=6)
        left.column.addWidget(self.list)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.gap)
        row.addWidget(left, 1)
        row.addWidget(self._make_side())
        self.list.tick_toggled.connect(self._tick)
        self.list.row_chosen.connect(lambda _: self.chosen.emit())
        self.list.row_opened.connect(lambda _: self._ask_sight(self._chosen()))
        self.chapters.clicked.connect(self._ask_chapter)

    def _make_side(self) -> Card:
        area = BareScroll()
        area.column.insertLayout(0, self._advices)
        side = Card()
        side.setFixedWidth(_SIDE_PX)
        side.column.addWidget(Text(self.say("May I post this?"), "card"))
        side.column.addWidget(self.verdict)
        side.column.addWidget(area, 1)
        side.column.addWidget(self.chapters)
        return side

    # --- draw

    def draw(self, now: Snapshot) -> None:
        known = {one.key for one in now.guideline.sights}
        self._seen &= known
        self.list.set_rows([self._row(one) for one in now.guideline.sights])
        self._judge()

    def _row(self, one: Sight) -> Row:
        word = light_text(one.light.value, self.speaker)
        return Row(one.key, one.text, one.advice, ticked=one.key in self._seen, lamp=(_LAMPS[one.light], word))

    def _tick(self, key: str, ticked: bool) -> None:
        if ticked:
            self._seen.add(key)
        else:
            self._seen.discard(key)
        self.list.rows_model.change(key, ticked=ticked)
        self._judge()

    def _judge(self) -> None:
        now = self.now
        if now is None:
            return
        light, met = now.guideline.judged(self._seen)
        if light is None:
            self.verdict.show_state("open", self.say("Tick what can be seen or heard."))
        else:
            self.verdict.show_state(_LAMPS[light], light_text(light.value, self.speaker))
        while (item := self._advices.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for one in met:
            self._advices.addWidget(Lamp(_LAMPS[one.light], one.text, one.advice, small=True))
        self.chosen.emit()

    # --- the bar

    def standing(self) -> tuple[str, str]:
        own = self.now is not None and self.now.guideline.own
        return self.say("The worst in the picture counts."), self.say("Changed by your house.") if own else ""

    def buttons(self) -> list[Button]:
        if self.now is None:
            return []
        made = []
        if self.now.guideline.own:
            made.append(self.button(self.say("As shipped"), self._reset, "arrow-counter-clockwise"))
        sight = self._chosen()
        if sight is not None:
            made.append(self.button(self.say("Take out"), lambda: self._remove(sight), "trash"))
            made.append(self.button(self.say("Change"), lambda: self._ask_sight(sight), "pencil-simple"))
        made.append(self.button(self.say("New line"), lambda: self._ask_sight(None), "plus", filled=True))
        return made

    def _chosen(self) -> Sight | None:
        sights = self.now.guideline.sights if self.now else ()
        return next((one for one in sights if one.key == self.list.key), None)

    def _ask_sight(self, sight: Sight | None) -> None:
        form = SightForm(self.place, sight)
        guidance = self.session.house.guidance
        key = sight.key if sight else ""

        def save() -> None:
            light, text, advice = Light(form.light.key), form.text.text().strip(), form.advice.text().strip()
            self.deeds.run(lambda: guidance.set_sight(key, light, text, advice), self.say("Guideline changed."))

        title = self.say("A line of the guideline")
        form.watch(self.place.ask(title, "", self.say("Save"), save, content=form))

    def _ask_chapter(self) -> None:
        now = self.now
        if now is None or not now.guideline.chapters:
            return
        form = ChapterForm(self.place, now.guideline)
        guidance = self.session.house.guidance

        def save() -> None:
            number, text = form.number, form.text.toPlainText().strip()
            self.deeds.run(lambda: guidance.set_chapter(number, text), self.say("Guideline changed."))

        self.place.ask(
            self.say("The guideline"),
            self.say("Read it, and change it for your house."),
            self.say("Save"),
            save,
            content=form,
            width=620,
        )

    def _remove(self, sight: Sight) -> None:
        guidance = self.session.house.guidance
        self.deeds.ask_remove(
            self.say("Take the line out?"), sight.text, lambda: guidance.remove_sight(sight.key), self.say("Taken out.")
        )

    def _reset(self) -> None:
        self.place.ask(
            self.say("Use the shipped guideline again?"),
            self.say("What your house has changed is gone then."),
            self.say("As shipped"),
            lambda: self.deeds.run(self.session.house.guidance.reset, self.say("Guideline changed.")),
            danger=True,
        )
