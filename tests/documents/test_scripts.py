"""Scripts from text: which part is the hook, and which the call to action."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skriptstudio.documents.labels import label_of
from skriptstudio.documents.scripts import ScriptFiles
from skriptstudio.documents.text import cleaned, sentences
from skriptstudio.domain.errors import EmptyScript, MissingFile, UnreadableScript
from skriptstudio.domain.ports.documents import ScriptReader
from skriptstudio.domain.script import MAX_BEATS, SectionKind

reader: ScriptReader = ScriptFiles()


def parts(path: Path, content: str | bytes) -> list[tuple[str, str]]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return [(section.name, section.text) for section in reader.read(path)]


LABELLED = [
    "Hook: Wusstest du das?\nNutzen: Du lernst es.\nBeat 1: Eins.\nBeat 2: Zwei.\nCTA: Los!",
    "HOOK\nWusstest du das?\n\nValue\nDu lernst es.\n\nBeat\nEins.\n\nBeat 2\nZwei.\n\nCall to Action\nLos!",
    "Haken: Wusstest du das?\n\nNutzen: Du lernst es.\n\nSzene 1: Eins.\n\nSzene 2: Zwei.\n\nAufruf: Los!",
    "[Hook] Wusstest du das?\n[Nutzen] Du lernst es.\n[Inhalt] Eins.\n[Inhalt] Zwei.\n[CTA] Los!",
    "Hook (0–3 s): Wusstest du das?\nValue (3–8 s): Du lernst es.\nBeat 1 (Büro): Eins.\nBeat 2 : Zwei.\nCTA – Los!",
    "1. Hook: Wusstest du das?\n2. Nutzen: Du lernst es.\n3. Inhalt: Eins.\n4. Inhalt: Zwei.\n5. Aufruf: Los!",
]


@pytest.mark.parametrize("text", LABELLED)
def test_labels_are_understood_as_people_write_them(tmp_path: Path, text: str) -> None:
    assert parts(tmp_path / "a.txt", text) == [
        ("hook", "Wusstest du das?"),
        ("value", "Du lernst es."),
        ("beat", "Eins."),
        ("beat2", "Zwei."),
        ("cta", "Los!"),
    ]


def test_markdown_is_read_without_its_marks(tmp_path: Path) -> None:
    text = (
        "---\ntitle: x\n---\n# Mein *Tag*\n\n<!-- Regie -->\n## Haken\n> Wusstest **du** das?\n\n"
        "## Szene 1\n- Eins,\n  und [mehr](http://a.de).\n\n***\n\n**Szene 2:** Zwei.\n\n"
        "## Notizen\nStativ!\n\n## CTA\nLos!\n"
    )
    assert parts(tmp_path / "a.md", text) == [
        ("hook", "Wusstest du das?"),
        ("beat", "Eins, und mehr."),
        ("beat2", "Zwei."),
        ("cta", "Los!"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nur eins.", ["hook"]),
        ("Eins. Zwei.", ["hook", "cta"]),
        ("Eins. Zwei. Drei.", ["hook", "value", "cta"]),
        ("Eins. Zwei. Drei. Vier.", ["hook", "value", "beat", "cta"]),
        ("Eins.\n\nZwei.", ["hook", "cta"]),
        ("Eins.\n\nZwei. Drei. Vier.", ["hook", "value", "beat", "cta"]),
        ("Eins.\n\nZwei.\n\nDrei.", ["hook", "value", "cta"]),
        ("Eins.\nZwei.\nDrei.\nVier.", ["hook", "value", "beat", "cta"]),
        ("\n\n".join("abcdefghijk"), ["hook", "value", "beat", "beat2", "beat3", "beat4", "cta"]),
        ("Ohne Punkt und Komma", ["hook"]),
    ],
)
def test_without_labels_the_order_decides(tmp_path: Path, text: str, expected: list[str]) -> None:
    found = parts(tmp_path / "a.txt", text)
    assert [name for name, _ in found] == expected
    assert " ".join(part for _, part in found).split() == text.split()


def test_a_hook_that_nobody_named_stands_first(tmp_path: Path) -> None:
    assert parts(tmp_path / "a.txt", "Wusstest du das?\n\nInhalt: Eins.\n\nCTA: Los!") == [
        ("hook", "Wusstest du das?"),
        ("beat", "Eins."),
        ("cta", "Los!"),
    ]


def test_more_than_four_scenes_share_the_last_beat(tmp_path: Path) -> None:
    found = parts(tmp_path / "a.txt", "Hook: Hallo.\n" + "".join(f"Szene {n}: Satz {n}.\n" for n in range(1, 7)))
    assert found[-1] == ("beat4", "Satz 4.\nSatz 5.\nSatz 6.")


@pytest.mark.parametrize(
    "line",
    [
        "Inhalt ist alles, was zählt.",
        "Ende",
        "Der Hook sitzt.",
        "Szenen gibt es viele.",
        "Teil des Teams: ich!",
        "Hookline: ja",
    ],
)
def test_an_ordinary_sentence_is_no_label(line: str) -> None:
    assert label_of(line) is None


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Grüße".encode(), "Grüße"),
        ("Grüße".encode("utf-8-sig"), "Grüße"),
        ("Grüße – „hallo“".encode("cp1252"), "Grüße – „hallo“"),
        ("Grüße".encode("utf-16"), "Grüße"),
        ("Gru\u0308ße\u00a0an\u202fdich\u00ad".encode(), "Grüße an dich"),
        (b"a\x0bb\x07c\x1b" + b" wort" * 40, "a bc" + " wort" * 40),
        (b"a\r\nb\rc", "a b c"),
    ],
)
def test_any_usual_encoding_is_read(tmp_path: Path, data: bytes, text: str) -> None:
    assert parts(tmp_path / "a.txt", data) == [("hook", text)]


@pytest.mark.parametrize("content", [b"", b" \n\n\t", b"\xef\xbb\xbf", b"Hook:\n\nCTA:\n", "\u200b\u00ad".encode()])
def test_an_empty_script_is_told(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(EmptyScript):
        parts(tmp_path / "a.txt", content)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("a.txt", bytes(range(256)) * 5),
        ("a.md", b"\xff\xfea"),
        ("a.txt", b"wort " * 500_000),
        ("a.pdf", b"%PDF"),
        ("a", b"text"),
    ],
)
def test_what_is_no_script_is_told(tmp_path: Path, name: str, content: bytes) -> None:
    with pytest.raises(UnreadableScript):
        parts(tmp_path / name, content)


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(MissingFile):
        reader.read(tmp_path / "a.docx")
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(UnreadableScript):
        reader.read(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Am 3. Oktober ist frei. Und dann?", 2),
        ("Wir prüfen z. B. Pläne. Fertig!", 2),
        ("Das kostet ca. 5 Euro! Echt?", 2),
        ("Er sagt: „Komm!“ Dann geht er.", 2),
        ("Und dann … weiter geht es.", 1),
        ("Kein Ende", 1),
        ("", 0),
    ],
)
def test_sentences_end_where_a_speaker_would_breathe(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@given(st.text())
def test_clean_text_stays_clean(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)
    assert "".join(sentences(cleaned(text))).replace(" ", "") == cleaned(text).replace(" ", "")


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_no_text_crashes_and_no_script_has_too_many_beats(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("script") / "a.md"
    path.write_bytes(text.encode())
    try:
        found = reader.read(path)
    except (EmptyScript, UnreadableScript):
        return
    assert all(section.text.strip() for section in found)
    assert sum(section.kind is SectionKind.BEAT for section in found) <= MAX_BEATS
    assert len({section.name for section in found}) == len(found)
