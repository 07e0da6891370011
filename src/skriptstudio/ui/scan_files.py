"""Choosing a scanned paper."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from skriptstudio.ui.word_files import documents_folder

_SCANS = "*.pdf *.jpg *.jpeg *.png *.tif *.tiff"


def ask_scan(parent: QWidget, title: str) -> Path | None:
    """The scan that somebody chooses; None for none."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, documents_folder(), f"({_SCANS})")
    return Path(chosen) if chosen else None
