"""The ``Library`` port on plain folders, on any drive.

    LIBRARY/skriptstudio.json                       the sign that this is a library
    LIBRARY/people.json                             staff and consents
    LIBRARY/productions/<slug>-<id>/production.json
                                    takes/          media
                                    conflicts/      states that came too late
                                    here/           who has it open right now
                                    .saved/         which states were followed by others, see ``succession.py``
    LIBRARY/conflicts/                              the same for people.json
    LIBRARY/consents/                               scans of signed papers
    LIBRARY/house/                                  plan, ideas and what else the house keeps, one file each

How records are changed together: ``record_files.py``. A title that is changed
leaves the folder's name.

Paths: a slug of at most 40 characters and a short id keep what we add to
LIBRARY below 120 characters. Where LIBRARY itself is so deep that Windows'
260 are passed, the system refuses with an error that becomes ``DriveFault``;
since Windows 10 it can be told not to (LongPathsEnabled), and we don't hide
that choice of its administrators behind prefixes of our own.
"""

import os
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path

from skriptstudio.domain.errors import (
    BrokenRecord,
    DriveFault,
    LibraryGone,
    MissingFile,
    NewerRecord,
    NotAScan,
    UnknownName,
)
from skriptstudio.domain.people import Staff
from skriptstudio.domain.ports.library import MAX_SCAN_BYTES, SCAN_ENDINGS, Versioned
from skriptstudio.domain.presence import Editor
from skriptstudio.domain.production import Production, Summary
from skriptstudio.patience import patiently
from skriptstudio.store.atomic import Drive, hash_of
from skriptstudio.store.folder_lock import locked
from skriptstudio.store.identity import SystemIdentity
from skriptstudio.store.index import Index, Stamp, default_index_file
from skriptstudio.store.library_sign import SIGN, begin
from skriptstudio.store.names import slug
from skriptstudio.store.presence import FOLDER, PresenceFiles
from skriptstudio.store.record_files import RecordFiles, revision_of
from skriptstudio.store.records import PRODUCTION, STAFF, Form, Kind, plain_name

STAFF_FILE = "people.json"
HOUSE_FOLDER = "house"


