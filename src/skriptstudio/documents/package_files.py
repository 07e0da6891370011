"""The ``PackageWriter`` port: plain texts beside the film, in German, for whoever uploads it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from skriptstudio.documents.otio import otio_text
from skriptstudio.documents.whole_file import write_whole
from skriptstudio.documents.word_export import write_word
from skriptstudio.domain.clip import Check
from skriptstudio.domain.hand_over import EditList
from skriptstudio.domain.package_sheet import PackageSheet
from skriptstudio.domain.script import Section

POST, REMINDERS, SUMS = "beitrag.txt", "checkliste.txt", "pruefsummen.txt"
EDIT, SCRIPT = "schnitt.otio", "skript.docx"

_REMINDERS = (
    "Titelbild gewählt (die JPG-Datei) und im Profilraster angesehen?",
    "Untertitel-Datei hochgeladen, wo der Kanal das kann?",
    "Alternativtext eingefügt?",
    "KI-Kennzeichnung: ja oder nein?",
    "Musik nur aus der Bibliothek für Unternehmen?",
    "Link zum Impressum im Profil vorhanden?",
    "Kommentare: Wer schaut in den ersten 72 Stunden, wer vertritt?",
    "Nach dem Hochladen in SkriptStudio eingetragen, wo und wann der Clip online ist?",
)
"""What can't be done from here (domain.md 2.2, "Reminder per package")."""
_PER_CHANNEL = {"yt_shorts": ("Speziell für Kinder: nein?",)}
_HAND_OVER = (
    "Die Takes sind unbearbeitet: Unkenntlich gemachte Stellen sind darin zu sehen, und was vor und nach dem Schnitt "
    "gesagt wurde, ist zu hören. Weiß das Videoteam das?",
    "Weiß das Videoteam, für welche Kanäle und bis wann die Einwilligungen gelten?",
    "Weiß das Videoteam, dass es Takes und Clip löscht, wenn jemand seine Einwilligung widerruft?",
    "Kommt der neue Schnitt zur Freigabe zurück, bevor er online geht?",
    "KI-Kennzeichnung: ja oder nein?",
)
"""A video team uploads nothing: it has to know what takes and consents allow (domain.md 4.1)."""


class PackageFiles:
    """Writes them.

    Args:
        sentence: a check in words.
    """

    def __init__(self, sentence: Callable[[Check], str]) -> None:
        self._sentence = sentence

    def write(self, sheet: PackageSheet, folder: Path) -> tuple[str, ...]:
        texts = {POST: _post(sheet), REMINDERS: self._reminders(sheet)}
        if sheet.spoken:
            texts[f"{sheet.name}.txt"] = "\n".join((sheet.title, "", *sheet.spoken))
        for name, text in texts.items():
            write_whole(folder / name, (text.rstrip() + "\n").encode())
        return tuple(texts)

    def write_hand_over(self, edit: EditList, script: Sequence[Section], folder: Path) -> tuple[str, ...]:
        write_whole(folder / EDIT, otio_text(edit).encode())
        if not script:
            return (EDIT,)
        write_word(edit.title, script, folder / SCRIPT)
        return EDIT, SCRIPT

    def write_sums(self, sums: Sequence[tuple[str, str]], folder: Path) -> tuple[str, ...]:
        lines = [f"{digest}  {name}" for name, digest in sums]
        write_whole(folder / SUMS, ("\n".join(lines) + "\n").encode())
        return (SUMS,)

    def _reminders(self, sheet: PackageSheet) -> str:
        hand_over = sheet.profile.hand_over
        head = [f"{sheet.title}: {sheet.profile.name}" if hand_over else f"{sheet.title} für {sheet.profile.name}", ""]
        head += (
            [f"Freigegeben am {sheet.released}, Fassung {sheet.version[:16]}."]
            if sheet.released
            else ["ENTWURF: nicht freigegeben."]
        )
        when = "Vor der Übergabe:" if hand_over else "Vor dem Hochladen:"
        place = f"Standort gesetzt: {sheet.location}?" if sheet.location else "Standort gesetzt?"
        channel = (place, *_REMINDERS, *_PER_CHANNEL.get(sheet.profile.key, ()))
        asked = [f"[ ] {line}" for line in (_HAND_OVER if hand_over else channel)]
        found = [f"- {self._sentence(check)}" for check in sheet.checks]
        return "\n".join([*head, "", when, *asked, "", "Gemessen:", *found])


def _post(sheet: PackageSheet) -> str:
    """Text to paste with its counter, then the alternative text with its own."""
    alt = sheet.alternative
    most = sheet.profile.max_text
    counter = f"{len(sheet.text)} Zeichen" + (f" von {most}" if most is not None else "")
    place = ["", "--- Standort ---", sheet.location] if sheet.location else []
    pasted = [f"--- Text zum Einfügen ({counter}) ---", sheet.text]
    return "\n".join([*pasted, "", f"--- Alternativtext ({len(alt)} Zeichen) ---", alt, *place])
