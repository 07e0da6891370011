"""What comes from the clipboard of Word, mail programs and browsers."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.documents.paste import MAX_CHARACTERS, pasted_text

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{margin:0}</style>
<!--[if gte mso 9]><xml><o:X>nie</o:X></xml><![endif]--></head><body><!--StartFragment-->
<p class=MsoNormal>Mein B&uuml;ro hat<br>
heute&nbsp;keine W\u00e4n\u00adde.<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0'><span style='mso-list:Ignore'>\u00b7<span>&nbsp;
</span></span>Komm <b>vor</b>bei.</p>
<p class=MsoNormal><span style='mso-hide:all;display:none'>geheim</span>\u201eJa\u201c</p>
<!--EndFragment--></body></html>"""


def test_word_gives_paragraphs_without_soft_breaks_bullets_and_hidden_text() -> None:
    assert pasted_text("egal", WORD) == "Mein B\u00fcro hat heute keine W\u00e4nde.\nKomm vorbei.\n\u201eJa\u201c"


@pytest.mark.parametrize(
    ("plain", "expected"),
    [
        ("> > Hallo du.\r\n>\r\n> Komm!", "Hallo du.\nKomm!"),
        ("\u2022\tEins\n\u2013 Zwei\n* Drei\no\tVier", "Eins\nZwei\nDrei\nVier"),
        ("Eine\vZeile\u2028noch\u00a0immer", "Eine Zeile noch immer"),
        ("Gru\u00df\n-----\nEnde\x00\x07", "Gru\u00df\nEnde"),
        ("-5 Grad, ohne Jacke", "-5 Grad, ohne Jacke"),
        ("ohne Punkt", "ohne Punkt"),
        ("\u202e\u05e9\u05dc\u05d5\u05dd\u202c heute", "\u05e9\u05dc\u05d5\u05dd heute"),
        (" zwei Worte ", " zwei Worte "),
        ("", ""),
    ],
)
def test_text_is_cleaned_of_what_nobody_says(plain: str, expected: str) -> None:
    assert pasted_text(plain) == expected


def test_html_without_words_leaves_the_plain_text() -> None:
    assert pasted_text("Hallo", "<p><img src='x'></p>") == "Hallo"


@given(st.text(), st.text(alphabet="<>/=&;! -'\"abpdivstyle\n"))
def test_nothing_pasted_breaks_it_and_pasting_again_changes_nothing_visible(plain: str, html: str) -> None:
    for text in pasted_text(plain, html), pasted_text(plain):
        assert all(line.split() and line.strip() == " ".join(line.split()) for line in text.split("\n")) or not text


PAGES = "<p class=MsoNormal style='margin:0cm'>" + "Wort " * 20 + "</p>\n"


@pytest.mark.parametrize(("plain", "html"), [("Wort " * 40_000, ""), ("", PAGES * 1000)], ids=["plain", "html"])
def test_a_hundred_thousand_characters_are_there_at_once(plain: str, html: str) -> None:
    start = time.process_time()
    assert 0.95 * MAX_CHARACTERS < len(pasted_text(plain, html)) <= MAX_CHARACTERS
    assert time.process_time() - start < 1
