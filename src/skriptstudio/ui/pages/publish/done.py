"""The package is there: what lies in it, what was measured, and what is online."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from skriptstudio.domain.clip import Severity
from skriptstudio.domain.comment_watch import comment_watch
from skriptstudio.domain.production import Production
from skriptstudio.domain.uploads import NO_PUBLICATION, online_on
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.words import channel_name, check_text
from skriptstudio.ui.pages.publish.beside import BesideCard
from skriptstudio.ui.pages.publish.figures import clock, megabytes
from skriptstudio.ui.pages.publish.made import Made, MadeClip
from skriptstudio.ui.pages.publish.parts import DoneArt, Mark, Scroll
from skriptstudio.ui.pages.publish.targets import ICONS
from skriptstudio.ui.pages.publish.uploads import UploadsCard
from skriptstudio.ui.theme import scaled
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.cards import Card
from skriptstudio.ui.widgets.lamp import Lamp
from skriptstudio.ui.widgets.text import Text, divider

_UPLOADS_PX, _ROW_PX = 360, 70


class DoneView(QWidget):
    """Head, the files of every target, the measured facts, and the uploads at right.

    Attributes:
        file_asked: path of a file that somebody wants to see.
        beside: text, cover and Freigabevermerk.
    """

    file_asked = Signal(object)

    def __init__(self, speaker: Speaker) -> None:
        super().__init__()
        say = self.say = speaker.say
        self.beside = BesideCard(speaker)
        self.uploads = UploadsCard(say)
        self._compact = False
        self._title = Text("", "question")
        self._second = Text("", "body", "ink_soft")
        self._files = Card(padding=6, spacing=0)
        self._checks = Card(spacing=SPACE.s)
        self._art = DoneArt()
        inside = QWidget()
        self._left = QVBoxLayout(inside)
        self._left.setContentsMargins(0, 0, 0, 0)
        self._left.setSpacing(SPACE.m)
        self._left.addLayout(self._head())
        self._left.addWidget(self._files)
        self._left.addWidget(self.beside)
        self._left.addWidget(self._checks)
        self._left.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE.gap)
        self._row.addWidget(Scroll(say("The package"), inside), 1)
        beside = QWidget()
        self._beside = QVBoxLayout(beside)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.addWidget(self.uploads)
        self._side = Scroll(say("Uploads"), beside)
        self._row.addWidget(self._side)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._second)
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(SPACE.gap)
        head.addWidget(self._art)
        head.addLayout(words, 1)
        return head

    def show_made(
        self, made: Made, production: Production, open_targets: Sequence[str], today: date, speaker: Speaker
    ) -> None:
        """Show a package or a draft; without files at least the targets can be ticked."""
        say = self.say
        keys = [clip.profile for clip in made.clips] or open_targets
        left = {*keys} - {*online_on(production), *NO_PUBLICATION}
        uploads = say("Done. Now only the upload is left.") if left else say("Everything is uploaded.")
        self._title.setText(say("The draft is done.") if made.draft else uploads)
        self._second.setText(self._where(made) if keys else "")
        self._fill_files(made, speaker)
        self._fill_checks(made, speaker)
        self.uploads.setVisible(not made.draft)
        self._side.setVisible(not made.draft and not self._compact)
        self.uploads.show_targets(keys, production.publications, speaker)
        self.uploads.show_watch(comment_watch(production, today), speaker)

    def _where(self, made: Made) -> str:
        if made.draft:
            return self.say("ENTWURF stands in the picture, so nobody publishes it by mistake.")
        if not made.clips:
            return self.say("The files lie in another folder.")
        return self.say("Everything lies in one folder, fit for a USB stick, too.")

    def set_compact(self, compact: bool) -> None:
        """Lay the uploads below the files."""
        self._compact = compact
        if compact:
            self._left.insertWidget(self._left.count() - 1, self.uploads)
        else:
            self._beside.addWidget(self.uploads)
        self._art.setVisible(not compact)
        self._side.setFixedWidth(scaled(_UPLOADS_PX))
        self._side.setVisible(not compact and not self.uploads.isHidden())

    def _fill_files(self, made: Made, speaker: Speaker) -> None:
        _clear(self._files)
        self._files.setVisible(bool(made.clips))
        for number, clip in enumerate(made.clips):
            if number:
                self._files.column.addWidget(divider())
            self._files.column.addWidget(self._clip_row(clip, made.draft, speaker))

    def _clip_row(self, clip: MadeClip, draft: bool, speaker: Speaker) -> QWidget:
        name = self.say("Draft") if draft else channel_name(clip.profile)
        facts = [clock(clip.seconds) if clip.seconds else "", megabytes(clip.megabytes, speaker), "MP4"]
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Text(name, "label"))
        words.addWidget(Text(" · ".join(fact for fact in facts if fact), "small", "ink_soft"))
        holder = QFrame()
        holder.setMinimumHeight(scaled(_ROW_PX))
        row = QHBoxLayout(holder)
        row.setContentsMargins(SPACE.m, SPACE.s, SPACE.m, SPACE.s)
        row.setSpacing(SPACE.m)
        row.addWidget(Mark("film-strip" if draft else ICONS.get(clip.profile, "globe")))
        row.addLayout(words, 1)
        for path in clip.subtitles:
            kind = path.suffix[1:].upper()
            row.addWidget(self._opener(kind, path, "quiet", f"{name}: {kind}"))
        row.addWidget(self._opener(self.say("View"), clip.path, "secondary", self.say("View {file}", file=name)))
        return holder

    def _opener(self, text: str, path: Path, kind: str, spoken: str) -> Button:
        if kind == "quiet":
            button = Button(text, "quiet", "closed-captioning", small=True, name=spoken)
        else:
            button = Button(text, "secondary", "play", small=True, name=spoken)
        button.clicked.connect(lambda: self.file_asked.emit(path))
        return button

    def _fill_checks(self, made: Made, speaker: Speaker) -> None:
        _clear(self._checks)
        self._checks.setVisible(bool(made.checks))
        for check in made.checks:
            state = "ok" if check.severity is Severity.OK else "hint"
            words = check_text(check.code, check.value, speaker)
            self._checks.column.addWidget(Lamp(state, words, small=True, strong=False))  # type: ignore[arg-type]


def _clear(card: Card) -> None:
    while item := card.column.takeAt(0):
        widget = item.widget()
        if widget is not None:
            widget.setParent(None)
            widget.deleteLater()
