"""Edited captions: stored for the present cut, and unconfirmed."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from skriptstudio.documents.subtitles import SubtitleFiles
from skriptstudio.domain.caption_edits import rewritten, split
from skriptstudio.domain.captions import Cue, LeftOut, TimedWord
from skriptstudio.domain.cut import Cut, Segment
from skriptstudio.domain.desk import Desk
from skriptstudio.domain.errors import CaptionsElsewhere, OutdatedState, RuleRefusal, UnknownName
from skriptstudio.domain.people import Hat, Person, Staff
from skriptstudio.domain.production import Production, State
from skriptstudio.domain.release import approve
from skriptstudio.domain.script import Script, SectionKind, sections_from
from skriptstudio.domain.seals import cut_seal, seals
from skriptstudio.domain.take import Span, Take
from skriptstudio.steps.review import Captioner, Review, SegmentWish
from skriptstudio.store.clock import SystemClock
from skriptstudio.store.folder_library import FolderLibrary
from skriptstudio.store.identity import SystemIdentity

CUES = (Cue(Fraction(0), Fraction(2), ("Größer als", "jede Tür")),)


class _Silent:
    """Hears nothing, and knows no sentence."""

    def align(self, *_: Any) -> tuple[()]:
        return ()

    def sentences(self, _: str) -> tuple[()]:
        return ()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(FolderLibrary.open(tmp_path / "Bibliothek", create=True), SystemIdentity(), SystemClock())
    people = (Person("u1", "Mira Albrecht"), Person("u3", "Katrin Behrens", (Hat.PRESS,)))
    read = desk.library.read_staff()
    desk.library.write_staff(Staff(people, ()), read.revision)
    return desk


@pytest.fixture
def review(desk: Desk) -> Review:
    return Review(desk, Captioner(desk, _Silent(), _Silent()), SubtitleFiles())  # type: ignore[arg-type]


@pytest.fixture
def production(desk: Desk) -> Production:
    now = desk.clock.now()
    take = Take("t1", "hook", "hook.mp4", "0" * 64, Fraction(2), 60, now, speakers=("u1",))
    made = Production("p1", "Ein Tag", now, takes=(take,), state=State.PRESS_CHECK)
    desk.library.create(made)
    return made


def test_edited_captions_fit_the_cut_and_wait_for_their_check(
    desk: Desk, review: Review, production: Production
) -> None:
    review.save_captions("p1", CUES, "Mira Albrecht")
    stored = desk.open("p1").record.captions
    assert stored is not None
    assert (stored.cues, stored.seal, stored.confirmed_by) == (CUES, cut_seal(production), None)
    assert review.captions("p1") == stored


def test_an_edit_takes_the_confirmation_away(review: Review, production: Production) -> None:
    review.save_captions("p1", CUES, "Mira Albrecht")
    assert review.confirm_captions("p1", "Mira Albrecht").confirmed_by == "u1"
    assert review.save_captions("p1", CUES, "Mira Albrecht").confirmed_by is None


def test_an_edit_lifts_the_release(desk: Desk, review: Review, production: Production) -> None:
    review.save_captions("p1", CUES, "Mira Albrecht")
    review.confirm_captions("p1", "Mira Albrecht")
    person, actor = desk.act_as("Katrin Behrens")
    staff = _shown_everywhere(desk)
    desk.change("p1", lambda p: approve(p, person, staff, actor, desk.clock.now()), actor)
    assert desk.open("p1").record.state == State.RELEASED
    review.save_captions("p1", (replace(CUES[0], lines=("Anders",)),), "Mira Albrecht")
    assert desk.open("p1").record.state == State.PRESS_CHECK


def test_captions_of_another_cut_are_refused(
    desk: Desk, review: Review, production: Production, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody cuts between the reading and the writing."""
    change = Desk.change

    def cut_first(self: Desk, key: str, edit: Any, actor: Any) -> Production:
        monkeypatch.setattr(Desk, "change", change)
        segment = Segment("t1", Fraction(0), Fraction(1))
        change(self, key, lambda p: replace(p, cut=Cut((segment,))), actor)
        return change(self, key, edit, actor)

    monkeypatch.setattr(Desk, "change", cut_first)
    with pytest.raises(OutdatedState):
        review.save_captions("p1", CUES, "Mira Albrecht")
    assert desk.open("p1").record.captions is None


def test_only_known_people_edit(review: Review, production: Production) -> None:
    with pytest.raises(UnknownName):
        review.save_captions("p1", CUES, "Niemand")


def _shown_everywhere(desk: Desk) -> Staff:
    from datetime import timedelta

    from skriptstudio.domain.people import Consent

    today = desk.clock.today()
    consent = Consent("c1", "u1", ("tiktok",), today, today + timedelta(days=9))
    return replace(desk.staff(), consents=(consent,))


class _Speaks:
    """Hears the words of the one sentence at every half second."""

    def align(self, sentences: Any, *_: Any) -> tuple[TimedWord, ...]:
        return tuple(
            TimedWord(word, Fraction(n, 2), Fraction(n + 1, 2), 0, n) for n, word in enumerate(sentences[0].split())
        )

    def sentences(self, _: str) -> list[str]:
        return ["Größer als jede Tür."]


def test_what_was_written_by_hand_stays_when_the_cut_changes(desk: Desk, production: Production) -> None:
    review = Review(desk, Captioner(desk, _Speaks(), _Speaks()), SubtitleFiles())  # type: ignore[arg-type]
    (made,) = review.captions("p1").cues
    parted = split((made,), 0, 2)
    review.save_captions("p1", rewritten(parted, 1, ("jedes Tor!",)), "Mira Albrecht")
    review.set_cut("p1", [SegmentWish("t1", Fraction(1, 2), Fraction(2))])
    cues = review.captions("p1").cues
    assert [(cue.text, cue.start) for cue in cues] == [("als", Fraction(0)), ("jedes Tor!", Fraction(1, 2))]
    assert cues[0].by_hand is False


