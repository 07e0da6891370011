"""Stand-ins of films from outside: made by a child, kept on the local disk, found by the film's hash.

They may be removed at any time; what is missing is made again.
"""

import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from fractions import Fraction
from pathlib import Path
from secrets import token_hex
from threading import Lock
from time import time

from skriptstudio.domain.errors import DiskFull, DriveFault
from skriptstudio.domain.jobs import JobControl
from skriptstudio.domain.ports.media import NewFilm
from skriptstudio.domain.take import Take
from skriptstudio.media.apart import orders
from skriptstudio.media.apart.asking import Apart
from skriptstudio.media.render.whole import drive_error, nothing_half
from skriptstudio.patience import patiently

LIMIT_BYTES = 4_000_000_000
"""About two hours of film."""
MOST_PIXELS = 4_000_000_000
"""Of all pictures of a film that gets its stand-in while it is fetched: a minute of 1080p, a quarter of one of 4K.

That takes some 20 s (measured: 0.6 CPU seconds for a second of 1080p H.264, 1.4 for one of 4K HEVC). The stand-in of
a longer film is made later, in rest.
"""
_FILM, _SOUND, _NEW = ".mp4", ".m4a", ".new"
_ABANDONED_SECONDS = 24 * 3600
_POLL_SECONDS = 0.05


class StandIns:
    """Makes stand-ins and finds them again. Safe across threads and processes.

    Args:
        folder: local cache.
        apart: runs the children.
        limit: bytes that are kept at most.
    """

    def __init__(self, folder: Path, apart: Apart, limit: int = LIMIT_BYTES) -> None:
        self._folder = folder
        self._apart = apart
        self._limit = limit
        self._making: dict[str, Lock] = {}

    @contextmanager
    def take_in(self, path: Path, control: JobControl) -> Iterator[NewFilm]:
        """Look at a film in a child that also writes its stand-in, if that doesn't take too long."""
        token = token_hex(8)
        film, sound = (self._folder / f"{token}{_NEW}{ending}" for ending in (_FILM, _SOUND))
        self._make_folder()
        try:
            order = orders.TakeIn(path.absolute(), film, sound, MOST_PIXELS)
            with nothing_half(film), nothing_half(sound):
                found = self._apart.ask(order, orders.TakenIn, (path,), control)
            made = film if found.whole else sound
            yield NewFilm(found.footage, made, found.whole, lambda sha256: self._keep_if_possible(made, sha256))
        finally:
            for one in (film, sound):
                _remove(one)

    def film(self, take: Take) -> Path | None:
        """The stand-in of a take, if it is there."""
        return _used(self._folder / f"{take.sha256}{_FILM}")

    def sound(self, take: Take, original: Path, control: JobControl) -> Path:
        """Something of our own with the sound of a take; made now where there is none.

        Raises:
            Cancelled, MissingFile, NotMedia, DiskFull, DriveFault, EncoderFault.
        """
        with self._alone(f"{take.sha256}{_SOUND}", control) as kept:
            return self.film(take) or _used(kept) or self._made(take, original, control, sound_only=True)

    def make(self, take: Take, original: Path, control: JobControl, beside: Collection[str] = ()) -> Path:
        """The stand-in of a take, made now if need be, as gently as can be. Raises like ``sound``.

        Args:
            take: from outside.
            original: its film.
            control: told of progress.
            beside: SHA-256 of films whose stand-ins don't go to make room for this one: those that are watched with it.
        """
        with self._alone(f"{take.sha256}{_SOUND}", control):
            pass  # what somebody waits for to hear is made first
        with self._alone(f"{take.sha256}{_FILM}", control):
            return self.film(take) or self._made(take, original, control, sound_only=False, beside=beside)

    @contextmanager
    def _alone(self, name: str, control: JobControl) -> Iterator[Path]:
        """Where a stand-in lies or will lie, while nobody else in this process makes the very same one."""
        lock = self._making.setdefault(name, Lock())
        while not lock.acquire(timeout=_POLL_SECONDS):
            control.checkpoint()
        try:
            yield self._folder / name
        finally:
            lock.release()

    def _made(
        self, take: Take, original: Path, control: JobControl, sound_only: bool, beside: Collection[str] = ()
    ) -> Path:
        self._make_folder()
        new = self._folder / f"{token_hex(8)}{_NEW}{_SOUND if sound_only else _FILM}"
        try:
            order = orders.StandIn(original.absolute(), take.seconds, new, sound_only)
            with nothing_half(new):
                self._apart.ask(order, type(None), (original,), control, gentle=not sound_only)
            return self._keep(new, take.sha256, beside)
        finally:
            _remove(new)

    def _keep_if_possible(self, made: Path, sha256: str) -> None:
        """Keep one that can be made again, of a film that is in the library already; some films have none yet."""
        if made.exists():
            with suppress(DriveFault, DiskFull):
                self._keep(made, sha256)

    def _keep(self, made: Path, sha256: str, beside: Collection[str] = ()) -> Path:
        """Put a finished one where it is looked for."""
        kept = self._folder / f"{sha256}{made.suffix}"
        try:
            patiently(lambda: made.replace(kept))
        except OSError as error:
            if not (isinstance(error, PermissionError) and kept.is_file()):  # somebody plays the same one (Windows)
                raise drive_error(error, kept) from error
        if made.suffix == _FILM:
            _remove(kept.with_suffix(_SOUND))  # the film has it, too
        self.trim(spare={sha256, *beside})
        return kept

    def _make_folder(self) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise drive_error(error, self._folder) from error

    def forget(self, sha256: str, first_word: Fraction) -> None:
        """Remove the stand-in of a film: the ``MediaCache`` port."""
        for ending in (_FILM, _SOUND):
            _remove(self._folder / f"{sha256}{ending}")

    def size(self) -> int:
        """Bytes of all stand-ins."""
        return sum(size for _, size, _ in self._all())

    def trim(self, spare: Collection[str] = ()) -> None:
        """Remove what was unused for longest until the limit holds, and what killed programs left unfinished.

        Args:
            spare: SHA-256 of films whose stand-ins stay even beyond the limit.
        """
        entries = sorted(self._all())
        total = sum(size for _, size, _ in entries)
        for used, size, path in entries:
            abandoned = _NEW in path.name and used < time() - _ABANDONED_SECONDS
            if abandoned or (total > self._limit and path.stem not in spare and _NEW not in path.name):
                total -= size
                _remove(path)

    def clear(self) -> None:
        """Remove all of them."""
        for _, _, path in self._all():
            _remove(path)

    def _all(self) -> Iterator[tuple[float, int, Path]]:
        with suppress(OSError):
            for path in self._folder.iterdir():
                with suppress(OSError):
                    facts = path.stat()
                    yield facts.st_mtime, facts.st_size, path


def _used(path: Path) -> Path | None:
    """The file, now the one used last; None if it isn't there."""
    try:
        os.utime(path)
    except OSError:
        return path if path.is_file() else None
    return path


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
