"""What a user has set, in a small file of their own on this machine."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from skriptstudio.domain.errors import BrokenRecord, DriveFault, LibraryGone, LibraryReadOnly
from skriptstudio.domain.final_size import SizeTrial
from skriptstudio.domain.framing import TURNS, Framing
from skriptstudio.domain.prompter import (
    BACKDROP,
    COLUMN_EM,
    MARGIN_PX,
    PROMPTER_FACES,
    SCREEN_PX,
    SYLLABLES_PER_SECOND,
    TARGET_SECONDS,
    TEXT_PX,
    LensPlace,
    Prompter,
    PrompterMode,
)
from skriptstudio.store.atomic import Drive
from skriptstudio.store.json_text import as_json, json_object

LANGUAGES = ("de", "en")
SCHEMES = ("system", "light", "dark")
TEXT_SCALES = (1.0, 1.15, 1.3)
_MAX_BYTES = 100_000


@dataclass(frozen=True)
class Settings:
    """The settings of one user on this computer.

    Attributes:
        library: folder to open when none is named, or None.
        language: one of ``LANGUAGES``.
        person: id of the person who last worked here, or None.
        scheme: one of ``SCHEMES``.
        text_scale: one of ``TEXT_SCALES``.
        calm: no motion; None follows the system.
        camera, microphone: ids of the devices chosen last, or None.
        prompter: how this user reads.
        final_size: how fast this computer makes takes of the clip's own size, or None until that was tried.
        count_in: the countdown can be heard.
        goes_on: after a take the next section without one is chosen.
        framings: how the picture of each camera is turned and cut, by the camera's id.
    """

    library: str | None = None
    language: str = "de"
    person: str | None = None
    scheme: str = "system"
    text_scale: float = 1.0
    calm: bool | None = None
    camera: str | None = None
    microphone: str | None = None
    prompter: Prompter = field(default_factory=Prompter)
    final_size: SizeTrial | None = None
    count_in: bool = True
    goes_on: bool = False
    framings: dict[str, Framing] = field(default_factory=dict)


def default_settings_file() -> Path:
    """Where the settings of this user lie."""
    from platformdirs import user_config_path

    return user_config_path("SkriptStudio", appauthor=False) / "settings.json"


class SettingsFile:
    """Loads and saves ``Settings``.

    Args:
        path: the file; the user's own by default.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or default_settings_file()

    def load(self) -> Settings:
        """What was saved, or the defaults if nothing was.

        Raises:
            BrokenRecord: the file was damaged or edited wrongly.
            DriveFault: it can't be read.
        """
        try:
            data = Drive(self.path.parent).read(self.path, _MAX_BYTES)
        except (FileNotFoundError, LibraryGone):
            return Settings()
        return self._checked(json_object(data, self.path))

    def save(self, settings: Settings) -> None:
        """Raises ``DriveFault`` or ``DiskFull``."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            Drive(self.path.parent).write(self.path, as_json({"schema": 1, **asdict(settings)}))
        except (LibraryGone, LibraryReadOnly, OSError) as error:
            raise DriveFault(str(self.path), str(error.__cause__ or error)) from error

    def _checked(self, raw: dict[str, object]) -> Settings:
        """Only what is known and fits; a wrong value is named, an unknown one belongs to a newer program."""
        known = self._fitting(raw, CHECKS)
        if "prompter" in known:
            known["prompter"] = self._prompter(known["prompter"])
        if known.get("final_size") is not None:
            known["final_size"] = SizeTrial(**self._whole(known["final_size"], SIZE_TRIAL_CHECKS, "final_size."))
        if "framings" in known:
            known["framings"] = self._framings(known["framings"])
        return replace(Settings(), **known)  # type: ignore[arg-type]

    def _fitting(self, raw: object, checks: "dict[str, Check]", where: str = "") -> dict[str, object]:
        if not isinstance(raw, dict):
            raise BrokenRecord(str(self.path), f"{where.rstrip('.')}: {raw!r}")
        known = {name: raw[name] for name in checks if name in raw}
        for name, value in known.items():
            if not checks[name](value):
                raise BrokenRecord(str(self.path), f"{where}{name}: {value!r}")
        return known

    def _whole(self, raw: object, checks: "dict[str, Check]", where: str) -> dict[str, Any]:
        """All of these fields; one that is missing is a wrong value."""
        known = self._fitting(raw, checks, where)
        if len(known) < len(checks):
            raise BrokenRecord(str(self.path), f"{where.rstrip('.')}: {raw!r}")
        return known

    def _prompter(self, raw: object) -> Prompter:
        known = self._fitting(raw, PROMPTER_CHECKS, "prompter.")
        for name, kind in (("mode", PrompterMode), ("lens", LensPlace)):
            if name in known:
                known[name] = kind(str(known[name]))
        return replace(Prompter(), **known)  # type: ignore[arg-type]

    def _framings(self, raw: object) -> dict[str, Framing]:
        if not isinstance(raw, dict):
            raise BrokenRecord(str(self.path), f"framings: {raw!r}")
        return {
            str(camera): replace(Framing(), **self._fitting(one, FRAMING_CHECKS, f"framings.{camera}."))  # type: ignore[arg-type]
            for camera, one in raw.items()
        }


def _text_or_none(value: object) -> bool:
    return value is None or isinstance(value, str)


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


def _is_key(value: object) -> bool:
    return isinstance(value, str) and len(value) <= 40


def _is_name(value: object) -> bool:
    return isinstance(value, str) and len(value) <= 200


def _is_share(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


Check = Callable[[object], bool]
"""Whether a value read from the file may stand in the field of that name."""

CHECKS: dict[str, Check] = {
    "library": _text_or_none,
    "language": lambda value: value in LANGUAGES,
    "person": _text_or_none,
    "scheme": lambda value: value in SCHEMES,
    "text_scale": lambda value: value in TEXT_SCALES,
    "calm": lambda value: value is None or isinstance(value, bool),
    "camera": _text_or_none,
    "microphone": _text_or_none,
    "prompter": lambda value: isinstance(value, dict),
    "final_size": lambda value: value is None or isinstance(value, dict),
    "count_in": _is_flag,
    "goes_on": _is_flag,
    "framings": lambda value: isinstance(value, dict),
}

PROMPTER_CHECKS: dict[str, Check] = {
    "mode": lambda value: value in tuple(PrompterMode),
    "syllables_per_second": SYLLABLES_PER_SECOND.allow,
    "target_seconds": lambda value: isinstance(value, int) and TARGET_SECONDS.allow(value),
    "text_px": lambda value: isinstance(value, int) and TEXT_PX.allow(value),
    "column_em": COLUMN_EM.allow,
    "margin_px": lambda value: isinstance(value, int) and MARGIN_PX.allow(value),
    "lens": lambda value: value in tuple(LensPlace),
    "over_picture": _is_flag,
    "backdrop": BACKDROP.allow,
    "high_contrast": _is_flag,
    "mirrored_text": _is_flag,
    "mirrored_preview": _is_flag,
    "face": lambda value: value in PROMPTER_FACES,
    "screen": _is_name,
    "screen_px": lambda value: isinstance(value, int) and SCREEN_PX.allow(value),
    "forward_key": _is_key,
    "back_key": _is_key,
    "hold_key": _is_key,
}

FRAMING_CHECKS: dict[str, Check] = {
    "turned": lambda value: value in TURNS,
    "across": _is_share,
    "down": _is_share,
}

SIZE_TRIAL_CHECKS: dict[str, Check] = {
    "fps": lambda value: isinstance(value, int | float) and not isinstance(value, bool) and value >= 0,
    "day": _is_key,
}
