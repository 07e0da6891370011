"""Each rule on what it is for and on what it must leave alone."""

from pathlib import Path

import pytest

from skriptstudio.content.formats import load_formats
from skriptstudio.content.ideas import load_ideas
from skriptstudio.domain.advice import Remark
from skriptstudio.domain.errors import BrokenRecord
from skriptstudio.domain.house import GenderRule
from skriptstudio.domain.script import Section, SectionKind
from skriptstudio.language.coach import GermanCoach
from skriptstudio.language.findings.rules import HOUSE_WORDS, shipped_words, words_of
from skriptstudio.language.findings.word_list import read_list
from skriptstudio.messages.words import SCRIPT_FINDINGS, SCRIPT_TITLES

COACH = GermanCoach()
DATA = Path(__file__).parent / "data"


def remarks(text: str, kind: SectionKind = SectionKind.BEAT) -> list[Remark]:
    return list(COACH.advise([Section(kind.value, kind, text)]).sections[0].remarks)


def codes(text: str, kind: SectionKind = SectionKind.BEAT) -> list[str]:
    return [remark.code for remark in remarks(text, kind)]


def lines(name: str) -> list[str]:
    return [line for line in (DATA / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]


FOUND = {
    "nominal": ["Die Bearbeitung und Genehmigung dauern.", "Zur Verbesserung der Erreichbarkeit gibt es ein Telefon."],
    "passive": [
        "Der Baum wird heute gefällt.",
        "Die Karten wurden neu gezeichnet.",
        "Der Antrag wird bei uns geprüft.",
        "Hier werden Straßen vermessen und Karten gedruckt.",
        "Das Tor wurde vor Jahren abgerissen.",
    ],
    "to_be_done": ["Der Antrag ist bis Freitag einzureichen.", "Die Papiere sind am Schalter vorzulegen."],
    "bracket": ["Wir haben gestern auf dem Feld hinter dem alten Bahnhof den neuen Weg gemessen."],
    "participle_chain": [
        "Die bis zum Monatsende eingereichten Papiere liegen hier.",
        "Das im Keller lagernde Papier ist alt.",
    ],
    "genitives": ["Das ist das Dach des Hauses der Jugend.", "Der Plan der Stadt des Jahres hängt hier."],
    "gender_sign": [
        "Alle Kolleg*innen sind da.",
        "Die Bürger:innen fragen.",
        "Wir suchen LehrerInnen.",
        "Azubi (m/w/d) im Team.",
    ],
    "in_brackets": ["Das Gerät (ein Tachymeter) misst."],
    "semicolon": ["Ich messe; du schreibst."],
    "paragraph_sign": ["Das steht in § 5 der Ordnung."],
    "slash": ["Du brauchst Hose/Jacke."],
    "link": ["Mehr auf www.auenau.de im Netz.", "Schreib an info@auenau.de bitte."],
    "sign": ["Das ist toll 🎉", "Plan → Straße"],
    "long_word": ["Das ist die Straßenverkehrszulassungsstelle."],
    "abbreviation": ["Die UVPG gilt hier."],
    "numbers_many": ["In 3 Tagen bauen 12 Leute 40 Meter."],
    "number_exact": ["Hier liegen 312.487 Akten."],
    "agg_age": ["Wir suchen junge Leute.", "Du bist jung und dynamisch?"],
    "agg_origin": ["Nur Muttersprachler.", "Du sprichst akzentfrei?"],
    "only_men": ["Alle Mitarbeiter sind heute draußen."],
    "office_word": [
        "Diesbezüglich rufe ich an.",
        "Wir stellen ein Lichtbild aus.",
        "Das nehmen wir in Augenschein nehmen.",
        "Komm ggf. vorbei.",
    ],
}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in FOUND.items() for text in texts])
def test_a_rule_finds_what_it_is_for(code: str, text: str) -> None:
    assert code in codes(text)


HOOKS = {
    "hook_greeting": ["Hallo, ich bin Mira.", "Hi Leute, schaut mal.", "Herzlich willkommen im Moor."],
    "hook_authority": ["Das Landratsamt zeigt dir was.", "Die Stadtverwaltung sucht dich."],
    "hook_shouted": ["DAS MUSST DU SEHEN"],
    "hook_unproven": ["Der beste Job der Stadt.", "Garantiert spannend: mein Tag."],
    "hook_vague": ["Es gibt viele Möglichkeiten.", "So vielfältig ist der Alltag."],
}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in HOOKS.items() for text in texts])
def test_a_hook_rule_finds_what_it_is_for(code: str, text: str) -> None:
    assert code in codes(text, SectionKind.HOOK)


CALLS = {
    "call_missing": ["Die Stelle ist ausgeschrieben."],
    "calls_many": ["Schreib uns. Und komm vorbei."],
    "call_long": ["Schreib uns doch bitte deine Frage zu diesem Gerät und zu der Arbeit hier."],
}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in CALLS.items() for text in texts])
def test_a_call_rule_finds_what_it_is_for(code: str, text: str) -> None:
    assert codes(text, SectionKind.CTA) == [code]


