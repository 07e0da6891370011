"""Papers and files that people read, write and sign."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from skriptstudio.domain.batch import Shot
    from skriptstudio.domain.captions import Cue
    from skriptstudio.domain.hand_over import EditList
    from skriptstudio.domain.month_report import MonthReport
    from skriptstudio.domain.package_sheet import PackageSheet
    from skriptstudio.domain.papers import ConsentPaper
    from skriptstudio.domain.plan_sheet import PlanSheet
    from skriptstudio.domain.release_note import ReleaseNote
    from skriptstudio.domain.result_table import ColumnNames, ResultTable
    from skriptstudio.domain.script import ReadScript, Section


class PackageWriter(Protocol):
    """Writes the texts of a package. May raise ``DiskFull`` or ``DriveFault``."""

    def write(self, sheet: PackageSheet, folder: Path) -> tuple[str, ...]:
        """Text to paste, transcript and check list; returns the names of the files."""
        ...

    def write_hand_over(self, edit: EditList, script: Sequence[Section], folder: Path) -> tuple[str, ...]:
        """The cut for an editing program and the script; returns the names of the files."""
        ...

    def write_sums(self, sums: Sequence[tuple[str, str]], folder: Path) -> tuple[str, ...]:
        """A list of files with their SHA-256, as ``sha256sum`` reads it."""
        ...


class SubtitleWriter(Protocol):
    """Writes captions as files of their own."""

    def write(self, cues: Sequence[Cue], target: Path) -> None:
        """Write SRT or VTT by the ending of ``target``; UTF-8."""
        ...


class SubtitleReader(Protocol):
    """Reads captions from files of their own."""

    def read(self, path: Path) -> tuple[Cue, ...]:
        """The cues of an SRT or VTT file, in its order, without styling.

        Raises:
            MissingFile, UnreadableCaptions.
        """
        ...


class ScriptReader(Protocol):
    """Scripts from and to text documents."""

    def read(self, path: Path) -> tuple[Section, ...]:
        """Sections of a .docx, .txt or .md.

        Raises:
            MissingFile, UnreadableScript, EmptyScript, ProtectedScript, OldWordScript, LargeScript.
        """
        ...

    def read_all(self, path: Path) -> ReadScript:
        """As ``read``, with the pieces of the document that found no place among the sections."""
        ...

    def write(
        self,
        title: str,
        sections: Sequence[Section],
        target: Path,
        seconds: Sequence[float] = (),
        version: int = 0,
        approved: str = "",
    ) -> None:
        """Write a .docx that ``read`` understands again.

        Args:
            title: of the production.
            sections: with pictures and speakers, where somebody named them.
            target: what is there is replaced.
            seconds: spoken length of each section; empty leaves all lengths out.
            version: its number, 0 for none.
            approved: who approved just this text, and when; empty for a line to sign.
        """
        ...


class PaperWriter(Protocol):
    """Papers for the file and for people to sign, each on one page. Raises ``DiskFull``, ``DriveFault``."""

    def release_note(self, note: ReleaseNote, target: Path) -> None:
        """Write the Freigabevermerk; what is at ``target`` is replaced."""
        ...

    def consent_form(self, paper: ConsentPaper, target: Path) -> None:
        """Write a consent that is still to be signed; what is at ``target`` is replaced."""
        ...


class PlanWriter(Protocol):
    """Plans that leave the program; what is at ``target`` is replaced. Raises ``DiskFull``, ``DriveFault``."""

    def calendar(self, sheet: PlanSheet, target: Path) -> None:
        """Write an iCalendar file."""
        ...

    def page(self, sheet: PlanSheet, target: Path) -> None:
        """Write a Word document of one page."""
        ...

    def shooting_list(self, day: date, shots: Sequence[Shot], target: Path) -> None:
        """Write what is recorded on a day, on one page."""
        ...


class ResultTables(Protocol):
    """Reads tables of figures out of the platforms' own exports."""

    def read(self, path: Path, names: ColumnNames) -> ResultTable:
        """Raises ``MissingFile``, ``DriveFault``, ``UnreadableTable``."""
        ...


class MonthReportWriter(Protocol):
    """Writes the monthly report."""

    def month(self, report: MonthReport, names: Mapping[str, str], house: str, target: Path) -> None:
        """One page of Word.

        Args:
            report: what it says.
            names: of hooks and formats by key.
            house: name of the authority; empty leaves it out.
            target: what is there is replaced.

        Raises:
            DiskFull, DriveFault.
        """
        ...
