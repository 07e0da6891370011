"""Figures of one publication, typed in as they stand on the platform."""

from datetime import date
from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from skriptstudio.domain import figure_text
from skriptstudio.domain.errors import BadNumber
from skriptstudio.domain.results import AGE, Figures, Measure, Moment, ResultBook
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.result_words import figure_shown, measure_name, moment_name
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.dialog import Dialog
from skriptstudio.ui.widgets.fields import Choice, Field, LineField

SERIES = "series"
NO_GOAL = "none"
_COLUMNS = 4


class FiguresForm(QWidget):
    """Moment, figures, kind of hook, goal.

    Args:
        speaker: the user's language.
        book: with what is known.
        publication: production, profile, and day.
        moments: that are reached.
        hooks, goals: key and name of each.
        hook: key of the clip's kind of hook, and whether that is only suggested.

    Attributes:
        moments: those that are reached, the one to be noted first.
        fields: the editor of each measure.
        hooks, goals: what else is said about the clip.
    """

    def __init__(
        self,
        speaker: Speaker,
        book: ResultBook,
        publication: tuple[str, str, date],
        moments: list[Moment],
        hooks: list[tuple[str, str]],
        goals: list[tuple[str, str]],
        hook: tuple[str, bool],
    ) -> None:
        super().__init__()
        self.speaker = speaker
        self._known = {one.moment: one.figures for one in book.results if one.place[:3] == publication}
        say = speaker.say
        self.moments = Choice(say("Read"), [(m.value, moment_name(m.value, speaker)) for m in moments])
        self.hooks = Choice(say("Kind of hook"), [("", say("not said")), *hooks])
        self.hooks.choose(hook[0])
        self._hook_help = say("Suggested from the first sentence. Right?") if hook[1] else ""
        self.goals = Choice(say("Goal"), goals)
        self.fields: dict[Measure, LineField] = {}
        self._labelled: dict[Measure, Field] = {}
        for measure in Measure:
            name = measure_name(measure.value, speaker)
            self.fields[measure] = LineField(say("e.g. {example}", example=_plain(measure, speaker)), name=name)
            self._labelled[measure] = Field(name, self.fields[measure])
        self._build()
        self.moments.currentIndexChanged.connect(lambda _: self._fill())
        self._fill()

    def _build(self) -> None:
        say = self.speaker.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(Field(say("Read"), self.moments))
        top = Qt.AlignmentFlag.AlignTop  # what stands below one field must not move the others
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.m)
        grid.setVerticalSpacing(SPACE.xs)
        for at in range(_COLUMNS):
            grid.setColumnStretch(at, 1)
        for number, field in enumerate(self._labelled.values()):
            grid.addWidget(field, number // _COLUMNS, number % _COLUMNS, top)
        column.addLayout(grid)
        row = QGridLayout()
        row.setHorizontalSpacing(SPACE.m)
        row.addWidget(Field(say("Kind of hook"), self.hooks, self._hook_help), 0, 0, top)
        row.addWidget(Field(say("Goal"), self.goals), 0, 1, top)
        row.setColumnStretch(0, 1)
        row.setColumnStretch(1, 1)
        column.addLayout(row)

    def _fill(self) -> None:
        known = self._known.get(self.moment, Figures())
        for measure, field in self.fields.items():
            value = known.of(measure)
            field.setText("" if value is None else figure_shown(measure.value, value, self.speaker))

    @property
    def moment(self) -> Moment:
        """The chosen moment."""
        return Moment(self.moments.key)

    @property
    def figures(self) -> Figures:
        """What was typed; what can't be read counts as nothing, see ``watch``."""
        read: dict[str, int | Fraction | None] = {}
        for measure in self.fields:
            try:
                read[measure.value] = self._read(measure)
            except BadNumber:
                read[measure.value] = None
        return Figures(**read)  # type: ignore[arg-type]

    def watch(self, dialog: Dialog) -> None:
        """Keep the dialog's verb and the errors below the fields true."""

        def check() -> None:
            wrong = [measure for measure in Measure if not self._is_right(measure)]
            dialog.verb.allow_unless(self.speaker.say("One figure can't be read.") if wrong else "")

        for field in self.fields.values():
            field.textChanged.connect(lambda _: check())
        check()

    def _is_right(self, measure: Measure) -> bool:
        try:
            self._read(measure)
        except BadNumber:
            example = _plain(measure, self.speaker)
            self._labelled[measure].set_error(self.speaker.say("For instance {example}", example=example))
            return False
        self._labelled[measure].set_error("")
        return True

    def _read(self, measure: Measure) -> int | Fraction | None:
        """What stands in a field; as exact as it was known where nobody has changed the rounded figure shown."""
        text, known = self.fields[measure].text(), self._known.get(self.moment, Figures()).of(measure)
        if known is not None and text == figure_shown(measure.value, known, self.speaker):
            return known
        sign = "," if self.speaker.language == "de" else "."
        if measure is Measure.SECONDS:
            return figure_text.seconds(text, sign)
        if measure is Measure.SHARE:
            return figure_text.share(text, sign, percent=True)
        return figure_text.count(text)


def _plain(measure: Measure, speaker: Speaker) -> str:
    example = {Measure.SECONDS: Fraction(124, 10), Measure.SHARE: Fraction(63)}.get(measure, Fraction(1234))
    return figure_shown(measure.value, example, speaker)


def reached(on: date, today: date) -> list[Moment]:
    """The moments of a publication that are over, the latest first."""
    return [moment for moment in reversed(Moment) if today - on >= AGE[moment]]
