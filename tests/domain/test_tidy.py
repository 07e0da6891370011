"""What could be tidied: found in what was said, taken without hurting a word."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from skriptstudio.domain.captions import TimedWord
from skriptstudio.domain.cut import LEAD_IN, LEAD_OUT, Segment
from skriptstudio.domain.readings import unsaid
from skriptstudio.domain.take import Span
from skriptstudio.domain.tidy import Heard, Suggestion, TidyKind, suggestions, without
from skriptstudio.domain.timecode import CLIP_FPS, on_frame

SENTENCES = ("Um sieben fahren wir raus.", "Ich trage das Stativ.", "Das misst genau.")
HALF = Fraction(1, 2)


def said(*parts: tuple[int, int, int] | str, start: str = "1") -> tuple[TimedWord, ...]:
    """Words of ``(sentence, first, stop)``, two a second; text between them is a pause in seconds."""
    words, at = [], Fraction(start)
    for part in parts:
        if isinstance(part, str):
            at += Fraction(part)
            continue
        sentence, first, stop = part
        for number, text in list(enumerate(SENTENCES[sentence].split()))[first:stop]:
            words.append(TimedWord(text, at, at + HALF, sentence, number, True))
            at += HALF
    return tuple(words)


ALL = ((0, 0, 5), (1, 0, 4), (2, 0, 3))


def found(words: tuple[TimedWord, ...], **more: object) -> tuple[Suggestion, ...]:
    heard = Heard(SENTENCES, words, **more)  # type: ignore[arg-type]
    return suggestions((Segment("a", words[0].start - LEAD_IN, on_frame(words[-1].end + LEAD_OUT)),), {"a": heard})


def kinds(words: tuple[TimedWord, ...], **more: object) -> list[TidyKind]:
    return [one.kind for one in found(words, **more)]


def test_a_calm_reading_needs_no_tidying() -> None:
    assert found(said(*ALL)) == ()
    assert found(said(ALL[0], "1.1", ALL[1], "0.4", ALL[2])) == ()


def test_silence_at_both_ends_is_offered_and_a_breath_stays() -> None:
    words = said(*ALL, start="3")
    start, end = suggestions((Segment("a", Fraction(0), Fraction(12)),), {"a": Heard(SENTENCES, words)})
    assert (start.kind, start.start, start.end) == (TidyKind.START, Fraction(0), on_frame(3 - LEAD_IN))
    assert (end.kind, end.start, end.end) == (TidyKind.END, on_frame(words[-1].end + LEAD_OUT), Fraction(12))


def test_a_long_pause_is_shortened_to_a_breath() -> None:
    words = said(ALL[0], "1.3", ALL[1])
    (pause,) = found(words)
    assert pause.kind == TidyKind.PAUSE
    assert pause.start == on_frame(words[4].end + LEAD_OUT)
    assert pause.end == on_frame(words[5].start - LEAD_IN)


def test_a_pause_that_the_script_asks_for_stays() -> None:
    assert kinds(said(ALL[0], "3", ALL[1]), wanted_pauses=frozenset({(0, 4)})) == []
    assert kinds(said(ALL[0], "3", ALL[1]), wanted_pauses=frozenset({(0, 3)})) == [TidyKind.PAUSE]


def test_somebody_who_speaks_freely_makes_no_pause() -> None:
    spoken = (Span(Fraction("3.6"), Fraction("6.2")),)
    assert kinds(said(ALL[0], "3", ALL[1]), speech=spoken) == [TidyKind.FREE_SPEECH]


def test_of_a_sentence_said_twice_the_second_version_is_kept() -> None:
    words = said(ALL[0], "0.5", ALL[1], "0.5", ALL[1], ALL[2])
    (one,) = found(words)
    assert (one.kind, one.text) == (TidyKind.REPEATED, "Ich trage das Stativ.")
    assert words[4].end <= one.start <= words[5].start
    assert words[8].end <= one.end <= words[9].start


def test_a_sentence_that_was_broken_off_goes() -> None:
    (one,) = found(said(ALL[0], (1, 0, 2), "0.7", ALL[1], ALL[2]))
    assert (one.kind, one.text) == (TidyKind.BROKEN_OFF, "Ich trage")


def test_going_back_some_words_takes_those_words_alone() -> None:
    (one,) = found(said((0, 0, 4), "0.3", (0, 2, 5), ALL[1]))
    assert (one.kind, one.text) == (TidyKind.BROKEN_OFF, "fahren wir")


def test_two_sentences_said_again_are_one_suggestion() -> None:
    (one,) = found(said(ALL[0], ALL[1], "0.3", ALL[0], ALL[1], ALL[2]))
    assert one.text == f"{SENTENCES[0]} {SENTENCES[1]}"


def test_three_versions_make_two_suggestions() -> None:
    assert kinds(said(ALL[0], "0.2", ALL[0], "0.2", ALL[0], ALL[1])) == [TidyKind.REPEATED] * 2


def test_a_second_version_that_broke_off_itself_goes() -> None:
    words = said(ALL[0], "0.4", (0, 0, 2), ALL[1])
    (one,) = found(words)
    assert (one.kind, one.text) == (TidyKind.BROKEN_OFF, "Um sieben")
    assert one.start >= words[4].end


def test_a_jump_ahead_and_back_loses_nothing() -> None:
    assert found(said(ALL[0], ALL[2], ALL[1])) == ()


def test_a_short_strange_sound_between_words_is_only_marked() -> None:
    words = said(ALL[0], "1", ALL[1])
    (mark,) = found(words, speech=(Span(Fraction("3.8"), Fraction("4.2")),))
    assert mark.kind == TidyKind.FILLER
    assert not mark.can_be_taken


@pytest.mark.parametrize(
    ("words", "sound"),
    [
        (said(ALL[0], "3", ALL[1]), ("3.8", "6")),
        (said(ALL[0], ALL[1], start="4"), ("0.5", "2")),
    ],
)
def test_what_isnt_in_the_script_is_told(words: tuple[TimedWord, ...], sound: tuple[str, str]) -> None:
    heard = Heard(SENTENCES, words, (Span(Fraction(sound[0]), Fraction(sound[1])),))
    found_ = suggestions((Segment("a", Fraction(0), Fraction(9)),), {"a": heard})
    (free,) = (one for one in found_ if one.kind == TidyKind.FREE_SPEECH)
    assert (free.start, free.end) == (on_frame(Fraction(sound[0])), on_frame(Fraction(sound[1])))
    assert free.can_be_taken


@pytest.mark.parametrize("sound", [("3.8", "3.9"), ("1.0", "3.58")])
def test_breath_and_edges_of_words_are_no_filler(sound: tuple[str, str]) -> None:
    words = said(ALL[0], "1", ALL[1])
    assert kinds(words, speech=(Span(Fraction(sound[0]), Fraction(sound[1])),)) == []


@example([ALL[0], (1, 2, 4), ALL[2], ALL[0], ALL[2]])
@given(st.lists(st.sampled_from([*ALL, (0, 0, 3), (1, 2, 4), "0.4", "1.9", "4"]), min_size=1, max_size=9))
def test_taking_every_suggestion_hurts_no_word(
    parts: list[tuple[int, int, int] | str],
) -> None:
    words = said(*parts)
    if not words:
        return
    heard = {"a": Heard(SENTENCES, words)}
    segments: tuple[Segment, ...] = (Segment("a", Fraction(0), on_frame(words[-1].end + 2)),)
    for _ in range(40):
        open_ones = [one for one in suggestions(segments, heard) if one.can_be_taken]
        if not open_ones:
            break
        shorter = without(segments, open_ones[0])
        assert sum(s.end - s.start for s in segments) - sum(s.end - s.start for s in shorter) == open_ones[0].seconds
        segments = shorter
    assert not open_ones
    for segment in segments:
        assert (segment.start * CLIP_FPS).denominator == (segment.end * CLIP_FPS).denominator == 1
        for word in words:
            inside = min(word.end, segment.end) - max(word.start, segment.start)
            assert inside <= Fraction(1, 60) or inside >= HALF - Fraction(1, 30), "a word is cut"
    shown = {(w.sentence, w.word) for w in words if any(s.start <= w.start + HALF / 2 < s.end for s in segments)}
    assert shown == {(w.sentence, w.word) for w in words}
    for before, after in pairwise(segments):
        assert before.end <= after.start


def test_sentences_that_nobody_says_are_told_with_their_place() -> None:
    words = said(ALL[0], ALL[2])
    (one,) = unsaid((Segment("a", Fraction(0), Fraction(9)),), {"a": words}, {"a": SENTENCES})
    assert (one.text, one.after) == (SENTENCES[1], words[4])
    (first,) = unsaid((Segment("a", Fraction(0), Fraction(9)),), {"a": said(*ALL[1:])}, {"a": SENTENCES})
    assert (first.text, first.after) == (SENTENCES[0], None)


def test_where_nothing_was_found_nothing_is_said_to_be_missing() -> None:
    assert unsaid((Segment("a", Fraction(0), Fraction(9)),), {"a": ()}, {"a": SENTENCES}) == ()
