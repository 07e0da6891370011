"""What was said is found with its times, and nothing else."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
from tests.speech.reading import RATE, Samples, noisy, quiet, read, said

from skriptstudio.domain.captions import TimedWord
from skriptstudio.language.spoken.lexicon import own_lexicon
from skriptstudio.language.spoken.reader import SpokenGerman
from skriptstudio.speech.script_aligner import aligned
from skriptstudio.speech.sounds.pronunciation import Pronouncer

SCRIPT = [
    "Guten Morgen, ich arbeite im Bauhof der Stadt.",
    "Heute schneiden wir die Hecken im Park.",
    "Danach leeren wir noch alle Mülleimer.",
    "Komm doch zum Praktikum!",
]
PRONOUNCE = Pronouncer(SpokenGerman(own_lexicon()))


def heard(samples: Samples, script: Sequence[str] = SCRIPT) -> tuple[TimedWord, ...]:
    return aligned(script, samples, PRONOUNCE)


def sentences(words: Sequence[TimedWord]) -> list[int]:
    """Numbers of the sentences in spoken order, one for each time it was begun."""
    return [word.sentence for word in words if word.word == 0]


def test_a_script_read_straight_through_is_found_whole_and_in_order() -> None:
    words = heard(read(SCRIPT))
    assert [word.text for word in words] == " ".join(SCRIPT).split()
    assert all(before.start < before.end and before.start < after.start for before, after in pairwise(words))
    assert sum(word.sure for word in words) >= 0.9 * len(words)


def test_words_begin_where_they_are_heard() -> None:
    starts, at = [], 1.0
    for text in SCRIPT:
        starts.append(at)
        at += len(said(text)) / RATE + 0.5
    begun = [float(word.start) for word in heard(read(SCRIPT)) if word.word == 0]
    assert begun == pytest.approx(starts, abs=0.1)


@pytest.mark.parametrize(("pitch", "speed"), [(0.75, 0.9), (1.3, 1.1)])
def test_other_voices_in_a_noisy_room_are_found_too(pitch: float, speed: float) -> None:
    words = heard(noisy(read(SCRIPT, pitch, speed)))
    assert sentences(words) == [0, 1, 2, 3]
    assert len(words) >= 0.95 * len(" ".join(SCRIPT).split())


def test_a_skipped_sentence_is_missing_and_a_repeated_one_stands_twice() -> None:
    assert sentences(heard(read([SCRIPT[0], SCRIPT[2], SCRIPT[2], SCRIPT[3]]))) == [0, 2, 2, 3]


def test_what_is_not_in_the_script_is_left_out() -> None:
    adlib = "Entschuldigung, da muss ich kurz etwas nachsehen."
    sound = read([SCRIPT[0], adlib, *SCRIPT[1:]])
    words = heard(sound)
    assert sentences(words) == [0, 1, 2, 3]
    begun, ended = 1.5 + len(said(SCRIPT[0])) / RATE, 1.5 + (len(said(SCRIPT[0])) + len(said(adlib))) / RATE
    assert not [word.text for word in words if begun < float(word.start + word.end) / 2 < ended]


NOTHING: list[Samples] = [
    np.zeros(0, np.float32),
    np.zeros(100, np.float32),
    quiet(3),
    np.random.default_rng(1).normal(0, 0.1, 3 * RATE).astype(np.float32),
    np.full(2 * RATE, 1.0, np.float32),
    np.full(RATE, np.nan, np.float32),
]


@pytest.mark.parametrize("samples", NOTHING, ids=["empty", "tiny", "silence", "noise", "constant", "nan"])
def test_where_nobody_speaks_no_time_is_invented(samples: Samples) -> None:
    assert heard(samples) == ()


def test_another_text_than_the_script_gives_next_to_nothing() -> None:
    other = ["Das Wetter wird am Wochenende wieder deutlich wärmer.", "Gestern hat unser Verein leider verloren."]
    assert sum(word.sure for word in heard(read(other))) <= 1
    assert len(heard(read(other))) <= 5


@pytest.mark.parametrize("script", [[], [""], ["😀 🎬"], ["– …"]])
def test_a_script_without_words_gives_none(script: list[str]) -> None:
    assert heard(read(SCRIPT[:1]), script) == ()


@pytest.mark.parametrize(
    ("script", "spoken"),
    [
        (["Willkommen!"], ["Willkommen!"]),
        (["2027", "4,50 Euro", "115"], ["zweitausendsiebenundzwanzig", "vier Euro fünfzig", "eins eins fünf"]),
        (["Hallo 😀 liebe Leute – willkommen!"], ["Hallo liebe Leute, willkommen!"]),
        (["Der Workshop ist online, please register now."], ["Der Wörkschopp ist onlein, plies redschister nau."]),
    ],
    ids=["one word", "numbers", "emoji and dash", "English"],
)
def test_unusual_scripts_are_found(script: list[str], spoken: list[str]) -> None:
    words = heard(read(spoken), script)
    assert len(words) >= 0.7 * len(" ".join(script).split())
    assert all(before.start <= after.start for before, after in pairwise(words))


def test_clipped_sound_is_found() -> None:
    assert sentences(heard(np.clip(read(SCRIPT) * 3, -1, 1).astype(np.float32))) == [0, 1, 2, 3]


def test_what_is_not_spoken_stands_where_the_word_before_it_ends() -> None:
    words = heard(read(["Guten Morgen willkommen im Bauhof."]), ["Guten Morgen – willkommen im Bauhof."])
    dash = next(word for word in words if word.text == "–")
    assert (dash.word, dash.start, dash.end) == (2, words[1].end, words[1].end)


def test_a_long_script_is_heard_piece_by_piece_wherever_the_reader_begins() -> None:
    filler = [f"Die {number}. Station liegt hinter dem alten Bahnhof an der Brücke." for number in range(2, 29)]
    words = heard(read(SCRIPT[1:3]), [*filler, *SCRIPT])
    assert [word.text for word in words] == " ".join(SCRIPT[1:3]).split()
