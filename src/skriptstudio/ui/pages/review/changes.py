"""What somebody can change on the open clip; each change is a job, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from skriptstudio.domain.captions import Cue
from skriptstudio.domain.cut import Segment, trimmed
from skriptstudio.domain.production import Production
from skriptstudio.domain.release import CHECKER, SEALED
from skriptstudio.steps.review import SegmentWish

if TYPE_CHECKING:
    from skriptstudio.assembly.house import House
    from skriptstudio.ui.pages.review.page import ReviewPage

Change = Callable[["House", str], None]
"""Work on a library in the name of a person (id)."""


class Changes:
    """Changes the session's production and shows the result.

    Args:
        page: whose session, jobs and place are used.
        busy: told True while a change is on its way, then False.
    """

    def __init__(self, page: ReviewPage, busy: Callable[[bool], None]) -> None:
        self._page = page
        self._busy = busy
        self._back: list[tuple[str, Change]] = []
        self._running = False
        self._waiting: list[Callable[[], None]] = []

    def trim(self, production: Production, number: int, start: Fraction, end: Fraction) -> None:
        """Give a segment other ends, in seconds of its take."""
        segments = list(production.effective_cut().segments)
        segments[number] = replace(segments[number], start=start, end=end)
        self.set_cut(production, segments)

    def use_take(self, production: Production, number: int, take_id: str) -> None:
        """Show another take in a segment, from its first to its last word; it becomes the best one."""
        segments = list(production.effective_cut().segments)
        segments[number] = trimmed(production.take(take_id))
        was_set = production.cut is not None and bool(production.cut.segments)

        def work(house: House, person: str) -> None:
            house.record.mark_best(production.id, take_id)
            if was_set:
                house.review.set_cut(production.id, _wishes(segments))

        self._ask_and_do(production, work, self._cut_back(production))

    def mark_best(self, production: Production, take_id: str) -> None:
        """Star a take."""
        self._ask_and_do(production, lambda house, person: _void(house.record.mark_best(production.id, take_id)))

    def save_cues(
        self, production: Production, cues: Sequence[Cue], before: Sequence[Cue], confirmed_by: str | None = None
    ) -> None:
        """Store edited captions.

        Args:
            production: whose captions.
            cues: as they are now.
            before: as they were.
            confirmed_by: who had confirmed those before. Whoever brings back what was confirmed in the own name
                confirms it with that; nobody does so for somebody else.
        """

        def back(house: House, person: str) -> None:
            house.review.save_captions(production.id, before, person)
            if person == confirmed_by:
                house.review.confirm_captions(production.id, person)

        self._ask_and_do(
            production, lambda house, person: _void(house.review.save_captions(production.id, cues, person)), back
        )

    def confirm_cues(self, production: Production, edited: tuple[Sequence[Cue], Sequence[Cue]] | None = None) -> None:
        """Store the captions as read and right.

        Args:
            production: whose captions.
            edited: captions that aren't stored yet, and those before the edit.
        """

        if edited is None:
            self._do(production, lambda house, person: _void(house.review.confirm_captions(production.id, person)))
            return
        now, before = edited

        def work(house: House, person: str) -> None:
            house.review.save_captions(production.id, now, person)
            house.review.confirm_captions(production.id, person)

        def back(house: House, person: str) -> None:
            house.review.save_captions(production.id, before, person)

        self._do(production, work, back)

    def import_cues(self, production: Production, path: Path, before: Sequence[Cue]) -> None:
        """Take over the captions of a file."""

        def told(house: House, person: str) -> None:
            house.review.import_captions(production.id, path, person)

        self._ask_and_do(
            production,
            told,
            lambda house, person: _void(house.review.save_captions(production.id, before, person)),
            self._page.say("Captions taken over."),
        )

    def set_cut(self, production: Production, segments: Sequence[Segment], told: str = "") -> None:
        """Give the clip another cut.

        Args:
            production: whose clip.
            segments: the new cut.
            told: what the toast says, with a way back; empty for no toast.
        """
        self._ask_and_do(
            production,
            lambda house, person: _void(house.review.set_cut(production.id, _wishes(segments))),
            self._cut_back(production),
            told,
        )

    def reset_cut(self, production: Production) -> None:
        """Bring back what was cut away."""
        self._ask_and_do(
            production,
            lambda house, person: _void(house.review.reset_cut(production.id)),
            self._cut_back(production),
            self._page.say("Everything is there again."),
        )

    def set_crossfade(self, production: Production, on: bool) -> None:
        """Let one sound go over into the next at cuts, or cut it hard."""
        self._ask_and_do(
            production,
            lambda house, person: _void(house.review.set_cut(production.id, (), crossfade=on)),
            lambda house, person: _void(house.review.set_cut(production.id, (), crossfade=not on)),
            self._page.say("The sound goes over softly at cuts.") if on else self._page.say("The sound is cut hard."),
        )

    def set_denoise(self, production: Production, on: bool) -> None:
        """Make steady noise quieter in the clip, or leave it."""
        self._ask_and_do(
            production,
            lambda house, person: _void(house.review.set_cut(production.id, (), denoise=on)),
            lambda house, person: _void(house.review.set_cut(production.id, (), denoise=not on)),
            self._page.say("Noise gets quieter in the clip.") if on else self._page.say("The noise stays as it is."),
        )

    def comment(self, production: Production, at: Fraction, text: str, until: Fraction | None = None) -> None:
        """Leave a remark at a moment, or about a stretch."""
        self._do(production, lambda house, person: _void(house.review.comment(production.id, at, text, person, until)))

    def reply(self, production: Production, comment: str, text: str) -> None:
        """Answer a remark."""
        self._do(production, lambda house, person: _void(house.checks.reply(production.id, comment, text, person)))

    def tick_off(self, production: Production, comment: str, done: bool) -> None:
        """Say that a remark is dealt with, or isn't after all."""
        self._do(production, lambda house, person: _void(house.checks.tick_off(production.id, comment, person, done)))

    def undo(self) -> None:
        """Take back the last change of cut or captions, where there was one."""
        production = self._page.session.production
        while self._back:
            wanted, work = self._back.pop()
            if production is not None and wanted == production.id:
                self._do(production, work)
                return

    def _cut_back(self, production: Production) -> Change:
        before = production.effective_cut().segments
        return lambda house, person: _void(house.review.set_cut(production.id, _wishes(before)))

    def _ask_and_do(self, production: Production, work: Change, back: Change | None = None, told: str = "") -> None:
        """Do it; a released clip asks first, because its release falls; one that others check stays as it is."""
        if production.state in CHECKER and not self._page.checks(production):
            self._page.place.toast(self._page.say("It is being checked. Only comments are open now."), "lock-simple")
            self._show(production)
            return
        if production.state not in SEALED:
            self._do(production, work, back, told)
            return
        say = self._page.say
        self._page.place.ask(
            say("Change the released clip?"),
            say("The release is lifted, and the clip is checked again."),
            say("Change"),
            lambda: self._do(production, work, back, told),
        )

    def _do(self, production: Production, work: Change, back: Change | None = None, told: str = "") -> None:
        """One after the other: a later change must not be stored before an earlier one."""
        if self._running:
            self._waiting.append(lambda: self._do(production, work, back, told))
            return
        person = self._page.session.person
        if person is None:
            self._page.place.toast(self._page.say("First choose who you are."), "info")
            return
        house = self._page.session.house
        self._running = True
        self._busy(True)

        def changed(_control: object) -> Production:
            work(house, person.id)
            return house.desk.library.read(production.id).record

        def done(now: Production) -> None:
            self._finished()
            if back is not None:
                self._back.append((production.id, back))
            self._show(now)
            if told:
                undo = self._page.say("Undo")
                self._page.place.toast(told, action=undo, on_action=self.undo)

        def failed(error: object) -> None:
            self._finished()
            self._show(production)
            self._page.place.fail(error)  # type: ignore[arg-type]  # the job gives a SkriptStudioError

        self._page.jobs.start(changed, done, failed)

    def _finished(self) -> None:
        self._running = False
        self._busy(False)
        if self._waiting:
            self._waiting.pop(0)()

    def _show(self, production: Production) -> None:
        opened = self._page.session.production
        if opened is not None and opened.id == production.id:
            self._page.session.show_production(production)


def _wishes(segments: Sequence[Segment]) -> list[SegmentWish]:
    return [SegmentWish(segment.take, segment.start, segment.end) for segment in segments]


def _void(_result: object) -> None:
    """A change tells nothing but the new production."""
