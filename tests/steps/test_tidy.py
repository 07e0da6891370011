"""Tidying knows the script: its sentences, and the pauses that it asks for."""

from datetime import UTC, datetime
from fractions import Fraction

import pytest

from skriptstudio.domain.captions import TimedWord
from skriptstudio.domain.production import Production
from skriptstudio.domain.script import Script, SectionKind, sections_from
from skriptstudio.domain.take import Span, Take
from skriptstudio.domain.tidy import TidyKind
from skriptstudio.language.coach import GermanCoach
from skriptstudio.steps.tidy import Tidy

NOW = datetime(2026, 11, 28, 9, tzinfo=UTC)


def production(text: str) -> Production:
    take = Take("t", "hook", "t.mp4", "0" * 64, Fraction(9), 270, NOW, speech=(Span(Fraction(1), Fraction(6)),))
    return Production("p", "P", NOW, script=Script(sections_from([(SectionKind.HOOK, text)])), takes=(take,))


def words(*said: tuple[str, str, int, int]) -> tuple[TimedWord, ...]:
    return tuple(TimedWord(text, Fraction(at), Fraction(at) + 1, sentence, word) for text, at, sentence, word in said)


TWO = words(("Wir", "1", 0, 0), ("gehen.", "2", 0, 1), ("Jetzt.", "5", 1, 0))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Wir gehen. Jetzt.", [TidyKind.PAUSE]),
        ("Wir gehen. // Jetzt.", []),
        ("Wir gehen. · Jetzt.", []),
        ("// Wir gehen. Jetzt.", [TidyKind.PAUSE]),
        ("Wir // gehen. Jetzt.", [TidyKind.PAUSE]),
    ],
)
def test_a_pause_with_a_mark_in_the_script_is_left_alone(text: str, kinds: list[TidyKind]) -> None:
    silent = production(text)
    silent = Production(**{**vars(silent), "takes": (Take(**{**vars(silent.takes[0]), "speech": ()}),)})
    found = Tidy(GermanCoach(), lambda *_: TWO).look(silent)
    assert [one.kind for one in found.suggestions if one.kind == TidyKind.PAUSE] == kinds
    assert found.unsaid == ()


def test_a_sentence_that_nobody_says_is_told() -> None:
    found = Tidy(GermanCoach(), lambda *_: TWO[:2]).look(production("Wir gehen. Jetzt."))
    assert [one.text for one in found.unsaid] == ["Jetzt."]


def test_a_take_in_which_no_word_was_found_tells_nothing() -> None:
    found = Tidy(GermanCoach(), lambda *_: ()).look(production("Wir gehen. Jetzt."))
    assert found.unsaid == ()
    assert found.suggestions == ()
