"""The ``PaperWriter`` port: papers as Word documents."""

from pathlib import Path

from skriptstudio.documents.consent_form import write_consent_form
from skriptstudio.documents.release_note import write_release_note
from skriptstudio.domain.papers import ConsentPaper
from skriptstudio.domain.release_note import ReleaseNote


class PaperFiles:
    """Writes .docx on A4, in German."""

    def release_note(self, note: ReleaseNote, target: Path) -> None:
        write_release_note(note, target)

    def consent_form(self, paper: ConsentPaper, target: Path) -> None:
        write_consent_form(paper, target)