class FolderLibrary:
    """A library that lies in a folder. Made by ``open``; safe across threads and processes.

    Args:
        drive: how files are read and written; tests put a faulty one here.
        index_file: the disposable index; in the user's cache by default.
        machine: name of this computer, for the names of kept conflicts.
    """

    def __init__(
        self, root: Path, drive: Drive | None = None, index_file: Path | None = None, machine: str | None = None
    ) -> None:
        self.root = root
        self._drive = drive or Drive(root, root / SIGN)
        self._index = Index(index_file or default_index_file(root))
        self._records = RecordFiles(self._drive, root, machine or SystemIdentity().machine)
        self._productions = root / "productions"

    @classmethod
    def open(
        cls,
        path: Path,
        create: bool = False,
        drive: Drive | None = None,
        index_file: Path | None = None,
    ) -> "FolderLibrary":
        """The library in the folder ``path``.

        Args:
            path: the folder.
            create: make a library of a missing or empty folder; the folder above must be there.
            drive: see the class.
            index_file: see the class.

        Raises:
            LibraryGone: the folder or its drive can't be reached, or is empty and not to be made a library.
            NotALibrary: it holds other things.
            BrokenRecord, NewerRecord: its sign can't be read.
        """
        root = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow a mapped drive to its server
        library = cls(root, drive, index_file)
        begin(root, library._drive, create)
        return library

    # --- productions

    def create(self, production: Production) -> str:
        self._require_here()
        name = f"{slug(production.title)}-{production.id}"
        data = PRODUCTION.encode(production, self._productions / name / "production.json")
        with suppress(UnknownName):
            raise FileExistsError(str(self._folder_of(production.id)))
        self._drive.make_folder(self._productions)
        folder = self._productions / name
        self._drive.make_folder(folder)
        try:
            self._drive.write(folder / "production.json", data)
        finally:
            with suppress(OSError):
                folder.rmdir()  # only an empty one goes: nothing was stored
        return revision_of(data)

    def read(self, production_id: str) -> Versioned[Production]:
        self._require_here()
        folder = self._folder_of(production_id)
        try:
            return self._records.read(PRODUCTION, folder / "production.json")
        except FileNotFoundError:
            raise self._unknown(production_id) from None

    def write(self, production: Production, revision: str, keep: bool = True) -> str:
        self._require_here()
        path = self._folder_of(production.id) / "production.json"
        return self._records.swap(PRODUCTION, path, production, revision, production.title, keep)

    def list(self, search: str = "") -> tuple[Summary, ...]:
        self._require_here()
        return self._index.summaries(self._stamps(), self._loaded, search)

    def broken(self) -> tuple[BrokenRecord | NewerRecord | DriveFault, ...]:
        """Why the productions that ``list`` leaves out can't be read."""
        self._require_here()
        return tuple(
            trouble
            for name in self._index.unreadable(self._stamps(), self._loaded)
            if (trouble := self._trouble(name)) is not None
        )

    # --- people

    def read_staff(self) -> Versioned[Staff]:
        self._require_here()
        return self._records.read_or(STAFF, self.root / STAFF_FILE, Staff())

    def write_staff(self, staff: Staff, revision: str, keep: bool = True) -> str:
        self._require_here()
        return self._records.swap(STAFF, self.root / STAFF_FILE, staff, revision, STAFF_FILE, keep)

    # --- what the house keeps besides, see ``house_record.py``

    def read_house(self, form: Form[Kind], name: str, nothing: Kind) -> Versioned[Kind]:
        """The record ``house/<name>.json``; ``nothing`` as long as there is none."""
        self._require_here()
        return self._records.read_or(form, self._house_path(name), nothing)

    def write_house(self, form: Form[Kind], name: str, record: Kind, revision: str, keep: bool) -> str:
        """Raises ``OutdatedState`` like ``write``."""
        self._require_here()
        path = self._house_path(name)
        self._drive.make_folder(path.parent)
        return self._records.swap(form, path, record, revision, path.name, keep)

    def _house_path(self, name: str) -> Path:
        path = self.root / HOUSE_FOLDER / f"{name}.json"
        self._require_inside(path)
        return path

    def put_scan(self, source: Path, name: str) -> str:
        ending = source.suffix.lower()
        if not source.is_file():
            raise MissingFile(str(source))
        if ending not in SCAN_ENDINGS or source.stat().st_size > MAX_SCAN_BYTES:
            raise NotAScan(str(source))
        target = self.scan_path(f"{name}{ending}")
        self._drive.make_folder(target.parent)
        with self._drive.copied(source, target) as (temporary, _sha256):
            self._drive.replace(temporary, target)
        return target.name

    def scan_path(self, name: str) -> Path:
        self._require_here()
        path = self.root / "consents" / name
        if not plain_name(name) or path.suffix.lower() not in SCAN_ENDINGS:
            raise BrokenRecord(str(path), "not a plain file name")
        self._require_inside(path)
        return path

    # --- media

    def put_media(self, production_id: str, source: Path, name: str) -> str:
        target = self.media_path(production_id, name)
        self._drive.make_folder(target.parent)
        self._drive.sweep(target.parent)
        with self._drive.copied(source, target) as (temporary, sha256):
            with locked(self._drive, target.parent.parent):
                taken = target.exists()
                if not taken:
                    self._drive.replace(temporary, target)
            same = not taken or hash_of(target) == sha256
        if not same:
            raise FileExistsError(str(target))
        return sha256

    def drop_media(self, production_id: str, name: str) -> None:
        target = self.media_path(production_id, name)
        with self._drive.faults(target, writing=True):
            patiently(lambda: target.unlink(missing_ok=True))

    def media_path(self, production_id: str, name: str) -> Path:
        self._require_here()
        path = self._folder_of(production_id) / "takes" / name
        if not plain_name(name):
            raise BrokenRecord(str(path), "not a plain file name")
        self._require_inside(path)
        return path

    def presence(self, production_id: str, editor: Editor) -> PresenceFiles:
        folder = self._folder_of(production_id)
        self._require_inside(folder / FOLDER)
        return PresenceFiles(self._drive, folder, editor)

    def drop_conflicts(self, production_id: str) -> int:
        self._require_here()
        folder = self._folder_of(production_id) / "conflicts"
        self._require_inside(folder)
        with self._drive.faults(folder, writing=True):
            kept = [path for path in folder.glob("*.json") if not path.is_dir()] if folder.is_dir() else []
            for path in kept:
                patiently(lambda path=path: path.unlink(missing_ok=True))  # type: ignore[misc]
        return len(kept)

    def _require_inside(self, path: Path) -> None:
        """A link in a shared folder must not lead anywhere else."""
        with self._drive.faults(path, writing=False):
            inside = path.resolve().is_relative_to(self.root.resolve())
        if not inside:
            raise BrokenRecord(str(path), "leads out of the library")

    # --- finding

    def _require_here(self) -> None:
        """An unmounted drive may leave an empty folder, into which nothing must be written."""
        with self._drive.faults(self.root, writing=False):
            here = (self.root / SIGN).exists()
        if not here:
            raise LibraryGone(str(self.root))

    def _folder_of(self, production_id: str) -> Path:
        """The folder of a production, also if somebody renamed it.

        Raises:
            UnknownName: there is none.
        """
        if plain_name(production_id):
            for name in self._folder_names():
                if name.endswith(f"-{production_id}") and self._holds(name, production_id):
                    return self._productions / name
        for summary in self.list():
            if summary.id == production_id:
                return self._productions / summary.folder
        raise self._unknown(production_id)

    def _holds(self, name: str, production_id: str) -> bool:
        """Whether the folder belongs to this id, or at least to no other one."""
        try:
            record = self._records.read(PRODUCTION, self._productions / name / "production.json").record
            return record.id == production_id
        except (BrokenRecord, NewerRecord):
            return True
        except FileNotFoundError:
            return False

    def _unknown(self, production_id: str) -> UnknownName:
        ids = [summary.id for summary in self.list()]
        return UnknownName("production", production_id, tuple(get_close_matches(production_id, ids, 3)))

    def _folder_names(self) -> tuple[str, ...]:
        with self._drive.faults(self._productions, writing=False):
            try:
                with os.scandir(self._productions) as entries:
                    return tuple(entry.name for entry in entries if entry.is_dir(follow_symlinks=False))
            except FileNotFoundError:
                return ()

    def _stamps(self) -> dict[str, Stamp]:
        stamps: dict[str, Stamp] = {}
        before, after = f"{self._productions}{os.sep}", f"{os.sep}production.json"
        for name in self._folder_names():
            try:
                state = os.stat(before + name + after)  # noqa: PTH116 - 10,000 times: a Path costs more than the look
            except FileNotFoundError:
                continue
            stamps[name] = (state.st_mtime_ns, state.st_size, state.st_ino)
        return stamps

    def _loaded(self, name: str) -> Production | None:
        try:
            return self._records.read(PRODUCTION, self._productions / name / "production.json").record
        except (BrokenRecord, NewerRecord, DriveFault, FileNotFoundError):
            return None

    def _trouble(self, name: str) -> BrokenRecord | NewerRecord | DriveFault | None:
        try:
            self._records.read(PRODUCTION, self._productions / name / "production.json")
        except (BrokenRecord, NewerRecord, DriveFault) as error:
            return error
        except FileNotFoundError:
            return None
        return None
