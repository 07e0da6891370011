"""What a package holds beside the films: text to paste, cover, and the Freigabevermerk."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from skriptstudio.domain.clip import PlatformProfile
from skriptstudio.domain.clip_size import CLIP_HEIGHT_PX, CLIP_WIDTH_PX
from skriptstudio.domain.post import Post
from skriptstudio.domain.post_room import post_text
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.words import channel_name, grouped
from skriptstudio.ui.pages.publish.made import Made
from skriptstudio.ui.pages.publish.parts import Mark
from skriptstudio.ui.theme import scaled
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.cards import Card
from skriptstudio.ui.widgets.flow import Flow
from skriptstudio.ui.widgets.text import Text, divider

_ROW_PX = 70


class BesideCard(Card):
    """Rows for text, cover and note; the text is copied as each target takes it.

    Attributes:
        text_asked: key of a target whose text is wanted.
        cover_asked: path of the cover that somebody wants to see.
        note_asked: somebody wants the Freigabevermerk.
    """

    text_asked = Signal(str)
    cover_asked = Signal(object)
    note_asked = Signal()

    def __init__(self, speaker: Speaker) -> None:
        super().__init__(padding=6, spacing=0)
        self._speaker = speaker
        self.say = speaker.say
        self.copies: dict[str, Button] = {}

    def show_made(self, made: Made, post: Post, profiles: Sequence[PlatformProfile]) -> None:
        """Show what belongs to a package; there is nothing where it has no files.

        Args:
            made: the package.
            post: of the clip.
            profiles: of the package's targets, in its order.
        """
        self._clear()
        self.setVisible(bool(made.clips) and not made.draft)
        if self.isHidden():
            return
        say = self.say
        self.column.addWidget(self._text_row(post, profiles))
        cover = made.clips[0].path.with_suffix(".jpg")
        view = self._button(say("View"), "play", say("View {file}", file=say("Cover")))
        view.clicked.connect(lambda: self.cover_asked.emit(cover))
        self._add("image-square", say("Cover"), f"JPG, {CLIP_WIDTH_PX} × {CLIP_HEIGHT_PX}", view)
        note = self._button(say("Save"), "printer", say("Save the release note"))
        note.clicked.connect(self.note_asked)
        self._add("file-text", say("Release note"), say("Word, to be printed for the file"), note)

    def _text_row(self, post: Post, profiles: Sequence[PlatformProfile]) -> QWidget:
        say = self.say
        buttons = QWidget()
        buttons.setObjectName("clear")
        flow = Flow(buttons)
        for profile in profiles:
            name, text = channel_name(profile.key), post_text(post, profile)
            button = self._button(name, "copy", say("Copy the text for {target}", target=name))
            button.setToolTip(text)
            button.setEnabled(bool(text))
            button.clicked.connect(lambda _=False, key=profile.key: self.text_asked.emit(key))
            self.copies[profile.key] = button
            flow.addWidget(button)
        row = _Row("text-align-left", say("Description and hashtags"), self._counted(post))
        row.words.addWidget(buttons)
        return row

    def _counted(self, post: Post) -> str:
        say = self.say
        if not (post.text or post.hashtags):
            return say("Nothing is written yet.")
        count = grouped(len(post.text), self._speaker)
        if len(post.hashtags) == 1:
            return say("{count} characters, one hashtag. Copy for:", count=count)
        return say("{count} characters, {tags} hashtags. Copy for:", count=count, tags=len(post.hashtags))

    def _button(self, text: str, icon: str, spoken: str) -> Button:
        return Button(text, "secondary", icon, small=True, name=spoken)

    def _add(self, icon: str, title: str, small: str, button: Button) -> None:
        row = _Row(icon, title, small)
        row.line.addWidget(button)
        self.column.addWidget(divider())
        self.column.addWidget(row)

    def _clear(self) -> None:
        self.copies.clear()
        while item := self.column.takeAt(0):
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


class _Row(QFrame):
    """An icon, a bold line over a small one, and room for a button.

    Attributes:
        line: the row itself.
        words: the column of its lines.
    """

    def __init__(self, icon: str, title: str, small: str) -> None:
        super().__init__()
        self.words = QVBoxLayout()
        self.words.setSpacing(2)
        self.words.addWidget(Text(title, "label"))
        self.words.addWidget(Text(small, "small", "ink_soft"))
        self.setMinimumHeight(scaled(_ROW_PX))
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(SPACE.m, SPACE.s, SPACE.m, SPACE.s)
        self.line.setSpacing(SPACE.m)
        self.line.addWidget(Mark(icon))
        self.line.addLayout(self.words, 1)
