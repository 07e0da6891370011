"""Plays a cut straight from its takes: two decks take turns, so that a cut is no gap."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from skriptstudio.domain.cut import Segment
from skriptstudio.domain.dressing import Dressing
from skriptstudio.domain.hiding import hidden_while
from skriptstudio.domain.timecode import CLIP_FPS, FRAME, on_frame, to_frames
from skriptstudio.ui.pages.review.deck import Deck
from skriptstudio.ui.pages.review.over_voice import OverVoice
from skriptstudio.ui.pages.review.play_time import PlayTime, Spot
from skriptstudio.ui.pages.review.seen_picture import SeenPicture

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame


def _shows(frame: QVideoFrame, second: float, segment: Segment) -> bool:
    """Whether a picture of a take is seen during a segment; players round moments by up to a frame."""
    lasts = max(FRAME, Fraction(frame.endTime() - frame.startTime(), 1_000_000))
    begin = Fraction(second)
    return begin + lasts > segment.start - FRAME / 2 and begin < segment.end + FRAME / 2


def warm_up() -> None:
    """Import Qt's player and find the loudspeaker; slow at first, so call it in a job."""
    from PySide6.QtMultimedia import QMediaDevices

    import skriptstudio.media.render.live  # noqa: F401 - so that no playing picture waits for it

    QMediaDevices.defaultAudioOutput()


