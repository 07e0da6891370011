"""Station 4: cut, captions, comments, and the way to the release."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from secrets import token_hex

from skriptstudio.domain.caption_edits import taken_in
from skriptstudio.domain.captions import Captions, Cue, TimedWord, cues_from_words, shifted
from skriptstudio.domain.comments import with_comment
from skriptstudio.domain.cut import Cut, Segment, placed, segment_of
from skriptstudio.domain.desk import Desk
from skriptstudio.domain.errors import CaptionsElsewhere, NoCaptionText, OutdatedState, ScriptNotHeard
from skriptstudio.domain.film_stops import require_captions_of_sound
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.kept_cues import carried, left_out, looked_at, spoken_for
from skriptstudio.domain.points import Answer, Point
from skriptstudio.domain.ports.documents import SubtitleReader
from skriptstudio.domain.ports.language import ScriptCoach
from skriptstudio.domain.ports.media import FilmGate
from skriptstudio.domain.ports.speech import Aligner
from skriptstudio.domain.press_check import answered
from skriptstudio.domain.production import Actor, Comment, Decision, HistoryEntry, Production
from skriptstudio.domain.release import approve, hand_in, send_back
from skriptstudio.domain.seals import cut_seal
from skriptstudio.domain.take import Take
from skriptstudio.domain.timecode import from_frames


@dataclass(frozen=True)
class SegmentWish:
    """A segment as somebody asked for it: take id and both ends in seconds."""

    take: str
    start: Fraction
    end: Fraction


REMEMBERED_TAKES = 40
"""Takes whose words are kept in mind while the program runs."""


class Captioner:
    """Makes the captions of a cut from the script and the sound of its takes."""

    def __init__(
        self,
        desk: Desk,
        aligner: Aligner,
        coach: ScriptCoach,
        rough: Aligner | None = None,
        gate: FilmGate | None = None,
    ) -> None:
        """What stands where.

        Args:
            desk: where the takes lie.
            aligner: hears when each word was said.
            coach: takes the script apart into sentences.
            rough: lays the script over speech in which not one word was understood, as a place to begin by hand.
            gate: gives the sound of takes from outside; without one they are opened here.
        """
        self._desk = desk
        self._gate = gate
        self._aligner = aligner
        self._coach = coach
        self._rough = rough
        self._known: dict[tuple[bool, str, str, tuple[str, ...]], tuple[TimedWord, ...]] = {}

    def fresh(self, production: Production, control: JobControl | None = None) -> Captions:
        """The stored captions where they still fit the cut, otherwise new, unconfirmed ones.

        Raises:
            Cancelled, and what the ``FilmGate`` and the aligner raise.
        """
        control = control or JobControl()
        wanted = cut_seal(production)
        if production.captions is not None and production.captions.seal == wanted:
            return production.captions
        segments = production.effective_cut().segments
        before = production.captions or Captions()
        return Captions(self._cues(production, segments, control), wanted, segments=segments, left_out=before.left_out)

    def _cues(self, production: Production, segments: Sequence[Segment], control: JobControl) -> tuple[Cue, ...]:
        words: list[TimedWord] = []
        before = production.captions or Captions()
        for number, (segment, at) in enumerate(placed(segments)):
            take = production.take(segment.take)
            control.checkpoint()
            said = self.heard(production, take, control) or self._laid_over(production, take, control)
            said = spoken_for(looked_at(said, take.id, before), take.id, before)
            words += _in_clip(said, segment, at, number)
        kept = carried(before, segments)
        cuts = [at for _, at in placed(segments)][1:]
        return cues_from_words(words, sum((s.end - s.start for s in segments), Fraction(0)), cuts, kept)

    def heard(self, production: Production, take: Take, control: JobControl | None = None) -> tuple[TimedWord, ...]:
        """When each word of the script was said in a take, in seconds of it; remembered, because it takes a while."""
        return self._aligned(self._aligner, production, take, control or JobControl())

    def _laid_over(self, production: Production, take: Take, control: JobControl) -> tuple[TimedWord, ...]:
        """A strong accent or a loud street must not leave a press officer with nothing: no word of it is sure."""
        return () if self._rough is None else self._aligned(self._rough, production, take, control)

    def _aligned(
        self, aligner: Aligner, production: Production, take: Take, control: JobControl
    ) -> tuple[TimedWord, ...]:
        sentences = tuple(self._coach.sentences(production.script.text_of(take.section)))
        if not sentences or not take.has_sound:
            return ()
        known = (aligner is self._rough, take.sha256, take.file, sentences)
        if known not in self._known:
            media = self._desk.library.media_path(production.id, take.file)
            if take.foreign and self._gate is not None:
                media = self._gate.sound(take, media, control)
            self._known[known] = aligner.align(sentences, media)
            while len(self._known) > REMEMBERED_TAKES:
                self._known.pop(next(iter(self._known)), None)
        return self._known[known]


def _in_clip(words: Sequence[TimedWord], segment: Segment, at: Fraction, number: int) -> list[TimedWord]:
    """The words whose middle the segment shows, in seconds of the clip.

    Sentences are counted on from segment to segment, so that no cue reaches over a cut.
    """
    shown = [
        replace(
            word,
            start=max(word.start, segment.start),
            end=min(word.end, segment.end),
            sentence=word.sentence + 10_000 * number,
        )
        for word in words
        if segment.start <= (word.start + word.end) / 2 < segment.end
    ]
    return shifted(shown, at - segment.start)


def _framed_like(segments: Sequence[Segment], before: Sequence[Segment]) -> tuple[Segment, ...]:
    """Other edges don't move the window in a wide picture: each piece of a take shows what the take showed."""
    first: dict[str, Segment] = {}
    for segment in before:
        first.setdefault(segment.take, segment)
    found = []
    for number, segment in enumerate(segments):
        same_place = before[number] if number < len(before) and before[number].take == segment.take else None
        was = same_place or first.get(segment.take, segment)
        found.append(replace(segment, across=was.across, all_of_it=was.all_of_it))
    return tuple(found)


