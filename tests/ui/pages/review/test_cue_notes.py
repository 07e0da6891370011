"""What stands beside a caption: doubtful words, and what was said otherwise than it was written."""

from fractions import Fraction

import pytest

from skriptstudio.domain.captions import Cue, TimedWord
from skriptstudio.domain.cut import Segment
from skriptstudio.domain.readings import Unsaid
from skriptstudio.domain.tidy import Suggestion, TidyKind
from skriptstudio.messages.catalogue import Speaker
from skriptstudio.steps.tidy import Tidying
from skriptstudio.ui.pages.review.cue_notes import cue_notes, notes_beside

pytestmark = pytest.mark.qt

GERMAN = Speaker("de")
SEGMENTS = (Segment("a", Fraction(1), Fraction(3)), Segment("b", Fraction(0), Fraction(4)))
CUES = tuple(Cue(Fraction(2 * n), Fraction(2 * n + 2), (f"Satz {n}.",)) for n in range(3))
WORD = TimedWord("Satz", Fraction(2), Fraction(3), 0, 0)
"""Sounds at 4 s of the clip, in the second segment."""


@pytest.mark.parametrize(
    ("unsure", "note"),
    [((1,), "bitte prüfen: misst"), ((0, 1, 2, 3), "bitte prüfen"), ((0, 2, 3), "bitte prüfen: Das, ganz, genau")],
)
def test_few_doubtful_words_are_named(unsure: tuple[int, ...], note: str) -> None:
    cue = Cue(Fraction(0), Fraction(3), ("Das misst ganz genau.",), unsure)
    assert cue_notes(cue, True, GERMAN) == (note,)
    assert cue_notes(cue, False, GERMAN) == ()


@pytest.mark.parametrize(
    ("missing", "number", "note"),
    [
        (Unsaid("Ich fehle.", 1, WORD), 2, "danach sagt niemand: „Ich fehle.“"),
        (Unsaid("Ich fehle.", 1, None), 1, "davor sagt niemand: „Ich fehle.“"),
        (Unsaid("Ich fehle.", 0, None), 0, "davor sagt niemand: „Ich fehle.“"),
    ],
)
def test_a_missing_sentence_is_told_where_it_would_stand(missing: Unsaid, number: int, note: str) -> None:
    assert notes_beside(CUES, SEGMENTS, Tidying(unsaid=(missing,)), GERMAN.say) == {number: (note,)}


def test_what_was_said_twice_is_told_at_the_version_that_would_go() -> None:
    one = Suggestion(TidyKind.REPEATED, 1, Fraction(0), Fraction(2), Fraction(2))
    pause = Suggestion(TidyKind.PAUSE, 1, Fraction(2), Fraction(4), Fraction(4))
    assert notes_beside(CUES, SEGMENTS, Tidying((one, pause)), GERMAN.say) == {1: ("zweimal gesagt",)}


def test_nothing_is_told_while_nobody_knows() -> None:
    assert notes_beside(CUES, SEGMENTS, None, GERMAN.say) == {}
