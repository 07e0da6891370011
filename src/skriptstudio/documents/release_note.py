"""The Freigabevermerk: one page for the file about a released clip, always in German (domain.md 6.4)."""

from datetime import date, datetime
from pathlib import Path

from skriptstudio.documents.pages import add_heading, add_rows, new_page, save
from skriptstudio.domain.points import Answer
from skriptstudio.domain.release_note import NoteDecision, NotePoint, ReleaseNote
from skriptstudio.messages.words import channel_name

PROOF = (
    "Organisatorischer Nachweis: Name, Konto und Computer sind so festgehalten, wie das Programm sie kannte. "
    "Es ist keine qualifizierte elektronische Signatur. Die Prüfsumme zeigt, für welche Fassung die Freigabe gilt."
)

_POINTS = {
    "message": "Botschaft",
    "facts": "Fakten, Zahlen, Belege",
    "tone": "Ton, auf Augenhöhe",
    "neutral": "Neutralität",
    "language": "Sprache",
    "picture": "Bild, niemand Fremdes",
    "sound": "Ton, keine Gespräche",
    "consent": "Einwilligungen",
    "licences": "Musik und Material",
    "captions": "Untertitel",
    "ai": "KI-Angabe",
    "design": "Erscheinungsbild",
    "post": "Beschreibung, Impressum",
    "comments": "Kommentar-Betreuung",
    "time": "Zeitpunkt",
}
_ANSWERS = {Answer.YES: "ja", Answer.NO: "nein", Answer.NOT_NEEDED: "entfällt"}
_DECISIONS = {
    "handed_in": "abgegeben",
    "returned": "zurückgegeben",
    "approved": "Prüfung bestanden",
    "released": "freigegeben",
    "voided": "aufgehoben durch Änderung",
    "restored": "gilt wieder: Änderung zurückgenommen",
    "captions_confirmed": "Untertitel bestätigt",
    "topic_changed": "Themenklasse geändert",
    "speakers_changed": "andere Personen genannt",
}
_TOPICS = {"harmless": "harmlos", "explain": "erklären", "sensitive": "sensibel", "political": "politisch"}
_NOTES = {"fact_check": "Fachprüfung", "press_check": "Presseprüfung", "lead_check": "Leitung"}
_NO_PAPER = "keine gültige Einwilligung"
_LAST = 7
"""So many decisions and files find room on the page; older ones stand in the program's history."""


def write_release_note(note: ReleaseNote, target: Path) -> None:
    """Write the note as .docx on one A4 page.

    Args:
        note: what it says.
        target: what is there is replaced.

    Raises:
        DiskFull, DriveFault.
    """
    document = new_page(f"Freigabevermerk {note.title}", 8.5)
    add_heading(document, f"Freigabevermerk: {note.title}", 1, 14)
    if note.void:
        document.add_paragraph().add_run("Diese Freigabe gilt nicht mehr: Der Clip wurde danach geändert.").bold = True
    add_rows(document, _facts(note), (38, 132))
    add_heading(document, "Presseprüfung", 2, 10)
    add_rows(document, _point_rows(note), (42, 16, 27, 42, 16, 27), bold=(0, 3))
    add_heading(document, "Wer hat wann was entschieden", 2, 10)
    decided = [_decision_row(one) for one in note.decisions[-_LAST:]]
    add_rows(document, [("Wann", "Wer", "Konto, Computer", "Was"), *decided], (28, 42, 45, 55), head=True)
    if note.files:
        add_heading(document, "Exportierte Dateien", 2, 10)
        files = [(channel_name(f.profile), f.file, f.sha256) for f in note.files[-_LAST:]]
        add_rows(document, [("Kanal", "Datei", "SHA-256"), *files], (22, 38, 110), head=True)
    if note.publications:
        add_heading(document, "Veröffentlicht", 2, 10)
        online = [(channel_name(p.profile), _online(p.on, p.removed), p.url) for p in note.publications[-_LAST:]]
        add_rows(document, [("Kanal", "Wann", "Adresse"), *online], (24, 46, 100), head=True)
    document.add_paragraph(PROOF)
    document.add_paragraph(f"Stand: {_day(note.written)}   Datum, Unterschrift: {'_' * 40}")
    save(document, target)


def _facts(note: ReleaseNote) -> list[tuple[str, str]]:
    speakers = "; ".join(f"{name} ({', '.join(papers) or _NO_PAPER})" for name, papers in note.speakers)
    plan = note.comment_plan
    return [
        ("Vorgang", f"{note.production}   Aktenzeichen: {'_' * 24}"),
        ("Serie, Themenklasse", f"{note.series.replace('_', ' ') or '–'}, {_TOPICS.get(note.topic, note.topic)}"),
        ("Länge", f"{note.seconds:.1f} s".replace(".", ",")),
        ("Geschrieben von", ", ".join(note.authors) or "–"),
        ("Im Bild oder zu hören", speakers),
        ("Untertitel geprüft von", note.confirmed_captions or "–"),
        ("Barrierefreiheit", "Untertitel im Bild und als Datei (SRT, VTT)"),
        ("Kommentare", f"{plan[0]}, Antwort in {plan[1]} Stunden, sonst {plan[2]}" if plan else "–"),
        ("Freigegeben", f"{note.released_by}, {_moment(note.released_at)}"),
        ("Prüfsumme der Fassung", note.version),
    ]


def _point_rows(note: ReleaseNote) -> list[tuple[str, ...]]:
    """The fifteen points in two columns."""
    half = -(-len(note.points) // 2)
    right = [*map(_point, note.points[half:]), ("", "", "")]
    return [(*_point(one), *right[at]) for at, one in enumerate(note.points[:half])]


def _point(one: NotePoint) -> tuple[str, str, str]:
    number = list(_POINTS).index(one.point.value) + 1
    answer = _ANSWERS[one.answer] if one.answer else "ja"
    return f"{number} {_POINTS[one.point.value]}", answer, one.note or one.by or _unsaid(one)


def _unsaid(one: NotePoint) -> str:
    return "vom Programm geprüft" if one.answer else "mit der Freigabe"


def _decision_row(one: NoteDecision) -> tuple[str, str, str, str]:
    note = _NOTES.get(one.note, one.note)
    if one.in_place_of:
        note = f"{note} in Vertretung für {one.in_place_of}".strip()
    said = _DECISIONS[one.decision.value] + (f": {note}" if note else "")
    return _moment(one.when), one.name, f"{one.account}, {one.machine}", said[:160]


def _moment(when: datetime) -> str:
    return f"{when.astimezone():%d.%m.%Y %H:%M}"


def _day(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def _online(on: date, removed: date | None) -> str:
    return f"{_day(on)}, weg seit {_day(removed)}" if removed else _day(on)