def test_a_caption_taken_away_stays_away_until_somebody_writes_one_there(desk: Desk, production: Production) -> None:
    review = Review(desk, Captioner(desk, _Speaks(), _Speaks()), SubtitleFiles())  # type: ignore[arg-type]
    (made,) = review.captions("p1").cues
    first, second = split((made,), 0, 2)
    review.save_captions("p1", (first,), "Mira Albrecht")
    assert review.captions("p1").left_out == tuple(LeftOut("t1", word) for word in second.voice)
    for start in (Fraction(0), Fraction(1, 2), Fraction(0)):
        review.set_cut("p1", [SegmentWish("t1", start, Fraction(2 - start / 10))])
        assert "jede Tür" not in " ".join(cue.text for cue in review.captions("p1").cues)
    shown = review.captions("p1").cues
    review.save_captions("p1", (*shown, second), "Mira Albrecht")
    assert not review.captions("p1").left_out


def test_a_new_edge_leaves_the_window_in_the_picture_where_it_was(
    desk: Desk, review: Review, production: Production
) -> None:
    aside = Segment("t1", Fraction(0), Fraction(2), Fraction(1, 4), all_of_it=True)
    desk.change("p1", lambda p: replace(p, cut=Cut((aside,))), desk.anonymous())
    halves = [SegmentWish("t1", Fraction(0), Fraction(1, 2)), SegmentWish("t1", Fraction(1), Fraction(2))]
    segments = review.set_cut("p1", halves).segments
    assert [(one.across, one.all_of_it) for one in segments] == [(Fraction(1, 4), True)] * 2


def test_a_crossfade_is_part_of_what_is_released_and_no_crossfade_is_as_before(
    review: Review, production: Production
) -> None:
    before = seals(production)["cut"]
    soft = review.set_cut("p1", (), crossfade=True)
    assert soft.crossfade
    assert soft.segments == production.effective_cut().segments
    assert seals(replace(production, cut=soft))["cut"] != before
    assert seals(replace(production, cut=replace(soft, crossfade=False)))["cut"] == before
    assert seals(replace(production, cut=replace(soft, crossfade=False, denoise=True)))["cut"] != before
    assert review.set_cut("p1", [SegmentWish("t1", Fraction(0), Fraction(1))]).crossfade


def test_what_was_cut_away_comes_back_and_all_else_stays(review: Review, production: Production) -> None:
    review.set_cut("p1", [SegmentWish("t1", Fraction(1), Fraction(2))], "Ende", crossfade=True)
    cut = review.reset_cut("p1")
    assert cut.segments == production.effective_cut().segments
    assert (cut.end_card, cut.crossfade) == ("Ende", True)


def test_where_no_word_was_understood_the_script_is_laid_over_the_speech_to_be_looked_at(
    desk: Desk, production: Production
) -> None:
    captioner = Captioner(desk, _Silent(), _Speaks(), rough=_Speaks())  # type: ignore[arg-type]
    (cue,) = Review(desk, captioner, SubtitleFiles()).captions("p1").cues
    assert cue.text == "Größer als jede Tür."
    assert cue.unsure
    assert captioner.heard(production, production.takes[0]) == ()


@pytest.mark.parametrize("ending", [".srt", ".vtt"])
def test_captions_go_out_and_come_back_as_they_were(
    desk: Desk, production: Production, tmp_path: Path, ending: str
) -> None:
    review = Review(desk, Captioner(desk, _Speaks(), _Speaks()), SubtitleFiles())  # type: ignore[arg-type]
    made = review.captions("p1")
    SubtitleFiles().write(made.cues, tmp_path / f"clip{ending}")
    assert review.import_captions("p1", tmp_path / f"clip{ending}", "Mira Albrecht").cues == made.cues


def test_an_edited_file_takes_over(desk: Desk, review: Review, production: Production, tmp_path: Path) -> None:
    path = tmp_path / "neu.srt"
    path.write_text("1\n00:00:00,500 --> 00:00:01,510\nGrößer als jedes Tor.\n", encoding="utf-8")
    (cue,) = review.import_captions("p1", path, "Mira Albrecht").cues
    assert cue == Cue(Fraction(1, 2), Fraction(3, 2), ("Größer als jedes Tor.",), by_hand=True)
    assert desk.open("p1").record.captions.cues == (cue,)  # type: ignore[union-attr]


def test_a_file_of_another_clip_changes_nothing(
    desk: Desk, review: Review, production: Production, tmp_path: Path
) -> None:
    path = tmp_path / "fremd.srt"
    path.write_text("1\n00:10:00,000 --> 00:10:01,000\nJenseits\n", encoding="utf-8")
    with pytest.raises(CaptionsElsewhere):
        review.import_captions("p1", path, "Mira Albrecht")
    assert desk.open("p1").record.captions is None


@pytest.mark.parametrize(("text", "code"), [("", "no_caption_text"), ("Größer als jede Tür.", "script_not_heard")])
def test_a_clip_with_speech_and_no_captions_isnt_confirmed(
    desk: Desk, review: Review, production: Production, text: str, code: str
) -> None:
    script = Script(sections_from([(SectionKind.HOOK, text)]))
    spoken = replace(production.takes[0], speech=(Span(Fraction(0), Fraction(1)),))
    desk.change("p1", lambda p: replace(p, script=script, takes=(spoken,)), desk.anonymous())
    with pytest.raises(RuleRefusal) as refused:
        review.confirm_captions("p1", "Mira Albrecht")
    assert refused.value.code == code
