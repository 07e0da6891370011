"""The prompter's ear: it goes with the reader and stays where nobody reads."""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import pytest
from tests.speech.reading import RATE, Samples, quiet, read, said
from tests.speech.test_script_aligner import PRONOUNCE, SCRIPT

from skriptstudio.domain.ports.speech import ReadingPlace
from skriptstudio.speech import decoder
from skriptstudio.speech.follower import ScriptFollower, places_over

Steps = list[tuple[Fraction, ReadingPlace]]


def followed(samples: Samples, script: Sequence[str] = SCRIPT) -> Steps:
    return list(places_over(ScriptFollower(script, PRONOUNCE), samples))


def sentences(steps: Steps) -> list[int]:
    numbers = [place.sentence for _, place in steps]
    return [number for at, number in enumerate(numbers) if not at or numbers[at - 1] != number]


def test_it_goes_with_the_reader_through_every_sentence() -> None:
    steps = followed(read(SCRIPT))
    assert sentences(steps) == [0, 1, 2, 3]
    assert steps[-1][1] == ReadingPlace(3, len(SCRIPT[3].split()) - 1)


def test_it_jumps_over_a_skipped_sentence() -> None:
    steps = followed(read([SCRIPT[0], SCRIPT[2], SCRIPT[3]]))
    assert sentences(steps) == [0, 2, 3]
    begun = 1.5 + len(said(SCRIPT[0])) / RATE
    assert float(next(at for at, place in steps if place.sentence == 2)) <= begun + 0.8


def test_it_waits_in_silence() -> None:
    sound = np.concatenate([read(SCRIPT[:2]), quiet(3)])
    assert float(followed(sound)[-1][0]) < len(sound) / RATE - 3


@pytest.mark.parametrize("samples", [quiet(2), np.zeros(0, np.float32)], ids=["silence", "nothing"])
def test_without_a_voice_there_is_no_place(samples: Samples) -> None:
    assert followed(samples) == []


@pytest.mark.parametrize("script", [[], ["– 😀"]])
def test_a_script_without_words_has_no_place(script: list[str]) -> None:
    assert followed(read(SCRIPT[:1]), script) == []


def test_the_hand_wins_and_following_goes_on_from_there() -> None:
    ear = ScriptFollower(SCRIPT, PRONOUNCE)
    list(places_over(ear, read(SCRIPT[:1])))
    ear.go_to(ReadingPlace(2, 0))
    assert ear.hear(bytes(3200)) == ReadingPlace(2, 0)
    assert sentences(list(places_over(ear, read(SCRIPT[2:]))))[-2:] == [2, 3]


@pytest.mark.parametrize("place", [(0, -1), (1, -1), (1, 1), (2, 0), (3, 5)])
def test_the_hand_may_choose_any_place(place: tuple[int, int]) -> None:
    """Before the first word of a sentence, a dash, a sentence without a sound, behind the last word."""
    ear = ScriptFollower(["Hallo Welt.", "Guten – Morgen.", "😀", "Bis zum nächsten Mal."], PRONOUNCE)
    chosen = ReadingPlace(*place)
    ear.go_to(chosen)
    assert ear.hear(bytes(3200)) == chosen
    steps = list(places_over(ear, read(["Hallo Welt.", "Guten Morgen.", "Bis zum nächsten Mal."])))
    assert steps[-1][1].sentence == 3


def test_forgetting_what_is_no_longer_needed_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    sound = read(SCRIPT)
    steps = followed(sound)
    monkeypatch.setattr(decoder, "SETTLE_FRAMES", 25)
    assert followed(sound) == steps
