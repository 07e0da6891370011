"""What lies in the folder after an export."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from skriptstudio.domain.clip import Check, ClipPackage
from skriptstudio.domain.package_sheet import file_name
from skriptstudio.domain.production import Production

SUBTITLE_ENDINGS = (".srt", ".vtt")


@dataclass(frozen=True)
class MadeClip:
    """One target's clip on the disk.

    Attributes:
        seconds: None where nobody measured it, as after a restart.
        subtitles: its SRT and VTT.
    """

    profile: str
    path: Path
    megabytes: float
    seconds: Fraction | None
    subtitles: tuple[Path, ...]


@dataclass(frozen=True)
class Made:
    """A package, or a draft.

    Attributes:
        folder: holds one folder for each target.
        checks: what was measured; empty after a restart.
    """

    folder: Path
    clips: tuple[MadeClip, ...]
    checks: tuple[Check, ...] = ()
    draft: bool = False


def made_from(package: ClipPackage, draft: bool) -> Made:
    """What an export delivered; asks the disk for sizes, so call it in a job."""
    clips = tuple(_clip(clip.profile, clip.path, clip.seconds) for clip in package.clips)
    return Made(clips[0].path.parent.parent, clips, tuple(package.checks), draft)


def find_made(folder: Path, production: Production, keys: Sequence[str]) -> Made | None:
    """The package of a production in ``folder``, None if it isn't there; call it in a job."""
    name = file_name(production)
    paths = {key: folder / name / key / f"{name}.mp4" for key in keys}
    clips = tuple(_clip(key, path, None) for key, path in paths.items() if path.is_file())
    return Made(folder / name, clips) if clips else None


def _clip(profile: str, path: Path, seconds: Fraction | None) -> MadeClip:
    subtitles = tuple(path.with_suffix(e) for e in SUBTITLE_ENDINGS if path.with_suffix(e).is_file())
    return MadeClip(profile, path, path.stat().st_size / 1e6, seconds, subtitles)
