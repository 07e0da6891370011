"""Folder names from titles."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.store.names import MAX_SLUG_CHARS, foldings, slug


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ein Tag im Amt", "Ein-Tag-im-Amt"),
        ("Grüße aus dem Bürgerbüro!", "Gruesse-aus-dem-Buergerbuero"),
        ("Gru\u0308n", "Gruen"),
        ("café", "cafe"),
        ("CON", "CON-Produktion"),
        ("…", "Produktion"),
        ("a" * 250, "a" * 40),
        ("Was macht eigentlich eine Vermessungstechnikerin?", "Was-macht-eigentlich-eine"),
    ],
)
def test_a_title_becomes_a_name_that_people_recognise(title: str, name: str) -> None:
    assert slug(title) == name


@given(st.text())
def test_any_title_becomes_a_name_that_every_system_accepts(title: str) -> None:
    name = slug(title)
    assert re.fullmatch(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*", name)
    assert len(name) <= MAX_SLUG_CHARS + len("-Produktion")
    assert not re.fullmatch(r"(?i)con|prn|aux|nul|com\d|lpt\d", name)


@given(st.text())
def test_folding_makes_case_disappear(text: str) -> None:
    assert foldings(foldings(text)[0])[0] == foldings(text)[0]
