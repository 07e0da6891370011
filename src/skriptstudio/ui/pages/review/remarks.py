"""Making remarks about the clip, answering them, and ticking them off; ready sentences for what is said most often."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from skriptstudio.domain.points import Point
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.messages.check_words import reason_text
from skriptstudio.ui.tokens import SPACE

if TYPE_CHECKING:
    from skriptstudio.ui.pages.review.clip import ClipView


def sentences_menu(owner: QWidget, speaker: Speaker, take: Callable[[str], None]) -> QMenu:
    """One ready sentence for each point of the press check (domain.md 6.3)."""
    menu = QMenu(owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for point in Point:
        sentence = reason_text(point, speaker)
        menu.addAction(sentence.replace("&", "&&")).triggered.connect(lambda _=False, text=sentence: take(text))
    return menu


class Remarks:
    """Connects list and field of the clip view with what is stored."""

    def __init__(self, view: ClipView) -> None:
        self._view = view
        parts = view.parts
        parts.comments.chosen.connect(view.player.seek)
        parts.comments.ticked.connect(self._tick)
        parts.comments.answered.connect(self._answer)
        parts.comment.written.connect(self._written)
        parts.comment.replied.connect(self._replied)
        parts.comment.opened.connect(view.player.pause)
        parts.comment.left.connect(lambda: parts.screen.setFocus(Qt.FocusReason.OtherFocusReason))
        parts.sentences.clicked.connect(self._offer)

    def write(self) -> None:
        """M: go to the field."""
        view = self._view
        view.player.pause()
        if not view.parts.comment.isVisible():
            view.parts.choose_tab("comments")
        view.parts.comment.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def begin_stretch(self) -> None:
        """Shift+M: the next remark reaches from here to where it is written."""
        self._view.parts.comment.begin_stretch(self._view.player.at)
        told = self._view.say("The comment begins here. M ends it and writes.")
        self._view.place.toast(told, "chat-circle-text")

    def menu(self) -> QMenu:
        """The ready sentences; one that is chosen stands in the field and can be changed."""
        return sentences_menu(self._view, self._view.speaker, self._insert)

    def _offer(self) -> None:
        button, menu = self._view.parts.sentences, self.menu()
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height() - SPACE.xs)))

    def _insert(self, text: str) -> None:
        field = self._view.parts.comment
        field.setText(text)
        field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _written(self, at: Fraction, until: Fraction | None, text: str) -> None:
        if self._view.production is not None:
            self._view.changes.comment(self._view.production, at, text, until)

    def _replied(self, comment: str, text: str) -> None:
        if self._view.production is not None:
            self._view.changes.reply(self._view.production, comment, text)

    def _tick(self, comment: str, done: bool) -> None:
        if self._view.production is not None:
            self._view.changes.tick_off(self._view.production, comment, done)

    def _answer(self, comment: str, name: str) -> None:
        self._view.parts.comment.reply_to(comment, name)
        self.write()
