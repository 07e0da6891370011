"""What somebody does to the captions of the open clip; edits are seen at once and saved a moment later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from skriptstudio.domain.caption_edits import Cues, added, can_join, can_split, joined, nudged, rewritten, split
from skriptstudio.domain.captions import Captions, Cue
from skriptstudio.domain.production import Production
from skriptstudio.domain.release import SEALED
from skriptstudio.domain.timecode import FRAME
from skriptstudio.ui.pages.review.cue_notes import cue_notes, notes_beside
from skriptstudio.ui.pages.review.cues import CueRow
from skriptstudio.ui.pages.review.facts import is_confirmed

if TYPE_CHECKING:
    from skriptstudio.ui.pages.review.clip import ClipView

_TYPING_MS = 150
"""The picture follows the writing when nothing was typed for so long."""

_CALM_MS = 300
"""Edges are moved by many small steps; they are stored when nothing has moved for so long."""


class CaptionWork(QObject):
    """Ticks, writes, splits, joins and moves captions.

    Args:
        view: whose clip is worked on.
    """

    def __init__(self, view: ClipView) -> None:
        super().__init__(view)
        self._view = view
        self._before: Captions | None = None
        self._save = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._save.timeout.connect(self.flush)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._show_typed)
        self.ask_open = QFileDialog.getOpenFileName

    @property
    def here(self) -> int:
        """Number of the caption that keys are meant for; -1 for none."""
        return self._view.parts.cues.currentIndex().row()

    def rows(self, production: Production, captions: Captions) -> list[CueRow]:
        """The captions as the list shows them."""
        view = self._view
        beside = notes_beside(captions.cues, view.loading.segments, view.loading.tidying, view.say)
        rows = []
        for number, cue in enumerate(captions.cues):
            ticked = view.judgement.is_ticked(production, captions, cue)
            asks = bool(cue.unsure) and not ticked
            notes = (*cue_notes(cue, asks, view.speaker), *beside.get(number, ()))
            rows.append(CueRow(cue, ticked, notes, asks))
        return rows

    # --- reading and ticking

    def tick(self, number: int, on: bool) -> None:
        """Tick a caption; the last tick confirms them all."""
        view = self._view
        production, captions = view.production, view.loading.captions
        if production is None or captions is None or view.busy or view.others_turn(production):
            return
        was_confirmed = is_confirmed(captions)
        view.judgement.tick(production, captions, number, on)
        if was_confirmed and not on:
            view.loading.captions = replace(captions, confirmed_by=None, confirmed_at=None)
            view.changes.save_cues(production, captions.cues, captions.cues)
        elif not view.judgement.unticked(production, captions):
            before = self._taken_back()
            view.changes.confirm_cues(production, (captions.cues, before.cues) if before is not None else None)
        view.refresh()

    def next_unticked(self) -> None:
        """Go to the next caption that nobody has checked."""
        production = self._view.production
        if production is not None:
            self._go_on(self._view.judgement.unticked(production, self._view.loading.captions))

    def next_unsure(self, back: bool = False) -> None:
        """Go to the next place that asks to be checked, or the one before."""
        self._go_on([number for number, row in enumerate(self._view.parts.cues.rows) if row.asks], back)

    def _go_on(self, numbers: Sequence[int], back: bool = False) -> None:
        if not numbers:
            return
        view, here = self._view, self.here
        view.player.pause()
        view.parts.choose_tab("captions")
        order = [*reversed(numbers)] if back else [*numbers]
        beyond = [n for n in order if (n < here if back else n > here)]
        view.parts.cues.go((beyond or order)[0])

    def play(self) -> None:
        """Let the chosen caption be heard, and nothing else."""
        cues, number = self._view.loading.cues, self.here
        if 0 <= number < len(cues):
            self._view.player.play_stretch(cues[number].start, cues[number].end)

    def follow_typing(self) -> None:
        """Somebody writes: let the picture show it in a moment."""
        self._typing.start()

    def _show_typed(self) -> None:
        view, number = self._view, self.here
        cues = view.loading.cues
        lines = view.parts.cues.lines_of(number)
        if view.parts.cues.editing and 0 <= number < len(cues) and lines:
            view.loading.draw_typed(replace(cues[number], lines=lines))
            view.show_moment()

    # --- changing

    def rewrite(self, number: int, lines: tuple[str, ...]) -> None:
        """Give a caption other words; none take it away."""
        self._edit(number, rewritten(self._view.loading.cues, number, lines))

    def split(self, number: int, word: int | None = None) -> None:
        """Make two captions out of one, at a word or where the sense allows it."""
        cues = self._view.loading.cues
        if not 0 <= number < len(cues):
            return
        if not can_split(cues[number]):
            self._tell(self._view.say("One word alone can't be split."))
            return
        self._edit(number, split(cues, number, word))

    def add(self) -> None:
        """Write a caption at the playhead, where none stands."""
        view = self._view
        if view.production is None or view.loading.captions is None or view.others_turn(view.production):
            return
        view.player.pause()
        cues, number = added(view.loading.cues, view.player.at, view.player.time.spoken)
        if number < 0:
            self._tell(view.say("There is no room for another caption here."))
            return
        view.parts.choose_tab("captions")
        self._edit(number, cues, at_once=False)
        view.parts.cues.edit_row(number)

    def join(self) -> None:
        """Make one caption out of the chosen one and the next."""
        cues, number = self._view.loading.cues, self.here
        if not 0 <= number < len(cues):
            return
        if not can_join(cues, number):
            last = number == len(cues) - 1
            say = self._view.say
            self._tell(
                say("No caption follows.") if last else say("Together they don't fit two lines, or stand too long.")
            )
            return
        self._edit(number, joined(cues, number))

    def nudge(self, start: int = 0, end: int = 0) -> None:
        """Move the edges of the chosen caption by frames, and show the picture there."""
        cues, number, player = self._view.loading.cues, self.here, self._view.player
        if not 0 <= number < len(cues):
            return
        moved = nudged(cues, number, start, end, player.time.frames)
        self._edit(number, moved, at_once=False)
        if not player.playing and moved != cues:
            player.seek(moved[number].start if start else moved[number].end - FRAME)
            self._view.parts.cues.follow(number)

    def fetch(self) -> None:
        """Take over the captions of a file."""
        view = self._view
        production, say = view.production, view.say
        if production is None:
            return
        self.flush()
        chosen, _ = self.ask_open(view.window(), say("Fetch captions"), "", f"{say('Captions')} (*.srt *.vtt)")
        if chosen:
            view.changes.import_cues(production, Path(chosen), view.loading.cues)

    def undo(self) -> None:
        """Take back what isn't stored yet, otherwise the last change."""
        captions, before = self._view.loading.captions, self._taken_back()
        if before is None or captions is None:
            self._view.changes.undo()
            return
        self._view.loading.captions = before
        self._view.refresh()

    def flush(self) -> None:
        """Store what was edited; later, if a change is on its way."""
        production, captions = self._view.production, self._view.loading.captions
        if self._before is None or production is None or captions is None:
            return
        if self._view.busy:
            self._save.start()
            return
        before = self._taken_back()
        assert before is not None
        self._view.changes.save_cues(production, captions.cues, before.cues, before.confirmed_by)

    def _taken_back(self) -> Captions | None:
        """The captions before the edit that isn't stored; nothing is waiting any more."""
        before, self._before = self._before, None
        self._save.stop()
        self._view.loading.unsaved = False
        return before

    def _edit(self, number: int, cues: Cues, at_once: bool = True) -> None:
        view = self._view
        production, captions = view.production, view.loading.captions
        if production is None or captions is None or cues == captions.cues:
            return
        if view.others_turn(production) or production.state in SEALED:
            view.changes.save_cues(production, cues, captions.cues)  # refuses, or asks first
            return
        person = view.place.session.person
        if is_confirmed(captions) and (person is None or person.id != captions.confirmed_by):
            view.judgement.tick(production, captions, min(number, len(captions.cues) - 1), on=False)
        else:
            view.judgement.keep(production, captions)
        if self._before is None:
            self._before = captions
        view.loading.show_edit(replace(captions, cues=cues, confirmed_by=None, confirmed_at=None))
        if at_once:
            self.flush()
        else:
            self._save.start()
        view.refresh()

    def _tell(self, sentence: str) -> None:
        self._view.place.toast(sentence, "info")


def cue_at(cues: Sequence[Cue], at: Fraction) -> int:
    """Number of the cue that stands at a moment of the clip; -1 for none."""
    return next((n for n, cue in enumerate(cues) if cue.start <= at < cue.end), -1)
