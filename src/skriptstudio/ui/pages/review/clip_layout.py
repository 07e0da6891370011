"""Where the parts of the clip view stand, wide and compact."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from skriptstudio.messages.catalogue import Say
from skriptstudio.ui.pages.review.comments import CommentField, CommentList
from skriptstudio.ui.pages.review.cue_tools import CaptionsTab, CueTools
from skriptstudio.ui.pages.review.cues import CueList
from skriptstudio.ui.pages.review.news_tab import NewsTab
from skriptstudio.ui.pages.review.post_tab import PostTab
from skriptstudio.ui.pages.review.screen import PlayerPane, VideoScreen
from skriptstudio.ui.pages.review.script_tab import ScriptTab
from skriptstudio.ui.pages.review.takes import TakeChips
from skriptstudio.ui.pages.review.tidy_tab import TidyTab
from skriptstudio.ui.pages.review.timeline import Timeline
from skriptstudio.ui.pages.review.transport import Transport
from skriptstudio.ui.pages.review.verdict import Verdict
from skriptstudio.ui.theme import color, scaled
from skriptstudio.ui.tokens import SPACE
from skriptstudio.ui.widgets.buttons import Button
from skriptstudio.ui.widgets.cards import Card
from skriptstudio.ui.widgets.segments import Segment, Segments

_PANEL, _WIDE_PANEL, _LEAST_TAB = 300, 380, 72


class TabRow(QWidget):
    """Tabs on a line that goes on to the end of the card, with a button there."""

    def __init__(self, tabs: Segments, button: Button) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.s, 0, SPACE.s, 0)
        row.addWidget(tabs)
        row.addStretch(1)
        row.addWidget(button)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        QPainter(self).fillRect(SPACE.s, self.height() - 1, self.width() - 2 * SPACE.s, 1, color("line"))


class _Tabs(QStackedWidget):
    """Takes what room there is: the largest tab would else push the marks out of small windows."""

    def hasHeightForWidth(self) -> bool:  # noqa: N802  Qt's name
        return False


class ClipLayout:
    """Makes the parts and lays them out inside ``owner``.

    Attributes:
        screen, transport, timeline, dress, takes, tabs, cues, tools, tidy, news, comments, comment, sentences, script,
            post, verdict: the parts.
        captions: cues and tools.
    """

    def __init__(self, owner: QWidget, say: Say, language: Callable[[], str], post: PostTab) -> None:
        self.say = say
        self._suggestions = 0
        self._compact = False
        self._wide = False
        self.screen = VideoScreen(say("Picture of the clip"))
        self.transport = Transport(say)
        self.takes = TakeChips(say)
        self.timeline = Timeline(say("Position in the clip"), (say("Start of the segment"), say("End of the segment")))
        self.tabs = Segments(say("Beside the clip"), [Segment("captions", say("Captions"))], look="tabs")
        self.cues = CueList(say("Captions"), say)
        self.tools = CueTools(say)
        self.captions = CaptionsTab(self.cues, self.tools)
        self.tidy = TidyTab(say, language)
        self.comments = CommentList(say)
        self.comment = CommentField(say)
        self.sentences = Button(say("Sentences"), "quiet", "chat-circle-text", name=say("Take a ready sentence"))
        self._remark = QWidget()
        self.news = NewsTab(say)
        self._news = 0
        self.script = ScriptTab(say)
        self.post = post
        self.verdict = Verdict(say)
        self.dress = Button("", "quiet", "palette", small=True, name=say("Design the picture"))
        self.dress.setToolTip(say("Design the picture"))
        self._stack = _Tabs()
        self._stack.setMinimumHeight(60)
        self._panel = Card()
        self._build(owner)
        self.tabs.chosen.connect(self.show_tab)
        self._pad(compact=False)
        self.show_tabs(0, compact=False)

    def _build(self, owner: QWidget) -> None:
        self._timeline_card = Card(spacing=SPACE.s)
        self._timeline_card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._timeline_card.column.addWidget(self.takes)
        self._timeline_card.column.addWidget(self.timeline)
        self._tab_card = Card(spacing=SPACE.s)
        self._tab_card.column.addWidget(TabRow(self.tabs, self.dress))
        for widget in (self.captions, self.comments, self.script, self.post, self.tidy, self.news):
            self._stack.addWidget(widget)
        for tab in (self.captions, self.tidy):
            tab.setMinimumHeight(_LEAST_TAB)
        self._tab_card.column.addWidget(self._stack, 1)
        field = QHBoxLayout(self._remark)
        field.setContentsMargins(SPACE.s, 0, SPACE.s, 0)
        field.setSpacing(SPACE.s)
        field.addWidget(self.comment, 1)
        field.addWidget(self.sentences)
        self._tab_card.column.addWidget(self._remark)
        middle = QVBoxLayout()
        middle.setSpacing(SPACE.m)
        middle.addWidget(self._timeline_card)
        middle.addWidget(self._tab_card, 1)
        self._panel.column.addWidget(self.verdict)
        self.pane = PlayerPane(self.screen, self.transport)
        row = QHBoxLayout(owner)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.gap)
        row.addWidget(self.pane)
        row.addLayout(middle, 1)
        row.addWidget(self._panel)
        self._row = row

    @property
    def areas(self) -> tuple[QWidget, ...]:
        """The parts as Tab goes through them: picture and controls, timeline, tabs, release."""
        return self.pane, self._timeline_card, self._tab_card, self._panel

    def show_tabs(self, comments: int, compact: bool) -> None:
        """Offer the tabs; compact, the release is one of them."""
        say = self.say
        items = [
            Segment("captions", say("Captions")),
            Segment("comments", say("Comments"), comments or None),
            Segment("script", say("Script")),
            Segment("post", say("Post")),
            Segment("tidy", say("Tidy up"), self._suggestions or None),
        ]
        if self._news:
            items.insert(0, Segment("news", say("New"), self._news))
        if compact:
            items.append(Segment("release", say("Release")))
        self.tabs.set_items(items)
        self._place_verdict(compact)
        self.show_tab(self.tabs.current)

    def _place_verdict(self, compact: bool) -> None:
        if compact == self._compact:
            return
        self._compact = compact
        if compact:
            self._stack.addWidget(self.verdict)
        else:
            self._stack.removeWidget(self.verdict)
            self._panel.column.addWidget(self.verdict)
            self.verdict.show()
        self.verdict.show_title(not compact)
        self.timeline.set_slim(compact)
        self._panel.setVisible(not compact)
        self._pad(compact)
        self._row.setSpacing(SPACE.card if compact else SPACE.gap)

    def _pad(self, compact: bool) -> None:
        """Leave less room around the parts where there is little; rows reach 8 px further than texts."""
        padding = SPACE.s if compact else SPACE.m
        for card, side in ((self._timeline_card, SPACE.card), (self._tab_card, SPACE.s)):
            card.column.setContentsMargins(side, padding, side, padding)
            card.column.setSpacing(SPACE.xs if compact else SPACE.s)

    def show_wide(self, wide: bool) -> None:
        """On a large screen the comment field stands below every tab."""
        self._wide = wide
        self.dress.setText(self.say("Design the picture") if wide else "")
        width = _WIDE_PANEL if wide else _PANEL
        self._panel.setFixedWidth((width + scaled(width)) // 2)
        self.show_tab(self.tabs.current)

    def show_tab(self, key: str) -> None:
        """Show what belongs to a tab."""
        shown = {
            "captions": self.captions,
            "comments": self.comments,
            "script": self.script,
            "post": self.post,
            "tidy": self.tidy,
            "news": self.news,
            "release": self.verdict,
        }[key]
        self._stack.setCurrentWidget(shown)
        self._remark.setVisible(key == "comments" or (self._wide and key != "release"))

    def show_suggestions(self, count: int) -> None:
        """How many things could be tidied; ``show_tabs`` tells it."""
        self._suggestions = count

    def show_news(self, count: int) -> None:
        """How many pieces are other than before; ``show_tabs`` tells it."""
        self._news = count

    def choose_tab(self, key: str) -> None:
        """Go to a tab."""
        if key != self.tabs.current:
            self.tabs.choose(key)

    @property
    def compact(self) -> bool:
        """Whether the release is a tab."""
        return self._compact