@pytest.mark.parametrize("text", lines("gute_saetze.txt"))
def test_a_good_spoken_sentence_is_left_alone(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize("text", lines("gute_aufrufe.txt"))
def test_a_good_call_is_left_alone(text: str) -> None:
    assert codes(text, SectionKind.CTA) == []


@pytest.mark.parametrize(
    "text", [*lines("gute_hooks.txt"), *(idea.hook for idea in load_ideas([one.key for one in load_formats()]).ideas)]
)
def test_the_field_s_own_hooks_are_long_at_most(text: str) -> None:
    syllables = COACH.advise([Section("hook", SectionKind.HOOK, text)]).sections[0].syllables
    found = [(one.code, one.severity.value) for one in remarks(text, SectionKind.HOOK)]
    green, yellow = syllables <= 13, syllables < 17
    assert found == ([] if green else [("hook_long", "hint" if yellow else "warn")])


@pytest.mark.parametrize(
    ("text", "words", "suggestion"),
    [
        ("Diesbezüglich rufe ich an.", "Diesbezüglich", "Dazu"),
        ("Ich rufe diesbezüglich an.", "diesbezüglich", "dazu"),
        ("Wir müssen das durchzuführen lernen.", "durchzuführen", "zu machen"),
        ("Hier steht die Lichtzeichenanlage.", "Lichtzeichenanlage", "Ampel"),
        ("Der Antragsteller kommt.", "Antragsteller", None),
        ("Ich messe; du schreibst.", "; d", ". D"),
        ("Ich messe;", ";", "."),
        ("Alle Mitarbeiter sind da.", "Alle Mitarbeiter", "Alle Beschäftigten"),
        ("Viele Mitarbeiter sind da.", "Mitarbeiter", "Beschäftigte"),
    ],
)
def test_one_click_puts_the_better_words_in(text: str, words: str, suggestion: str | None) -> None:
    remark = remarks(text)[0]
    assert text[remark.start : remark.end] == words
    assert remark.suggestion == suggestion


def test_every_code_has_its_sentence_and_title() -> None:
    used = {*FOUND, *HOOKS, *CALLS, "hook_long", "sentence_long"}
    assert used == set(SCRIPT_FINDINGS) == set(SCRIPT_TITLES)


def test_a_noun_s_lower_case_twin_is_no_office_word() -> None:
    assert codes("Das kann ich ermessen.") == []


def test_the_list_is_long_and_of_one_opinion() -> None:
    entries = list(read_list(Path("assets/language/amtsdeutsch.txt").absolute()))
    assert len(entries) >= 250
    written = [entry.written.casefold() for entry in entries]
    assert len(set(written)) == len(written)


def test_a_house_has_words_of_its_own_and_the_last_say(tmp_path: Path) -> None:
    file = tmp_path / HOUSE_WORDS
    file.parent.mkdir()
    file.write_text("# unsere\nBauverständigenrunde = Baurunde\nLichtbild = Passfoto\n", encoding="utf-8")
    coach = GermanCoach(words_of(tmp_path))
    text = "Die Bauverständigenrunde will ein Lichtbild."
    found = coach.advise([Section("beat", SectionKind.BEAT, text)]).sections[0].remarks
    assert [one.suggestion for one in found] == ["Baurunde", "Passfoto"]


@pytest.mark.parametrize("line", ["ohne Zeichen", "a|b = c|d|e", "a = ", " = b"])
def test_a_wrong_line_is_named_with_its_file_and_number(tmp_path: Path, line: str) -> None:
    file = tmp_path / HOUSE_WORDS
    file.parent.mkdir()
    file.write_text(f"# unsere\n{line}\n", encoding="utf-8")
    with pytest.raises(BrokenRecord) as caught:
        words_of(tmp_path)
    assert caught.value.path == str(file)
    assert caught.value.reason.startswith("line 2")


def test_nothing_is_remarked_on_nothing() -> None:
    for kind in SectionKind:
        assert codes("", kind) == codes("  \n", kind) == []


def test_the_lists_are_read_once() -> None:
    assert shipped_words() is shipped_words()


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        (GenderRule.NEUTRAL, "Frag die Kolleg:innen.", ["gender_sign"]),
        (GenderRule.COLON, "Frag die Kolleg:innen.", []),
        (GenderRule.COLON, "Frag die Kolleg*innen.", ["gender_sign"]),
        (GenderRule.STAR, "Frag die Kolleg*innen.", []),
        (GenderRule.STAR, "Frag die KollegInnen.", ["gender_sign"]),
        (GenderRule.PAIR, "Frag die Mitarbeiter.", ["only_men"]),
        (GenderRule.NO_SIGNS, "Frag die Mitarbeiter.", []),
        (GenderRule.NO_SIGNS, "Frag die Kolleg_innen.", ["gender_sign"]),
    ],
)
def test_people_are_named_by_the_rule_of_the_house(rule: GenderRule, text: str, expected: list[str]) -> None:
    coach = GermanCoach(gender=rule)
    found = coach.advise([Section("beat", SectionKind.BEAT, text)]).sections[0].remarks
    assert [remark.code for remark in found] == expected


def test_another_sign_is_replaced_by_that_of_the_house() -> None:
    coach = GermanCoach(gender=GenderRule.COLON)
    found = coach.advise([Section("beat", SectionKind.BEAT, "Frag die Kolleg*innen.")]).sections[0].remarks
    assert found[0].suggestion == "Kolleg:innen"
