"""Hearing a suggestion, with it and without, and taking it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from skriptstudio.domain.hiding import always_hidden
from skriptstudio.domain.tidy import Suggestion, without

if TYPE_CHECKING:
    from skriptstudio.ui.pages.review.clip import ClipView

AROUND = Fraction(3, 2)
"""Seconds that are heard before and after the place."""


class TidyWork(QObject):
    """Plays and takes suggestions.

    Args:
        view: whose clip is worked on.

    Attributes:
        trying: the player runs a cut that nobody has taken yet; captions and clock wait.
    """

    def __init__(self, view: ClipView) -> None:
        super().__init__(view)
        self._view = view
        self.trying = False
        self._at = Fraction(0)
        self._back = QTimer(self, singleShot=True, interval=0)
        self._back.timeout.connect(self._end_trial)
        view.player.playing_changed.connect(self._playing_changed)

    def choose(self, one: Suggestion) -> None:
        """Show the picture at which it begins, and its stretch in the sound."""
        self._end_trial()
        if not self._view.player.playing:
            self._view.player.seek(one.at)
        self._view.parts.timeline.show_stretch((one.at, one.at + one.seconds))

    def hear(self, one: Suggestion) -> None:
        """Play the clip around it as it is."""
        self._end_trial()
        self._view.player.play_stretch(one.at - AROUND, one.at + one.seconds + AROUND)

    def try_without(self, one: Suggestion) -> None:
        """Play the clip as it would be; afterwards it is as before."""
        view, basics = self._view, self._view.loading.basics
        if basics is None or not view.player.loaded:
            return
        self._end_trial()
        self.trying, self._at = True, one.at
        view.parts.screen.show_caption(None)
        segments = without(view.loading.segments, one)
        view.player.load(segments, basics.paths, one.at, always_hidden(view.player.dressing))
        view.player.play_stretch(one.at - AROUND, one.at + AROUND)

    def take(self, one: Suggestion) -> None:
        """Take it out of the clip; the toast takes it back."""
        view, production = self._view, self._view.production
        if production is None or view.busy:
            return
        self._end_trial()
        view.captions.flush()
        view.parts.timeline.show_stretch(None)
        view.changes.set_cut(production, without(view.loading.segments, one), view.say("Taken out."))

    def _playing_changed(self, playing: bool) -> None:
        if self.trying and not playing:
            self._back.start()  # the player is still busy with its pause

    def _end_trial(self) -> None:
        self._back.stop()
        if self.trying:
            self.trying = False
            if self._view.production is not None:
                self._view.reload_film(self._at)
