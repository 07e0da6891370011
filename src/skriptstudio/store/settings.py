"""What a user has set, in a small file of their own on this machine."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from skriptstudio.domain.errors import BrokenRecord, DriveFault, LibraryGone, LibraryReadOnly
from skriptstudio.store.atomic import Drive
from skriptstudio.store.records import as_json, json_object

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
        backdrop: how dark the band under the prompter's text is, 0.6 to 1.0.
    """

    library: str | None = None
    language: str = "de"
    person: str | None = None
    scheme: str = "system"
    text_scale: float = 1.0
    calm: bool | None = None
    camera: str | None = None
    microphone: str | None = None
    backdrop: float = 0.78


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
        known = {name: raw[name] for name in CHECKS if name in raw}
        for name, value in known.items():
            if not CHECKS[name](value):
                raise BrokenRecord(str(self.path), f"{name}: {value!r}")
        return replace(Settings(), **known)  # type: ignore[arg-type]


def _text_or_none(value: object) -> bool:
    return value is None or isinstance(value, str)


CHECKS: dict[str, Callable[[object], bool]] = {
    "library": _text_or_none,
    "language": lambda value: value in LANGUAGES,
    "person": _text_or_none,
    "scheme": lambda value: value in SCHEMES,
    "text_scale": lambda value: value in TEXT_SCALES,
    "calm": lambda value: value is None or isinstance(value, bool),
    "camera": _text_or_none,
    "microphone": _text_or_none,
    "backdrop": lambda value: isinstance(value, float) and 0.6 <= value <= 1.0,
}
"""Whether a value read from the file may stand in the field of that name."""
