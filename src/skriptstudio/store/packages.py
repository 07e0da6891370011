"""The ``PackageShelf`` port: packages appear in their place whole or not at all."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from skriptstudio.store.atomic import TEMPORARY, Drive, patiently


class FolderShelf:
    """Packages as folders on any drive."""

    @contextmanager
    def staging(self, to: Path) -> Iterator[Path]:
        drive = Drive(to)
        folder = to / f".skriptstudio-{token_hex(4)}{TEMPORARY}"
        with drive.faults(to, writing=True):
            folder.mkdir(parents=True)
        try:
            with drive.faults(to, writing=True):
                yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def put(self, staged: Path, final: Path) -> None:
        """See the port. For a blink, between two renames, neither folder has the name."""
        with Drive(final.parent).faults(final, writing=True):
            final.parent.mkdir(parents=True, exist_ok=True)
            older = final.with_name(f".{final.name}-{token_hex(4)}{TEMPORARY}")
            replaced = final.exists()
            if replaced:
                patiently(lambda: final.rename(older))
            try:
                patiently(lambda: staged.rename(final))
            except OSError:
                if replaced:
                    older.rename(final)
                raise
            shutil.rmtree(older, ignore_errors=True)

    def copy(self, source: Path, target: Path) -> None:
        with Drive(target.parent).faults(target, writing=True):
            with suppress(OSError, NotImplementedError):
                os.link(source, target)
                return
            shutil.copyfile(source, target)
