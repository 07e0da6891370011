"""What a finished clip is checked for; nothing here stops an export, the gates do (domain.md 8.5, end)."""

from collections.abc import Sequence
from fractions import Fraction

from skriptstudio.domain.caption_rules import MAX_CPS
from skriptstudio.domain.captions import Cue
from skriptstudio.domain.clip import Check, PlatformProfile, RenderedClip, Severity
from skriptstudio.domain.cut import END_CARD_SECONDS
from skriptstudio.domain.hashtag_rules import is_run_together, is_well_spelled
from skriptstudio.domain.legible import SmallText, reading_seconds
from skriptstudio.domain.licence import unasked_music
from skriptstudio.domain.post import ALT_CHARS, Post
from skriptstudio.domain.post_room import all_hashtags, text_length
from skriptstudio.domain.production import Production
from skriptstudio.domain.script import MATERIAL
from skriptstudio.domain.take import take_place
from skriptstudio.domain.timecode import from_frames

LOUDNESS_LU = 0.5
"""Largest distance to the loudness that was wanted."""
FAINT_DB = -60.0
"""Whatever has no higher peak counts as silence."""
QUIET_GAIN_DB = 12.0
"""From this gain on the noise comes up with the voice (domain.md chapter 3)."""
BLACK_SECONDS, FROZEN_SECONDS = Fraction(1, 2), Fraction(3)
"""A shorter black picture is a cut, a shorter frozen one a pause (proposal)."""
SILENT_SECONDS = 3.0
"""A shorter pause may be meant (proposal)."""
MOST_FLASHES = 3
"""Within a second (WCAG 2.3.1)."""
_HAIR_PX = 4
"""So far over the border is rounding; nobody sees it."""
_SHOWN_CHARS = 30
"""Of a text that a check is about: enough to know it by."""


def picture_checks(clip: RenderedClip) -> list[Check]:
    """Black, frozen, flashing."""
    checks = []
    black, frozen = from_frames(clip.stillness.black), from_frames(clip.stillness.frozen)
    if black >= BLACK_SECONDS:
        checks.append(Check("black_picture", Severity.WARN, _seconds(black)))
    if frozen >= FROZEN_SECONDS:
        checks.append(Check("frozen_picture", Severity.HINT, _seconds(frozen)))
    if clip.stillness.flashes > MOST_FLASHES:
        checks.append(Check("flashing", Severity.WARN, str(clip.stillness.flashes)))
    if clip.hdr:
        checks.append(Check("hdr", Severity.HINT))
    return checks


def sound_checks(clip: RenderedClip, lufs: float) -> list[Check]:
    """Loudness as measured on the encoded sound, against the one that was wanted."""
    if clip.given_up:
        return [Check("sound_given_up", Severity.WARN)]
    if clip.true_peak_db is None or (clip.lufs is None and clip.true_peak_db <= FAINT_DB):
        return [Check("silent_clip", Severity.WARN)]
    if clip.lufs is None:
        return [Check("sound_short", Severity.HINT)]
    if abs(clip.lufs - lufs) > LOUDNESS_LU:
        checks = [Check("loudness_missed", Severity.WARN, f"{clip.lufs:.1f} → {lufs:.1f} LUFS")]
    else:
        checks = [Check("loudness", Severity.OK, f"{clip.lufs:.1f} LUFS")]
    checks.append(Check("true_peak", Severity.OK, f"{clip.true_peak_db:.1f} dBTP"))
    if clip.gain_db > QUIET_GAIN_DB:
        checks.append(Check("too_quiet_recorded", Severity.HINT, f"{clip.gain_db:.0f} dB"))
    if clip.silence >= SILENT_SECONDS:
        checks.append(Check("long_silence", Severity.HINT, f"{clip.silence:.1f} s"))
    return checks


def limit_checks(profile: PlatformProfile, clip: RenderedClip, size_mb: float) -> list[Check]:
    """Length and size against what the channel takes."""
    checks = []
    if profile.min_seconds is not None and clip.seconds < profile.min_seconds:
        checks.append(Check("too_short", Severity.WARN, f"{profile.name}: {_seconds(profile.min_seconds)}"))
    if profile.max_seconds is not None and clip.seconds > profile.max_seconds:
        checks.append(Check("too_long", Severity.WARN, f"{profile.name}: {_seconds(profile.max_seconds)}"))
    if profile.max_megabytes is not None and size_mb > profile.max_megabytes:
        checks.append(Check("too_large", Severity.WARN, f"{profile.name}: {profile.max_megabytes} MB"))
    return checks


