"""The consent to be signed, in plain German (domain.md 4.1, 4.2): "Sie" on paper, also for trainees."""

from pathlib import Path
from typing import TYPE_CHECKING

from skriptstudio.documents.pages import add_heading, add_rows, new_page, save
from skriptstudio.domain.papers import ConsentPaper

if TYPE_CHECKING:
    from docx.document import Document

_BOX, _TICKED = "\u2610", "\u2612"
_LINE = "_" * 34

SCOPES = ("Mein Bild", "Meine Stimme", "Mein Vorname", "Mein Arbeitsplatz (ohne Adresse)")


def write_consent_form(paper: ConsentPaper, target: Path) -> None:
    """Write the form as .docx on one A4 page, to be printed and signed.

    Raises:
        DiskFull, DriveFault.
    """
    document = new_page(f"Einwilligung {paper.name}", 11)
    add_heading(document, "Einwilligung in Videoaufnahmen", 1, 16)
    document.add_paragraph(
        "Drehen ist freiwillig. Wenn Sie Nein sagen, hat das keine Nachteile für Sie. "
        "Sie können auch nur einzelnen Punkten zustimmen."
    )
    rows = [("Name", paper.name), ("Behörde", paper.house or _LINE), ("Wofür", paper.purpose or _LINE)]
    add_rows(document, rows, (40, 130))
    add_heading(document, "Das darf zu sehen oder zu hören sein", 2, 11)
    document.add_paragraph("     ".join(f"{_BOX}\u00a0{scope}" for scope in SCOPES))
    add_heading(document, "Hier darf es gezeigt werden", 2, 11)
    document.add_paragraph("     ".join(f"{_TICKED if on else _BOX}\u00a0{name}" for name, on in paper.channels))
    document.add_paragraph("Es gilt nur, was angekreuzt ist. Was leer bleibt, ist nicht erlaubt.")
    add_heading(document, "So lange gilt es", 2, 11)
    until = f"{paper.until:%d.%m.%Y}" if paper.until else "_" * 16
    document.add_paragraph(f"Ab der Unterschrift bis zum {until}. Danach werden die Videos offline genommen.")
    _say_what_to_know(document)
    _add_signatures(document, paper)
    save(document, target)


def _say_what_to_know(document: "Document") -> None:
    add_heading(document, "Das sollten Sie wissen", 2, 11)
    for text in (
        "Im Internet können alle Menschen weltweit ein Video sehen, kopieren und weiterverbreiten. "
        "Einmal kopierte Videos lassen sich nicht sicher zurückholen.",
        "Plattformen wie TikTok oder Instagram verarbeiten Daten auch außerhalb der EU.",
        "Sie können diese Einwilligung jederzeit widerrufen, ohne Grund und formlos. "
        "Dann nehmen wir die Videos offline und löschen die Aufnahmen bei uns. "
        "Was bis dahin gezeigt wurde, bleibt erlaubt gewesen.",
        "Aufnahmen, die wir nicht verwenden, löschen wir nach kurzer Zeit.",
        "Rechtsgrundlage ist Ihre Einwilligung (Art. 6 Abs. 1 Buchst. a DSGVO). Sie haben das Recht auf Auskunft, "
        "Berichtigung und Löschung und können sich bei der Datenschutzaufsicht beschweren.",
    ):
        document.add_paragraph(text, style="List Bullet")
    document.add_paragraph(f"Ansprechperson in der Behörde, Datenschutz: {_LINE}")


def _add_signatures(document: "Document", paper: ConsentPaper) -> None:
    add_heading(document, "Unterschriften", 2, 11)
    if paper.guardians:
        document.add_paragraph(
            "Unter 18 Jahren unterschreiben die Sorgeberechtigten und die Person selbst. "
            f"{_BOX} Es gibt nur eine sorgeberechtigte Person."
        )
    signers = [(paper.name, "", ""), *((f"{name} (sorgeberechtigt)", "", "") for name in paper.guardians)]
    add_rows(document, [("Name", "Ort, Datum", "Unterschrift"), *signers], (60, 50, 60), head=True, tall_mm=13)