class ClipPlayer(QObject):
    """Play, pause and seek in seconds of the clip.

    ``warm_up`` must have run, else the first ``load`` is slow.

    Attributes:
        time: the clip's segments; empty before ``load``.
        at: the moment shown, in seconds of the clip.
        playing: whether it runs.
        rate: 1.0 for the speed of life; voices keep their pitch at any other.
        loop: the stretch that is played again and again, in seconds of the clip; None for none.
        soft: at cuts one sound goes over into the next, about as it will in the clip.
        dressing: what of the picture is hidden, and which pictures lie over the voice.
        pictured: a new ``SeenPicture``.
        moved: ``at`` has changed.
        playing_changed: it started or stopped.
        failed: a film can't be played.
    """

    pictured = Signal(object)
    moved = Signal()
    playing_changed = Signal(bool)
    failed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.time = PlayTime(())
        self.at = Fraction(0)
        self.playing = False
        self.rate = 1.0
        self.loop: tuple[Fraction, Fraction] | None = None
        self.soft = False
        self._muted = False
        self.dressing = Dressing()
        self._paths: dict[str, Path] = {}
        self._decks: list[Deck] = []
        self._over_voice = OverVoice(self)
        self._over_voice.pictured.connect(self._other_pictured)
        self._over_voice.failed.connect(self.failed)
        self._active = 0
        self._segment = 0
        self._over = False
        self._until: Fraction | None = None
        self._card_from = (0.0, Fraction(0))
        self._card_steps = QTimer(self, interval=1000 // CLIP_FPS)
        self._card_steps.timeout.connect(self._card_stepped)

    def load(
        self,
        segments: Sequence[Segment],
        paths: dict[str, Path],
        at: Fraction = Fraction(0),
        dressing: Dressing = Dressing(),  # noqa: B008 - frozen
        card: Fraction = Fraction(0),
    ) -> None:
        """Take over a cut, dressed like this, with an end card of so many seconds, and show its picture at ``at``."""
        self.pause()
        self._over = False
        self.time = PlayTime(segments, card)
        self._paths = paths
        self.dressing = dressing
        if not self._decks:
            self._decks = [Deck(self), Deck(self)]
            for deck in self._decks:
                deck.pictured.connect(self._deck_pictured)
                deck.ended.connect(self._deck_ended)
                deck.failed.connect(self.failed)
                deck.faded.connect(self._prepare_next)
                deck.set_rate(self.rate)
                deck.set_muted(self._muted)
        self._over_voice.load(dressing.inserts, paths, self.time.frames)
        if self.time.segments:
            self.seek(at)
            self._show_again()

    def dress(self, dressing: Dressing) -> None:
        """Hide other places, and lay other pictures over the voice, from this picture on."""
        if dressing != self.dressing:
            self.dressing = dressing
            self._over_voice.load(dressing.inserts, self._paths, self.time.frames)
            if self.loaded:
                self._over_voice.follow(to_frames(self.at), self.playing)
                self._show_again()

    @property
    def card(self) -> Fraction:
        """Length of the end card in seconds."""
        return self.time.seconds - self.time.spoken

    @property
    def loaded(self) -> bool:
        """Whether there is something to play."""
        return bool(self._decks and self.time.segments)

    def play(self) -> None:
        """Run on from here; from the start if it stands at the end."""
        if not self.loaded or self.playing:
            return
        self._set_playing(True)
        if self._over:
            self.seek(Fraction(0))
        else:
            self._go_there()

    def play_stretch(self, start: Fraction, end: Fraction) -> None:
        """Run from ``start`` to ``end``, in seconds of the clip, and stand there."""
        self.pause()
        self.seek(max(Fraction(0), start))
        self.play()
        self._until = end if self.playing and end < self.time.seconds else None

    def pause(self) -> None:
        """Stop at the picture shown."""
        self._until = None
        if not self.playing:
            return
        self._set_playing(False)
        self._hold()

    def toggle(self) -> None:
        """Play or pause."""
        if self.playing:
            self.pause()
        else:
            self.play()

    def seek(self, at: Fraction) -> None:
        """Show the frame at ``at`` seconds of the clip, and run on if it runs."""
        self._over = False
        self._until = None
        self.at = self.time.clamped(at)
        if self.loaded:
            self._go_there()
        self.moved.emit()

    def step(self, frames: int) -> None:
        """Pause and go so many frames on."""
        self.pause()
        self.seek(self.time.next_frame(self.at, frames))

    def set_rate(self, rate: float) -> None:
        """Run at ``rate`` times the speed of life."""
        self.rate = rate
        self._card_from = (monotonic(), self.at)
        self._over_voice.set_rate(rate)
        for deck in self._decks:
            deck.set_rate(rate)

    def set_muted(self, muted: bool) -> None:
        """Play with or without sound."""
        self._muted = muted
        for deck in self._decks:
            deck.set_muted(muted)

    def set_loop(self, stretch: tuple[Fraction, Fraction] | None) -> None:
        """Play a stretch again and again, in seconds of the clip; None plays on.

        Who goes to a moment behind the stretch plays from there to the end of the clip, once.
        """
        self.loop = stretch
        if self.playing:
            self._prepare_next()

    def close(self) -> None:
        """Let go of all files."""
        self.pause()
        self._over_voice.close()
        for deck in self._decks:
            deck.close()
        self._decks = []
        self.time = PlayTime(())

    def _set_playing(self, playing: bool) -> None:
        self.playing = playing
        self.playing_changed.emit(playing)

    def _hold(self) -> None:
        """Let nothing run."""
        self._card_steps.stop()
        self._over_voice.pause()
        for deck in self._decks:
            deck.pause()

    def _go_there(self) -> None:
        """Show the picture at ``at``, and let it run if it plays."""
        self._card_steps.stop()
        if not self.time.in_card(self.at):
            self._go(self.time.locate(self.at))
            self._over_voice.seek(to_frames(self.at), self.playing)
            return
        self._hold()
        if self.playing:
            self._card_from = (monotonic(), self.at)
            self._card_steps.start()

    def _card_stepped(self) -> None:
        """The end card has no film that would tell how far it is."""
        begun, start = self._card_from
        at = start + on_frame(Fraction((monotonic() - begun) * self.rate))
        self.at = self.time.clamped(at)
        if at >= self.time.seconds:
            self._end()
        self.moved.emit()

    def _end(self) -> None:
        """Stand at the last picture; who plays on begins anew."""
        self.at = self.time.clamped(self.time.seconds)
        self._over = True
        self.pause()

    def _go(self, spot: Spot) -> None:
        """Let the deck that lies nearest show the spot, and get the other one ready for the next segment."""
        segment = self.time.segments[spot.segment]
        path = self._paths[segment.take]
        other = self._decks[1 - self._active]
        if self._decks[self._active].path != path and other.path == path:
            self._decks[self._active].pause()
            self._active = 1 - self._active
        self._segment = spot.segment
        self._decks[self._active].show(path, spot, self.playing)
        self._prepare_next()

    def _prepare_next(self) -> None:
        spot = self._following()
        other = self._decks[1 - self._active]
        other.pause()
        if self.playing and spot is not None:
            other.show(self._paths[self.time.segments[spot.segment].take], spot, playing=False)

    def _following(self) -> Spot | None:
        """What is seen after the piece that runs: the begin of the loop, or the next segment; None at the end."""
        if self._loops_here():
            assert self.loop is not None
            return self.time.locate(self.loop[0])
        following = self._segment + 1
        if following < len(self.time.segments):
            return Spot(following, self.time.segments[following].start)
        return None

    def _loops_here(self) -> bool:
        """Whether the loop ends in the segment that runs, and hasn't been left behind."""
        if self.loop is None or self._until is not None or self.at >= self.loop[1]:
            return False
        return self.time.locate(self.loop[1] - FRAME).segment == self._segment

    def _deck_pictured(self, deck: Deck, frame: QVideoFrame, second: float) -> None:
        if not self.loaded or deck is not self._decks[self._active] or self.time.in_card(self.at):
            return
        if self.playing and self._is_over(second):
            self._go_on()
            return
        self._show(deck)
        if self.playing:
            there = Spot(self._segment, on_frame(Fraction(second)))
            self.at = self.time.clamped(self.time.moment(there))
            self._over_voice.follow(to_frames(self.at), True)
            if self._until is not None and self.at >= self._until - FRAME:
                self.pause()
            self.moved.emit()

    def _show(self, deck: Deck) -> None:
        """Give the deck's picture to the screen, unless another film is seen there.

        A deck may still have a picture from where it was before: that one isn't in the clip, and other boxes hide it.
        """
        segment = self.time.segments[self._segment]
        if deck.frame is None or not _shows(deck.frame, deck.second, segment):
            return
        begin = to_frames(self.time.starts[self._segment])
        at = begin + to_frames(on_frame(Fraction(deck.second)) - segment.start)
        at = min(max(at, begin), begin + segment.frames - 1)
        if not self._over_voice.covers(at):
            self.pictured.emit(self._seen(deck.frame, at, segment.across, segment.all_of_it))

    def _show_again(self) -> None:
        """What belongs to the picture has changed, but the film stands: it gives no new one."""
        deck = self._decks[self._active]
        if deck.settled:
            self._show(deck)

    def _other_pictured(self, frame: QVideoFrame, at: int) -> None:
        self.pictured.emit(self._seen(frame, at))

    def _seen(
        self, frame: QVideoFrame, at: int, across: Fraction = Segment.across, all_of_it: bool = False
    ) -> SeenPicture:
        """A film's picture with what is hidden while it is seen, from clip frame ``at`` on."""
        lasts = (frame.endTime() - frame.startTime()) / 1e6 if frame.startTime() >= 0 else 0.0
        end = at + max(1, ceil(lasts * CLIP_FPS))
        return SeenPicture(frame, across, all_of_it, hidden_while(self.dressing.boxes, at, end))

    def _is_over(self, second: float) -> bool:
        """Whether a picture of the take is the first behind the segment, or behind the loop."""
        if self.time.is_over(self._segment, second):
            return True
        if not self._loops_here():
            return False
        assert self.loop is not None
        moment = self.time.starts[self._segment] + Fraction(second) - self.time.segments[self._segment].start
        return moment >= self.loop[1] - FRAME / 2

    def _deck_ended(self, deck: Deck) -> None:
        if self.playing and not self.time.in_card(self.at) and self._decks and deck is self._decks[self._active]:
            self._go_on()

    def _go_on(self) -> None:
        """Let the other deck show what follows; it stands there already."""
        spot = self._following()
        if spot is None:
            if self.card:
                self.at = self.time.spoken
                self._go_there()
            else:
                self._end()
            self.moved.emit()
            return
        before = self._decks[self._active]
        goes_over = self.soft and spot.segment != self._segment
        self._active = 1 - self._active
        self._segment = spot.segment
        self.at = self.time.moment(spot)
        deck = self._decks[self._active]
        deck.show(self._paths[self.time.segments[spot.segment].take], spot, playing=True)
        if goes_over:
            deck.fade_in()
            before.fade_out()
        else:
            before.pause()
        self._over_voice.follow(to_frames(self.at), True)
        self._show(deck)
        self.moved.emit()
        if not goes_over:
            self._prepare_next()
