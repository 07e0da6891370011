"""The ``PackageShelf`` port: packages appear in their place whole or not at all."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from zipfile import ZIP_STORED, ZipFile

from filelock import FileLock, Timeout

from skriptstudio.domain.errors import DiskFull, DriveFault, FolderGone, LibraryGone, MissingFile
from skriptstudio.domain.exports import ARCHIVE
from skriptstudio.patience import patiently
from skriptstudio.store.atomic import TEMPORARY, Drive, hash_of

_STAGING, _IN_USE = ".skriptstudio-", ".in-use"


class FolderShelf:
    """Packages as folders on any drive."""

    @contextmanager
    def staging(self, to: Path) -> Iterator[Path]:
        folder = to / f"{_STAGING}{token_hex(4)}{TEMPORARY}"
        made = [path for path in (to, *to.parents) if not path.exists()]
        in_use = FileLock(folder / _IN_USE)
        try:
            with _faults(to):
                _remove_abandoned(to)
                folder.mkdir(parents=True)
                with suppress(OSError, NotImplementedError):  # some network drives lock nothing
                    in_use.acquire(blocking=False)
                yield folder
        except (DriveFault, MissingFile) as error:
            if folder.is_dir():
                raise
            raise FolderGone(str(to)) from error  # somebody took it away meanwhile, or pulled the cable
        finally:
            in_use.release()
            shutil.rmtree(folder, ignore_errors=True)
            _remove_empty(made)

    def put(self, staged: Path, final: Path) -> None:
        """See the port. For a blink, between two renames, neither folder has the name."""
        with _faults(final.parent):
            final.parent.mkdir(parents=True, exist_ok=True)
            patiently(lambda: final.with_suffix(ARCHIVE).unlink(missing_ok=True))
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
        with _faults(target.parent):
            with suppress(OSError, NotImplementedError):
                os.link(source, target)
                return
            shutil.copyfile(source, target)

    def pack(self, folder: Path, target: Path) -> None:
        partial = target.with_name(f".{target.name}-{token_hex(4)}{TEMPORARY}")
        try:
            with _faults(target.parent):
                with ZipFile(partial, "w", ZIP_STORED) as file:
                    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
                        file.write(path, Path(folder.name) / path.relative_to(folder))
                patiently(lambda: partial.replace(target))
        finally:
            partial.unlink(missing_ok=True)

    def hash_of(self, path: Path) -> str:
        with _faults(path.parent):
            return hash_of(path)


def _remove_abandoned(to: Path) -> None:
    """Take away what killed programs left: the system unlocks it when they die, whoever lives holds on to it."""
    for folder in to.glob(f"{_STAGING}*{TEMPORARY}"):
        mark = folder / _IN_USE
        if not mark.exists():
            continue  # just being made, or on a drive that locks nothing
        with suppress(OSError, NotImplementedError, Timeout):
            with FileLock(mark, blocking=False):
                pass
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _faults(folder: Path) -> Iterator[None]:
    """Whatever goes wrong below ``folder`` is said of the folder that the user named."""
    try:
        with Drive(folder).faults(folder, writing=True):
            yield
    except LibraryGone as error:
        raise FolderGone(str(folder)) from error
    except DiskFull as error:
        if not Path(error.path).is_relative_to(folder):
            raise  # another drive is full: that of the finished pieces
        raise DiskFull(str(folder)) from error


def _remove_empty(folders: Iterable[Path]) -> None:
    """Take back folders that were made for nothing; those with something in them stay."""
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()
