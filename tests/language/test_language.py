"""Spoken German: what is counted, and what a listener would remark."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.domain.script import Section, SectionKind
from skriptstudio.language.bullets import bullet
from skriptstudio.language.coach import GermanCoach
from skriptstudio.language.numbers import spoken_number
from skriptstudio.language.readability import readability
from skriptstudio.language.sentences import sentences, words
from skriptstudio.language.syllables import count_syllables
from skriptstudio.language.tempo import script_seconds, spoken_seconds

PLAIN = (
    "Ich stehe früh auf. Dann fahre ich mit dem Rad zum Amt. Dort wartet schon mein Team. "
    "Wir gehen raus und messen die Straße. Das macht mir Spaß. Am Ende steht eine Karte im Netz."
)
"""34 words in six sentences, as a trainee would say them."""


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "null"),
        (1, "eins"),
        (16, "sechzehn"),
        (17, "siebzehn"),
        (21, "einundzwanzig"),
        (100, "einhundert"),
        (101, "einhunderteins"),
        (312, "dreihundertzwölf"),
        (1000, "eintausend"),
        (1872, "achtzehnhundertzweiundsiebzig"),
        (2026, "zweitausendsechsundzwanzig"),
        (50_000, "fünfzigtausend"),
        (1_000_000, "eine Million"),
        (2_000_003, "zwei Millionen drei"),
    ],
)
def test_numbers_are_said_as_germans_say_them(number: int, said: str) -> None:
    assert spoken_number(number) == said


@given(st.integers(0, 10**12))
def test_every_number_can_be_said(number: int) -> None:
    assert spoken_number(number).replace(" ", "").isalpha()


@pytest.mark.parametrize(
    ("text", "syllables"),
    [
        ("Mein Büro hat heute keine Wände.", 10),
        ("2026", 7),
        ("Quelle", 2),
        ("Haus", 1),
        ("Straße", 2),
        ("EU", 2),
        ("", 0),
        ("…", 0),
    ],
)
def test_syllables_are_counted_as_spoken(text: str, syllables: int) -> None:
    assert count_syllables(text) == syllables


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eins. Zwei! Drei?", ["Eins.", "Zwei!", "Drei?"]),
        ("Am 3. Mai um 8 Uhr. Danach Pause.", ["Am 3. Mai um 8 Uhr.", "Danach Pause."]),
        ("Wir messen z. B. Wege. Oft.", ["Wir messen z. B. Wege.", "Oft."]),
        ("Erste Zeile\nzweite Zeile", ["Erste Zeile", "zweite Zeile"]),
        ("Stopp // und weiter · jetzt.", ["Stopp und weiter jetzt."]),
        ("Er sagt: „Los!“ Dann geht es.", ["Er sagt: „Los!“", "Dann geht es."]),
        ("  \n ... ", []),
    ],
)
def test_sentences_end_where_the_voice_falls(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(max_size=200))
def test_no_text_breaks_the_counting(text: str) -> None:
    assert count_syllables(text) >= 0
    assert spoken_seconds(text) >= 0
    assert len(sentences(text)) <= len(text)


def test_spoken_time_follows_the_estimator_of_the_field_guide() -> None:
    assert spoken_seconds("Mein Büro hat heute keine Wände.") == pytest.approx(10 / 5.0 + 0.45)
    assert spoken_seconds("Heute, endlich, geht es los.") == pytest.approx(7 / 5.0 + 0.4 + 0.45)
    assert script_seconds(["Los.", "", "Los."]) == pytest.approx(2 * (1 / 5.0 + 0.45) + 0.8)


def test_pause_marks_take_their_time() -> None:
    assert spoken_seconds("Los // jetzt.") == pytest.approx(spoken_seconds("Los jetzt.") + 0.8)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Mein Büro hat heute keine Wände.", "Büro – keine Wände"),
        ("Dieses Ding misst auf zwei Millimeter genau.", "Ding – zwei Millimeter"),
        ("Komm am 3. Mai um 7:30 Uhr ins Rathaus.", "Komm – 3. Mai – 7:30 Uhr – Rathaus"),
        ("Vermessung macht Spaß.", "Vermessung – Spaß"),
        ("Weil es 37 € kostet, zahlen Sie nichts.", "37 €"),
        ("Schau dir // die Stelle an.", "Stelle"),
        ("Der Kran hebt · 12 Tonnen.", "Kran – 12 Tonnen"),
        (
            "Das Amt, der Bauhof, die Feuerwehr, das Archiv, der Wald und das Meer.",
            "Amt – Bauhof – Feuerwehr – Archiv – Wald",
        ),
        ("Das geht nicht.", "Das geht nicht"),
        ("Ich bin schon da und warte auf dich.", "Ich bin schon da und …"),
        ("", ""),
    ],
)
def test_key_words_are_nouns_and_numbers_in_order(sentence: str, words: str) -> None:
    assert bullet(sentence) == words


@given(st.text(max_size=200))
def test_no_sentence_breaks_the_key_words(text: str) -> None:
    assert all(bullet(sentence) for sentence in sentences(text) if any(c.isalpha() for c in sentence))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Los. // Weiter · geht es.", ["Los. //", "Weiter · geht es."]),
        ("// Los.\n// Weiter.", ["// Los. //", "Weiter."]),
        ("Siehe https://auenau.de // dort.", ["Siehe https://auenau.de // dort."]),
        ("Am 3. · Mai.", ["Am 3. · Mai."]),
    ],
)
def test_a_reader_sees_the_pause_marks_that_listeners_never_hear(text: str, expected: list[str]) -> None:
    read = GermanCoach().reading(text)
    assert [one.text for one in read] == expected
    spoken = [" ".join(word for word in one.text.split() if word not in ("·", "//")) for one in read]
    assert spoken == sentences(text)


@given(st.text(alphabet="Ab. !·/\n3", max_size=80))
def test_what_is_read_are_the_sentences_at_their_places(text: str) -> None:
    read = GermanCoach().reading(text)
    assert len(read) == len(sentences(text))
    for one, after in itertools.pairwise(read):
        assert one.start < one.end <= after.start
    assert all(" ".join(text[one.start : one.end].split()) == one.text for one in read)


def test_readability_by_hand() -> None:
    """34 words, 6 sentences, 42 syllables, nothing long: the formulas of domain.md 1.9."""
    index = readability(PLAIN)
    assert index is not None
    found = words(PLAIN)
    syllables = sum(map(count_syllables, found))
    assert index.amstad == round(180 - len(found) / 6 - 58.5 * syllables / len(found), 1)
    assert index.lix == round(len(found) / 6 + 100 * sum(len(w) > 6 for w in found) / len(found), 1)
    assert index.amstad > 75


def test_a_text_too_short_has_no_index() -> None:
    assert readability("Kurz. Und gut. Fertig.") is None


def remarks_of(kind: SectionKind, text: str) -> list[tuple[str, str]]:
    advice = GermanCoach().advise([Section(kind.value, kind, text)])
    return [(remark.code, remark.severity.value) for remark in advice.sections[0].remarks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mein Büro hat heute keine Wände.", []),
        ("Du läufst jeden Tag über diesen Punkt – ohne ihn zu sehen.", [("hook_long", "hint")]),
        ("Hallo, ich bin Mira vom Amt.", [("hook_greeting", "hint")]),
        ("Hier liegt das allerälteste Papier der ganzen Stadt Auenau verborgen.", [("hook_long", "warn")]),
    ],
)
def test_hooks_are_judged_by_their_syllables_and_first_word(text: str, expected: list[tuple[str, str]]) -> None:
    assert remarks_of(SectionKind.HOOK, text) == expected


def test_a_long_sentence_is_shown_where_it_stands() -> None:
    long = "Wir gehen heute mit dem ganzen Team sehr früh hinaus und messen dort die neue Straße."
    text = f"Guten Morgen. {long}"
    remark = GermanCoach().advise([Section("beat", SectionKind.BEAT, text)]).sections[0].remarks[0]
    assert remark.code == "sentence_long"
    assert text[remark.start : remark.end] == long
