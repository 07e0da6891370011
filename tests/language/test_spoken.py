"""What is written is read as a person would say it, and every blank-separated token keeps its place."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.domain.errors import BadPronunciation
from skriptstudio.language.spoken.lexicon import Lexicon, own_lexicon
from skriptstudio.language.spoken.reader import SpokenGerman


@pytest.fixture(scope="module")
def say() -> SpokenGerman:
    return SpokenGerman(own_lexicon())


def likeliest(say: SpokenGerman, sentence: str) -> str:
    return " ".join(readings[0] for readings in say(sentence) if readings)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Am 3. Mai um 7:30 Uhr", "am dritten mei um sieben uhr dreißig"),
        ("z. B. 12,50 €, also 5 %", "zum beispiel zwölf euro fünfzig also fünf prozent"),
        ("am 03.05.2026 5km", "am dritten mai zweitausendsechsundzwanzig fünf kilometer"),
        ("8–12 Uhr, Nr. 5a", "acht bis zwölf uhr nummer fünf ah"),
        ("im KVR, im TVöD", "im kah vau err im teh vau öh deh"),
        ("die Kolleg:innen", "die kolleginnen"),
        ("die Teamleitung bei Instagram", "die tihmleitung bei instagramm"),
        ("1999", "neunzehnhundertneunundneunzig"),
    ],
)
def test_it_is_read_as_it_is_said(say: SpokenGerman, written: str, said: str) -> None:
    assert likeliest(say, written) == said


def test_a_number_may_be_said_in_more_than_one_way(say: SpokenGerman) -> None:
    assert say("110") == (("einhundertzehn", "hundertzehn", "eins eins null"),)


def test_dashes_and_pictures_are_silent_but_keep_their_place(say: SpokenGerman) -> None:
    assert say("Hallo – mal 😀 !") == (("hallo",), (), ("mal",), (), ())


def test_what_the_user_adds_counts_more_than_what_came_with_the_program(tmp_path: Path) -> None:
    own = tmp_path / "aussprache.txt"
    own.write_text("\ufeffAzubi = Asubi\n# nichts\n\nGSZ+ = Gesundheitszentrum\n", encoding="utf-8")
    say = SpokenGerman(own_lexicon(own))
    assert likeliest(say, "Azubi im GSZ-Team") == "asubi im gesundheitszentrum tihm"


def test_a_line_that_says_nothing_is_named(tmp_path: Path) -> None:
    own = tmp_path / "aussprache.txt"
    own.write_text("Azubi = Asubi\nohne Zeichen\n", encoding="utf-8")
    with pytest.raises(BadPronunciation) as caught:
        own_lexicon(own)
    assert (caught.value.path, caught.value.line) == (str(own), 2)


def test_a_list_that_isnt_there_changes_nothing(tmp_path: Path) -> None:
    assert own_lexicon(tmp_path / "fehlt.txt").entries == own_lexicon().entries
    assert Lexicon()("Azubi") == ()


@given(st.text(max_size=80))
def test_any_text_can_be_read_token_by_token(sentence: str) -> None:
    read = SpokenGerman(own_lexicon())(sentence)
    assert len(read) == len(sentence.split())
    letters = set("abcdefghijklmnopqrstuvwxyzäöüß ")
    assert all(set(said) <= letters and said.strip() == said and said for readings in read for said in readings)