def post_checks(profile: PlatformProfile, post: Post, title: str = "") -> list[Check]:
    """Text and hashtags against what the channel takes, and how hashtags are spelled.

    Args:
        profile: of the channel.
        post: what is written beside the clip.
        title: of the clip; its words show which hashtag is more than one word.
    """
    checks = []
    length, tags = text_length(post, profile), all_hashtags(post)
    if profile.max_text is not None and length > profile.max_text:
        checks.append(Check("text_too_long", Severity.WARN, f"{profile.name}: {length} > {profile.max_text}"))
    if profile.max_hashtags is not None and len(tags) > profile.max_hashtags:
        many = f"{profile.name}: {len(tags)} > {profile.max_hashtags}"
        checks.append(Check("too_many_hashtags", Severity.HINT, many))
    wrong = [tag for tag in tags if not is_well_spelled(tag) or is_run_together(tag, (title, post.text))]
    if wrong:
        checks.append(Check("hashtag_spelling", Severity.HINT, ", ".join(wrong)))
    if len(post.alt) > ALT_CHARS:
        checks.append(Check("alt_too_long", Severity.HINT, f"{len(post.alt)} > {ALT_CHARS}"))
    return checks


def zone_checks(profile: PlatformProfile, clip: RenderedClip) -> list[Check]:
    """Whether everything that is drawn lies where the channel shows none of its own buttons."""
    zone, margins = profile.safe_zone, clip.margins
    if margins is None:
        return []
    sides = ((margins.top, zone.top), (margins.bottom, zone.bottom), (margins.left, zone.left))
    spare = min(is_at - must for is_at, must in (*sides, (margins.right, zone.right)))
    return [] if spare >= -_HAIR_PX else [Check("outside_safe_zone", Severity.WARN, f"{profile.name}: {-spare} px")]


def caption_checks(cues: Sequence[Cue], draft: bool) -> list[Check]:
    """Whether they are there and can be read in their time."""
    checks = [Check("draft", Severity.HINT)] if draft else []
    if not cues:
        return [*checks, Check("no_captions", Severity.WARN)]
    quick = sum(len(cue.text) > MAX_CPS * cue.seconds for cue in cues)
    return [*checks, Check("caption_speed", Severity.HINT, str(quick))] if quick else checks


def reading_checks(small: Sequence[SmallText], end_card: str) -> list[Check]:
    """Whether what stands in the picture can be read, at its size and in its time.

    Args:
        small: what had to be drawn too small.
        end_card: text of the card, empty for none.
    """
    checks = [Check("small_text", Severity.HINT, " · ".join(_beginning(one.text) for one in small))]
    wanted = reading_seconds(end_card)
    if wanted > END_CARD_SECONDS:
        checks.append(Check("card_speed", Severity.HINT, f"{float(wanted):.1f} s"))
    return checks if small else checks[1:]


def material_checks(production: Production) -> list[Check]:
    """Whether it is known where lent pictures come from, and under which licence (domain.md 4.6)."""
    shown = production.takes_shown()
    material = [take for take in shown if take.section == MATERIAL]
    unknown = (take for take in material if take.licence is None and not take.note.strip())
    nameless = [take_place(take, production.takes) for take in unknown]
    checks = [Check("material_source", Severity.WARN, ", ".join(nameless))] if nameless else []
    unasked = [take_place(production.take(take), production.takes) for take in unasked_music(production)]
    return [*checks, Check("music_unasked", Severity.WARN, ", ".join(unasked))] if unasked else checks


def _beginning(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN_CHARS else f"{words[: _SHOWN_CHARS - 1].rstrip()}…"


def _seconds(value: Fraction) -> str:
    minutes = value / 60
    return f"{minutes} min" if minutes > 1 and minutes.denominator == 1 else f"{round(float(value), 1):g} s"
