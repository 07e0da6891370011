"""The script laid over the detected speech: nothing invented, nothing lost."""

import json
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.domain.captions import TimedWord
from skriptstudio.domain.take import Span
from skriptstudio.language.syllables import count_syllables
from skriptstudio.speech.activity import RATE, speech_spans
from skriptstudio.speech.even_aligner import lay_over

SENTENCES = ["Mein Büro hat heute keine Wände.", "Du siehst, womit ich Straßen vermesse.", "Komm zum Praktikum."]


@st.composite
def voices(draw: st.DrawFn) -> list[Span]:
    spans, at = [], Fraction(draw(st.integers(0, 200)), 100)
    for _ in range(draw(st.integers(1, 6))):
        length = Fraction(draw(st.integers(15, 400)), 100)
        spans.append(Span(at, at + length))
        at += length + Fraction(draw(st.integers(30, 300)), 100)
    return spans


@given(voices())
def test_every_word_gets_a_time_in_order_and_inside_the_speech(spans: Sequence[Span]) -> None:
    timed = lay_over(SENTENCES, spans, count_syllables)
    assert [word.text for word in timed] == " ".join(SENTENCES).split()
    assert timed[0].start == spans[0].start
    assert timed[-1].end == spans[-1].end
    for before, after in pairwise(timed):
        assert before.start <= before.end <= after.start


@given(voices())
def test_no_word_begins_in_a_pause(spans: Sequence[Span]) -> None:
    for word in lay_over(SENTENCES, spans, count_syllables):
        assert any(span.start <= word.start <= span.end for span in spans)


def test_a_pause_between_sentences_is_found() -> None:
    spans = [Span(Fraction(1), Fraction(3)), Span(Fraction(4), Fraction(7)), Span(Fraction(8), Fraction(9))]
    timed = lay_over(SENTENCES, spans, count_syllables)
    firsts = [word.start for word in timed if word.word == 0]
    assert firsts == [1, 4, 8]


def test_a_pause_inside_a_long_sentence_does_not_swallow_words() -> None:
    spans = [Span(Fraction(0), Fraction(1)), Span(Fraction(5), Fraction(6))]
    timed = lay_over(["Ich messe heute den ganzen Tag die Wege am alten Fluss entlang."], spans, count_syllables)
    assert {word.start < 1 for word in timed} == {True, False}


@pytest.mark.parametrize("sentences", [[], [""], ["  ", ""]])
def test_without_words_or_speech_no_time_is_invented(sentences: list[str]) -> None:
    assert lay_over(sentences, [Span(Fraction(0), Fraction(1))], count_syllables) == ()
    assert lay_over(SENTENCES, [], count_syllables) == ()


def test_nothing_is_ever_called_sure() -> None:
    timed: tuple[TimedWord, ...] = lay_over(SENTENCES, [Span(Fraction(0), Fraction(9))], count_syllables)
    assert not any(word.sure for word in timed)


@pytest.mark.parametrize(
    "samples",
    [
        np.zeros(0, np.float32),
        np.zeros(3 * RATE, np.float32),
        np.random.default_rng(1).normal(0, 0.003, 3 * RATE).astype(np.float32),
        np.sin(2 * np.pi * 1000 * np.arange(2 * RATE) / RATE).astype(np.float32),
    ],
    ids=["nothing", "silence", "noise", "tone"],
)
def test_what_is_no_speech_is_not_taken_for_it(samples: np.ndarray) -> None:
    assert json.dumps([float(s.seconds) for s in speech_spans(samples)]) == "[]"
