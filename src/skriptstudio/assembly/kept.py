"""What this computer keeps beside the libraries: of films, and of what was thrown away."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from importlib import import_module
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from skriptstudio.assembly.places import cache_folder, cards_folder

if TYPE_CHECKING:
    from skriptstudio.domain.ports.computer import BinNotes
    from skriptstudio.domain.ports.media import MediaCache
    from skriptstudio.domain.take import Take
    from skriptstudio.media.apart.stand_ins import StandIns
    from skriptstudio.media.render.kept import KeptFolder


@cache
def _bin_notes(folder: Path) -> BinNotes:
    from skriptstudio.store.bin_notes import BinNoteFiles

    return BinNoteFiles(folder)


def bin_notes() -> BinNotes:
    """What this program has thrown away, in whatever library: one for the whole process."""
    from platformdirs import user_data_path

    return _bin_notes(user_data_path("SkriptStudio", appauthor=False) / "bin")


def media_caches() -> tuple[MediaCache, ...]:
    """All that this computer keeps of films besides the films; whoever makes such a cache adds it here."""
    from skriptstudio.media.look.poster import Posters

    return (Posters(cache_folder() / "posters"), _RenderedPieces(), stand_ins())


@cache
def _stand_ins_in(folder: Path) -> StandIns:
    from skriptstudio.media.apart.asking import Apart
    from skriptstudio.media.apart.stand_ins import StandIns

    return StandIns(folder, Apart())


def stand_ins() -> StandIns:
    """What is watched on this computer in place of films from outside."""
    return _stand_ins_in(cache_folder() / "stand-ins")


class _RenderedPieces:
    """Finished pieces of clips, as the ``MediaCache`` port sees them."""

    def forget(self, sha256: str, first_word: Fraction) -> None:
        _kept_pictures().forget(sha256)


def forget_traces(take: Take) -> None:
    """Remove what this computer made of a take that is deleted."""
    from skriptstudio.domain.erasure import first_word

    for memory in media_caches():
        memory.forget(take.sha256, first_word(take))


def kept_pictures_bytes() -> int:
    """How much of the local disk finished pieces of clips, cards and stand-ins of films take; they make work fast."""
    return _kept_pictures().size() + _kept_cards().size() + stand_ins().size()


def clear_kept_pictures() -> None:
    """Remove all of these from this computer; whoever needs one makes it anew."""
    _kept_pictures().clear()
    _kept_cards().clear()
    stand_ins().clear()


def _kept_pictures() -> KeptFolder:
    from skriptstudio.media.render.kept import KeptFolder

    return KeptFolder(cache_folder() / "chunks")


def _kept_cards() -> KeptFolder:
    from skriptstudio.media.render.cards import kept_cards

    return kept_cards(cards_folder())


_LOADING_MEDIA = Lock()


def load_media() -> None:
    """Import what looks at films, once and in one thread; others wait.

    PyAV's modules import each other in a circle; two threads that do so at the same
    moment meet a half-made one.
    """
    with _LOADING_MEDIA:
        import skriptstudio.media.look.poster
        import skriptstudio.media.look.probe  # noqa: F401 - loaded for those who come after


_FOR_THE_WINDOW = (
    *("documents.scripts", "documents.subtitles", "language.coach", "speech.activity", "speech.script_aligner"),
    *("media.capture.studio", "media.look.inspector", "media.look.listen"),
    *("steps.bin", "steps.checks", "steps.dress", "steps.erasure", "steps.people", "steps.plan", "steps.publish"),
    *("steps.record", "steps.results", "steps.review", "steps.rhythm", "steps.script_check", "steps.tidy"),
    *("steps.variants", "steps.write"),
)


def load_parts() -> None:
    """Import what a window needs sooner or later, so that nobody waits for it after the first take; for a job."""
    load_media()
    for name in _FOR_THE_WINDOW:
        import_module(f"skriptstudio.{name}")
