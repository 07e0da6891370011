"""The ``PackageShelf`` port: packages appear in their place whole or not at all."""

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
from skriptstudio.store.scratch import is_forgotten, remove_forgotten_scratch

_STAGING, _IN_USE = ".skriptstudio-", ".in-use"
_OLDER = "older"
"""Within a staging folder: packages that are being replaced, under the path that they have below its parent."""


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
                remove_forgotten_scratch()
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
            _take_away(folder)
            _remove_empty(made)

    def put(self, staged: Path, final: Path) -> None:
        """See the port. For a blink, between two renames, neither folder has the name."""
        with _faults(final.parent):
            final.parent.mkdir(parents=True, exist_ok=True)
            patiently(lambda: final.with_suffix(ARCHIVE).unlink(missing_ok=True))
            staging = staged.parent
            older = staging / _OLDER / final.relative_to(staging.parent)
            replaced = final.exists()
            if replaced:
                older.parent.mkdir(parents=True, exist_ok=True)
                patiently(lambda: final.rename(older))
            try:
                patiently(lambda: staged.rename(final))
            except OSError:
                if replaced:
                    older.rename(final)
                raise
            if replaced:  # what is half removed must never be put back
                shutil.rmtree(older.rename(staging / f"{token_hex(4)}{TEMPORARY}"), ignore_errors=True)

    def copy(self, source: Path, target: Path) -> None:
        with _faults(target.parent):
            shutil.copyfile(source, target)

    def move(self, source: Path, target: Path) -> None:
        with _faults(target.parent):
            patiently(lambda: source.rename(target))

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
    """Take away what killed programs left."""
    for folder in to.glob(f"{_STAGING}*{TEMPORARY}"):
        if _is_abandoned(folder):
            _take_away(folder)


def _is_abandoned(folder: Path) -> bool:
    """Whether nobody makes packages in it: whoever lives holds its lock; where a drive locks nothing, age tells."""
    mark = folder / _IN_USE
    with suppress(OSError, NotImplementedError):
        try:
            if mark.exists():
                with FileLock(mark, blocking=False):
                    return True
        except Timeout:
            return False
    return is_forgotten(folder)


def _take_away(staging: Path) -> None:
    """Remove a staging folder. An older package that was about to be replaced goes back first, if its place is empty.

    Where that fails the folder stays: it holds the only copy.
    """
    older = staging / _OLDER
    for package in older.glob("*/*"):
        final = staging.parent / package.relative_to(older)
        if not final.exists():
            try:
                final.parent.mkdir(parents=True, exist_ok=True)
                package.rename(final)
            except OSError:
                return
    shutil.rmtree(staging, ignore_errors=True)


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
