"""What this computer can do, what its user settled, and what belongs to the program itself."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from traceback import format_exception
from typing import TYPE_CHECKING

from skriptstudio.domain.assets import asset
from skriptstudio.domain.errors import SkriptStudioError

if TYPE_CHECKING:
    from skriptstudio.domain.final_size import SizeTrial
    from skriptstudio.domain.jobs import JobControl


def saved_language() -> str:
    """The language of the settings; German where they can't be read."""
    from skriptstudio.store.settings import Settings, SettingsFile

    try:
        return SettingsFile().load().language
    except SkriptStudioError:
        return Settings().language


def remember_defect(error: BaseException) -> None:
    """Write the traceback of a defect where IT can find it; failing to is no second defect."""
    from platformdirs import user_log_path

    from skriptstudio.store.clock import SystemClock

    with suppress(OSError):
        folder = user_log_path("SkriptStudio", appauthor=False)
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "defects.log").open("a", encoding="utf-8") as log:
            log.write(f"\n{SystemClock().now().isoformat()}\n{''.join(format_exception(error))}")


def encoder_speed() -> float:
    """Frames of the final size that this computer encodes in a second."""
    from skriptstudio.media.render.speed import encoder_speed as measured

    return measured()


def try_final_size(control: JobControl) -> SizeTrial:
    """Try how fast this computer makes takes of the clip's own size; about 4 s of full load, for a job."""
    from skriptstudio.domain.final_size import SizeTrial
    from skriptstudio.media.capture.size_trial import final_size_fps
    from skriptstudio.store.clock import SystemClock

    return SizeTrial(round(final_size_fps(control), 1), SystemClock().today().isoformat())


def records_in_final_size() -> bool:
    """Whether this computer was found fast enough; asked before each take, for it may be tried in between."""
    from skriptstudio.store.settings import SettingsFile

    try:
        trial = SettingsFile().load().final_size
    except SkriptStudioError:
        return False
    return trial is not None and trial.fast_enough


FONTS = (
    *("Figtree-Regular", "Figtree-Medium", "Figtree-SemiBold", "Figtree-Bold"),
    *("Lexend-SemiBold", "SkriptStudioReading-Bold"),
)


def missing_fonts() -> tuple[str, ...]:
    """Our own fonts that can't be found; normally none."""
    return tuple(name for name in FONTS if not _has_asset(f"fonts/{name}.ttf"))


def _has_asset(name: str) -> bool:
    try:
        return asset(name).is_file()
    except FileNotFoundError:
        return False


def demo_script() -> Path:
    """The script that the built-in presenter speaks."""
    return asset("demo/skript.md")
