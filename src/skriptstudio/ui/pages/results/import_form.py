"""What a platform's export would add, line by line, before anything is noted."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from skriptstudio.domain.result_table import Found, Matches, Unmatched
from skriptstudio.domain.results import Measure, Moment
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.result_words import figure_shown, left_text, measure_name, moment_name, unread_text
from skriptstudio.messages.words import channel_name
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.dialog import Dialog
from skriptstudio.ui.widgets.fields import Choice, Field
from skriptstudio.ui.widgets.lamp import Lamp
from skriptstudio.ui.widgets.rows import Row, RowList
from skriptstudio.ui.widgets.text import Text

WIDTH_PX = 760
_MOST_ROWS = 500
_LIST_PX = 120


class ImportForm(QWidget):
    """Platform and moment, and what follows from them.

    Attributes:
        matches: what would be noted now.
        rows: the preview.
    """

    def __init__(self, speaker: Speaker, matches: Matches, profiles: Sequence[str]) -> None:
        super().__init__()
        self.speaker = speaker
        self.matches = matches
        self._dialog: Dialog | None = None
        say = speaker.say
        self.profiles = Choice(
            say("Platform"), [("", say("As the addresses tell")), *((key, channel_name(key)) for key in profiles)]
        )
        moments = [(one.value, moment_name(one.value, speaker)) for one in Moment]
        self.moments = Choice(say("Read"), [("", say("As old as each clip is")), *moments])
        self.verdict = Lamp("open", "", small=True)
        self.rows = RowList(say("Lines of the file"))
        self.rows.setMinimumHeight(_LIST_PX)
        self.columns = Text("", "small", "ink_soft", lines=2)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.m)
        grid.addWidget(Field(say("Platform"), self.profiles), 0, 0)
        grid.addWidget(Field(say("Read"), self.moments), 0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addLayout(grid)
        column.addWidget(self.verdict)
        column.addWidget(self.rows, 1)
        column.addWidget(self.columns)
        self._show()

    def watch(self, dialog: Dialog, read_again: Callable[[], None]) -> None:
        """Keep the dialog's verb true, and read again when platform or moment change."""
        self._dialog = dialog
        for choice in (self.profiles, self.moments):
            choice.activated.connect(lambda _: read_again())
        self._show()

    def show_matches(self, matches: Matches) -> None:
        """Show another reading of the file."""
        self.matches = matches
        self._show()

    @property
    def moment(self) -> Moment | None:
        """The chosen moment; None for that of each clip's age."""
        return Moment(self.moments.key) if self.moments.key else None

    def _show(self) -> None:
        say, table = self.speaker.say, self.matches.table
        count, total = len(self.matches.found), sum(not one.is_sum for one in table.lines)
        words = say("{count} of {lines} lines are understood.", count=count, lines=total)
        self.verdict.show_state("ok" if count == total and not table.unread else "hint", words)
        rows = [self._found(one) for one in self.matches.found]
        rows += [
            self._row(f"left{n}", one.title or "–", one.line, left_text(one, self.speaker), one.reason is Unmatched.SUM)
            for n, one in enumerate(self.matches.left)
        ]
        rows += [
            Row(f"unread{n}", unread_text(one, self.speaker), say("This figure stays out."), lamp=("hint", ""))
            for n, one in enumerate(table.unread)
        ]
        self.rows.set_rows(rows[:_MOST_ROWS])
        ignored = ", ".join(table.ignored)
        self.columns.setText(say("Columns that aren't used: {names}", names=ignored) if ignored else "")
        if self._dialog is None:
            return
        if count:
            self._dialog.verb.allow()
        else:
            self._dialog.verb.refuse(say("No line fits a clip that is online."))

    def _row(self, key: str, title: str, line: int, why: str, harmless: bool) -> Row:
        small = f"{self.speaker.say('Line {line}', line=line)} · {why}"
        return Row(key, title, small, lamp=("open" if harmless else "hint", ""))

    def _found(self, one: Found) -> Row:
        figures = [
            f"{measure_name(measure.value, self.speaker)} {figure_shown(measure.value, value, self.speaker)}"
            for measure in Measure
            if (value := one.result.figures.of(measure)) is not None
        ]
        where = f"{channel_name(one.result.profile)}, {moment_name(one.result.moment.value, self.speaker)}"
        late = self.speaker.say("read later than that") if one.late else ""
        small = " · ".join(filter(None, (where, late, *figures)))
        return Row(f"found{one.line}", one.title, small, lamp=("hint" if one.late else "ok", ""))
