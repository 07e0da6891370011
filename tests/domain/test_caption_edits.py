"""What a person does to captions, and what stays of it when the cut changes."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.domain.caption_edits import (
    SHORTEST_FRAMES,
    CueWarning,
    added,
    can_join,
    joined,
    nudged,
    rewritten,
    split,
    taken_in,
    warnings_of,
)
from skriptstudio.domain.captions import Captions, Cue, TimedWord, cues_from_words
from skriptstudio.domain.cut import Segment
from skriptstudio.domain.kept_cues import carried, looked_at
from skriptstudio.domain.timecode import CLIP_FPS, FRAME, from_frames

TEXT = "Dieses Ding misst auf zwei Millimeter genau. Danach zeichne ich den Plan. Ja. Ich trage das Stativ."


def spoken(text: str = TEXT, sure: bool = True) -> list[TimedWord]:
    words, sentence = [], 0
    for number, word in enumerate(text.split()):
        start = Fraction(number, 2)
        words.append(TimedWord(word, start, start + Fraction(2, 5), sentence, number, sure))
        sentence += word.endswith(".")
    return words


CUES = cues_from_words(spoken(), Fraction(10))


def second(value: str) -> Fraction:
    return Fraction(value)


def said(cues: tuple[Cue, ...]) -> str:
    return " ".join(cue.text for cue in cues)


@pytest.mark.parametrize("word", [*range(1, 7), None])
def test_the_second_half_of_a_split_caption_begins_with_its_voice(word: int | None) -> None:
    cues = split(CUES, 0, word)
    assert said(cues) == said(CUES)
    assert len(cues) == len(CUES) + 1
    assert (cues[0].start, cues[1].end, cues[0].end) == (CUES[0].start, CUES[0].end, cues[1].start)
    assert abs(cues[1].start - cues[1].voice[0].start) <= FRAME
    assert cues[0].by_hand
    assert cues[1].by_hand


def test_a_split_keeps_what_belongs_together_if_nobody_says_where() -> None:
    cues = split((Cue(Fraction(0), Fraction(4), ("Wir fahren raus", "und ich trage das Stativ.")),), 0)
    assert [cue.text for cue in cues] == ["Wir fahren raus", "und ich trage das Stativ."]


def test_unsure_words_stay_with_their_caption_when_it_is_split_and_joined() -> None:
    cues = (replace(CUES[0], unsure=(1, 4)), *CUES[1:])
    parted = split(cues, 0, 3)
    assert (parted[0].unsure, parted[1].unsure) == ((1,), (1,))
    assert joined(parted, 0)[0].unsure == (1, 4)


@pytest.mark.parametrize("cue", [Cue(Fraction(0), Fraction(2), ("Ja.",)), Cue(Fraction(0), FRAME, ("Ja", "doch."))])
def test_what_is_too_small_isnt_split(cue: Cue) -> None:
    assert split((cue,), 0) == (cue,)


def test_joining_takes_a_split_back() -> None:
    (both, *_), (before, *_) = joined(split(CUES, 0), 0), CUES
    assert (both.start, both.end, both.lines, both.voice) == (before.start, before.end, before.lines, before.voice)


def test_what_doesnt_fit_two_lines_isnt_joined() -> None:
    long = tuple(
        Cue(Fraction(n), Fraction(n + 1), ("Meine Kollegin hält den Stab", "und ich lese ab.")) for n in range(2)
    )
    assert not can_join(long, 0)
    assert joined(long, 0) == long
    assert not can_join(long, 1)


def test_new_words_are_no_longer_unsure_and_keep_their_time() -> None:
    cues = rewritten((replace(CUES[0], unsure=(0,)), *CUES[1:]), 0, ("Das misst genau.",))
    assert cues[0].lines == ("Das misst genau.",)
    assert cues[0].unsure == ()
    assert cues[0].heard == CUES[0].heard
    assert len(cues[0].voice) == 3
    assert rewritten(CUES, 0, ()) == CUES[1:]


@given(st.data())
def test_captions_never_overlap_however_they_are_pushed_about(data: st.DataObject) -> None:
    cues = CUES
    for _ in range(8):
        number = data.draw(st.integers(0, len(cues) - 1))
        start, end = data.draw(st.integers(-40, 40)), data.draw(st.integers(-40, 40))
        cues = nudged(cues, number, start=start, end=end, last=300)
    assert said(cues) == said(CUES)
    for cue in cues:
        assert 0 <= cue.start < cue.end <= 10
        assert (cue.start * CLIP_FPS).denominator == (cue.end * CLIP_FPS).denominator == 1
        assert cue.seconds >= SHORTEST_FRAMES * FRAME
    for before, after in pairwise(cues):
        assert after.start == before.end or after.start - before.end >= 2 * FRAME


@pytest.mark.parametrize(
    ("at", "start", "end"),
    [
        ("0", "0", "1"),
        ("3", "3", "5"),
        ("2.03", "2", "4"),
        ("9.9", None, None),
        ("1.5", None, None),
        ("0.95", None, None),
    ],
)
def test_a_new_caption_stands_where_none_is(at: str, start: str | None, end: str | None) -> None:
    cues = (Cue(Fraction(1), Fraction(2), ("Eins",)), Cue(Fraction(6), Fraction(7), ("Zwei",)))
    more, number = added(cues, Fraction(at), Fraction(10))
    if start is None or end is None:
        assert (more, number) == (cues, -1)
        return
    assert more[number].start == Fraction(start)
    assert abs(more[number].end - Fraction(end)) <= FRAME
    assert tuple(cue for cue in more if cue is not more[number]) == cues


def test_a_neighbour_that_touches_goes_along() -> None:
    touching = (Cue(Fraction(0), Fraction(1), ("Eins",)), Cue(Fraction(1), Fraction(2), ("Zwei",)))
    earlier = nudged(touching, 1, start=-2)
    assert earlier[0].end == earlier[1].start == 1 - 2 * FRAME
    assert nudged(touching, 0, end=3)[1].start == 1 + 3 * FRAME
    assert nudged(touching, 0, end=-999) == touching


@pytest.mark.parametrize(
    ("cue", "warnings"),
    [
        (Cue(Fraction(0), second("2.2"), ("Mein Büro hat", "heute keine Wände.")), ()),
        (Cue(Fraction(0), Fraction(2), ("Mein Büro hat heute", "keine Wände mehr.")), (CueWarning.FAR_TOO_FAST,)),
        (Cue(Fraction(0), second("2.3"), ("Mein Büro hat heute", "keine Wände mehr.")), (CueWarning.TOO_FAST,)),
        (Cue(Fraction(0), second("0.5"), ("Ja.",)), (CueWarning.TOO_SHORT,)),
        (Cue(Fraction(0), Fraction(7), ("Ja.",)), (CueWarning.TOO_LONG,)),
        (
            Cue(Fraction(0), Fraction(5), ("Diese Zeile ist viel zu lang.", "b", "c")),
            (CueWarning.LONG_LINE, CueWarning.MANY_LINES),
        ),
    ],
)
def test_what_is_hard_to_read_is_told(cue: Cue, warnings: tuple[CueWarning, ...]) -> None:
    assert warnings_of(cue) == warnings


def test_captions_of_a_file_are_put_on_frames_and_into_the_clip() -> None:
    read = [
        Cue(second("3.2"), second("5"), ("Zweite",)),
        Cue(second("1.01"), second("3.5"), ("Erste, die ist auf einer Zeile viel zu lang",)),
        Cue(second("99"), second("100"), ("Jenseits",)),
        Cue(second("4"), second("4.5"), (" ",)),
    ]
    first, last = taken_in(read, Fraction(4))
    assert (first.start, first.end) == (Fraction(1), from_frames(96))
    assert all(len(line) <= 28 for line in first.lines)
    assert (last.start, last.end, last.by_hand) == (from_frames(96), Fraction(4), True)
    assert taken_in(read[2:], Fraction(4)) == ()


# --- another cut


SEGMENTS = (Segment("a", Fraction(0), Fraction(4)), Segment("b", Fraction(1), Fraction(7)))


def written(start: str, end: str) -> Captions:
    cue = Cue(second(start), second(end), ("Von Hand",), by_hand=True)
    other = Cue(second(end), second(end) + 1, ("Von selbst",))
    return Captions((cue, other), segments=SEGMENTS)


@pytest.mark.parametrize(
    ("cue", "segments", "starts"),
    [
        (("1", "2"), SEGMENTS, ["1"]),
        (("1", "2"), (Segment("a", Fraction(1, 2), Fraction(4)),), ["0.5"]),
        (("1", "2"), (Segment("b", Fraction(0), Fraction(3)), Segment("a", Fraction(0), Fraction(4))), ["4"]),
        (("5", "6"), (Segment("b", Fraction(2), Fraction(4)),), ["0"]),
        (("5", "6"), (Segment("b", Fraction(2), Fraction(4)), Segment("b", Fraction(1), Fraction(4))), ["0", "3"]),
        (("1", "2"), (Segment("a", Fraction(0), Fraction(3, 2)),), []),
        (("1", "2"), (Segment("b", Fraction(0), Fraction(3)),), []),
        (("3", "5"), SEGMENTS, []),
    ],
)
def test_a_caption_written_by_hand_goes_where_its_voice_goes(
    cue: tuple[str, str], segments: tuple[Segment, ...], starts: list[str]
) -> None:
    moved = carried(written(*cue), segments)
    assert [c.start for c in moved] == [second(start) for start in starts]
    assert all(c.lines == ("Von Hand",) for c in moved)


def test_who_has_looked_at_a_doubtful_word_is_not_asked_again_after_another_cut() -> None:
    words = spoken(sure=False)
    segments = (Segment("a", second("1"), second("9")),)
    shown = [replace(word, start=word.start - 1, end=word.end - 1) for word in words if 1 <= word.start < second("8.5")]
    cues = list(cues_from_words(shown, Fraction(8)))
    cues[0] = replace(cues[0], unsure=())
    known = looked_at(words, "a", Captions(tuple(cues), segments=segments))
    ticked = cues[0].text.split()
    assert [word.text for word in known if word.sure] == ticked
    assert [replace(word, sure=False) for word in known] == words
    assert not any(word.sure for word in looked_at(words, "b", Captions(tuple(cues), segments=segments)))
    assert not any(word.sure for word in looked_at(words, "a", Captions()))
