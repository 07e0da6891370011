"""Hashtags that can be linked and read out, and how long X counts a text."""

import pytest

from skriptstudio.domain.hashtag_rules import is_run_together, is_well_spelled, tags_in, weighted_length


@pytest.mark.parametrize("tag", ["EinTagImAmt", "ÖPNV", "DSGVO", "Ausbildung2026", "A", "3DDruck"])
def test_a_good_hashtag_is_taken(tag: str) -> None:
    assert is_well_spelled(tag)


@pytest.mark.parametrize("tag", ["", "2026", "AUSBILDUNG", "Tag_Amt", "öpnv", "C++", "Ein Tag"])
def test_a_hashtag_that_is_not_linked_or_read_well_is_told(tag: str) -> None:
    assert not is_well_spelled(tag)


def test_words_run_together_are_known_by_the_words_beside() -> None:
    assert is_run_together("Eintagimamt", ["Komm!", "Mein: Ein Tag im Amt"])
    assert not is_run_together("EinTagImAmt", ["Ein Tag im Amt"])
    assert not is_run_together("Vermessung", ["Vermessung", "Ein Tag im Amt"])


def test_hashtags_within_a_text_are_found() -> None:
    assert tags_in("Komm vorbei #praktikum, #Amt! x#no https://a.de/#top &#38;") == ("praktikum", "Amt")


@pytest.mark.parametrize(
    ("text", "length"),
    [("Grüße", 5), ("😀" * 141, 282), ("👩🏽‍🏫🇩🇪", 4), ("日本", 4), ("https://amt.de/sehr/lang?x=1 ok", 26)],
)
def test_x_counts_by_weight(text: str, length: int) -> None:
    assert weighted_length(text) == length
