"""What is made of the decoder's guesses: with the reader at once, anywhere else only for good reasons."""

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.domain.ports.speech import ReadingPlace as At
from skriptstudio.speech.whereabouts import MOST_GLIDED, Evidence, Whereabouts

TEXT = {
    0: "ich zeige dir heute unser Amt".split(),
    1: "hier fängt der Tag früh an".split(),
    2: "dann geht es nach draußen".split(),
    3: "hier fängt die Arbeit an".split(),
    4: "ich bleibe gern dabei".split(),
    5: "bewirb dich jetzt bei uns".split(),
}
STRONG, WEAK = Evidence(3, 0.0), Evidence(2, -5.0)


@pytest.fixture
def reader() -> Whereabouts:
    return Whereabouts(TEXT)


@pytest.fixture
def guess(reader: Whereabouts) -> Callable[..., At | None]:
    """The same guess for some tenths of a second; where the reader is then."""

    def told(place: At | None, tenths: int = 1, evidence: Evidence = STRONG, loud: bool = True) -> At | None:
        for _ in range(tenths):
            reader.weigh(place, loud, 0.1, lambda: evidence)
        return reader.place

    return told


Guess = Callable[..., At | None]


def test_words_ahead_in_the_sentence_count_at_once(guess: Guess) -> None:
    assert guess(At(0, 0)) == At(0, 0)
    assert guess(At(0, 1), evidence=WEAK) == At(0, 1)
    assert guess(At(0, 4), evidence=WEAK) == At(0, 4)


def test_the_next_sentence_counts_at_once_at_the_end_of_this_one_and_later_before(
    guess: Guess, reader: Whereabouts
) -> None:
    reader.go_to(At(0, 5))
    assert guess(At(1, 0), 1, Evidence(1, 0.0)) == At(1, 0)
    reader.go_to(At(1, 3))
    assert guess(At(2, 0), 2, Evidence(1, 0.0)) == At(1, 3)
    assert guess(At(2, 0), 1, Evidence(1, 0.0)) == At(2, 0)


@pytest.mark.parametrize(("tenths", "there"), [(2, At(0, 5)), (3, At(2, 1))])
def test_a_skipped_sentence_takes_a_moment_of_agreement(
    guess: Guess, reader: Whereabouts, tenths: int, there: At
) -> None:
    reader.go_to(At(0, 5))
    assert guess(At(2, 1), tenths, Evidence(2, -1.0)) == there


@pytest.mark.parametrize("evidence", [Evidence(2, -3.0), Evidence(1, -1.5), Evidence(0, float("-inf"))])
def test_what_sounds_otherwise_moves_nothing(guess: Guess, reader: Whereabouts, evidence: Evidence) -> None:
    reader.go_to(At(0, 5))
    assert guess(At(2, 1), 20, evidence) == At(0, 5)


@pytest.mark.parametrize("to", [At(3, 1), At(5, 1)])
def test_far_or_out_of_the_middle_three_words_are_needed(guess: Guess, reader: Whereabouts, to: At) -> None:
    reader.go_to(At(0, 5) if to.sentence == 5 else At(1, 2))
    before = reader.place
    assert guess(to, 3, Evidence(2, 0.0)) != to
    reader.go_to(before or At(0, 0))
    assert guess(to, 3, Evidence(3, 0.0)) == to


def test_sentences_that_begin_alike_are_told_apart_by_where_the_reader_is(guess: Guess, reader: Whereabouts) -> None:
    reader.go_to(At(0, 5))
    assert guess(At(3, 1), 3) == At(1, 1)


def test_a_sentence_that_was_left_too_early_is_gone_back_to(guess: Guess, reader: Whereabouts) -> None:
    reader.go_to(At(0, 4))
    assert guess(At(1, 0)) == At(1, 0)
    assert guess(At(0, 5), 1, Evidence(6, 0.0)) == At(0, 5)


@pytest.mark.parametrize(("place", "loud"), [(None, True), (At(5, 2), False)])
def test_neither_ad_lib_nor_silence_moves_anything(guess: Guess, place: At | None, loud: bool) -> None:
    guess(At(0, 2))
    assert guess(place, 50, STRONG, loud) == At(0, 2)


def test_a_word_that_is_not_understood_is_glided_over_but_not_the_sentence(guess: Guess, reader: Whereabouts) -> None:
    guess(At(0, 1))
    assert guess(At(5, 0), 3, WEAK) == At(0, 2)
    assert guess(At(5, 0), 30, WEAK) == At(0, 1 + MOST_GLIDED)
    assert guess(At(0, 2), 1, WEAK) == At(0, 2), "the reader is slower than that"
    reader.go_to(At(0, 5))
    assert guess(At(5, 0), 30, WEAK) == At(0, 5)


def test_the_hand_wins(guess: Guess, reader: Whereabouts) -> None:
    guess(At(0, 1))
    reader.go_to(At(4, 0))
    assert guess(At(4, 1), 1, WEAK) == At(4, 1)


places = st.sampled_from([None, *(At(number, word) for number, words in TEXT.items() for word in range(len(words)))])


@given(st.lists(st.tuples(places, st.booleans(), st.integers(0, 6), st.floats(-6, 2))))
def test_whatever_is_guessed_the_place_lies_in_the_text(guesses: list[tuple[At | None, bool, int, float]]) -> None:
    reader = Whereabouts(TEXT)
    for guess, loud, words, likeness in guesses:
        reader.weigh(guess, loud, 0.1, partial(Evidence, words, likeness))
        assert reader.place is None or reader.place.word < len(TEXT[reader.place.sentence])
