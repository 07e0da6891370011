"""What a user has set, in a small file of their own on this machine."""

from dataclasses import asdict, dataclass
from pathlib import Path

from skriptstudio.domain.errors import BrokenRecord, DriveFault, LibraryGone, LibraryReadOnly
from skriptstudio.store.atomic import Drive
from skriptstudio.store.records import as_json, json_object

LANGUAGES = ("de", "en")
_MAX_BYTES = 100_000


@dataclass(frozen=True)
class Settings:
    """The settings of one user.

    Attributes:
        library: folder to open when none is named, or None.
        language: ``de`` or ``en``.
    """

    library: str | None = None
    language: str = "de"


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
        library, language = raw.get("library"), raw.get("language", "de")
        if library is not None and not isinstance(library, str):
            raise BrokenRecord(str(self.path), "library: not a folder")
        if not isinstance(language, str) or language not in LANGUAGES:
            raise BrokenRecord(str(self.path), f"language: not one of {', '.join(LANGUAGES)}")
        return Settings(library, language)
