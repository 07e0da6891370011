"""Platform profiles: what each platform wants, as data with source and date."""

from difflib import get_close_matches
from functools import cached_property
from pathlib import Path

from skriptstudio.content.data_file import Fields, read_fields
from skriptstudio.domain.assets import asset
from skriptstudio.domain.clip import PlatformProfile, SafeZone
from skriptstudio.domain.clip_size import CLIP_HEIGHT_PX, CLIP_WIDTH_PX
from skriptstudio.domain.errors import BrokenRecord, UnknownName

PROFILE_KEYS = (
    "tiktok",
    "ig_reels",
    "yt_shorts",
    "fb_reels",
    "linkedin",
    "mastodon",
    "threads",
    "x",
    "website",
    "intranet",
    "video_team",
)
"""The profiles that the program ships, in the order in which they are offered."""


class ProfileFolder:
    """The ``Profiles`` port on a folder with one JSON file for each key.

    Args:
        folder: the shipped profiles by default.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or asset("profiles")

    def get(self, key: str) -> PlatformProfile:
        """The profile called ``key``.

        Raises:
            UnknownName: there is none.
            BrokenRecord: its file is wrong; the reason names the field.
        """
        if key not in self.keys():
            near = get_close_matches(key, self.keys(), 3)
            raise UnknownName("profile", key, tuple(near) or self.keys())
        return load_profile(self._folder / f"{key}.json")

    def keys(self) -> tuple[str, ...]:
        return self._keys

    def all(self) -> tuple[PlatformProfile, ...]:
        return tuple(self.get(key) for key in self.keys())

    @cached_property
    def _keys(self) -> tuple[str, ...]:
        found = {path.stem for path in self._folder.glob("*.json")}
        return (*(k for k in PROFILE_KEYS if k in found), *sorted(found.difference(PROFILE_KEYS)))


def load_profile(path: Path) -> PlatformProfile:
    """One profile file; its name without ending is the key.

    Raises:
        BrokenRecord: names the file and the field.
    """
    fields = read_fields(path)
    zone = fields.part("safe_zone")
    profile = PlatformProfile(
        key=path.stem,
        name=fields.text("name"),
        safe_zone=_safe_zone(zone, path),
        lufs=fields.number("lufs"),
        min_seconds=fields.seconds_or_none("min_seconds"),
        max_seconds=fields.seconds_or_none("max_seconds"),
        max_megabytes=fields.whole_or_none("max_megabytes"),
        source=fields.text("source"),
        as_of=fields.text("as_of"),
        logo=fields.flag("logo"),
        max_text=fields.whole_or_none("max_text"),
        max_hashtags=fields.whole_or_none("max_hashtags"),
        hand_over=fields.flag_or_false("hand_over"),
        weighted_text=fields.flag_or_false("weighted_text"),
    )
    zone.end()
    fields.end()
    if not -40.0 <= profile.lufs <= -5.0:
        raise BrokenRecord(str(path), "lufs: not between -40 and -5")
    return profile


def _safe_zone(zone: Fields, path: Path) -> SafeZone:
    safe = SafeZone(zone.whole("top"), zone.whole("bottom"), zone.whole("left"), zone.whole("right"))
    if safe.top + safe.bottom >= CLIP_HEIGHT_PX or safe.left + safe.right >= CLIP_WIDTH_PX:
        raise BrokenRecord(str(path), "safe_zone: leaves no picture")
    return safe
