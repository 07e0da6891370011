"""A hook's kind is suggested where it shows itself; else nobody guesses."""

import pytest

from skriptstudio.content.hook_types import load_hook_types
from skriptstudio.domain.hook_kind import likely_hook


@pytest.mark.parametrize(
    ("hook", "kind"),
    [
        ("Wer entscheidet eigentlich, wie deine Straße heißt?", "frage"),
        ("Amt heißt Aktenstaub? Ich stehe gerade im Fluss.", "klischee"),
        ("400 Briefe, eine Stunde, ich.", "zahl"),
        ("04:30 Uhr. Du schläfst. Ich fahre los.", "uhr"),
        ("Montag, 8 Uhr, 23 Tickets.", "uhr"),
        ("POV: Du öffnest um acht das Bürgerbüro.", "pov"),
        ("„Grenzstein oder Deko? Rate mit.“", "quiz"),
        ("1872 war hier ein See.", "kontrast"),
        ("Werde nicht Forstwirt, wenn du Regen hasst.", "entscheidung"),
        ("Ihr wolltet wissen, was man hier verdient.", "antwort"),
        ("Mein Büro hat heute keine Wände.", ""),
        ("", ""),
    ],
)
def test_a_kind_is_suggested_or_nothing(hook: str, kind: str) -> None:
    assert likely_hook(hook) == kind


def test_most_shipped_examples_are_told_and_few_of_them_wrongly() -> None:
    told = [(one.key, likely_hook(hook)) for one in load_hook_types() for hook in one.examples]
    right = sum(key == found for key, found in told)
    wrong = sum(found not in ("", key) for key, found in told)
    assert right >= len(told) * 0.6
    assert wrong <= len(told) * 0.1


@pytest.mark.parametrize(
    ("hook", "kind"),
    [
        ("10.000 Anträge im Jahr.", "zahl"),
        ("3.50 Euro kostet das.", "zahl"),
        ("7:30. Der Bauhof wacht auf.", "uhr"),
        ("7.30 Uhr. Der Bauhof wacht auf.", "uhr"),
        ("Montag, 7 Uhr.", "uhr"),
    ],
)
def test_a_number_is_no_time_of_day(hook: str, kind: str) -> None:
    assert likely_hook(hook) == kind
