"""German words in the phones of the acoustic model."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.language.spoken.lexicon import own_lexicon
from skriptstudio.language.spoken.reader import SpokenGerman
from skriptstudio.speech.sounds.phones import PHONES, UNSPOKEN
from skriptstudio.speech.sounds.pronunciation import Pronouncer
from skriptstudio.speech.sounds.rules import german_sounds, read_rules


@pytest.mark.parametrize(
    ("word", "phones"),
    [
        ("Bürgeramt", "B IH R G ER AA M T"),
        ("siebenunddreißig", "Z IY B AH N UH N D R AY S IH SH"),
        ("Nachricht", "N AA K R IH SH T"),
        ("wachsen", "V AA K S AH N"),
        ("König", "K ER N IH SH"),
        ("Universität", "UW N IY V ER Z IY T EH T"),
        ("Leute", "L OY T AH"),
        ("zweihundert", "T S V AY HH UH N D ER T"),
        ("Freiheit", "F R AY HH AY T"),
        ("Reihe", "R AY AH"),
    ],
)
def test_letters_become_sounds(word: str, phones: str) -> None:
    assert " ".join(german_sounds()(word)) == phones


def test_every_way_to_say_it_has_its_sounds() -> None:
    pronounce = Pronouncer(SpokenGerman(own_lexicon()))
    number, dash = pronounce("110 –")
    assert len(number) == 3
    assert dash == (UNSPOKEN,)


@pytest.mark.parametrize("row", ["a - - QQ", "a - -"])
def test_a_table_with_an_unknown_phone_is_refused(row: str) -> None:
    with pytest.raises(ValueError, match="bad rule"):
        list(read_rules(row))


@given(st.text(max_size=60))
def test_whatever_is_written_every_token_has_a_sound(sentence: str) -> None:
    words = Pronouncer(SpokenGerman(own_lexicon()))(sentence)
    assert len(words) == len(sentence.split())
    assert all(word and all(phones and set(phones) <= PHONES | set(UNSPOKEN) for phones in word) for word in words)
