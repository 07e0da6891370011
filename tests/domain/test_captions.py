"""Captions that people can read (domain.md chapter 5)."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.domain.captions import (
    MAX_LEAD,
    MAX_LINE_CHARS,
    MAX_SECONDS,
    MIN_GAP,
    TimedWord,
    cues_from_words,
    lines_of,
)
from skriptstudio.domain.timecode import CLIP_FPS, FRAME

word_texts = st.text("abcdefghijklmnoprstuvwäöüß", min_size=1, max_size=28)


@st.composite
def spoken(draw: st.DrawFn) -> list[TimedWord]:
    """Words of a few sentences, spoken one after the other with breaths between them."""
    words: list[TimedWord] = []
    at = Fraction(draw(st.integers(0, 30)), 30)
    for sentence in range(draw(st.integers(1, 5))):
        for number in range(draw(st.integers(1, 18))):
            text = draw(word_texts)
            length = Fraction(len(text), draw(st.integers(9, 16)))
            words.append(TimedWord(text, at, at + length, sentence, number))
            at += length
        at += Fraction(draw(st.integers(0, 90)), 60)
    return words


def said(text: str, seconds: str = "0.4") -> list[TimedWord]:
    """Every word of ``text`` takes the same time."""
    step = Fraction(seconds)
    return [TimedWord(w, i * step, (i + 1) * step, 0, i) for i, w in enumerate(text.split())]


@given(spoken())
def test_no_word_is_lost_doubled_or_moved(words: list[TimedWord]) -> None:
    cues = cues_from_words(words, words[-1].end + 1)
    assert " ".join(cue.text for cue in cues).split() == [word.text for word in words]


@given(spoken())
def test_lines_are_short_and_at_most_two(words: list[TimedWord]) -> None:
    for cue in cues_from_words(words, words[-1].end + 1):
        assert 1 <= len(cue.lines) <= 2
        assert all(len(line) <= MAX_LINE_CHARS for line in cue.lines)


@given(spoken())
def test_cues_follow_each_other_and_touch_or_leave_a_gap(words: list[TimedWord]) -> None:
    end = words[-1].end + 1
    cues = cues_from_words(words, end)
    for cue in cues:
        assert 0 <= cue.start < cue.end <= end + FRAME
        assert cue.seconds <= MAX_SECONDS
    for before, after in pairwise(cues):
        assert after.start == before.end or after.start - before.end >= MIN_GAP


@given(spoken())
def test_a_cue_comes_with_its_voice(words: list[TimedWord]) -> None:
    cues = cues_from_words(words, words[-1].end + 1)
    starts = {}
    number = 0
    for cue in cues:
        starts[cue.start] = words[number].start
        number += len(cue.text.split())
    assert all(abs(shown - voice) <= MAX_LEAD + FRAME for shown, voice in starts.items())


@given(spoken())
def test_cues_lie_on_frames(words: list[TimedWord]) -> None:
    for cue in cues_from_words(words, words[-1].end + 1):
        assert (cue.start * CLIP_FPS).denominator == 1
        assert (cue.end * CLIP_FPS).denominator == 1


def test_no_words_make_no_cues() -> None:
    assert cues_from_words([], Fraction(10)) == ()


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Mein Büro hat heute keine Wände.", ("Mein Büro hat", "heute keine Wände.")),
        ("In zwanzig Sekunden siehst du,", ("In zwanzig Sekunden", "siehst du,")),
        ("Meine Kollegin hält den Stab, und ich lese ab.", ("Meine Kollegin hält", "den Stab, und ich lese ab.")),
        ("Kurz und gut.", ("Kurz und gut.",)),
    ],
)
def test_lines_break_where_the_reader_pauses(text: str, lines: tuple[str, ...]) -> None:
    assert lines_of(text.split()) == lines


def test_a_conjunction_begins_a_new_cue() -> None:
    cues = cues_from_words(said("Rufen Sie uns gerne an oder schreiben Sie eine kurze Nachricht ans Amt."), Fraction(9))
    assert cues[1].text.startswith("oder")


def test_a_word_longer_than_a_line_stands_alone() -> None:
    word = "Grundstücksverkehrsgenehmigungszuständigkeit"
    assert lines_of([word]) == (word,)