def _looked_at(production: Production, seconds: int) -> Production:
    return replace(production, check_seconds=production.check_seconds + seconds)


def _without_captions(production: Production) -> NoCaptionText | ScriptNotHeard:
    """Why a clip in which somebody speaks has no captions."""
    written = any(production.script.text_of(take.section).strip() for take in production.takes_shown())
    return ScriptNotHeard(production.title) if written else NoCaptionText(production.title)


class Review:
    """Cut, captions and decisions of one production."""

    def __init__(self, desk: Desk, captioner: Captioner, subtitles: SubtitleReader) -> None:
        self._desk = desk
        self._captioner = captioner
        self._subtitles = subtitles

    def cut(self, wanted: str) -> Cut:
        """The cut as it would be published."""
        return self._desk.open(wanted).record.effective_cut()

    def set_cut(
        self,
        wanted: str,
        wishes: Sequence[SegmentWish],
        end_card: str | None = None,
        crossfade: bool | None = None,
        denoise: bool | None = None,
    ) -> Cut:
        """Replace the segments; they land on the nearest frames and show the part of the picture they did before.

        Args:
            wanted: the production.
            wishes: all segments in order; none leaves them as they are.
            end_card: text of the card at the end; None leaves it as it is.
            crossfade: whether sounds go over into each other at cuts; None leaves it as it is.
            denoise: whether steady noise is made quieter; None leaves it as it is.

        Raises:
            UnknownName: no such take.
            BadSegment: a piece lies outside its take.
        """
        production = self._desk.open(wanted).record
        segments = tuple(segment_of(production.take(w.take), w.start, w.end) for w in wishes)

        def edit(current: Production) -> Production:
            before = current.cut or Cut()
            framed = _framed_like(segments, current.effective_cut().segments if current.takes else ())
            cut = replace(
                before,
                segments=framed or before.segments,
                end_card=before.end_card if end_card is None else end_card,
                crossfade=before.crossfade if crossfade is None else crossfade,
                denoise=before.denoise if denoise is None else denoise,
                held=False,
            )
            return replace(current, cut=cut)

        return self._desk.change(production.id, edit, self._desk.anonymous()).effective_cut()

    def reset_cut(self, wanted: str) -> Cut:
        """Bring back every piece that was cut away: the best take of each section from its first to its last word."""

        def edit(current: Production) -> Production:
            return replace(current, cut=replace(current.cut or Cut(), segments=(), held=False))

        production = self._desk.open(wanted).record
        return self._desk.change(production.id, edit, self._desk.anonymous()).effective_cut()

    def captions(self, wanted: str) -> Captions:
        """The captions as they stand, made anew where the cut changed; nothing is stored."""
        return self._captioner.fresh(self._desk.open(wanted).record)

    def confirm_captions(self, wanted: str, by: str) -> Captions:
        """Store the captions of the present cut as read and right.

        Raises:
            NoCaptionText: somebody speaks, and there is no text for it.
            ScriptNotHeard: there is one, but it isn't what is said.
            CaptionsMissing: something else is heard, and nobody has written what.
        """
        person, actor = self._desk.act_as(by)
        production = self._desk.open(wanted).record
        captions = self._captioner.fresh(production)
        if not captions.cues and any(take.speech for take in production.takes_shown()):
            raise _without_captions(production)
        require_captions_of_sound(production, captions)
        now = self._desk.clock.now()
        confirmed = replace(captions, confirmed_by=person.id, confirmed_at=now)

        def edit(current: Production) -> Production:
            if cut_seal(current) != confirmed.seal:
                return current
            entry = HistoryEntry(Decision.CAPTIONS_CONFIRMED, actor, now)
            return replace(current, captions=confirmed).with_history(entry)

        self._desk.change(production.id, edit, actor)
        return confirmed

    def save_captions(self, wanted: str, cues: Sequence[Cue], by: str) -> Captions:
        """Store edited captions of the present cut; somebody has to confirm them anew.

        Args:
            wanted: the production.
            cues: all of them, in seconds of the clip.
            by: who edited them.

        Raises:
            OutdatedState: the cut was changed in the meantime, so the cues belong to another one.
        """
        _, actor = self._desk.act_as(by)
        production = self._desk.open(wanted).record
        before = self._captioner.fresh(production)
        segments = production.effective_cut().segments
        edited = Captions(tuple(cues), before.seal, segments=segments, left_out=left_out(before, cues))

        def edit(current: Production) -> Production:
            if cut_seal(current) != edited.seal:
                raise OutdatedState(production.title, "")
            return replace(current, captions=edited)

        self._desk.change(production.id, edit, actor)
        return edited

    def import_captions(self, wanted: str, path: Path, by: str) -> Captions:
        """Take over the captions of an SRT or VTT file; somebody has to confirm them anew.

        Raises:
            MissingFile, UnreadableCaptions: the file is no good.
            CaptionsElsewhere: nothing of it lies inside of the clip.
        """
        production = self._desk.open(wanted).record
        read = self._subtitles.read(path)
        seconds = from_frames(production.effective_cut().frames)
        cues = taken_in(read, seconds, self._captioner.fresh(production).cues)
        if not cues:
            raise CaptionsElsewhere(str(path), float(seconds))
        return self.save_captions(production.id, cues, by)

    def hand_in(self, wanted: str, by: str) -> Production:
        """Give the clip to its first check, with captions made and the cut held fast."""
        _, actor = self._desk.act_as(by)
        production = self._desk.open(wanted).record
        now = self._desk.clock.now()
        captions = self._captioner.fresh(hand_in(production, actor, now))

        def edit(current: Production) -> Production:
            held = hand_in(current, actor, now)
            return replace(held, captions=captions) if cut_seal(held) == captions.seal else held

        return self._desk.change(production.id, edit, actor)

    def comment(
        self, wanted: str, at: Fraction, text: str, by: str, until: Fraction | None = None, comment_id: str = ""
    ) -> Production:
        """Leave a remark.

        Args:
            wanted: the production.
            at: the moment of the clip that it is about, in seconds.
            text: of the remark.
            by: who says it.
            until: end of the stretch that it is about; None for a moment.
            comment_id: name of the remark; a new one is made up if it is empty.

        Raises:
            BadTime: it would end before it begins.
        """
        _, actor = self._desk.act_as(by)
        name = comment_id or f"k{token_hex(4)}"
        end = "" if until is None else f"{float(until):.3f}"
        comment = Comment(f"{float(at):.3f}", text.strip(), actor, self._desk.clock.now(), name, end)
        return self._decide(wanted, actor, lambda p: with_comment(p, comment))

    def send_back(self, wanted: str, by: str, reason: str, seconds: int = 0) -> Production:
        """Return the clip to the team; ``seconds`` of looking are added to those of the clip."""
        person, actor = self._desk.act_as(by)
        now, staff = self._desk.clock.now(), self._desk.staff()
        return self._decide(
            wanted, actor, lambda p: _looked_at(send_back(p, person, actor, now, reason.strip(), staff), seconds)
        )

    def release(
        self,
        wanted: str,
        by: str,
        answers: Mapping[Point, tuple[Answer, str]] | None = None,
        seconds: int = 0,
    ) -> Production:
        """Pass the check whose turn it is; the last one releases the clip.

        Args:
            wanted: the production.
            by: who passes it.
            answers: to points of the press check, written down together with the decision.
            seconds: of looking at the clip, added to those before.
        """
        person, actor = self._desk.act_as(by)
        staff = self._desk.staff()
        now = self._desk.clock.now()

        def edit(current: Production) -> Production:
            said = answered(current, answers, actor, now) if answers and current.takes else current
            return _looked_at(approve(said, person, staff, actor, now), seconds)

        return self._decide(wanted, actor, edit)

    def _decide(self, wanted: str, actor: Actor, edit: Callable[[Production], Production]) -> Production:
        return self._desk.change(self._desk.open(wanted).record.id, edit, actor)
